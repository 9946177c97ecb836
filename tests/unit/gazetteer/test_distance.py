"""How far apart two points lie."""

import pytest

from marsad.gazetteer.distance import kilometres


def test_distances_are_those_of_the_earth():
    """A degree of latitude is 111 km, one of longitude at 60° half of that, and الرقة to دمشق what the globe gives."""
    assert kilometres(35, 40, 36, 40) == pytest.approx(111.2, abs=0.1)
    assert kilometres(60, 10, 60, 11) == pytest.approx(55.6, abs=0.1)
    assert kilometres(35.95, 39.01, 33.51, 36.29) == pytest.approx(367.9, rel=0.01)
