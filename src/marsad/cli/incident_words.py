"""Fields of an incident in few words."""

from __future__ import annotations

from typing import Any

from marsad.cli.show import shown

__all__ = ["COUNTED", "CREDIBILITY", "counted", "day_of", "estimate", "figures_of", "place_of", "sides_of"]

CREDIBILITY = {
    1: "confirmed", 2: "probable", 3: "possible", 4: "doubtful", 5: "improbable", 6: "cannot be judged",
}  # fmt: skip
"""The grades of a report in a word."""

COUNTED = {
    "killed": "killed", "killed_civilians": "civilians killed", "wounded": "wounded", "detained": "detained",
    "abducted": "abducted",
}  # fmt: skip
"""The counts in words."""


def counted(count: int, what: str) -> str:
    """Return a number with its noun: "1 report", "2,000 reports"."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def day_of(date: dict[str, Any]) -> str:
    """Return the day or days: "2024-03-20", "2024-03-18 to 2024-03-24 (within a week)"."""
    return shown({"date": date | {"reason": None}}, "date")


def place_of(place: dict[str, Any]) -> str:
    """Return the place with its unit and country."""
    return shown({"place": place | {"name": place["name"] or "unknown place"}}, "place")


def sides_of(record: dict[str, Any]) -> str:
    """Return who did it to whom."""
    side1, side2 = (", ".join(record[side]) for side in ("side1", "side2"))
    return f"{side1 or '?'} -> {side2}" if side2 else side1


def estimate(figure: dict[str, Any]) -> str:
    """Return a range: "3", "2 to 5", "at least 4"."""
    return shown({"killed": figure}, "killed")


def figures_of(figures: dict[str, Any]) -> str:
    """Return all figures in a line: "killed 3 (2 to 4), wounded 5"."""
    return ", ".join(f"{COUNTED[count]} {estimate(figure)}" for count, figure in figures.items())
