"""Shares with intervals."""

from __future__ import annotations

import pytest

from evaluation.model_card import spread
from marsad.evaluate.places import PlaceNames
from marsad.evaluate.records import ReportRecord
from marsad.evaluate.score import score


def test_a_share_lies_within_its_interval():
    """Half of forty reports: a half, give or take what drawing forty anew gives."""
    figure = spread.share([1, 0] * 20, [1] * 40)
    assert figure.value == 0.5
    assert figure.low == pytest.approx(0.35, abs=0.05)
    assert figure.high == pytest.approx(0.65, abs=0.05)
    assert str(figure).startswith("0.50 (0.3")


def test_more_reports_make_a_narrower_interval():
    """Ten times as many reports leave about a third of the width."""
    few, many = spread.share([1, 0] * 20, [1] * 40), spread.share([1, 0] * 200, [1] * 400)
    assert many.high - many.low < (few.high - few.low) / 2


def test_nothing_has_no_share():
    """Without a quiet report there is no figure of quiet reports."""
    assert spread.share([0, 0], [0, 0]) is None


def test_the_measures_are_those_of_the_evaluation():
    """One of two gold events is found, with another type of its kind; the quiet report stays quiet."""
    clash = {
        "sub_event_type": "Armed clash",
        "side1": ["is"],
        "side2": ["sdf"],
        "place": {"name": "هجين", "country": "SY", "admin1": "SY09", "precision": 1, "also": []},
        "date": {"start": "2025-03-04", "end": "2025-03-04", "precision": 1},
    }
    taken = clash | {"sub_event_type": "Government regains territory"}
    protest = clash | {"sub_event_type": "Peaceful protest"}
    gold = {"a": [clash, protest], "b": []}
    coded = {"a": [taken], "b": []}
    one, other = (
        {key: ReportRecord.from_json({"id": key, "events": events}) for key, events in side.items()}
        for side in (gold, coded)
    )
    reports = score(one, other, PlaceNames().same_place)
    assert (spread.precision(reports).value, spread.recall(reports).value) == (1.0, 0.5)
    assert spread.found(reports).value == pytest.approx(2 / 3)
    assert spread.found(reports).count == 2
    assert spread.strict(reports).value == 0.0
    assert spread.perfect(reports).value == 0.5
    assert spread.kept_quiet(reports).value == 1.0
    assert spread.field(reports, "side1").value == 1.0
    assert spread.typed(reports, "Armed clash").value == 0.0
    assert spread.typed(reports, "Grenade") is None
