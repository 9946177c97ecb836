"""Two acts told of one day compared: by hour, target and spot, by sums of a day, and by figures that cannot be one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from marsad.link.coding import Coding
from marsad.link.marks import HOURS, Marks
from marsad.link.tolls import compare_tolls
from marsad.link.what import are_unlike

__all__ = ["CALLED_ALIKE", "OF_A_MOMENT", "compare_marks", "compare_same_day", "of_a_moment", "one_days"]

CALLED_ALIKE = frozenset(("same village", "same town", "same area", "same name, one vague", "told beside"))
"""How two places stand to each other that are called alike."""

OF_A_MOMENT = frozenset(
    (
        "Air/drone strike",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Suicide bomb",
        "Arrests",
    )
)
"""Acts with an hour and a target; fighting lasts and moves, and attacks on people are told in too many ways."""

_APART = 2
"""Parts of a day from which on two hours are apart: what happened at noon is not what happened in the evening."""

_KIN = tuple(
    frozenset(group.split())
    for group in (
        "base checkpoint column tank police", "car bus column motorcycle", "home guest-house camp",
        "market eating-place", "school college camp", "farm car bus",
    )
)  # fmt: skip
"""Targets that reports take for one another."""


def of_a_moment(left: Coding, right: Coding, days: Sequence[str]) -> bool:
    """Say whether two codings are acts of a moment told of one day."""
    return days[0] == "day: same" and left.sub_event_type in OF_A_MOMENT and right.sub_event_type in OF_A_MOMENT


def one_days(tolls: Sequence[str]) -> list[str]:
    """Return the features of figures that weigh once more in two acts of one kind in one town on one day."""
    return [f"one day's {toll}" for toll in tolls if not toll.startswith("wounded")]


def compare_same_day(left: Coding, right: Coding, days: Sequence[str], standing: str) -> tuple[str, ...]:
    """Return the features of two acts of a moment told of one day, none of others."""
    if not of_a_moment(left, right, days):
        return ()
    found = compare_marks(left.marks, right.marks) if left.marks and right.marks else ()
    if standing in CALLED_ALIKE and not are_unlike(left.sub_event_type, right.sub_event_type):
        found += tuple(one_days(compare_tolls(left, right)))
    return found


@lru_cache(maxsize=200_000)
def compare_marks(left: Marks, right: Marks) -> tuple[str, ...]:
    """Return the features of two codings' marks; what only one tells says nothing.

    >>> compare_marks(("hour dawn", "target market"), ("hour evening", "target school"))
    ('marks: several apart',)
    """
    ours, theirs = _by_kind(left), _by_kind(right)
    told = _hours(ours, theirs), _targets(ours, theirs), _spots(ours, theirs)
    apart, alike = told.count(False), told.count(True)
    found = []
    if apart or alike:
        number = "several" if apart > 1 else "one" if apart else "none"
        found.append(f"marks: {number} apart{', some alike' if alike else ''}")
    if ours.sums or theirs.sums:
        found.append("sums: both" if ours.sums and theirs.sums else "sums: one")
    return tuple(found)


class _ByKind(NamedTuple):
    """Marks by their kind; hours by their number."""

    hours: tuple[int, ...]
    targets: frozenset[str]
    near: frozenset[str]
    spots: frozenset[str]
    at: frozenset[str]
    sums: bool


@lru_cache(maxsize=100_000)
def _by_kind(marks: Marks) -> _ByKind:
    told: dict[str, list[str]] = {}
    for mark in marks:
        kind, _, value = mark.partition(" ")
        told.setdefault(kind, []).append(value)
    targets, near, spots, at = (frozenset(told.get(kind, ())) for kind in ("target", "near", "spot", "at"))
    return _ByKind(tuple(map(HOURS.index, told.get("hour", ()))), targets, near, spots, at, "sum" in told)


def _hours(ours: _ByKind, theirs: _ByKind) -> bool | None:
    """Say whether two hours are alike, None where one is silent or they are next to each other."""
    if not ours.hours or not theirs.hours:
        return None
    gap = min(_gap(one, other) for one, other in product(ours.hours, theirs.hours))
    return True if not gap else False if gap >= _APART else None


def _gap(one: int, other: int) -> int:
    """Return how many parts of a day lie between two; night and dawn are next to each other."""
    apart = abs(one - other)
    return min(apart, len(HOURS) - apart)


def _targets(ours: _ByKind, theirs: _ByKind) -> bool | None:
    if not (both := ours.targets and theirs.targets) and not (ours.near or theirs.near):
        return None
    one_silent = not ours.targets or not theirs.targets
    if ours.targets & theirs.targets or (one_silent and (ours.targets | ours.near) & (theirs.targets | theirs.near)):
        return True
    return False if both and not any(ours.targets & group and theirs.targets & group for group in _KIN) else None


def _spots(ours: _ByKind, theirs: _ByKind) -> bool | None:
    """Say whether two spots are one: "حي الأنصاري" is told where the other's own place is called so, too."""
    if not ours.spots and not theirs.spots:
        return None
    if ours.spots & theirs.spots or ours.spots & (theirs.at - ours.at) or theirs.spots & (ours.at - theirs.at):
        return True
    return False if ours.spots and theirs.spots else None
