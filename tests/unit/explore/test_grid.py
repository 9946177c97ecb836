"""What a map draws at a zoom."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from marsad.explore import Spot, drawn
from marsad.store import Box

WORLD = Box(west=-180, south=-90, east=180, north=90)
HERE, NEAR = Spot("point", 35.0, 40.0), Spot("point", 35.001, 40.001)


def test_what_lies_together_is_one_circle_until_one_comes_closer():
    """Two places side by side are a circle from far away, two points from near."""
    far, close = (drawn([(HERE, 1), (NEAR, 1)], WORLD, zoom) for zoom in (5, 20))
    assert [(one.number, one.box) for one in far.clusters] == [
        (2, Box(west=40.0, south=35.0, east=40.001, north=35.001))
    ]
    assert sorted(close.points) == [HERE, NEAR]


def test_several_at_one_place_stay_a_circle():
    """However close: they are told apart in its list, not by moving them."""
    (circle,) = drawn([(HERE, 3)], WORLD, 24).clusters
    assert (circle.number, circle.vague, circle.latitude, circle.longitude) == (3, 0, 35.0, 40.0)


def test_a_zone_is_never_a_point():
    """Alone it is a zone whatever it counts; among others the circle says how many are vague."""
    zone = Spot("zone", 35.0, 40.0)
    assert drawn([(zone, 1)], WORLD, 24).zones == [(zone, 1)]
    assert drawn([(zone, 4)], WORLD, 5).zones == [(zone, 4)]
    (circle,) = drawn([(zone, 4), (NEAR, 1)], WORLD, 5).clusters
    assert (circle.number, circle.vague) == (5, 4)


def test_areas_are_told_wherever_one_looks():
    """They have no point that a box could hold."""
    found = drawn([(Spot("area", area="SY09"), 2), (Spot("nowhere"), 5)], Box(west=0, south=0, east=1, north=1), 5)
    assert (found.areas, found.nowhere) == ([("SY09", 2)], 5)


@given(
    st.lists(
        st.tuples(
            st.builds(
                Spot,
                st.sampled_from(["point", "zone", "nowhere"]),
                st.floats(-90, 90, allow_nan=False),
                st.floats(-180, 180, allow_nan=False),
            ),
            st.integers(1, 50),
        ),
        max_size=40,
    ),
    st.floats(0, 24),
)
def test_nothing_is_lost(spots, zoom):
    """All that is counted is drawn, is outside, or is nowhere, at any zoom."""
    found = drawn(spots, Box(west=-20, south=-20, east=90, north=60), zoom)
    shown = sum(one.number for one in found.clusters) + len(found.points) + sum(number for _, number in found.zones)
    assert shown + found.outside + found.nowhere == sum(number for _, number in spots)
