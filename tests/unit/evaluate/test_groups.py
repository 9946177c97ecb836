"""Reports parted by what they have in common."""

from __future__ import annotations

import pytest

from marsad.evaluate.groups import grouped
from marsad.evaluate.places import PlaceNames
from marsad.evaluate.records import ReportRecord
from marsad.evaluate.score import score


@pytest.fixture
def reports(event):
    iraq = event(place={"name": "تلعفر", "country": "IQ", "admin1": "Nineveh", "precision": 1})
    rows = [
        {"id": "north-1", "outlet": "شمال", "published": "2024-05-01", "events": [event(), event(), iraq]},
        {"id": "north-2", "outlet": "جنوب", "published": "2025-05-01", "events": [iraq]},
        {"id": "x", "style": "bulletin", "events": []},
    ]
    gold = {row["id"]: ReportRecord.from_json(row) for row in rows}
    return score(gold, gold, PlaceNames().same_place)


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("outlet", {"شمال": 1, "جنوب": 1, "—": 1}),
        ("year", {"2024": 1, "2025": 1, "—": 1}),
        ("style", {"north": 2, "bulletin": 1}),
        ("country", {"SY": 1, "IQ": 1, "—": 1}),
    ],
)
def test_reports_fall_into_groups(reports, by, groups):
    """Each report stands in one group; what is not told has a dash."""
    assert {name: len(group) for name, group in grouped(reports, by).items()} == groups


def test_an_unknown_grouping_is_refused(reports):
    """Only the named groupings exist."""
    with pytest.raises(ValueError, match="outlet"):
        grouped(reports, "weather")
