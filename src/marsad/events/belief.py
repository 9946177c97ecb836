"""What the weights think of every answer to a question about a frame, not only of the likeliest.

Two frames that each doubt whether "قسد" or "الجيش الوطني" fired may agree better than their first answers tell.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import field
from typing import Any

from marsad.frozen import dataclass

__all__ = ["Beliefs", "Shares", "agreement", "level", "spread"]

Shares = Mapping[Any, float]
"""The share of probability of each answer; those of next to nothing are left out."""

_SLIGHT = 0.01
_LEVELS = (0.01, 0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beliefs:
    """The shares of a frame's answers: sub-event types, event types, both sides by code, places by name, periods."""

    sub_event_type: Shares = field(default_factory=dict)
    event_type: Shares = field(default_factory=dict)
    side1: Shares = field(default_factory=dict)
    side2: Shares = field(default_factory=dict)
    place: Shares = field(default_factory=dict)
    date: Shares = field(default_factory=dict)


def spread(answers: Iterable[tuple[Hashable, float]]) -> Shares:
    """Return the share of each answer, those of equal answers together."""
    found: dict[Hashable, float] = {}
    for answer, share in answers:
        if share > _SLIGHT:
            found[answer] = found.get(answer, 0.0) + share
    return found


def agreement(left: Shares, right: Shares) -> float:
    """Return how likely two questions have one answer, if each were answered by its shares alone.

    >>> agreement({"sdf": 0.5, "sna": 0.5}, {"sdf": 0.4, "is": 0.6})
    0.2
    """
    if len(right) < len(left):
        left, right = right, left
    known = right.get
    return sum([share * known(answer, 0.0) for answer, share in left.items()])


def level(likely: float) -> int:
    """Return how likely something is in nine steps, for features.

    >>> level(0.0), level(0.4), level(1.0)
    (0, 4, 8)
    """
    return bisect(_LEVELS, likely)
