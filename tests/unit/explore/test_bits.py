"""Sets of slots as numbers."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from marsad.explore.bits import Places, bytes_of, mask_of, slots_of

SLOTS = st.sets(st.integers(0, 3_000), max_size=900)


@given(SLOTS)
def test_slots_come_back(slots):
    """What goes into a set comes out, in order."""
    assert slots_of(mask_of(slots, 3_001)) == sorted(slots)


@given(SLOTS, SLOTS)
def test_counts_are_those_of_sets(slots, others):
    """Few slots or many: counted within another set as Python's sets would."""
    places = Places()
    for part in (sorted(slots)[:9], sorted(slots)[9:]):
        places.extend([array("I", part[::2]), array("I", part[1::2])])
    mask = mask_of(others, 3_001)
    assert places.count(mask, bytes_of(mask, 3_001)) == len(slots & others)
    assert slots_of(places.mask) == sorted(slots)


def test_a_set_that_was_asked_for_grows():
    """A slot that comes after the set was made is in it."""
    places = Places()
    places.extend([array("I", [1])])
    assert places.mask == 0b10
    places.extend([array("I", [3])])
    assert places.mask == 0b1010
