"""Which places may be drawn as points, and how places are told in words."""

from __future__ import annotations

import pytest
from tests.unit.export.test_layouts import NOWHERE, told

from marsad.export.geo import place_words
from marsad.export.values import is_exact

HERE = {"latitude": 35.02, "longitude": 40.51, "precision": 1, "uncertainty_km": 2.0}


@pytest.mark.parametrize(
    ("changed", "exact"),
    [
        ({}, True),
        ({"uncertainty_km": None}, True),
        ({"precision": 2, "uncertainty_km": 15.0}, False),
        ({"latitude": None}, False),
        ({"uncertainty_km": 80.0}, False),
    ],
)
def test_a_place_that_no_list_has_is_no_point(changed, exact):
    """It has the point of a listed place nearby and the radius of an area; named exactly or not, it is not there."""
    assert is_exact(HERE | changed) is exact


def test_who_asks_for_areas_as_points_gets_them():
    """With the worst precision, all that has coordinates is drawn."""
    assert is_exact(HERE | {"precision": 3, "uncertainty_km": 80.0}, 3)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ({"name": "ذيبان", "precision": 1}, "ذيبان"),
        ({"name": "ذيبان", "precision": 2}, "ذيبان (area)"),
        ({"name": "", "admin1": "SY09", "precision": 3}, "Deir-ez-Zor (area)"),
        ({"name": "", "precision": 3}, "Syria (area)"),
        ({"name": "", "country": "", "precision": 3}, ""),
    ],
)
def test_a_vague_place_is_told_as_an_area(place, words):
    """Headlines of feeds and maps name no village for what happened near it, and no area where nothing is known."""
    assert place_words(told(place={"country": "SY", "admin1": None, **NOWHERE} | place)) == words
