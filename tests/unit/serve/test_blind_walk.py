"""Who is to code a report blind meets what others found in it nowhere: every page and address there is, walked."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from sqlalchemy import select
from tests.unit.serve.walk import addresses, routes
from tests.web import events_of

from marsad.gazetteer import load
from marsad.incidents.linker import Linker
from marsad.store.accounts import user_named
from marsad.store.blind import ask_blind
from marsad.store.tables import incidents
from marsad.store.tokens import make_token

CANARY = "لواء الكناري"
REPORT = "r1"


@pytest.fixture
def asked(browser, store):
    """A coder named a side that no text names, the report was linked, and the reviewer is to code it blind."""
    (event,) = events_of(store, REPORT)
    coding = store.codings(REPORT)[-1].coding_key
    body = {"in_force": coding, "events": [{**event, "side1": [f"other:{CANARY}"]}]}
    assert browser("coder").act(f"/coding/{REPORT}", body).status_code == 200
    Linker(store, load()).link()
    with store.writing() as connection:
        ask_blind(connection, REPORT, reader=user_named(connection, "reviewer"), by=user_named(connection, "editor"))
    return store


@pytest.fixture
def hidden(asked):
    """What must not be met: the side, and the incident that the report alone tells of."""
    with asked.reading() as connection:
        told = connection.scalar(select(incidents.c.incident_id).where(incidents.c.record.contains(CANARY)))
    assert told is not None
    return CANARY, told


def bearer(store, name):
    """The header of a program of somebody, who may read and write."""
    with store.writing() as connection:
        user = user_named(connection, name)
        _, text = make_token(connection, user, "walk", scopes=("read", "write"), days=1, who="tester")
    return {"authorization": f"Bearer {text}"}


def walked(app, store, visitor, headers):
    """Yield each address with what it answers; addresses of the API are asked by a program."""
    (api,) = [route for route in app.routes if getattr(route, "path", "") == "/api/v1"]
    words = [f"{name}={word}" for name in ("q", "actor", "place") for word in map(quote, ("ذيبان", "قصف", "is"))]
    for prefix, pages in (("", app), ("/api/v1", api.app)):
        for address in addresses(pages, store):
            asked = words if prefix or address.count("/") == 1 else ()
            for suffix in ("", *(f"?{word}" for word in asked)):
                whole = f"{prefix}{address}{suffix}"
                answer = visitor.get(whole, headers=headers if prefix else {})
                assert answer.status_code < 500, whole
                yield whole, answer


def test_every_page_list_search_download_and_address_of_the_api_keeps_it_from_him(app, asked, browser, hidden):
    """Another person meets side and incident; he meets neither, but for the address that he typed himself."""
    seen = dict(walked(app, asked, browser("editor"), bearer(asked, "editor")))
    for canary in hidden:
        assert any(canary in answer.text for address, answer in seen.items() if address.startswith("/api/v1"))
        assert any(canary in answer.text for address, answer in seen.items() if not address.startswith("/api/v1"))
    for address, answer in walked(app, asked, browser("reviewer"), bearer(asked, "reviewer")):
        assert CANARY not in answer.text, address
        if hidden[1] in address:
            assert answer.status_code == 404 or "There is no parameter" in answer.text, address
        else:
            assert hidden[1] not in answer.text, address


def test_he_can_do_nothing_with_the_report_but_code_it(app, asked, browser):
    """Acts on it are answered as if it were not there, and tell nothing."""
    before, visitor = asked.codings(REPORT), browser("reviewer")
    for method, path in sorted(routes(app)):
        if method in ("POST", "PUT", "PATCH", "DELETE") and "{report_id" in path:
            address = path.replace("{report_id:path}", REPORT).replace("{report_id}", REPORT)
            answer = visitor.request(method, address, json={}, headers={"X-CSRF": visitor.csrf()})
            assert answer.status_code in (403, 404, 422), address
            assert CANARY not in answer.text
    assert asked.codings(REPORT) == before


def test_when_he_has_coded_it_he_sees_it_again(browser, hidden):
    """From then on he compares his coding with the first."""
    visitor = browser("reviewer")
    assert CANARY not in visitor.get("/blind/r1").text
    assert visitor.get(f"/incidents/{hidden[1]}").status_code == 404
    reading = int(re.search(r'"coding": ?(\d+)', visitor.get("/blind/r1").text)[1])
    assert visitor.act("/blind/r1", {"in_force": reading, "events": []}).status_code == 200
    assert CANARY in visitor.get("/reports/r1").text
    assert visitor.get(f"/incidents/{hidden[1]}").status_code == 200


def test_nothing_else_is_kept_from_him(asked, browser):
    """Other reports and incidents are there as ever, as they are for others."""
    (one,) = [kept for kept in asked.reports() if kept.report.report_id == "r2"]
    assert one.report.headline in browser("reviewer").get("/reports/r2").text
    with asked.reading() as connection:
        others = list(connection.scalars(select(incidents.c.incident_id).where(~incidents.c.record.contains(CANARY))))
    assert others
    for incident_id in others:
        assert browser("reviewer").get(f"/incidents/{incident_id}").status_code == 200
