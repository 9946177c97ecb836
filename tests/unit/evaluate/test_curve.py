"""What a threshold on confidence costs and buys."""

from __future__ import annotations

import pytest

from marsad.evaluate.curve import chart, curve, reaching
from marsad.evaluate.places import PlaceNames
from marsad.evaluate.records import ReportRecord


@pytest.fixture
def gold(event):
    return {
        "a": ReportRecord.from_json({"id": "a", "events": [event(), event(sub_event_type="Grenade", side1=["is"])]})
    }


@pytest.fixture
def predicted(event):
    coded = [
        event(confidence=0.9),
        event(sub_event_type="Grenade", side1=["is"], confidence=0.6),
        event(sub_event_type="Mob violence", confidence=0.4),
    ]
    return {"a": ReportRecord.from_json({"id": "a", "events": coded})}


def test_a_higher_threshold_buys_precision_with_recall(gold, predicted):
    """All three, then the two that are right, then one of them."""
    points = curve(gold, predicted, PlaceNames().same_place, thresholds=(0.1, 0.5, 0.8))
    assert [point.found.predicted for point in points] == [3, 2, 1]
    assert [round(point.found.precision, 2) for point in points] == [0.67, 1.0, 1.0]
    assert [point.found.recall for point in points] == [1.0, 1.0, 0.5]


def test_the_threshold_itself_is_reached(predicted, event):
    """An event of just 0.6 stays at 0.6; one without a confidence stays always."""
    assert [kept.confidence for kept in reaching(predicted, 0.6)["a"].events] == [0.9, 0.6]
    bare = {"a": ReportRecord.from_json({"id": "a", "events": [event()]})}
    assert len(reaching(bare, 1.0)["a"].events) == 1


def test_the_chart_shows_where_the_rates_stand(gold, predicted):
    """A letter each, and one for both where they meet; every line is as wide."""
    lines = chart(curve(gold, predicted, PlaceNames().same_place, thresholds=(0.5, 0.8)))
    assert lines[0] == "·" * 40 + "X"
    assert lines[1] == "·" * 20 + "R" + "·" * 19 + "P"
