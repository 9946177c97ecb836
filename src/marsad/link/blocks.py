"""Which codings are compared at all: those that share an area, a few days and a family of kinds.

A pair is compared or not by what the two are, never by what else there is: that keeps the result free of the
order in which reports come, and the cost of a coding bound to what happens around it in space and time.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from marsad.link.coding import Coding
from marsad.link.what import FAMILIES, FAMILY, kin_families
from marsad.link.when import SLACK, days_of
from marsad.link.where import Where

__all__ = ["Blocks"]

_CELLS = 10  # a degree: each about ten kilometres wide
_DAY_BITS = 20
_NUMBER = {family: number for number, family in enumerate(FAMILIES)}
_UNDATED = range(1)

Area = tuple[str, object]


class Blocks:
    """Numbers of codings by area, family and day.

    A coding stands under the names of its places, and under its cell of the map (a place that is known) or its
    first-level unit (an area, or a place nobody knows). It is compared with what shares a name, with its own and
    the next cells, and with the areas of its unit; an area with all of its unit; what has no unit with its country.
    """

    __slots__ = ("_areas", "_members", "_units")

    def __init__(self) -> None:
        self._areas: dict[Area, int] = {}
        self._members: dict[int, list[int]] = {}
        self._units: dict[str | None, set[str]] = {}

    def add(self, number: int, coding: Coding) -> None:
        """Enter a coding under a number of the caller's."""
        where = coding.where
        family = _NUMBER[FAMILY.get(coding.sub_event_type, "other")]
        if where.unit is not None:
            self._units.setdefault(where.country, set()).add(where.unit)
        days = days_of(coding) or _UNDATED
        for area in _home(where):
            place = self._areas.setdefault(area, len(self._areas)) * len(FAMILIES) + family
            for day in days:
                self._members.setdefault(place << _DAY_BITS | day, []).append(number)

    def candidates(self, coding: Coding) -> set[int]:
        """Return the numbers of the codings that a coding is compared with."""
        days = days_of(coding)
        looked_at = range(max(1, days[0] - SLACK), days[-1] + SLACK + 1) if days else _UNDATED
        families = [_NUMBER[family] for family in kin_families(FAMILY.get(coding.sub_event_type, "other"))]
        found: set[int] = set()
        members = self._members
        for area in self._reach(coding.where):
            place = self._areas.get(area)
            if place is None:
                continue
            for family in families:
                base = (place * len(FAMILIES) + family) << _DAY_BITS
                for day in looked_at:
                    block = members.get(base | day)
                    if block is not None:
                        found.update(block)
        return found

    def _reach(self, where: Where) -> Iterator[Area]:
        for key in where.keys:
            yield "name", key
        yield "wide", where.country
        cell = _cell(where)
        if cell is not None:
            row, column = cell
            for down, right in product((-1, 0, 1), repeat=2):
                yield "cell", (row + down, column + right)
            yield "loose", where.unit
            return
        units = [where.unit] if where.unit is not None else sorted(self._units.get(where.country, ()))
        for unit in units:
            yield "loose", unit
            yield "fixed", unit


def _home(where: Where) -> Iterator[Area]:
    for key in where.keys:
        yield "name", key
    cell = _cell(where)
    if cell is not None:
        yield "cell", cell
        yield "fixed", where.unit
    elif where.unit is not None:
        yield "loose", where.unit
    else:
        yield "wide", where.country


def _cell(where: Where) -> tuple[int, int] | None:
    """Return the cell of a place that is known and no area; a place without a unit has none."""
    if where.loose or where.unit is None or where.latitude is None or where.longitude is None:
        return None
    return int(where.latitude * _CELLS // 1), int(where.longitude * _CELLS // 1)
