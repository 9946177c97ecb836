"""Where an incident is drawn."""

from __future__ import annotations

import pytest
from tests.unit.explore.conftest import facts

from marsad.explore.spots import Spot, spot_of


@pytest.mark.parametrize(
    ("changed", "spot"),
    [
        ({}, Spot("point", 35.02, 40.51)),
        ({"place_precision": 2}, Spot("zone", 35.02, 40.51)),
        ({"place_precision": 3}, Spot("area", area="SY09")),
        ({"place_precision": None}, Spot("area", area="SY09")),
        ({"latitude": None}, Spot("area", area="SY09")),
        ({"latitude": None, "country": "IQ", "admin1": "Al Anbar"}, Spot("area", area="IQ/Al Anbar")),
        ({"place_precision": 3, "admin1": None}, Spot("area", area="SY")),
        ({"latitude": None, "admin1": None, "country": None}, Spot("nowhere")),
    ],
)
def test_only_an_exact_place_is_a_point(changed, spot):
    """Near a place is a zone; a governorate, or a place that no list has, is an area; never a pin."""
    assert spot_of(facts(**changed)) == spot
