"""Figures of two codings compared, as news grows: a higher toll later is no contradiction, a fall is."""

from __future__ import annotations

from functools import lru_cache

from marsad.link.coding import COUNTS, Coding
from marsad.model.quantity import Estimate

__all__ = ["compare_tolls", "harm_apart", "in_order"]

_COMPARED = tuple((COUNTS.index(name), name) for name in ("killed", "wounded", "detained", "abducted"))
_BODILY = frozenset(("killed", "wounded"))
_APART = frozenset(((True, False, False, True), (False, True, True, False)))


def in_order(left: Coding, right: Coding) -> tuple[Coding, Coding]:
    """Return two codings with the one published first before the other; those undated count as of one day."""
    if left.published is None or right.published is None or left.published == right.published:
        return (left, right) if left.member <= right.member else (right, left)
    return (left, right) if left.published < right.published else (right, left)


def compare_tolls(left: Coding, right: Coding) -> list[str]:
    """Return the features of two codings' figures; a figure that neither tells says nothing."""
    found: list[str] = []
    first, later = in_order(left, right)
    dated = None not in {first.published, later.published} and first.published != later.published
    before, after = first.counts, later.counts
    for index, name in _COMPARED:
        one, other = before[index], after[index]
        if one is None and other is None:
            continue
        found.append(_name(name, one, other, dated=dated))
    return found


def harm_apart(ours: tuple[Estimate | None, ...], theirs: tuple[Estimate | None, ...]) -> bool:
    """Say whether one tells of dead or wounded and of nobody held, and the other of people held alone."""
    return (_hurt(ours), _held(ours), _hurt(theirs), _held(theirs)) in _APART


def _hurt(counts: tuple[Estimate | None, ...]) -> bool:
    return any(counts[index] is not None for index, name in _COMPARED if name in _BODILY)


def _held(counts: tuple[Estimate | None, ...]) -> bool:
    return any(counts[index] is not None for index, name in _COMPARED if name not in _BODILY)


@lru_cache(maxsize=100_000)
def _name(name: str, before: Estimate | None, after: Estimate | None, *, dated: bool) -> str:
    people = name if name in _BODILY else "held"
    return f"{people}: {_relation(before, after, dated=dated)}"


def _relation(before: Estimate | None, after: Estimate | None, *, dated: bool) -> str:
    if before is None or after is None:
        return "one silent"
    old, new = _figure(before), _figure(after)
    if old is None or new is None:
        return "open"
    if old == new:
        return "same, none" if not old else "same, one" if old == 1 else "same, few" if old < 5 else "same, many"
    if _meet(before, after):
        return "ranges meet"
    if not min(old, new):
        return "none against some"
    close = abs(old - new) <= max(1, max(old, new) // 4)
    if not dated:
        return "close" if close else "apart" if max(old, new) <= 2 * min(old, new) + 2 else "far apart"
    if new > old:
        return "grew a little" if close else "grew" if new <= 2 * old + 2 else "grew much"
    return "fell a little" if close else "fell"


def _figure(estimate: Estimate) -> int | None:
    return next((value for value in (estimate.best, estimate.low, estimate.high) if value is not None), None)


def _meet(left: Estimate, right: Estimate) -> bool:
    """Say whether one figure may be the other: "more than 20" and 27 may."""

    def bounds(one: Estimate) -> tuple[float, float]:
        figure = _figure(one) or 0
        return (one.low if one.low is not None else figure), (float("inf") if one.high is None else one.high)

    (low, high), (other_low, other_high) = bounds(left), bounds(right)
    return low <= other_high and other_low <= high
