"""What events are counted by: the value of each dimension, or in words why there is none that precise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from marsad.errors import MissingPackageError, SettingsError

__all__ = ["AREAS", "DIMENSIONS", "MANY", "PERIODS", "Facts", "Value", "share_elsewhere", "values_of"]

PERIODS = ("day", "week", "month", "year")
AREAS = ("country", "admin1", "admin2", "admin3")
MANY = ("actor", "side1", "side2", "source")
"""Dimensions in which one event may have several values: it is counted with each, and once in the total."""

DIMENSIONS = (*PERIODS, *AREAS, "h3:N", *MANY, "type", "kind", "status")
"""What can be counted by; N is the resolution of the grid, 0 to 15."""

_REGION = 3
_NOT = Fraction(0)
_MONTH_LONG = 31
_FINEST = 15


class Value(NamedTuple):
    """A value of a dimension; with a `note` it is less than was asked for: ("SY", "place above admin1")."""

    code: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the values of an event are made from; only what the dimensions asked for need be filled in."""

    start: date | None = None
    end: date | None = None
    date_precision: int = 3
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    admin3: str | None = None
    place_precision: int = 3
    latitude: float | None = None
    longitude: float | None = None
    event_type: str | None = None
    sub_event_type: str | None = None
    status: str | None = None
    actor: tuple[str, ...] = ()
    side1: tuple[str, ...] = ()
    side2: tuple[str, ...] = ()
    source: tuple[str, ...] = ()


def values_of(dimension: str, facts: Facts) -> list[Value]:
    """Return the values of an event in a dimension, at least one.

    Raises SettingsError for a dimension that there is not.
    """
    if dimension in PERIODS:
        return [_period(dimension, facts)]
    if dimension in AREAS:
        return [_area(dimension, facts)]
    if dimension in MANY:
        nobody = "no outlet told" if dimension == "source" else "nobody told"
        return [Value(code) for code in getattr(facts, dimension)] or [Value("", nobody)]
    if dimension.startswith("h3:"):
        return [_cell(dimension, facts)]
    plain = {"type": facts.event_type, "kind": facts.sub_event_type, "status": facts.status}
    if dimension not in plain:
        raise SettingsError(f"Nothing is counted by {dimension!r}. Write one of: {', '.join(DIMENSIONS)}.")
    return [Value(plain[dimension] or "", "" if plain[dimension] else "not told")]


_NAMES: dict[str, Callable[[date], str]] = {
    "day": date.isoformat,
    "week": lambda day: f"{day.isocalendar().year:04d}-W{day.isocalendar().week:02d}",
    "month": lambda day: day.isoformat()[:7],
    "year": lambda day: day.isoformat()[:4],
}


def _days(facts: Facts) -> tuple[date, date] | None:
    if facts.start is None:
        return None
    return facts.start, max(facts.start, facts.end or facts.start)


def _known_to(facts: Facts, first: date, last: date) -> str:
    """Return the period that an event's days are known to: by its precision, and when that is "longer", by its days."""
    if facts.date_precision < _REGION:
        return "day" if facts.date_precision == 1 else "week"
    return "month" if (last - first).days < _MONTH_LONG else "year"


def _period(period: str, facts: Facts) -> Value:
    days = _days(facts)
    if days is None:
        return Value("", "no day known")
    known = _known_to(facts, *days)
    if PERIODS.index(known) <= PERIODS.index(period):
        return Value(_NAMES[period](days[0]))
    return Value(_NAMES[known](days[0]), f"{known} known only")


def share_elsewhere(period: str, facts: Facts) -> Fraction:
    """Return the share of an event's days that lie outside the period that it is counted in, that of its first day."""
    days = _days(facts)
    if days is None:
        return _NOT
    first, last = days
    if first == last:
        return _NOT
    known = _known_to(facts, first, last)
    counted = period if PERIODS.index(known) <= PERIODS.index(period) else known
    name, inside = _NAMES[counted], 0
    total = (last - first).days + 1
    while inside < total and name(first + timedelta(days=inside)) == name(first):
        inside += 1
    return Fraction(total - inside, total)


def _area(level: str, facts: Facts) -> Value:
    known = next(((name, code) for name in reversed(AREAS) if (code := getattr(facts, name))), None)
    exact = getattr(facts, level)
    if exact:
        return Value(exact)
    if known is None:
        return Value("", "no place known")
    below = AREAS.index(known[0]) > AREAS.index(level)
    vague = facts.place_precision > 1 and not below
    return Value(known[1], f"place above {level}" if vague else f"{level} not listed")


def _cell(dimension: str, facts: Facts) -> Value:
    resolution = dimension.partition(":")[2]
    if not resolution.isdecimal() or int(resolution) > _FINEST:
        raise SettingsError(f"{dimension} is no resolution of the grid. Write h3:0 to h3:15, for example h3:5.")
    try:
        import h3
    except ImportError:
        raise MissingPackageError("The grid", package="h3", extra="grid") from None
    if facts.latitude is None or facts.longitude is None or facts.place_precision > 1:
        area = _area("admin3", facts)
        return Value(area.code, "no exact place" if area.code else area.note)
    return Value(h3.latlng_to_cell(facts.latitude, facts.longitude, int(resolution)))
