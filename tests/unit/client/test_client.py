"""The client against a workbench: what is read comes as values, what is written is written once."""

from __future__ import annotations

import random
import time
from datetime import UTC, date, datetime

import httpx
import pytest
from tests.unit.client.conftest import URL
from tests.web import REPORTS

from marsad.client import ApiError, Client
from marsad.client.asking import Asking
from marsad.errors import SettingsError
from marsad.model.amendment import Amendment
from marsad.model.report import Report
from marsad.store.amendments import keep_amendments


def test_lists_are_read_to_their_end(client, monkeypatch):
    """Page by page, as values: reports are those that were kept."""
    monkeypatch.setattr("marsad.client.client._AT_ONCE", 2)
    with client() as asking:
        assert [found.report for found in asking.reports()] == [REPORTS[0], REPORTS[1], REPORTS[2], REPORTS[3]]
        codings = list(asking.codings())
        assert [coding.report_id for coding in codings] == [report.report_id for report in REPORTS]
        assert len(list(asking.incidents())) == 4
        assert [coding.report_id for coding in asking.codings(actor="sdf")] == ["r2"]
        found = list(asking.search("قصف*"))
        assert [REPORTS[0].source_text[start:end] for start, end in found[0].highlights] == ["قصف", "قصف"]
        assert asking.report("م/3 ؟").report == REPORTS[2]
        assert asking.me()["name"] == "editor"


def test_counts_come_as_rows(client):
    """With the records behind them where they are asked for."""
    counts = client().counts("month,admin1", people="killed", ids=True)
    assert counts.total.number == 4
    assert counts.rows[0].key == (("2018-03", ""), ("SY09", ""))
    assert counts.rows[0].people["killed"]["best"] == 3
    assert counts.rows[0].ids == ("r1#1",)
    incidents = client().counts("year", of="incidents", since=date(2021, 1, 1), panel=["شبكة ضفاف"])
    assert (incidents.total.number, incidents.rows[0].ids) == (2, None)


def test_two_periods_come_as_rows(client):
    """With the sources they rest on, and who is left out and why."""
    found = client().compare("2018", "2017", by="admin1", area="SY")
    assert (found.before, found.now) == (("2017-01-01", "2017-12-31"), ("2018-01-01", "2018-12-31"))
    assert found.total.verdict == "cannot tell"
    assert found.total.why == ("No source reported throughout both periods.",)
    assert (found.sources, found.total.ratio, found.total.ids) == ((), None, ((), ()))
    assert found.left_out


def test_what_changes_is_followed(client):
    """From the beginning, and later from where it was."""
    asking = client()
    feed = asking.changes()
    first = list(feed)
    assert [one.change for one in first] == list(range(1, len(first) + 1))
    kept = asking.post_reports(
        [Report(report_id="new", text="اعتقلت قسد شخصين في الرقة.", published_on=date(2023, 9, 9))]
    )
    assert [(one.report_id, one.new, one.coded) for one in kept] == [("new", True, True)]
    assert [(one.kind, one.act) for one in feed] == [("coding", "created"), ("incident", "created")]
    assert list(asking.changes(feed.cursor)) == []
    asking.correct(asking.coding("new"), [], comment="لا حدث")
    (coding,) = list(feed)
    assert [(one.field, one.after) for one in coding.difference] == [("event", None)]
    assert coding.reason["why"] == "لا حدث"


def test_changes_of_words_are_followed(client, store):
    """From the beginning, and later from where it was; each says what differs."""
    asking = client()
    feed = asking.word_changes()
    assert list(feed) == []
    with store.writing() as connection:
        retired = Amendment(kind="triggers", entry_id="airstrike.drop", act="retire", why="لا يلزم")
        keep_amendments(connection, [retired], who="هدى")
    (change,) = list(feed)
    assert (change.number, change.who, change.act, change.why, change.value) == (1, "هدى", "retire", "لا يلزم", None)
    assert ("id", "airstrike.drop", None) in [(one.field, one.before, one.after) for one in change.difference]
    assert list(asking.word_changes(feed.cursor)) == []


def test_half_an_emoji_is_refused_by_name(client):
    """It is sent as its escape, and the answer says where it stands."""
    with pytest.raises(ApiError, match=r"body\.reports\.0\.text: Input should be a valid string"):
        client().post_reports([Report(report_id="odd", text="نص \ud83d هنا")])


def test_nobody_is_written_over(client):
    """A coding that was read before somebody else's correction is refused as changed."""
    asking = client()
    read = asking.coding("r1")
    events = [{**read.record["events"][0], "killed": None}]
    assert asking.correct(read, events) == asking.coding("r1").coding
    with pytest.raises(ApiError, match="changed since it was read") as raised:
        asking.correct(read, [])
    assert (raised.value.kind, raised.value.status) == ("changed", 412)


def test_what_was_read_in_a_list_is_not_written_over_either(client):
    """It came without a tag: it is taken as read while it stands as it was, and is refused as changed from then on."""
    asking = client()
    coding = next(one for one in asking.codings() if one.report_id == "r1")
    incident = next(iter(asking.incidents(actor="sdf")))
    asking.correct(coding, [{**coding.record["events"][0], "killed": None}])
    asking.attribute(incident, "contested")
    with pytest.raises(ApiError) as raised:
        asking.correct(coding, [])
    assert raised.value.kind == "changed"
    with pytest.raises(ApiError) as raised:
        asking.attribute(incident, "high")
    assert raised.value.kind == "changed"


def test_incidents_are_decided_on(client):
    """Graded, contested, and taken back."""
    asking = client()
    incident = next(iter(asking.incidents(actor="sdf")))
    incident = asking.incident(incident.incident_id)
    decided = asking.attribute(incident, "contested", why="Two say so")
    now = asking.incident(incident.incident_id)
    assert now.record["attribution"]["contested"] is True
    asking.grade(now, now.record["members"][0]["report_id"], 5)
    asking.take_back(decided.judgement)
    assert asking.incident(incident.incident_id).record["attribution"]["contested"] is False
    assert asking.review("r1", "accept") == "checked"
    other = next(one for one in asking.incidents() if one.record["members"][0]["report_id"] != "r2")
    merged = asking.merge(asking.incident(incident.incident_id), other.incident_id)
    back = asking.split(asking.incident(merged.incidents[0]), [other.record["members"][0]["report_id"]])
    assert len(back.incidents) == 2


def test_a_moment_has_a_seal(client):
    """Of before there was anything; one to come is refused."""
    asking = client()
    told = asking.snapshot(datetime(2020, 1, 1, tzinfo=UTC))
    assert (told.codings, told.change) == (0, 0)
    assert list(asking.incidents(as_of="2020-01-01")) == list(asking.codings(as_of="2020-01-01")) == []
    with pytest.raises(ApiError, match="not settled yet"):
        asking.snapshot("2999-01-01")


def test_a_busy_server_is_asked_again(client, through, monkeypatch):
    """After as long as it says, else twice as long each time; what writes keeps its key, so that it is done once."""
    waited = []
    monkeypatch.setattr(time, "sleep", waited.append)
    monkeypatch.setattr(random, "uniform", lambda low, high: (low + high) / 2)
    asking = client()
    asking._asking._sleep = waited.append
    through.first = [
        httpx.Response(429, headers={"retry-after": "7"}),
        httpx.ConnectError("no"),
        httpx.Response(503),
    ]
    assert asking.review("r1", "accept") == "checked"
    assert waited == [7.0, 1.0, 2.0]
    assert len({request.headers["idempotency-key"] for request in through.asked}) == 1
    assert len(through.asked) == 4


def test_it_gives_up(client, through):
    """With what it was told last."""
    asking = client(tries=2)
    asking._asking._sleep = lambda _: None
    through.first = [
        httpx.Response(503),
        httpx.Response(503, json={"type": "urn:marsad:problem:busy", "title": "Busy."}),
    ]
    with pytest.raises(ApiError, match=r"GET /me: Busy\.") as raised:
        asking.me()
    assert raised.value.kind == "busy"
    through.first = [httpx.ConnectError("no"), httpx.ReadTimeout("slow")]
    with pytest.raises(ApiError, match=r"no answer \(slow\)"):
        asking.me()
    through.first = [httpx.Response(404, text="<html>")]
    with pytest.raises(ApiError, match="not one of marsad"):
        asking.me()


def test_a_token_goes_nowhere_else(through, token):
    """An answer that leads to another site is not followed, and the token stands in no address."""
    asking = Client(URL, token(), transport=through)
    through.first = [httpx.Response(302, headers={"location": "http://evil.example/"})]
    with pytest.raises(ApiError):
        asking.me()
    assert len(through.asked) == 1
    assert "marsad_" not in str(through.asked[0].url)


def test_address_and_token_may_come_from_the_environment(monkeypatch):
    """Both are needed, and missing they are named."""
    monkeypatch.delenv("MARSAD_URL", raising=False)
    monkeypatch.delenv("MARSAD_TOKEN", raising=False)
    with pytest.raises(SettingsError, match="MARSAD_URL and MARSAD_TOKEN"):
        Client()
    monkeypatch.setenv("MARSAD_URL", URL)
    monkeypatch.setenv("MARSAD_TOKEN", "marsad_x")
    Client().close()


def test_not_one_try_is_none(through):
    """Whoever allows none gets no answer."""
    asking = Asking(URL, "marsad_x", timeout=1.0, tries=0, transport=through)
    with pytest.raises(ApiError, match="Not even one try"):
        asking.ask("GET", "/me")
