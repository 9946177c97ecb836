"""The gate of copies: no figure sinks below its floor, and the pairs keep their make-up."""

from __future__ import annotations

from collections import Counter

from evaluation.copies import FLOORS, GOLD, floors_of, read_pairs
from marsad.evaluate.gate import file_sha256, read_floors


def test_no_floor_sinks():
    """What is reached on each half is at least what was reached when the floors were set, on the same pairs."""
    held = read_floors(FLOORS)
    assert file_sha256(GOLD) == held.sha256
    reached = floors_of()
    assert {name: value for name, value in reached.items() if value < held.floors[name]} == {}


def test_the_pairs_are_hard():
    """There are 300, half in each half and no story in both; four in ten are no copies though they look it."""
    pairs = read_pairs()
    assert Counter(pair["half"] for pair in pairs) == {"tuning": 150, "frozen": 150}
    stories = {half: {pair["id"][:3] for pair in pairs if pair["half"] == half} for half in ("tuning", "frozen")}
    assert stories["tuning"].isdisjoint(stories["frozen"])
    assert sum(not pair["copy"] for pair in pairs) >= 120
    assert all((pair["origin"] is None) or pair["copy"] for pair in pairs)
