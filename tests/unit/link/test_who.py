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


def test_kin_are_codes_of_the_codebook():
    """A code that the codebook lacks would never match."""
    assert frozenset().union(*KIN) <= set(ACTOR_CODES)
