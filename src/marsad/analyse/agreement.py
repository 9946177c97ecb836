"""How far coders agree beyond chance: Krippendorff's alpha for any kind of value, and Gwet's AC1.

Alpha falls towards nought where nearly everybody codes the same value; AC1 does not, so both are told.
Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011); Gwet, "Computing inter-rater reliability and its
variance in the presence of high agreement" (2008).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations
from typing import TypeVar

__all__ = ["ac1", "alpha", "interval", "masi", "nominal", "observed", "ratio"]

_Value = TypeVar("_Value", bound=Hashable)


def nominal(left: Hashable, right: Hashable) -> float:
    """Return the difference of values that are the same or not."""
    return float(left != right)


def interval(left: float, right: float) -> float:
    """Return the difference of values on a scale without a nought, as days."""
    return (left - right) ** 2


def ratio(left: float, right: float) -> float:
    """Return the difference of values on a scale with a nought, as numbers of people."""
    return 0.0 if left == right else ((left - right) / (left + right)) ** 2


def masi(left: frozenset[str], right: frozenset[str]) -> float:
    """Return the difference of sets (Passonneau 2006): less where one holds the other than where they only overlap."""
    if left == right:
        return 0.0
    shared = left & right
    if not shared:
        return 1.0
    monotonicity = 2 / 3 if shared in (left, right) else 1 / 3
    return 1 - len(shared) / len(left | right) * monotonicity


def alpha(units: Iterable[Sequence[_Value]], difference: Callable[[_Value, _Value], float]) -> float | None:
    """Return Krippendorff's alpha of units, each the values that coders gave it; those with one value say nothing.

    1 is full agreement, 0 what chance would give; None where nothing varies, or nothing was coded twice.

    >>> alpha([(1, 1), (2, 2), (1, 2), (1, 1)], nominal)
    0.5333333333333333
    """
    coded = [tuple(unit) for unit in units if len(unit) > 1]
    values = Counter(value for unit in coded for value in unit)
    count = values.total()
    expected = sum(
        2 * values[left] * values[right] * difference(left, right) for left, right in combinations(values, 2)
    )
    if not expected:
        return None
    seen = sum(
        2 * sum(difference(left, right) for left, right in combinations(unit, 2)) / (len(unit) - 1) for unit in coded
    )
    return 1 - (count - 1) * seen / expected


def ac1(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Return Gwet's AC1 of units, each the values that coders gave it, over the values that were given at all.

    None where only one value was ever given, or nothing was coded twice.

    >>> round(ac1([("+", "+")] * 118 + [("+", "-")] * 5 + [("-", "+")] * 2), 4)
    0.9408
    """
    coded = [Counter(unit) for unit in units if len(unit) > 0]
    share = observed(unit.elements() for unit in coded)
    categories = {value for unit in coded for value in unit}
    if share is None or len(categories) < 2:
        return None
    likely = [sum(unit[value] / unit.total() for unit in coded) / len(coded) for value in categories]
    chance = sum(one * (1 - one) for one in likely) / (len(categories) - 1)
    return (share - chance) / (1 - chance)


def observed(units: Iterable[Iterable[Hashable]]) -> float | None:
    """Return how often two coders of a unit gave it the same value, None where nothing was coded twice."""
    pairs = [unit for values in units if (unit := Counter(values)).total() > 1]
    if not pairs:
        return None
    agreed = [sum(many * (many - 1) for many in unit.values()) / (unit.total() * (unit.total() - 1)) for unit in pairs]
    return sum(agreed) / len(agreed)
