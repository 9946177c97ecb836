"""Whether probabilities are kept."""

from __future__ import annotations

import pytest

from marsad.evaluate.calibration import binned, brier, calibration_error, chance_error, judged_events, judged_fields
from marsad.evaluate.places import PlaceNames
from marsad.evaluate.records import ReportRecord
from marsad.evaluate.score import score


def test_a_promise_kept_has_no_error():
    """Four of five right at 0.8 is as good as said."""
    judged = [(0.8, True)] * 4 + [(0.8, False)]
    assert calibration_error(judged) == pytest.approx(0.0)
    assert brier(judged) == pytest.approx(0.16)


def test_bins_count_by_their_size():
    """Three of four are said with 0.9 and all wrong, one with 0.1 and wrong: (3 * 0.9 + 0.1) / 4."""
    assert calibration_error([(0.9, False)] * 3 + [(0.1, False)]) == pytest.approx(0.7)


def test_bins_hold_what_lies_between_their_edges():
    """A probability of one belongs to the last bin, and empty bins are left out."""
    parts = binned([(1.0, True), (0.95, False), (0.3, True)])
    assert [(part.low, part.high, part.count) for part in parts] == [(0.3, 0.4, 1), (0.9, 1.0, 2)]
    assert parts[1].said == pytest.approx(0.975)
    assert parts[1].right == 0.5


def test_nothing_has_no_error():
    """Without a probability there is nothing to be off."""
    assert calibration_error([]) is None
    assert brier([]) is None


def test_chance_leaves_less_the_more_there_is():
    """Ten cases scatter widely though every probability is kept, thousands hardly; certainties never."""
    few, many = chance_error([(0.7, True)] * 10), chance_error([(0.7, True)] * 4000)
    assert few == pytest.approx(0.115, abs=0.03)  # the mean distance of a share of ten from 0.7
    assert many < 0.01
    assert chance_error([(1.0, True)]) == 0.0
    assert chance_error([]) is None


def test_events_are_judged_by_being_found_and_fields_in_found_events(event):
    """An invented event is wrong, a found one right; a field is asked about in the found one alone."""
    gold = {"a": ReportRecord.from_json({"id": "a", "events": [event()]})}
    fields = {"confidence_fields": {"side2": 0.6, "date": 0.9}}
    coded = [
        event(side2=["asayish"], confidence=0.8, **fields),
        event(sub_event_type="Grenade", confidence=0.55, **fields),
    ]
    predicted = {"a": ReportRecord.from_json({"id": "a", "events": coded})}
    reports = score(gold, predicted, PlaceNames().same_place)
    assert sorted(judged_events(reports)) == [(0.55, False), (0.8, True)]
    assert judged_fields(reports) == {"side2": [(0.6, False)], "date": [(0.9, True)]}


def test_records_without_probabilities_are_not_judged(event):
    """Gold scored against gold says nothing of confidence."""
    gold = {"a": ReportRecord.from_json({"id": "a", "events": [event()]})}
    reports = score(gold, gold, PlaceNames().same_place)
    assert judged_events(reports) == []
    assert judged_fields(reports) == {}
