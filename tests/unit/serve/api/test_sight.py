"""Who sees what holds for programs as on the pages: what is not to be told comes through nowhere."""

from __future__ import annotations

from math import asinh, pi, radians, tan

import pytest
from tests.unit.serve.api.conftest import problem
from tests.unit.serve.api.test_tokens import WHO
from tests.unit.serve.api.test_writes import sent
from tests.unit.serve.test_canaries import CLOSED, ECHOED, NAMES, planted

from marsad.editions.prepare import prepare, waiting
from marsad.gazetteer import load
from marsad.serve.api.answer import INCOMPLETE

__all__ = ["planted"]

WORDS = ("الزعتراوي", "هجين", "مخبرنا", "مركدة", "قصف")


def _tiles(connection):
    """Yield every tile, near and far, that a point of any event lies on."""
    points = "SELECT latitude, longitude FROM events WHERE latitude IS NOT NULL"
    for latitude, longitude in connection.exec_driver_sql(points).all():
        for zoom in (0, 5, 9, 14):
            down = (1 - asinh(tan(radians(latitude))) / pi) / 2
            yield f"{zoom}/{int((longitude + 180) / 360 * 2**zoom)}/{int(down * 2**zoom)}"


def walked(client, store):
    """Return all that a token gets to read."""
    with store.reading() as connection:
        known = {
            "{report_id:path}": [kept.report.report_id for kept in store.reports()],
            "{incident_id}": list(connection.exec_driver_sql("SELECT incident_id FROM incidents").scalars()),
            "{z}/{x}/{y}": sorted(set(_tiles(connection))),
        }
    found = {}
    for method, path in WHO:
        if method != "GET" or path == "/openapi.json":
            continue
        own = next((name for name in known if name in path), None)
        for value in known[own] if own else [""]:
            for asked in ({}, {"as_of": "2024-01-01"}, *({"q": word} for word in WORDS if path == "/search")):
                for most in ({"limit": 200}, {}):  # what is no list refuses it
                    answer = client.get(path.replace(own or "{}", value), params=most | asked)
                    assert answer.status_code < 500
                    found[path, value, *map(str, (*most, *asked.values()))] = answer.text
    return found


def test_a_viewers_program_is_told_the_public_edition(planted, program):
    """Neither names nor numbers nor the point of a sensitive event, in any answer, whatever is searched for."""
    (event, *_) = planted.codings("canary")[-1].record["events"]
    points = tuple(f"{event['place'][name]:.3f}"[:-1] for name in ("latitude", "longitude"))
    whole = walked(program("admin", "write", "admin"), planted)
    assert all(any(name in text for text in whole.values()) for name in (*NAMES[:3], *points, *ECHOED))
    drawn = [text for asked, text in whole.items() if asked[0].endswith(".geojson")]
    assert all(any(point in text for text in drawn) for point in points)
    for asked, text in walked(program("viewer", "read"), planted).items():
        for canary in (*NAMES, *points, *ECHOED):
            assert canary not in text, (asked, canary)


def test_reports_of_other_groups_are_told_to_no_program(planted, program):
    """Not the text, the outlet or the id; and posting under the id tells no more than that it is taken."""
    assert any("مخبرنا" in text for text in walked(program("admin", "write", "admin"), planted).values())
    for name in ("viewer", "coder", "editor"):
        for asked, text in walked(program(name), planted).items():
            for canary in ("مخبرنا", CLOSED.outlet, "مصدرنا", '"closed'):
                if asked[1] != "closed" or canary != '"closed':
                    assert canary not in text, (name, asked, canary)
    client = program("editor", "write")
    (told,) = client.post("/reports", json={"reports": [sent("closed")]}).json()["reports"]
    assert told["refused"] == "The id belongs to another report."
    assert len(planted.versions("closed")) == 1


@pytest.mark.parametrize(("method", "path"), [("PUT", "/codings/closed"), ("POST", "/reviews/closed")])
def test_nothing_is_done_with_what_is_not_seen(planted, program, method, path):
    """As if it were not there."""
    body = {"act": "accept", "events": []}
    answer = program("editor", "write").request(method, path, json=body, headers={"If-Match": "*"})
    assert problem(answer) == "not-found"
    assert all(entry.act in ("keep", "code", "link") for entry in planted.log("report:closed"))


@pytest.mark.usefixtures("planted")
def test_what_stood_before_is_told_to_who_sees_all(program):
    """Who does not sees changes without what differed, and no other moment than now."""
    client = program("editor", "write")
    assert client.get("/me").json()["sees_all"] is False
    assert problem(client.get("/snapshot", params={"as_of": "2024-01-01"})) == "not-allowed"
    items = client.get("/changes", params={"limit": 200}).json()["items"]
    assert items
    assert all(one["difference"] is None and one["sha256"] is None and "why" not in one["reason"] for one in items)
    assert "closed" not in {one["item"] for one in items}


def test_a_place_is_told_as_its_asker_may_know_it(planted, program):
    """The town of a sensitive event has an incident for who sees all, none for a viewer; the governorate for both."""
    (event, *_) = planted.codings("canary")[-1].record["events"]
    whole, public = program("coder", "read"), program("viewer", "read")
    town = whole.get(f"/places/{event['place']['place_id']}").json()
    assert (town["incidents"], town["events"], town["precision"], town["feature"]) == (1, 2, 1, "town")
    assert [one["place_id"] for one in town["above"]][:2] == ["SY", "SY09"]
    assert town["months"] == [{"value": "2018-03", "number": 1}]
    assert town["actors"]
    told = public.get(f"/places/{town['place_id']}").json()
    nothing = {name: [] for name in ("kinds", "months", "actors", "sources")}
    assert told == {**town, "incidents": 0, "events": 0, **nothing}
    unit = whole.get("/places/SY09").json()
    assert {one["place_id"] for one in unit["parts"]} == {"SY0901", "SY0902", "SY0903"}
    assert unit["incidents"] >= public.get("/places/SY09").json()["incidents"] >= 1
    assert problem(whole.get("/places/nowhere")) == "not-found"


def test_what_is_not_made_ready_is_no_empty_answer(planted, app, program):
    """A viewer's program is told to come back, then that an answer is not whole, then nothing of it; others never."""
    app.state.kept_ready = True
    viewer, coder = program("viewer", "read"), program("coder", "read")
    for path in ("/incidents", "/reports", "/reports/canary", "/search?q=قصف"):
        answer = viewer.get(path)
        assert (answer.status_code, problem(answer)) == (503, "getting-ready"), path
        assert answer.headers["retry-after"] == "5"
        assert INCOMPLETE not in coder.get(path).headers
    prepare(planted, load(), most=2)  # the newest is of a collection that he does not see
    part = viewer.get("/reports")
    assert (part.status_code, part.headers[INCOMPLETE]) == (200, "getting-ready")
    while waiting(planted, load()):
        prepare(planted, load())
    whole = viewer.get("/reports")
    assert INCOMPLETE not in whole.headers
    assert len(whole.json()["items"]) > len(part.json()["items"])
    assert problem(viewer.get("/reports/nothing")) == "not-found"
