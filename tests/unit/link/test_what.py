"""Kinds of act compared by family."""

from __future__ import annotations

from marsad.link.what import FAMILIES, FAMILY, compare_kinds, kin_families
from marsad.model.what import EVENT_TYPES


def test_every_type_has_one_family():
    """The families part the 25 sub-event types."""
    assert sorted(kind for kinds in FAMILIES.values() for kind in kinds) == sorted(EVENT_TYPES)


def test_kinds_are_compared_either_way():
    """The order of two kinds does not matter."""
    assert (
        compare_kinds("Attack", "Armed clash") == compare_kinds("Armed clash", "Attack") == ("kind: attack and clash",)
    )
    assert compare_kinds("Grenade", "Suicide bomb") == ("kind: same family, blast",)


def test_kin_is_mutual():
    """Were it not, which report came first would decide whether two are compared."""
    assert all(
        FAMILY[kinds[0]] in kin_families(other) for name, kinds in FAMILIES.items() for other in kin_families(name)
    )
