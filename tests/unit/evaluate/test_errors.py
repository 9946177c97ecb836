"""Disagreements and their causes."""

from __future__ import annotations

from marsad.evaluate.errors import causes, disagreements, one_line
from marsad.evaluate.places import PlaceNames
from marsad.evaluate.records import EventRecord, ReportRecord
from marsad.evaluate.score import score

NAMES = PlaceNames()


def found(gold, coded):
    def records(events):
        return {key: ReportRecord.from_json({"id": key, "events": value}) for key, value in events.items()}

    return disagreements(score(records(gold), records(coded), NAMES.same_place), NAMES.same_place)


def test_each_cause_is_named(event):
    """A wrong field, a missed event, an invented one and a near miss each have a cause of their own."""
    items = found(
        {"a": [event()], "b": [event()], "c": [], "d": [event()]},
        {"a": [event(side2=[])], "b": [], "c": [event()], "d": [event(sub_event_type="Attack")]},
    )
    assert {(item.report_id, item.cause) for item in items} == {
        ("a", "field: side2, actors"),
        ("b", "missed: nothing left over"),
        ("c", "invented: nothing left over"),
        ("d", "missed: other event_type"),
        ("d", "invented: other event_type"),
    }


def test_the_commonest_cause_comes_first(event):
    """Disagreements are sorted by how often their cause stands."""
    items = found({"a": [event()], "b": [event()], "c": [event()]}, {"a": [event(side1=[])], "b": [], "c": []})
    assert [item.kind for item in items] == ["missed", "missed", "field"]
    assert causes(items)[0] == ("missed: nothing left over", 2)


def test_full_agreement_is_no_disagreement(event):
    """A right event is not listed."""
    assert found({"a": [event()]}, {"a": [event()]}) == []


def test_one_line_holds_what_a_reader_compares(event):
    """Type, sides with allies, place, day, counts and source kinds stand in the line."""
    line = one_line(EventRecord.from_json(event(side2=[])))
    assert line.startswith("Arrests | sdf (+coalition) > - | الشحيل SY/SY09 p1 | 2025-03-04 p1 | detained=3/3/3 | ")
