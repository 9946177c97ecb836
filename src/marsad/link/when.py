"""Days of two codings compared: intervals with slack, and days that are no more than the day of the report."""

from __future__ import annotations

from marsad.link.coding import Coding

__all__ = ["REACH", "SLACK", "TOLD_BEFORE", "compare_days", "days_of"]

SLACK = 2
"""Days that lie between two codings at most for them to be compared."""

TOLD_BEFORE = "day: one was told before the other happened"

REACH = 31
"""Days of a long interval that are looked at."""


def days_of(coding: Coding) -> range:
    """Return the days on which a coding may have happened, as ordinals; its report's day when it tells none."""
    start = coding.published if coding.start is None else coding.start
    if start is None:
        return range(0)
    end = start if coding.end is None else coding.end
    return range(start, min(end, start + REACH - 1) + 1)


def _vague(coding: Coding) -> bool:
    return coding.day_precision > 1 or coding.start is None


def _own_day(coding: Coding) -> bool:
    """Say whether a coding is of the day of its report, as every undated piece of news is."""
    return coding.start is None or coding.start == coding.published


def compare_days(left: Coding, right: Coding) -> tuple[str, ...]:
    """Return the features of two codings' days."""
    ours, theirs = days_of(left), days_of(right)
    if not ours or not theirs:
        return ("day: unknown",)
    gap = max(ours[0] - theirs[-1], theirs[0] - ours[-1], 0)
    if _vague(left) or _vague(right):
        if gap:
            return (f"day: vague, {gap} apart",)
        longest = max(len(ours), len(theirs))
        return ("day: within a week" if longest <= 8 else "day: within a month",)
    if not gap:
        both = len(ours) == len(theirs) == 1
        return ("day: same" if both else "day: periods meet",)
    later, earlier = (left, right) if ours[0] > theirs[0] else (right, left)
    if gap == 1 and _own_day(later):
        return ("day: next, the later is its report's own day",)
    if earlier.published is not None and earlier.published < days_of(later)[0] and not _own_day(later):
        return (f"day: {gap} apart", TOLD_BEFORE)
    return (f"day: {gap} apart",)
