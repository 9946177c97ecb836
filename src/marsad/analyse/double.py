"""Reports coded twice compared: which acts both coders found, and how far they agree on each field, month by month."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Any

from marsad.analyse.agreement import ac1, alpha, masi, nominal, observed, ratio
from marsad.export.record import COUNTS

__all__ = ["Agreement", "Disagreement", "Double", "agreement", "disagreements", "matched", "monthly"]

_FAR_KM = 50.0
_FAR_DAYS = 7.0
_EARTH_KM = 6371.0

_Event = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Double:
    """A report coded twice: `month` is when it was coded the second time, "2024-03"; `key` leads back to it."""

    key: int
    month: str
    first: Sequence[_Event]
    second: Sequence[_Event]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far coders agree on a field: acts compared, share with the same value, alpha and AC1 (None: nothing varies).

    Of the field "acts" the share is of acts that both found among all found, counted for either coder.
    """

    field: str
    compared: int
    same: float | None
    alpha: float | None = None
    ac1: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A field of an act that two coders coded differently; `field` is "acts" for an act that only one of them found."""

    key: int
    field: str
    first: _Event | None
    second: _Event | None


def _day(event: _Event) -> int | None:
    from datetime import date

    start = event["date"]["start"]
    return date.fromisoformat(start).toordinal() if start else None


def _place(event: _Event) -> tuple[str, float | None, float | None]:
    place = event["place"]
    return place["place_id"] or f"{place['country']}:{place['name']}", place["latitude"], place["longitude"]


def _people(field: str) -> Callable[[_Event], float | None]:
    def told(event: _Event) -> float | None:
        count = event[field] or {}
        return next((count[bound] for bound in ("best", "low", "high") if count.get(bound) is not None), None)

    return told


def _codes(field: str) -> Callable[[_Event], frozenset[str]]:
    return lambda event: frozenset(event[field])


def _apart_days(left: int | None, right: int | None) -> float:
    if left is None or right is None:
        return nominal(left, right)
    return min(1.0, abs(left - right) / _FAR_DAYS) ** 2


def _apart_people(left: float | None, right: float | None) -> float:
    return nominal(left, right) if left is None or right is None else ratio(left, right)


def _apart_places(left: tuple[str, float | None, float | None], right: tuple[str, float | None, float | None]) -> float:
    if left[0] == right[0]:
        return 0.0
    if None in left or None in right:
        return 1.0
    south, west, north, east = (radians(float(value or 0)) for value in (*left[1:], *right[1:]))
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin((east - west) / 2) ** 2
    return min(1.0, 2 * _EARTH_KM * asin(sqrt(half)) / _FAR_KM) ** 2


_FIELDS: dict[str, tuple[Callable[[_Event], Hashable], Callable[[Any, Any], float]]] = {
    "sub_event_type": (lambda event: event["sub_event_type"], nominal),
    "side1": (_codes("side1"), masi),
    "side2": (_codes("side2"), masi),
    "place": (_place, _apart_places),
    "date": (_day, _apart_days),
    **{count: (_people(count), _apart_people) for count in COUNTS},
    "status": (lambda event: event["status"], nominal),
}
"""Fields with the value compared and the difference that alpha weighs: sets by MASI, places by kilometres (wholly
different from 50 on), days from a week apart on, numbers of people by their ratio; AC1 asks for the same value."""


def matched(first: Sequence[_Event], second: Sequence[_Event]) -> list[tuple[_Event | None, _Event | None]]:
    """Return the acts of two codings side by side, None where a coder has nothing like it.

    Acts are the same that share most of type, sides, place and day, or of the words that state them; of one act each it
    is taken that both mean it.
    """
    ranked = sorted(
        (-_likeness(old, new), at, to) for at, old in enumerate(first) for to, new in enumerate(second)
    )  # fmt: skip
    least = 1 if len(first) == len(second) == 1 else -2
    found: dict[int, int] = {}
    for likeness, at, to in ranked:
        if likeness <= least and at not in found and to not in found.values():
            found[at] = to
    pairs: list[tuple[_Event | None, _Event | None]] = [
        (old, second[found[at]] if at in found else None) for at, old in enumerate(first)
    ]
    return pairs + [(None, new) for to, new in enumerate(second) if to not in found.values()]


def _likeness(left: _Event, right: _Event) -> int:
    same = sum(_FIELDS[field][0](left) == _FIELDS[field][0](right) for field in ("sub_event_type", "side1", "side2"))
    same += 2 * (_place(left)[0] == _place(right)[0]) + (_day(left) == _day(right))
    ours, theirs = (set(str(event["evidence"]).split()) for event in (left, right))
    return same + (2 if ours and theirs and len(ours & theirs) * 2 >= min(len(ours), len(theirs)) else 0)


def agreement(doubles: Iterable[Double]) -> list[Agreement]:
    """Return how far coders agree: on which acts there are, then on each field of those that both found."""
    pairs = [pair for double in doubles for pair in matched(double.first, double.second)]
    both = [(old, new) for old, new in pairs if old is not None and new is not None]
    single = len(pairs) - len(both)
    found = [
        Agreement(field="acts", compared=len(pairs), same=2 * len(both) / (2 * len(both) + single) if pairs else None)
    ]
    for field, (value, difference) in _FIELDS.items():
        units = [(value(old), value(new)) for old, new in both]
        found.append(
            Agreement(
                field=field, compared=len(units), same=observed(units), alpha=alpha(units, difference), ac1=ac1(units)
            )
        )
    return found


def monthly(doubles: Iterable[Double]) -> dict[str, list[Agreement]]:
    """Return the agreement of each month, the latest first: where it falls, coders drift apart."""
    by_month: dict[str, list[Double]] = {}
    for double in doubles:
        by_month.setdefault(double.month, []).append(double)
    return {month: agreement(by_month[month]) for month in sorted(by_month, reverse=True)}


def disagreements(doubles: Iterable[Double]) -> list[Disagreement]:
    """Return every field that two coders coded differently, and every act that only one of them found."""
    found: list[Disagreement] = []
    for double in doubles:
        for old, new in matched(double.first, double.second):
            if old is None or new is None:
                found.append(Disagreement(key=double.key, field="acts", first=old, second=new))
                continue
            found += [
                Disagreement(key=double.key, field=field, first=old, second=new)
                for field, (value, _) in _FIELDS.items()
                if value(old) != value(new)
            ]
    return found
