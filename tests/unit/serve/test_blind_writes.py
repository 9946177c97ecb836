"""Who is to code a report blind neither meets nor alters what others found in it, whatever he sends to any address."""

from __future__ import annotations

import re
import time
from urllib.parse import quote

import pytest
from sqlalchemy import select, text
from starlette.testclient import TestClient
from tests.unit.serve.test_blind_walk import CANARY, REPORT, bearer
from tests.unit.serve.write_walk import API, asked_of, writes
from tests.web import events_of

from marsad.gazetteer import load
from marsad.incidents import decide
from marsad.incidents.linker import Linker
from marsad.model.amendment import Amendment
from marsad.store.accounts import user_named
from marsad.store.amendments import keep_amendments
from marsad.store.blind import ask_blind, code_blind, open_reading
from marsad.store.judgements import newest_key
from marsad.store.tables import incidents

LOOSE = ("/sign-out", "/account/sessions/end", "/account/password")
"""What ends the walk itself, and touches nobody else's work."""
OWN = "/blind/{asked_id:path}"
"""Where he codes the report, which is what he was asked for."""


@pytest.fixture
def standing(browser, store):
    """What can be altered: a coding, a second one, a grade, a batch, words that were changed; and its incident."""
    (event,) = events_of(store, REPORT)
    body = {"in_force": store.codings(REPORT)[-1].coding_key, "events": [{**event, "side1": [f"other:{CANARY}"]}]}
    assert browser("coder").act(f"/coding/{REPORT}", body).status_code == 200
    Linker(store, load()).link()
    with store.reading() as connection:
        told = connection.scalar(select(incidents.c.incident_id).where(incidents.c.record.contains(CANARY)))
    for graded in (told, _others(store, told)[0]):
        answer = browser("admin").submit(f"/incidents/{graded}/grade", {"attribution": "low", "why": "x"})
        assert answer.status_code == 303
    with store.writing() as connection:
        people = {name: user_named(connection, name) for name in ("admin", "editor", "reviewer")}
        ask_blind(connection, REPORT, reader=people["editor"], by=people["admin"])
        second = {**store.codings(REPORT)[-1].record, "events": []}
        code_blind(connection, open_reading(connection, people["editor"].key, REPORT), second, user=people["editor"])
    asked = {"field": "status", "status_to": "disputed"}
    seal = re.search(r'name="seal" value="(\w+)"', browser("editor").get("/bulk", params=asked).text)[1]
    assert browser("editor").submit("/bulk", {**asked, "seal": seal}).status_code == 303
    with store.writing() as connection:
        retired = Amendment(kind="triggers", entry_id="shelling.noun", act="retire", why="x")
        keep_amendments(connection, [retired], who="tester")
    return told


@pytest.fixture
def program_of(app, store):
    """Make a program of somebody, which decides on whatever stands."""

    def make(name):
        headers = {**bearer(store, name), "If-Match": "*"}
        return TestClient(app, base_url=f"http://127.0.0.1:8000{API}", headers=headers)

    return make


def _others(store, told):
    with store.reading() as connection:
        found = connection.scalars(select(incidents.c.incident_id).where(incidents.c.incident_id != told))
        return sorted(found)


def facts(store):
    """Return all that others did with the report, as it stands in the tables."""
    key = f"(SELECT report_key FROM reports WHERE report_id = '{REPORT}')"
    coded = (
        "SELECT coding_key FROM codings JOIN report_versions USING (version_key) "
        f"WHERE report_versions.report_key = {key}"
    )
    told = f"SELECT event_key FROM events WHERE coding_key IN ({coded})"
    queries = (
        f"SELECT * FROM report_versions WHERE report_key = {key}",
        f"SELECT * FROM codings WHERE coding_key IN ({coded}) ORDER BY coding_key",
        f"SELECT coding_key FROM documents WHERE report_key = {key}",
        f"SELECT * FROM review_acts WHERE report_key = {key} ORDER BY act_key",
        f"SELECT * FROM reviews WHERE report_key = {key}",
        f"SELECT * FROM blind_readings WHERE report_key = {key} ORDER BY reading_key",
        "SELECT * FROM blind_codings ORDER BY reading_key",
        f"SELECT * FROM incident_members WHERE event_key IN ({told}) ORDER BY member_key",
        f"SELECT incident_id, record FROM incidents WHERE record LIKE '%{CANARY}%' ORDER BY incident_id",
        f"SELECT * FROM judgements WHERE detail LIKE '%\"{REPORT}\"%' ORDER BY judgement_key",
    )
    with store.reading() as connection:
        return [list(map(tuple, connection.execute(text(query)))) for query in queries]


def _told_in(store, before):
    """Return the incident that tells of the report now: who splits it may part the report from the one of before."""
    telling = (
        "SELECT incident_id FROM incident_members JOIN events USING (event_key) JOIN codings USING (coding_key) "
        "JOIN report_versions USING (version_key) JOIN reports USING (report_key) "
        f"WHERE left_at IS NULL AND report_id = '{REPORT}'"
    )
    with store.reading() as connection:
        return connection.scalar(text(telling)) or before


def aims(store, told, scout):
    """Return what to send, at its best: with all that somebody knows who sees everything."""
    with store.reading() as connection:
        last = connection.scalar(text("SELECT max(judgement_key) FROM judgements"))
        batch = connection.scalar(text("SELECT max(batch_key) FROM batches"))
        people = {name: user_named(connection, name).key for name in ("viewer", "coder", "reviewer")}
    asked = {"field": "status", "status_to": "set aside"}
    seal = re.search(r'name="seal" value="(\w+)"', scout.get("/bulk", params=asked).text)
    codings = [one.coding_key for one in store.codings(REPORT)]
    other = _others(store, told)[0]
    return {
        "report_id": [REPORT, "r2"], "asked_id": [REPORT], "incident_id": [told, other], "key": [1, 2, batch, last],
        "number": [1, 2, last], "kind": ["triggers"], "user_key": [people["viewer"]], "act": ["unblock", "link"],
        "collection_key": [1], "group_key": [1], "token": ["none"],
        "coding": [codings[0]], "in_force": [codings[-1], codings[0]], "events": [[]], "comment": ["x"],
        "assignee": [people["reviewer"]], "Deed.assignee": [people["reviewer"], None, "reviewer"],
        "reader": [people["reviewer"], people["coder"]], "most": [50],
        "other": [told, other], "report": ["", REPORT], "reports": [[REPORT]], "why": ["x"],
        "NewReports.reports": [[{"report_id": REPORT, "text": "هدوء في ذيبان.", "outlet": "شبكة ضفاف"}]],
        "credibility": ["", 5], "Grade.credibility": [None, 5], "Grade.report": [None, REPORT], "attribution": ["high"],
        "seal": [seal[1] if seal else "none"], "field": ["status"], "status_to": ["set aside"],
        **{name: [""] for name in ("status", "outlet", "area", "since", "until", "incident", "actor", "assignee_to")},
        **{f"{name}_{end}": [""] for name in ("kind", "actor") for end in ("from", "to")},
        "_Confirmed.kind": [""], "members": [[]], "seen": [[]],
        "name": ["x"], "address": [f"/explore?q={quote(CANARY)}"], "days": [1], "scope": [[]], "tag": ["en"],
        "onward": ["/queue"], "digits": ["western"], "theme": [""], "role": ["viewer"], "session": ["none"],
        "password": ["no"], "old": ["no"], "again": ["no"], "secret": ["no"], "code": ["000000"], "answer": ["{}"],
        "/words/try/{kind}": [{"entry_id": "shelling.noun", "act": "drop", "why": "x"}],
    }  # fmt: skip


def walked(app, store, told, visitor, header, scout):
    """Yield each request with its answer, and what long work that it starts came to."""
    for key, route in sorted(writes(app).items(), key=lambda one: _order(one[0][1])):
        if key[1] in (*LOOSE, OWN):
            continue
        for asked in asked_of(key, route, aims(store, _told_in(store, told), scout)):
            shown = {**header, "If-Match": "*"} if asked.of_api else {"X-CSRF": visitor.csrf()}
            answer = visitor.request(asked.method, asked.address, headers=shown, **asked.sent)
            assert answer.status_code < 500, asked
            yield asked, answer
            onward = answer.headers.get("location", "")
            if onward.startswith(("/words/trial/", "/words/recoded/")):
                yield asked, ended(visitor, onward)


def _order(path):
    """What changes incidents comes while they are there, and what sends another text of the report last."""
    return "incident" not in path, path.startswith(API), path


def ended(visitor, address):
    """Wait for work in the background, and return its page."""
    until = time.monotonic() + 60
    while not visitor.get(f"/words/progress/{address.rpartition('/')[2]}").json()["ended"]:
        assert time.monotonic() < until
        time.sleep(0.1)
    return visitor.get(address)


@pytest.mark.parametrize("name", ["reviewer", "admin"])
def test_whatever_he_sends_tells_and_alters_nothing(app, store, standing, browser, name):
    """With all that there is to know about the report, and whatever his role allows for others."""
    header = bearer(store, name)
    with store.writing() as connection:
        reader, by = user_named(connection, name), user_named(connection, "editor")
        ask_blind(connection, REPORT, reader=reader, by=by)
    before = facts(store)
    for asked, answer in walked(app, store, standing, browser(name), header, browser("editor")):
        said = answer.text + answer.headers.get("location", "")
        assert CANARY not in said, asked
        assert f'/reports/{REPORT}"' not in said, asked
        assert standing not in said or asked.names(standing), asked
        assert facts(store) == before, asked


def test_the_same_requests_tell_and_alter_who_sees_it(app, store, standing, browser):
    """So that the walk is known to reach what it is aimed at."""
    altering, before = set(), facts(store)
    for asked, _ in walked(app, store, standing, browser("admin"), bearer(store, "admin"), browser("editor")):
        now = facts(store)
        if now != before:
            altering.add(asked.route)
        before = now
    assert altering >= {
        *(
            "/acts/{report_id:path}",
            "/agreement/{key}/take",
            "/ask-blind/{report_id:path}",
            "/bulk",
            "/bulk/{key}/undo",
        ),
        *("/coding/{report_id:path}", "/judgements/{key}/undo", "/restore/{report_id:path}", "/words/recode/{number}"),
        *(f"{of}/incidents/{{incident_id}}/{what}" for of in ("", API) for what in ("grade", "merge", "split")),
        *(f"{API}/codings/{{report_id:path}}", f"{API}/reports", f"{API}/reviews/{{report_id:path}}"),
    }


def test_no_decision_draws_in_what_he_does_not_see(store, standing, browser, program_of, monkeypatch):
    """Neither on the page nor by a program: where the incident would be part of what comes of it, nothing is done."""
    real = decide.merge

    def drawing(linker, first, second, why):
        real(linker, first, second, why)
        return standing

    with store.writing() as connection:
        reader, by = user_named(connection, "reviewer"), user_named(connection, "editor")
        ask_blind(connection, REPORT, reader=reader, by=by)
    one, other = _others(store, standing)[:2]
    monkeypatch.setattr(decide, "merge", drawing)
    with store.reading() as connection:
        before = newest_key(connection)
    on_page = browser("reviewer").submit(f"/incidents/{one}/merge", {"other": other})
    by_program = program_of("reviewer").post(f"/incidents/{one}/merge", json={"other": other})
    for answer in (on_page, by_program):
        assert answer.status_code == 403
        assert standing not in answer.text
    with store.reading() as connection:
        assert newest_key(connection) == before
