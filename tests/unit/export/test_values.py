"""Which places may be drawn as points."""

from __future__ import annotations

import pytest

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
