"""Signs that no database takes, wherever a program may put them: answered, or refused as not valid; never a failure."""

from __future__ import annotations

import json

import pytest
from tests.unit.serve.api.conftest import problem
from tests.unit.serve.api.test_writes import corrected

from marsad.serve.api import cursor
from marsad.store.filters import Filters
from marsad.store.question import Question

ODD = ("\x00", "\ud83d", "ا\x00ب\udc00")


def sending(client):
    """Return a way to send what the client of the tests would not."""

    def send(method, path, body):
        headers = {"Content-Type": "application/json", "If-Match": "*"}
        return client.request(method, path, content=json.dumps(body), headers=headers)

    return send


def test_a_nul_is_kept(program):
    """In reports, codings, comments and reasons."""
    client, odd = program("editor", "write"), "ا\x00ب"
    send = sending(client)
    sent = {
        "report_id": f"x{odd}",
        "text": f"اعتقلت قسد {odd} شخصين.",
        "headline": odd,
        "outlet": f"ش{odd}",
        "url": odd,
    }
    assert send("POST", "/reports", {"reports": [sent]}).status_code == 200
    body = corrected(client.get("/codings/r1").json(), killed=None)
    body["events"][0]["place"] = {**body["events"][0]["place"], "name": f"ذ{odd}", "place_id": odd, "also": [odd]}
    body["events"][0] |= {"sources": [{"name": odd, "kind": "official"}], "side1": [f"other:{odd}"]}
    assert send("PUT", "/codings/r1", {**body, "comment": odd}).status_code == 200
    assert send("POST", "/reviews/r1", {"act": "comment", "comment": odd}).status_code == 200
    assert problem(send("POST", "/reviews/r1", {"act": "assign", "assignee": odd})) == "not-valid"
    incident = client.get("/incidents").json()["items"][0]["incident_id"]
    assert send("POST", f"/incidents/{incident}/grade", {"attribution": "low", "why": odd}).status_code == 200
    for what, asked in (("merge", {"other": odd}), ("split", {"reports": [odd]})):
        assert problem(send("POST", f"/incidents/{incident}/{what}", asked)) in ("conflict", "not-found")
    for path in ("/reports", "/codings", "/incidents", "/changes", "/search", "/actors", "/places"):
        assert client.get(path, params={"limit": 200}).status_code == 200


@pytest.mark.parametrize("odd", ODD[1:])
def test_half_an_emoji_is_refused(program, odd):
    """Wherever it stands."""
    send = sending(program("editor", "write"))
    for method, path, body in (
        ("POST", "/reports", {"reports": [{"report_id": "x", "text": odd}]}),
        ("PUT", "/codings/r1", {"events": [], "comment": odd}),
        ("POST", "/reviews/r1", {"act": "comment", "comment": odd}),
        ("POST", "/judgements/1/take-back", {"why": odd}),
        ("POST", "/incidents/i/merge", {"other": odd}),
    ):
        assert problem(send(method, path, body)) == "not-valid"


def test_odd_signs_in_what_is_asked(program):
    """Filters, ids, questions, and cursors that somebody made up."""
    client = program("admin", "write", "admin")
    for path, names in (
        ("/reports", ("outlet",)), ("/codings", ("actor", "area", "outlet", "as_of")), ("/search", ("q", "actor")),
        ("/incidents", ("place", "actor", "as_of")), ("/log", ("item",)), ("/counts", ("area", "panel", "by")),
        ("/compare", ("area", "panel", "by", "now", "actor")),
    ):  # fmt: skip
        for name in names:
            assert client.get(path, params={name: "ا\x00ب"}).status_code in (200, 422), (path, name)
    for path in ("/reports/a%00b", "/codings/%00", "/incidents/%00", "/reviews/%00", "/incidents/%00/history"):
        assert problem(client.get(path)) == "not-found"
    for odd in ODD:
        for path, asked, place in (
            ("/incidents", {"of": "incidents", "filters": Question(), "as_of": None}, [odd, odd]),
            ("/search", {"of": "search", "q": "", "filters": Filters()}, [odd, 0]),
            ("/actors", {"of": "actors"}, [odd]),
            ("/places", {"of": "places"}, [odd]),
        ):
            assert problem(client.get(path, params={"after": cursor.write(place, asked)})) == "bad-cursor", path
