"""Sides compared by kin and by how vague they are."""

from __future__ import annotations

import pytest

from marsad.evaluate.codebook import ACTOR_CODES
from marsad.link.who import KIN, compare_sides, side_relation


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        (("is",), ("is",), "same"),
        (("sdf", "coalition"), ("sdf",), "shared"),
        (("hezbollah",), ("iran-militias",), "kin"),
        (("unidentified",), ("is",), "open"),
        ((), ("civilians",), "open"),
        (("unidentified",), ("unidentified",), "open"),
        ((), (), "silent"),
        (("unidentified",), (), "open"),
        (("criminal",), ("criminal",), "open"),
        (("unidentified", "is"), ("unidentified", "turkey"), "open"),
        (("is", "unidentified"), ("is",), "shared"),
        (("sdf", "is"), ("is", "sdf"), "same"),
        (("criminal",), ("tribal",), "kin"),
        (("turkey",), ("israel",), "differ"),
        (("other:كتيبة الأنصار",), ("other:كتيبة الانصار",), "same"),
    ],
)
def test_side_relation(left, right, wanted):
    """Two unknowns are no evidence, kin is some, the same name is most."""
    assert side_relation(left, right) == side_relation(right, left) == wanted


def test_swapped_sides_are_seen():
    """Who attacked whom is often told the other way round: that is one act still."""
    left, right = (("sdf",), ("is",)), (("is",), ("asayish",))
    assert compare_sides(left, right)[0] == "sides: swapped"
    assert sorted(compare_sides(left, right)) == sorted(compare_sides(right, left))


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ((("is",), ("sdf",)), (("is",), ("sdf",)), ("side1: same", "side2: same")),
        ((("is",), ("sdf",)), (("sdf",), ("is",)), ("sides: swapped", "side: same", "side: same")),
        ((("is",), ()), ((), ("is",)), ("sides: swapped", "side: same", "side: silent")),
        ((("is",), ("sdf",)), (("turkey",), ("is",)), ("side1: differ", "side2: differ")),
        ((("unidentified",), ("sdf",)), (("sdf",), ("unidentified",)), ("sides: swapped", "side: open", "side: same")),
        ((("is",), ("unidentified",)), (("unidentified",), ("jihadi-other",)), ("side1: open", "side2: open")),
    ],
)
def test_sides_are_swapped_only_where_that_fits_both(left, right, wanted):
    """One side that fits the other way round is no reason, where the other then contradicts."""
    assert compare_sides(left, right) == wanted


def test_kin_are_codes_of_the_codebook():
    """A code that the codebook lacks would never match."""
    assert frozenset().union(*KIN) <= set(ACTOR_CODES)
