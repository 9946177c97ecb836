"""Lists and answers: pages that hold still, tags of content, one shape for what goes wrong, a whole description."""

from __future__ import annotations

import json
from datetime import date

import pytest
from sqlalchemy import event
from starlette.testclient import TestClient
from tests.unit.serve.api.conftest import BASE, problem
from tests.web import REPORTS

from marsad.analyse import Spec, count_stored
from marsad.analyse.voices import Voices
from marsad.errors import StoreError
from marsad.incidents.happenings import happenings
from marsad.model.report import Report
from marsad.serve.api import problems
from marsad.store import Keeping, Rating, Source
from marsad.store.problems import BUSY
from marsad.trends import contrast, days_of, periods_asked
from marsad.trends.search import Search
from marsad.trends.show_contrast import contrast_object

LISTS = ("/reports", "/codings", "/incidents", "/actors", "/places", "/search", "/changes", "/log")


def all_of(client, path, limit, **asked):
    """Read a list to its end, some at a time."""
    items, after = [], None
    while True:
        told = client.get(path, params={**asked, "limit": limit, **({"after": after} if after else {})}).json()
        assert len(told["items"]) <= limit
        items += told["items"]
        after = told["next"]
        if after is None or not told["items"]:
            return items


@pytest.mark.parametrize("path", LISTS)
def test_pages_make_up_the_list(program, path):
    """One at a time or all at once, it is the same, and nothing comes twice."""
    client = program("admin", "write", "admin")
    whole = client.get(path, params={"limit": 200}).json()["items"]
    assert len(whole) > 1
    assert all_of(client, path, 1) == whole
    assert all_of(client, path, 2) == whole


@pytest.mark.parametrize("path", ["/reports", "/incidents", "/search", "/codings"])
def test_what_is_added_does_not_move_the_pages(program, path):
    """While a program reads, reports come: none is passed over, and none comes twice."""
    client = program("coder", "write")
    before = client.get(path, params={"limit": 200}).json()["items"]
    first = client.get(path, params={"limit": 2}).json()
    text = "اعتقلت قسد ثلاثة أشخاص في مدينة الرقة اليوم."
    for number, day in enumerate(("2016-01-01", "2025-05-05")):
        sent = {"report_id": f"new{number}", "text": text, "published": day, "outlet": "شبكة"}
        assert client.post("/reports", json={"reports": [sent]}).status_code == 200
    rest, after = [], first["next"]
    while after:
        told = client.get(path, params={"limit": 2, "after": after}).json()
        rest, after = rest + told["items"], told["next"]
    names = [_name(item) for item in (*first["items"], *rest)]
    assert len(names) == len(set(names))
    assert set(map(_name, before)) <= set(names)


def _name(item):
    return item.get("incident_id") or item.get("report_id") or item["report"]["report_id"]


def test_a_cursor_is_good_for_its_list_only(program):
    """Of another list, with other filters, or made up, it is refused."""
    client = program()
    cursor = client.get("/reports", params={"limit": 1}).json()["next"]
    for path, asked in (
        ("/codings", {}), ("/reports", {"outlet": "x"}), ("/changes", {}), ("/actors", {}),
    ):  # fmt: skip
        assert problem(client.get(path, params={**asked, "after": cursor})) == "bad-cursor"
    for made_up in ("x", "W10", "bnVsbA", "WyJhIiw5OTk5OTk5OTk5OTk5OTk5OTk5OTk5XQ", "é", "e30"):
        assert problem(client.get("/reports", params={"after": made_up})) == "bad-cursor"


def test_pages_have_a_largest_size(program):
    """More than that is refused, not cut without a word."""
    client = program()
    for limit in (0, -1, 201, "many"):
        assert problem(client.get("/reports", params={"limit": limit})) == "not-valid"


@pytest.mark.parametrize("path", ["/reports", "/reports/r1", "/codings/r1", "/incidents", "/counts", "/openapi.json"])
def test_what_did_not_change_is_not_sent_again(program, path):
    """With its tag an answer comes as 304, without a body; with another one it comes."""
    client = program()
    first = client.get(path)
    tag = first.headers["etag"]
    again = client.get(path, headers={"If-None-Match": f'"other", W/{tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert again.headers["cache-control"] == "private, no-cache"
    other = client.get(path, headers={"If-None-Match": '"other"'})
    assert (other.status_code, other.content) == (200, first.content)


def test_a_tag_changes_with_the_answer(program):
    """What was read before is not taken for what is now."""
    client = program("editor", "write")
    tag = client.get("/reviews/r1").headers["etag"]
    client.post("/reviews/r1", json={"act": "accept"})
    again = client.get("/reviews/r1", headers={"If-None-Match": tag})
    assert (again.status_code, again.json()["status"]) == (200, "checked")


def test_all_that_goes_wrong_has_one_shape(program, client_without):
    """No such address, no such thing, a wrong method, bad values, bad JSON, too much of it: each is a problem."""
    client = program("admin", "write", "admin")
    for answer, kind in (
        (client.get("/nothing"), "not-found"),
        (client.get("/reports/none"), "not-found"),
        (client.get("/codings/none"), "not-found"),
        (client.get("/incidents/none"), "not-found"),
        (client.get("/incidents/none/history"), "not-found"),
        (client.get("/reviews/none"), "not-found"),
        (client.delete("/reports"), "wrong-method"),
        (client.get("/reports", params={"published_from": "soon"}), "not-valid"),
        (client.get("/counts", params={"by": "moon"}), "not-valid"),
        (client.get("/counts", params={"by": "month,year"}), "not-valid"),
        (client.get("/counts", params={"people": "cats"}), "not-valid"),
        (client.get("/counts", params={"area": "Atlantis"}), "not-valid"),
        (client.get("/counts", params={"since": "2024-05-01", "until": "2024-04-01"}), "not-valid"),
        (client.get("/compare", params={"by": "month"}), "not-valid"),
        (client.get("/compare", params={"now": "2018-13"}), "not-valid"),
        (client.get("/compare", params={"now": "2018", "before": "2018"}), "not-valid"),
        (client.get("/compare", params={"actor": "nobody"}), "not-valid"),
        (client.get("/codings", params={"as_of": "soon"}), "not-valid"),
        (client.get("/codings", params={"as_of": "2020-01-01", "actor": "sdf"}), "not-valid"),
        (client.get("/snapshot", params={"as_of": "2999-01-01"}), "not-settled"),
        (client.post("/reports", content=b"{", headers={"Content-Type": "application/json"}), "not-valid"),
        (client.post("/reports", json={"reports": [{"report_id": "x", "text": "م" * 1_000_001}]}), "too-large"),
        (client.post("/judgements/99/take-back", json={}), "not-found"),
        (client_without.get("/reports"), "no-token"),
    ):
        assert problem(answer) == kind
    told = client.get("/reports", params={"limit": 0}).json()
    assert told["errors"] == [{"where": "query.limit", "problem": "Input should be greater than or equal to 1"}]


@pytest.fixture
def client_without(app):
    """A program without a token."""
    return TestClient(app, base_url=f"{BASE}/api/v1")


def test_what_fails_is_told_without_its_reasons(program, monkeypatch):
    """An error in the code is a problem like others, and its words stay in the server's log."""

    def fail(*_args, **_more):
        raise RuntimeError("secret")

    said = []
    monkeypatch.setattr(problems._LOG, "error", lambda _said, exc_info: said.append(str(exc_info)))
    monkeypatch.setattr("marsad.serve.api.routes.reports.reports_page", fail)
    answer = program().get("/reports")
    assert problem(answer) == "failed"
    assert "secret" not in answer.text
    assert said == ["secret"]


def test_a_busy_store_says_when_to_try_again(program, monkeypatch):
    """Somebody else writes for too long: 503 with Retry-After, not a fault of the request."""

    def wait(*_args, **_more):
        raise StoreError(min(BUSY), store="s", remedy="Wait.")

    monkeypatch.setattr("marsad.serve.api.routes.reports.reports_page", wait)
    answer = program().get("/reports")
    assert (problem(answer), answer.headers["retry-after"]) == ("busy", "5")


def test_every_field_is_described_with_an_example(program):
    """In what is sent, in what is answered, and in what is asked for."""
    told = program().get("/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    missing = []
    for name, shape in told["components"]["schemas"].items():
        if "enum" in shape:
            continue
        for field, schema in shape.get("properties", {}).items():
            if name not in _OF_PAGES and not (schema.get("description") and "examples" in schema):
                missing.append(f"{name}.{field}")
    for path, operations in told["paths"].items():
        for method, operation in operations.items():
            assert operation["description"], (method, path)
            for one in operation.get("parameters", ()):
                described = one.get("description") or one["schema"].get("description")
                example = "example" in one or "examples" in one["schema"] or one["in"] == "path"
                if not (described or one["in"] == "path") or not example:
                    missing.append(f"{method} {path} {one['name']}")
    assert missing == []


_OF_PAGES = frozenset(("Draft", "PlaceDraft", "DateDraft", "CountDraft", "SourceDraft", "Words"))
"""Shapes that the pages send, too."""


def test_counts_are_those_of_everywhere(program, store):
    """The interface has no definition of its own."""
    spec = Spec(by=("month", "admin1"), people=("killed", "wounded"))
    found = count_stored(store, spec)
    asked = {"by": "month,admin1", "people": "killed,wounded", "ids": "true"}
    told = program().get("/counts", params=asked).json()
    assert [[tuple(value.values()) for value in row["key"]] for row in told["rows"]] == [
        [tuple(value) for value in row.key] for row in found.rows
    ]
    assert [row["ids"] for row in told["rows"]] == [row.tally.ids for row in found.rows]
    assert told["total"]["people"]["killed"]["best"] == found.total.figures["killed"].best
    assert program().get("/counts", params={"of": "incidents"}).json()["total"]["number"] == 4


def test_two_periods_are_those_of_everywhere(program, store):
    """The interface has no definition of its own."""
    with store.reading() as connection:
        record = Voices().of(happenings(connection))
    periods = periods_asked(record, days_of("2018"), days_of("2017"))
    found = contrast(record, Search(name="compare"), periods, by=("admin1", "kind"), people=("killed", "wounded"))
    asked = {"now": "2018", "before": "2017", "by": "admin1,kind", "people": "killed,wounded"}
    assert program().get("/compare", params=asked).json() == json.loads(json.dumps(contrast_object(found)))


def test_filters_narrow_lists(program):
    """As on the pages: by what happened, who, where and when."""
    client = program()

    def named(path, **asked):
        return [_name(item) for item in client.get(path, params=asked).json()["items"]]

    assert named("/codings", actor="sdf") == ["r2"]
    assert named("/codings", area="SY09") == ["r1"]
    assert named("/codings", happened_from="2019-01-01", happened_until="2019-12-31") == ["م/3 ؟"]
    assert named("/reports", outlet="شبكة ضفاف") == ["r1", "r2"]
    assert named("/reports", published_from="2020-01-01", published_until="2020-12-31") == ["r4"]
    assert named("/search", q="قصف*") == ["r1"]
    assert len(named("/incidents", actor="sdf")) == 2
    assert len(named("/incidents", place="ذيبان")) == 1
    assert named("/incidents", since="2030-01-01") == []
    assert client.get("/reports/م%2F3 ؟").json()["report_id"] == "م/3 ؟"


@pytest.mark.parametrize("path", LISTS)
def test_a_page_asks_the_store_as_often_whatever_it_holds(program, store, path):
    """However many items are on it: no item asks for itself."""
    rating = Rating(reliability="B", valid_from=date(2010, 1, 1))
    for outlet in {report.outlet for report in REPORTS}:
        store.keep_source(Source(outlet=outlet, kind="channel", ratings=(rating,)))
    client, asked = program("admin", "write", "admin"), []
    client.get("/me")  # the first use of a token in a day is noted
    event.listen(store.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    numbers = {}
    for limit in (1, 4):
        asked.clear()
        items = client.get(path, params={"limit": limit}).json()["items"]
        numbers[len(items)] = len(asked)
    assert len(numbers) == 2
    assert max(numbers.values()) - min(numbers.values()) <= 1  # dated incidents, then undated ones
    assert max(numbers.values()) <= 12


def test_signs_that_no_page_takes_come_through(program, store):
    """Half an emoji and a NUL in a text are answered as escapes, and do not break the answer."""
    store.keep([Keeping(report=Report(report_id="odd", text="نص \ud83d \x00 هنا"))])
    assert program().get("/reports/odd").json()["text"] == "نص \ud83d \x00 هنا"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/incidents?aera=SY09", "Did you mean 'area'?"), ("/incidents?sub_event_typ=Attack", "'sub_event_type'"),
        ("/codings?Actor=sdf", "'actor'"), ("/counts?untill=2024-03-01", "'until'"), ("/compare?zzz=1", "There are: "),
        ("/me?of=x", "nor any other"), ("/incidents?area=SY09&q=x&limits=3", "query.q"),
    ],
)  # fmt: skip
def test_a_misspelt_filter_is_refused(program, address, said):
    """Else everything would be told as if it were asked for; each is named, with the nearest that there is."""
    answer = program().get(address)
    assert answer.status_code == 422
    assert answer.json()["type"] == "urn:marsad:problem:not-valid"
    assert said in json.dumps(answer.json(), ensure_ascii=False)
    assert len(answer.json()["errors"]) == max(1, address.count("&"))
