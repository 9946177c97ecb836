"""What each feature of a pair saw, in words a reader can check."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from marsad.link.coding import Coding
from marsad.link.when import days_of
from marsad.link.where import distance_km
from marsad.link.words import RARE, rarity

__all__ = ["detail"]


def detail(feature: str, left: Coding, right: Coding) -> str:
    """Return what a feature saw in two codings: "ذيبان (1), دير الزور (2), 24 km" for one of place."""
    return _DETAILS[feature.partition(":")[0]](left, right)


def _places(left: Coding, right: Coding) -> str:
    known = left.where.located and right.where.located
    apart = distance_km(left.where, right.where) if known else None
    between = f"{left.where.name} ({left.where.precision}), {right.where.name} ({right.where.precision})"
    return between if apart is None else f"{between}, {apart:.0f} km"


def _days(left: Coding, right: Coding) -> str:
    def told(coding: Coding) -> str:
        days = days_of(coding)
        if not days:
            return "no day"
        first, last = date.fromordinal(days[0]).isoformat(), date.fromordinal(days[-1]).isoformat()
        return first if first == last else f"{first} to {last}"

    return f"{told(left)}, {told(right)}"


def _sides(left: Coding, right: Coding) -> str:
    def told(coding: Coding) -> str:
        return f"{'+'.join(coding.side1) or '-'} against {'+'.join(coding.side2) or '-'}"

    return f"{told(left)}; {told(right)}"


def _count(*names: int) -> Callable[[Coding, Coding], str]:
    def told(coding: Coding) -> str:
        figures = [coding.counts[index] for index in names]
        return " and ".join(
            "-" if one is None else str(next((v for v in (one.best, one.low, one.high) if v is not None), "?"))
            for one in figures
        )

    return lambda left, right: f"{told(left)}, {told(right)}"


def _shared(field_name: str) -> Callable[[Coding, Coding], str]:
    def detail(left: Coding, right: Coding) -> str:
        shared = frozenset(getattr(left, field_name)).intersection(getattr(right, field_name))
        return " ".join(sorted(shared)) or "-"

    return detail


def _names(left: Coding, right: Coding) -> str:
    shared = frozenset(left.around).intersection(right.around)
    return " ".join(sorted(word for word in shared if rarity(word) >= RARE)) or "-"


def _quoted(left: Coding, right: Coding) -> str:
    return f"{left.evidence[:60]} | {right.evidence[:60]}"


_DETAILS: dict[str, Callable[[Coding, Coding], str]] = {
    "place": _places,
    "named": _places,
    "kind": lambda left, right: f"{left.sub_event_type}, {right.sub_event_type}",
    "side1": _sides,
    "side2": _sides,
    "side": _sides,
    "sides": _sides,
    "day": _days,
    "killed": _count(0),
    "wounded": _count(2),
    "held": _count(3, 4),
    "one day's killed": _count(0),
    "one day's held": _count(3, 4),
    "marks": _quoted,
    "sums": _quoted,
    "words": _shared("words"),
    "text": _shared("around"),
    "names": _names,
    "wording": _quoted,
    "outlet": lambda left, _: left.outlet,
}
