"""Actors in groups."""

import pytest

from marsad.events.categories import category


@pytest.mark.parametrize(
    ("code", "group"),
    [
        ("is", "jihadi"),
        ("syr-regime", "state"),
        ("turkey", "foreign"),
        ("civilians", "civ"),
        ("unidentified", "unknown"),
        ("sdf", "armed"),
        ("other:لواء النور", "other"),
        ("", "none"),
    ],
)
def test_group(code, group):
    """Each actor has a group; a faction without one of its own is armed, an actor of no register other."""
    assert category(code) == group


def test_rivals_are_apart():
    """Those who fight each other in most reports are never of one group."""
    assert len({category(code) for code in ("is", "syr-gov", "sdf", "coalition", "civilians", "protesters")}) == 6
