"""Words on a map: where there is room."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from marsad.pictures.labels import first_free, is_free, ring, with_room

SIZE = (640.0, 400.0)


def test_a_text_stands_above_its_circle():
    """Where nothing else does."""
    found = first_free("12", ring(100, 100, 20, "12"), [], SIZE)
    assert (found.x, found.box[3]) == (100, 80)


@given(st.integers(2, 5))
def test_texts_of_circles_at_one_place_stand_apart(number):
    """As long as there is room around them."""
    boxes = []
    for _ in range(number):
        boxes.append(first_free("12", ring(320, 200, 20, "12"), boxes, SIZE).box)
    assert all(is_free(one, [other], SIZE) for one, other in combinations(boxes, 2))


def test_no_edge_cuts_a_text_off():
    """A circle at the upper edge has its number below, one in a corner beside it."""
    assert first_free("12", ring(320, 10, 12, "12"), [], SIZE).y > 10
    corner = first_free("دير الزور: 12", ring(639, 8, 12, "دير الزور: 12"), [], SIZE)
    assert corner.x < 600


def test_where_there_is_no_room_there_is_no_number():
    """Written on another one neither could be read; the map says how many circles are without."""
    assert first_free("12", ring(100, 100, 20, "12"), [(0.0, 0.0, *SIZE)], SIZE) is None


def test_numbers_side_by_side_are_not_read_as_one():
    """ "6" and "1" of two circles that nearly lie on each other would be 61."""
    six = first_free("6", ring(320, 200, 20, "6"), [], SIZE)
    one = first_free("1", ring(327, 202, 20, "1"), [with_room(six.box)], SIZE)
    assert one.box[0] > six.box[2] + 5 or one.box[1] > six.box[3]
