"""Coding blind on the pages: nothing of the first coding is shown before the second is kept, then both are compared."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from tests.web import REPORTS, events_of

from marsad.export import to_record
from marsad.gazetteer import load
from marsad.model.where import Place
from marsad.pipeline import Coder
from marsad.store import CodedBy, Keeping
from marsad.store.access import add_collection, collect_outlet
from marsad.store.accounts import user_named


def key_of(store, name):
    with store.reading() as connection:
        return user_named(connection, name).key


@pytest.fixture
def asked(browser, store):
    """The coder checked a report, and the editor lets the reviewer code it blind."""
    coding = store.codings("r1")[-1].coding_key
    assert browser("coder").act("/coding/r1", {"in_force": coding, "events": events_of(store, "r1")}).status_code == 200
    answer = browser("editor").submit("/ask-blind/r1", {"reader": key_of(store, "reviewer")})
    assert answer.status_code == 303
    return store


def data_of(text):
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)[1])


def second(store, **changed):
    (event,) = events_of(store, "r1")
    return {**event, "event_id": None, "evidence_fields": [], **changed}


@pytest.mark.usefixtures("asked")
def test_the_first_coding_is_not_shown(browser):
    """The report leads to the empty form; its history is shut; another person sees both as ever."""
    visitor = browser("reviewer")
    assert visitor.get("/reports/r1").headers["location"] == "/blind/r1"
    assert "To code blind" in visitor.get("/queue").text
    text = visitor.get("/blind/r1").text
    data = data_of(text)
    assert (data["events"], data["may_code"], data["save_to"]) == ([], True, "/blind")
    for hidden in ('id="incidents"', "/history/", "found the coding right", 'data-act="confirm"'):
        assert hidden not in text
    assert visitor.get("/history/r1").status_code == 403
    assert browser("editor").get("/reports/r1").status_code == 200
    assert browser("coder").get("/blind/r1").status_code == 404


@pytest.mark.usefixtures("asked")
def test_the_second_coding_is_kept_once_and_compared(browser, store):
    """Then the report opens as ever, with the first coding in force; figures and the disagreement are on the page."""
    visitor, before = browser("reviewer"), store.codings("r1")
    reading = data_of(visitor.get("/blind/r1").text)["coding"]
    wanted = {"in_force": reading, "events": [second(store, killed={"low": 4, "best": 4, "high": 4})]}
    told = visitor.act("/blind/r1", wanted).json()
    assert told["onward"] == f"/agreement/{reading}"
    assert visitor.act("/blind/r1", wanted).status_code == 404
    assert store.codings("r1") == before
    assert visitor.get("/reports/r1").status_code == 200
    assert visitor.get("/blind-next").headers["location"] == "/agreement"
    text = browser("coder").get("/agreement").text
    assert "1 report was coded twice." in text
    title = next(one.headline for one in REPORTS if one.report_id == "r1")
    assert f'href="/agreement/{reading}"><bdi>{title}</bdi></a>' in text
    assert '<bdi dir="ltr">r1</bdi>' in text
    compared = browser("coder").get(f"/agreement/{reading}").text
    assert "<bdi>3</bdi></td><td><bdi>4</bdi>" in compared
    assert store.first_broken() is None


def namesakes():
    """Return two places of one name in one governorate."""
    met: dict[tuple[str | None, ...], Place] = {}
    for place in load():
        if place.country == "SY" and place.admin1:
            other = met.setdefault((place.name_ar, place.name_en, place.admin1), place)
            if other is not place:
                return other, place
    raise AssertionError("no two places have one name")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_two_places_of_one_name_are_told_apart(browser, store, language):
    """What both coders call alike is not the same: then their ids stand behind the name, and nowhere else."""
    (event,) = events_of(store, "r1")
    first, other = (
        {**event["place"], "name": one.name_ar, "place_id": one.place_id, "country": "SY", "admin1": one.admin1}
        for one in namesakes()
    )
    coding = store.codings("r1")[-1].coding_key
    browser("coder").act("/coding/r1", {"in_force": coding, "events": [{**event, "place": first}]})
    browser("editor").submit("/ask-blind/r1", {"reader": key_of(store, "reviewer")})
    visitor = browser("reviewer")
    reading = data_of(visitor.get("/blind/r1").text)["coding"]
    visitor.act("/blind/r1", {"in_force": reading, "events": [second(store, place=other, killed=None)]})
    text = browser("coder", language=language).get("/agreement").text
    for place in (first, other):
        assert re.search(rf"\[\W?{place['place_id']}\W?\]</bdi></td>", text)
    assert len(re.findall(r"\]</bdi></td>", text)) == 2


@pytest.mark.usefixtures("asked")
def test_the_second_coding_can_be_put_in_force(browser, store):
    """As a new coding with ids that nothing had; taken back, the first stands again."""
    visitor = browser("reviewer")
    reading = data_of(visitor.get("/blind/r1").text)["coding"]
    visitor.act("/blind/r1", {"in_force": reading, "events": [second(store, killed=None)]})
    assert browser("coder").submit(f"/agreement/{reading}/take").status_code == 403
    assert browser("editor").submit(f"/agreement/{reading}/take").headers["location"] == "/reports/r1"
    (event,) = events_of(store, "r1")
    assert (event["killed"], event["event_id"]) == (None, "r1#2")
    assert store.codings("r1")[-1].user == "editor"
    assert browser("editor").submit(f"/agreement/{reading}/take").status_code == 409
    assert browser("editor").act("/acts/r1", {"act": "undo"}).status_code == 200
    assert events_of(store, "r1")[0]["killed"]["best"] == 3


@pytest.mark.usefixtures("asked")
def test_who_settles_between_two_codings_is_told(browser, store):
    """That the first one stays is decided by a reviewer, with a reason; the list says what is settled and what not."""
    visitor = browser("reviewer")
    reading = data_of(visitor.get("/blind/r1").text)["coding"]
    visitor.act("/blind/r1", {"in_force": reading, "events": [second(store, killed=None)]})
    for reader in ("coder", "editor"):
        assert "not settled" in browser(reader).get("/agreement").text
    before = store.codings("r1")[-1]
    assert browser("coder").submit(f"/agreement/{reading}/keep").status_code == 403
    answer = browser("editor").submit(f"/agreement/{reading}/keep", {"why": "three names are listed"})
    assert answer.headers["location"] == f"/agreement/{reading}"
    assert store.codings("r1")[-1] == before
    text = browser("coder").get(f"/agreement/{reading}").text
    assert "Settled: the first coding holds." in text
    assert "three names are listed" in text
    editor = browser("editor")
    assert f"/agreement/{reading}/take" not in editor.get(f"/agreement/{reading}").text
    assert "the first holds" in editor.get("/agreement").text
    assert "three names are listed" in editor.get("/history/r1").text
    assert editor.act("/acts/r1", {"act": "undo"}).status_code == 200
    assert editor.submit(f"/agreement/{reading}/take", {"why": "nobody counted"}).status_code == 303
    assert "Settled: the second coding holds." in editor.get(f"/agreement/{reading}").text
    assert "nobody counted" in editor.get(f"/agreement/{reading}").text
    assert editor.submit(f"/agreement/{reading}/keep").status_code == 409
    again = [{**event, "killed": {"low": 9, "best": 9, "high": 9}} for event in events_of(store, "r1")]
    editor.act("/coding/r1", {"in_force": store.codings("r1")[-1].coding_key, "events": again})
    assert "coded otherwise since" in browser("coder").get("/agreement").text


@pytest.mark.usefixtures("asked")
def test_reports_are_drawn_for_somebody(browser, store):
    """From what others checked, and only for people who code."""
    assert (
        browser("editor")
        .submit("/agreement/draw", {"reader": key_of(store, "admin"), "most": 5})
        .headers["location"]
        .endswith("drawn=0")
    )  # the only one that was checked is being read
    coding = store.codings("r2")[-1].coding_key
    browser("coder").act("/coding/r2", {"in_force": coding, "events": events_of(store, "r2")})
    answer = browser("editor").submit("/agreement/draw", {"reader": key_of(store, "admin"), "most": 5})
    assert answer.headers["location"] == "/agreement?drawn=1"
    assert "1 report was drawn." in browser("editor").get("/agreement?drawn=1").text
    assert browser("admin").get("/blind-next").headers["location"] == "/blind/r2"
    for nobody in (key_of(store, "viewer"), 999):
        assert browser("editor").submit("/agreement/draw", {"reader": nobody, "most": 5}).status_code == 422
    assert browser("editor").submit("/ask-blind/r4", {"reader": key_of(store, "admin")}).status_code == 409


def test_an_older_text_is_not_restored(browser, store):
    """Once the outlet edited a report, a coding of the text before cannot be in force: its words are gone."""
    old = store.codings("r1")[-1].coding_key
    edited = replace(REPORTS[0], text="هدوء في ذيبان.")
    store.keep(
        [Keeping(report=edited, record=to_record(Coder().code(edited), report=edited))],
        CodedBy(coder_version="1", resources_version="w", gazetteer="embedded"),
    )
    now = store.codings("r1")[-1].coding_key
    assert now != old
    answer = browser("coder").submit("/restore/r1", {"coding": old, "in_force": now})
    assert answer.status_code == 409
    assert "older text" in answer.text


@pytest.mark.usefixtures("asked")
def test_nobody_is_asked_to_code_what_he_does_not_see(browser, store):
    """Reports of another group's collection are not drawn for him, and what he was asked before is no longer there."""
    with store.writing() as connection:
        collect_outlet(connection, add_collection(connection, "closed", who="t"), "شبكة ضفاف", who="t")
    coding = store.codings("r2")[-1].coding_key
    browser("admin").act("/coding/r2", {"in_force": coding, "events": events_of(store, "r2")})
    reader = key_of(store, "reviewer")
    answer = browser("admin").submit("/agreement/draw", {"reader": reader, "most": 5})
    assert answer.headers["location"] == "/agreement?drawn=0"
    assert browser("admin").submit("/ask-blind/r2", {"reader": reader}).status_code == 409
    assert browser("reviewer").get("/blind-next").headers["location"] == "/agreement"
    assert browser("reviewer").get("/blind/r1").status_code == 404
