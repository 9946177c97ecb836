"""Gold records are held to the codebook."""

from __future__ import annotations

import json

import pytest

from marsad.errors import ReadError
from marsad.evaluate.gold import check_gold, problems, read_gold
from marsad.evaluate.records import read_records

TEXT = "وقال مصدر عسكري اليوم: اعتقلت قسد ثلاثة أشخاص في الشحيل."


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"sub_event_type": "Arrest"}, "sub_event_type"),
        ({"side1": ["qasad"]}, "side1"),
        ({"assist2": ["قسد"]}, "assist2"),
        ({"place": {"name": "", "country": "SY", "admin1": None, "precision": 1}}, "place.name"),
        ({"place": {"name": "", "country": "", "admin1": None, "precision": 1}}, "place.name"),
        ({"place": {"name": "س", "country": None, "admin1": None, "precision": 1}}, "place.country"),
        ({"place": {"name": "س", "country": "Syria", "admin1": None, "precision": 1}}, "place.country"),
        ({"place": {"name": "س", "country": "SY", "admin1": "SY15", "precision": 1}}, "place.admin1"),
        ({"place": {"name": "س", "country": "SY", "admin1": None, "precision": 4}}, "place.precision"),
        ({"date": {"start": "2025-03-04", "end": "2025-03-01", "precision": 1}}, "date"),
        ({"date": {"start": "4 آذار", "end": "2025-03-01", "precision": 1}}, "date"),
        ({"date": {"start": "2025-03-04", "end": "2025-03-04"}}, "date.precision"),
        ({"killed": {"low": 1, "best": 1}}, "killed"),
        ({"wounded": {"low": -1, "best": 1, "high": 1}}, "wounded"),
        ({"sources": [{"name": "س", "kind": "army"}]}, "sources"),
        ({"status": "true"}, "status"),
        ({"evidence": "اعتقلت قسد أربعة"}, "evidence"),
    ],
)
def test_each_breach_is_named_by_its_field(event, changes, field):
    """A record with one fault yields exactly that fault."""
    assert [name for name, _ in problems(event(**changes), TEXT)] == [field]


def test_a_sound_event_has_no_problems(event):
    """An event by the codebook passes, with a name outside the register and an admin1 in English elsewhere."""
    place = {"name": "تلعفر", "country": "IQ", "admin1": "Nineveh", "precision": 1, "also": []}
    assert not list(problems(event(side1=["other:لواء الفجر"], place=place), TEXT))


@pytest.mark.parametrize(("name", "precision"), [("", 3), ("تل الغراب", 1)])
def test_a_place_that_a_report_does_not_tell_is_empty(event, name, precision):
    """What marsad writes of a report without a place, or of one in no known country, may stand in a gold set."""
    place = {"name": name, "country": "", "admin1": None, "precision": precision, "also": []}
    assert not list(problems(event(place=place), TEXT))


def write(folder, *lines):
    file = folder / "gold.jsonl"
    file.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    return file


def test_gold_with_a_fault_is_refused_with_line_and_remedy(tmp_path, event):
    """The error says which line, report, event and field, and how many more there are."""
    file = write(
        tmp_path,
        {"id": "a", "events": []},
        "",
        {"id": "b", "text": TEXT, "events": [event(), event(status=""), event(side1=["x"])]},
    )
    assert [(found.line, found.event, found.field) for found in check_gold(file)] == [(3, 1, "status"), (3, 2, "side1")]
    with pytest.raises(ReadError, match=r"line 3: b, event 2, status: .*\(1 more like it") as caught:
        read_gold(file)
    assert caught.value.line == 3


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["{not json"], "not JSON"),
        ([{"events": []}], "no id"),
        ([{"id": "a"}], "no list of events"),
        ([{"id": "a", "events": []}, {"id": "a", "events": []}], "twice"),
    ],
)
def test_a_line_that_is_no_record_is_refused(tmp_path, lines, message):
    """What is no record of a report stops the reading with its line."""
    with pytest.raises(ReadError, match=message) as caught:
        read_records(write(tmp_path, *lines))
    assert caught.value.line == len(lines)


def test_a_line_separator_inside_a_text_does_not_part_a_record(tmp_path):
    """U+2028 within a string is text, not the end of a line."""
    record = {"id": "a", "title": "", "text": "سطر\u2028سطر", "events": []}
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    assert read_records(file)["a"].source_text == record["text"]
