"""Counts of a store are those of its records, whichever database adds them up."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.export.made import records

from marsad.analyse import Spec, count, count_stored
from marsad.export.source import of_lines
from marsad.model.report import Report
from marsad.store import CodedBy, Keeping, Question, open_store

SPECS = [
    Spec(by=("month", "admin1"), people=("killed", "wounded")),
    Spec(by=("day",), area="SY09"),
    Spec(by=("year", "actor")),
    Spec(by=("side1", "source"), people=()),
    Spec(by=("kind", "status"), since=date(2000, 1, 1), until=date(2020, 1, 1)),
    Spec(by=("week", "type", "admin2"), kind="Armed clash"),
    Spec(by=("source",), panel=frozenset(("a;b",)), people=("killed_civilians", "detained", "abducted")),
    Spec(by=("country", "admin3"), ids=False),
    Spec(by=("h3:3", "side2")),
    Spec(by=("month", "kind"), since=date(2000, 1, 10), until=date(2020, 6, 20)),
    Spec(by=("year", "country", "admin2"), people=("killed",)),
    Spec(by=("month",), area="SY0903"),
    Spec(by=("year",), area="SY", kind="Armed clash", panel=frozenset(("a;b",)), since=date(2010, 5, 5)),
]


EVENT = {
    "event_id": "r#1", "event_type": "Battles", "sub_event_type": "Armed clash", "units": [], "status": "reported",
    "side1": [], "assist1": [], "side2": [], "assist2": [], "sources": [], "evidence": "", "evidence_fields": [],
    "place": {"name": "", "country": "", "admin1": None, "precision": 3, "also": [], "place_id": None,
              "admin2": None,
              "admin3": None, "latitude": None, "longitude": None, "uncertainty_km": None, "candidates": []},
    "date": {"start": None, "end": None, "precision": 3, "reason": None}, "killed": None, "killed_civilians": None,
    "wounded": None, "detained": None, "abducted": None, "confidence": 1.0, "confidence_fields": {},
    "coder_version": "1", "resources_version": "w", "gazetteer": "embedded",
}  # fmt: skip


@settings(max_examples=3)
@given(st.lists(records(), min_size=8, max_size=12))
def test_both_ways_count_the_same(new_store, made):
    """Every dimension, with and without conditions, on reports made at random."""
    by = CodedBy(coder_version="1", resources_version="w", gazetteer="embedded")
    items = []
    for number, record in enumerate(made):
        about = record["report"]
        record = record | {"id": f"r{number}"}  # noqa: PLW2901
        for at, event in enumerate(record["events"]):
            event["event_id"] = f"r{number}#{at}"
        published = date.fromisoformat(about["published"]) if about["published"] else None
        report = Report(report_id=f"r{number}", text=f"خبر {number}", outlet=about["outlet"], published_on=published)
        items.append(Keeping(report=report, record=json.loads(json.dumps(record))))
    with open_store(new_store(), who="tester") as store:
        store.keep(items, by)
        for spec in SPECS:
            if any(name.startswith("h3") for name in spec.by):
                pytest.importorskip("h3")
            ours, theirs = count(of_lines(store.lines()), spec), count_stored(store, spec)
            assert theirs.rows == ours.rows, spec
            assert (theirs.total, theirs.beside) == (ours.total, ours.beside), spec


def test_a_question_narrows_what_is_counted(new_store):
    """By id of a place, unit, actor, kind and how it stands; what only incidents have asks for nothing of events."""
    there = {"country": "SY", "admin1": "SY09", "admin2": "SY0903", "precision": 1}
    with open_store(new_store(), who="tester") as store:
        for number, (place_id, kind) in enumerate((("C5192", "Armed clash"), ("C5202", "Attack"), (None, "Attack"))):
            place = EVENT["place"] | there | {"place_id": place_id}
            event = EVENT | {"event_id": f"r{number}#0", "sub_event_type": kind, "place": place}
            record = {"id": f"r{number}", "events": [event | {"side1": ["is"], "side2": ["sdf"]}], "skipped": []}
            report = Report(report_id=f"r{number}", text=f"خبر {number}")
            by = CodedBy(coder_version="1", resources_version="w", gazetteer="embedded")
            store.keep([Keeping(report=report, record=record)], by)
        for question, number in (
            (Question(places=("C5192", "C5202")), 2), (Question(places=("C5192",), kind="Attack"), 0),
            (Question(area="SY0903"), 3), (Question(area="IQ/Al Anbar"), 0), (Question(actor="sdf", kind="Attack"), 2),
            (Question(actor="hts"), 0), (Question(status="denied"), 0), (Question(sources=9, place="y"), 3),
        ):  # fmt: skip
            counted = count_stored(store, Spec(by=("kind",), people=()), question=question)
            assert counted.total.number == number, question


def test_an_older_coding_is_not_counted(new_store, keyed):
    """Coded anew, a report counts by its newest coding."""
    report = Report(report_id="r", text="خبر")
    with open_store(new_store(), who="tester") as store:
        for version, kind in (("1", "Armed clash"), ("2", "Grenade")):
            by = CodedBy(coder_version=version, resources_version="w", gazetteer="embedded")
            record = {"id": "r", "events": [EVENT | {"sub_event_type": kind}], "skipped": []}
            store.keep([Keeping(report=report, record=record)], by)
        assert keyed(count_stored(store, Spec(by=("kind",)))) == {"Grenade": 1}
