"""Codings of a store into incidents: in any order the same as all at once, and no report touches more than it must."""

from __future__ import annotations

import json
import random
from datetime import date

import pytest
from tests.unit.incidents.conftest import holding, lines_in

from marsad.copies import CopyIndex
from marsad.incidents.linker import Linker
from marsad.link.copied import count_once, origins_of
from marsad.link.index import Index
from marsad.link.read import codings_of
from marsad.link.record import to_record
from marsad.model.report import Report
from marsad.store import Keeping, open_store


def without_history(lines):
    """Return incidents less the ids that they had on the way."""
    return {name: {**json.loads(text), "was": []} for name, text in lines.items()}


def at_once(told, places):
    """Return the incidents of reports linked in memory, with copies counted as one."""
    index = Index()
    reports = {
        one["id"]: Report(
            report_id=one["id"],
            text=one["text"],
            outlet=one["outlet"],
            published_on=date.fromisoformat(one["published"]),
        )
        for one in told
    }
    for one in told:
        index.add(codings_of(one, places))
    found = {}
    for incident in index.incidents():
        copies = CopyIndex(places, every_pair=True)
        for report_id in {coding.member.report_id for coding in incident.codings}:
            copies.add(reports[report_id])
        (counted,) = count_once([incident], origins_of(copies.groups()))
        record = to_record(counted, index, reliability=lambda *_: None)
        found[record["incident_id"]] = json.loads(json.dumps(record))
    return found


def test_the_store_links_as_files_do(store, linker, told, coded, places, by):
    """The incidents are those of `marsad link`, member for member, score for score, reason for reason."""
    store.keep([coded(one) for one in told], by())
    done = linker.link()
    assert done.reports == len(told)
    assert done.events == sum(len(one["events"]) for one in told)
    assert without_history(lines_in(store)) == at_once(told, places)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_arrival_does_not_matter(new_store, told, coded, places, by, seed):
    """One by one, by twos, in any order: the incidents are the same, byte for byte, but for the ids they had before."""
    chance = random.Random(seed)
    arriving = chance.sample(told, len(told))
    with open_store(new_store()) as store:
        linker = Linker(store, places)
        at = 0
        while at < len(arriving):
            step = chance.choice((1, 1, 2, 5))
            store.keep([coded(one) for one in arriving[at : at + step]], by())
            linker.link()
            at += step
        assert without_history(lines_in(store)) == at_once(told, places)


def test_linking_twice_changes_nothing(store, linker, told, coded, places, by):
    """Not a row, not an act, in this process or another one."""
    store.keep([coded(one) for one in told], by())
    linker.link()
    before, acts = lines_in(store), len(list(store.log()))
    assert (linker.link().reports, Linker(store, places).link().incidents) == (0, 0)
    assert (lines_in(store), len(list(store.log()))) == (before, acts)


def test_a_new_report_touches_its_own_incident_only(store, linker, told, coded, by):
    """The log tells of one incident written."""
    last = next(one for one in told if one["id"] == "f04")
    store.keep([coded(one) for one in told if one is not last], by())
    linker.link()
    acts = len(list(store.log()))
    store.keep([coded(last)], by())
    assert linker.link().incidents == 1
    linked = [entry.item for entry in list(store.log())[acts:] if entry.act == "link"]
    assert linked == [f"incident:{holding(store, last['id'])}"]


def test_an_older_report_that_comes_late_leaves_the_old_id_leading_on(store, linker, told, coded, by):
    """The id follows from the first member; the one it had before leads there, and `was` names it."""
    late, second = told[0], told[1]
    store.keep([coded(second)], by())
    linker.link()
    before = holding(store, second["id"])
    store.keep([coded(late)], by())
    linker.link()
    now = holding(store, late["id"])
    assert now != before
    assert json.loads(lines_in(store)[now])["was"] == [before]
    assert store.incident(before).incident_id == now


def test_a_new_coder_moves_the_incident_and_keeps_its_id(store, linker, told, coded, by):
    """Incidents follow the newest coding; an act that the new coder finds before the others takes nobody's id."""
    store.keep([coded(one) for one in told], by("1"))
    linker.link()
    before = lines_in(store)
    first = told[0]
    changed = {**first["events"][0], "killed": {"low": 4, "best": 4, "high": 4}}
    new = {
        **first["events"][0],
        "sub_event_type": "Arrests",
        "evidence": "اعتقل أربعة أشخاص في قرية بعيدة",
        "place": {"name": "القامشلي", "country": "SY", "admin1": "SY08", "precision": 1, "also": []},
    }
    name = holding(store, first["id"])
    store.keep([coded(first, events=[new, changed])], by("2"))
    linker.link()
    after = lines_in(store)
    incident = json.loads(after[name])
    (member,) = [one for one in incident["members"] if one["report_id"] == first["id"]]
    assert member["event"] == 1, "the act stands second in the new record"
    assert next(claim["best"] for claim in incident["ledger"] if claim["report_id"] == first["id"]) == 4
    assert len(after) == len(before) + 1
    assert {key: text for key, text in after.items() if key in before and key != name} == {
        key: text for key, text in before.items() if key != name
    }
    assert [coding.coded_by.coder_version for coding in store.codings(first["id"])] == ["1", "2"]


def test_what_a_new_coder_no_longer_sees_leaves_its_incident(store, linker, told, coded, by):
    """An incident that nobody tells any more is listed no more; its log stays."""
    alone = next(one for one in told if one["id"] == "f07")
    store.keep([coded(alone)], by("1"))
    linker.link()
    (name,) = lines_in(store)
    store.keep([coded(alone, events=[])], by("2"))
    linker.link()
    assert lines_in(store) == {}
    assert [entry.act for entry in store.log(f"incident:{name}")] == ["link", "dissolve"]


def test_an_edited_report_is_linked_by_its_last_version(store, linker, told, coded, by):
    """Until the new version is coded, the old one stands."""
    first = told[0]
    store.keep([coded(one) for one in told[:3]], by())
    linker.link()
    name, before = holding(store, first["id"]), lines_in(store)
    edited = coded(first, text=first["text"] + " وأصيب ثالث.")
    store.keep([Keeping(report=edited.report)])
    assert linker.link().reports == 0
    assert lines_in(store) == before
    wounded = {**first["events"][0], "wounded": {"low": 1, "best": 1, "high": 1}}
    store.keep([coded(first, text=edited.report.text, events=[wounded])], by())
    linker.link()
    claims = [one for one in json.loads(lines_in(store)[name])["ledger"] if one["report_id"] == first["id"]]
    assert {claim["count"] for claim in claims} == {"killed", "wounded"}


@pytest.mark.parametrize("some", [1, 1_000])
def test_other_words_or_places_compare_all_anew(store, linker, told, coded, places, by, monkeypatch, some):
    """In one transaction; with the same weights the incidents are the same, and nothing is written twice."""
    monkeypatch.setattr("marsad.incidents.linker._SETTLED_AT_ONCE", some)
    store.keep([coded(one) for one in told], by())
    linker.link()
    before, acts = lines_in(store), len(list(store.log()))
    monkeypatch.setattr("marsad.incidents.linker.shipped_version", lambda: "others")
    done = Linker(store, places).link()
    assert (done.anew, done.reports, done.incidents) == (True, len(told), 0)
    assert (lines_in(store), len(list(store.log()))) == (before, acts)


def test_reports_without_events_and_with_odd_signs(store, linker, told, coded, by):
    """A report that tells nothing is linked to nothing; half an emoji and a NUL cost nothing."""
    odd = {**told[0], "id": "x\ud83d", "text": told[0]["text"] + "\x00\ud83d"}
    odd["events"] = [{**told[0]["events"][0], "evidence": told[0]["events"][0]["evidence"] + "\ud83d\x00"}]
    store.keep([coded(told[0]), coded(odd), coded({**told[1], "events": []})], by())
    assert (linker.link().reports, linker.link().reports) == (3, 0)
    (record,) = map(json.loads, lines_in(store).values())
    assert record["reports"] == 2
