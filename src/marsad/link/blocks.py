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
from marsad.link.words import RARE, rarity

__all__ = ["Area", "Blocks", "days_looked_at", "family_of", "home", "kin_of", "reach"]

_CELLS = 10  # a degree: each about ten kilometres wide
_WIDE = 2  # a degree: each about fifty kilometres wide
_WORDS = 3
_DAY_BITS = 20
_NUMBER = {family: number for number, family in enumerate(FAMILIES)}
_UNDATED = range(1)

Area = tuple[str, object]
"""What codings stand under: ("name", "ذيبان"), ("cell", (350, 405)) ..."""


class Blocks:
    """Numbers of codings by area, family and day.

    A coding stands under the names of its places, its rarest words, and its cells of the map. Compared are those that
    share a name or a rare word; places known in neighbouring small cells; an area or an unknown place with all in its
    first-level unit and with the areas in neighbouring wide cells; what has no unit with all of its country.
    """

    __slots__ = ("_areas", "_members")

    def __init__(self) -> None:
        self._areas: dict[Area, int] = {}
        self._members: dict[int, list[int]] = {}

    def add(self, number: int, coding: Coding) -> None:
        """Enter a coding under a number of the caller's."""
        family, days = family_of(coding), days_of(coding) or _UNDATED
        for area in home(coding):
            place = self._areas.setdefault(area, len(self._areas)) * len(FAMILIES) + family
            for day in days:
                self._members.setdefault(place << _DAY_BITS | day, []).append(number)

    def candidates(self, coding: Coding) -> set[int]:
        """Return the numbers of the codings that a coding is compared with."""
        looked_at, families = days_looked_at(coding), kin_of(coding)
        found: set[int] = set()
        members = self._members
        for area in reach(coding):
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


def family_of(coding: Coding) -> int:
    """Return the number of the family of acts that a coding stands under."""
    return _NUMBER[FAMILY.get(coding.sub_event_type, "other")]


def kin_of(coding: Coding) -> list[int]:
    """Return the numbers of the families that a coding is compared with."""
    return [_NUMBER[family] for family in kin_families(FAMILY.get(coding.sub_event_type, "other"))]


def days_looked_at(coding: Coding) -> range:
    """Return the days that a coding is compared with, as ordinals; 0 stands for undated."""
    days = days_of(coding)
    return range(max(1, days[0] - SLACK), days[-1] + SLACK + 1) if days else _UNDATED


def reach(coding: Coding) -> Iterator[Area]:
    """Yield the areas in which a coding finds those that it is compared with."""
    where = coding.where
    yield from _names(coding)
    yield "nowhere", where.country
    if where.loose and where.unit is None:
        yield "country", where.country
        return
    yield "area", where.unit
    if where.loose:
        yield "place", where.unit
        yield from (("wide", cell) for cell in _next(_cell(where, _WIDE)))
    else:
        yield from (("cell", cell) for cell in _next(_cell(where, _CELLS)))


def home(coding: Coding) -> Iterator[Area]:
    """Yield the areas that a coding stands under, where others find it."""
    where = coding.where
    yield from _names(coding)
    if where.unit is not None:
        yield "country", where.country
    if where.loose and where.unit is None:
        yield "nowhere", where.country
        return
    kind = "area" if where.loose else "place"
    yield kind, where.unit
    if where.loose:
        yield "wide", _cell(where, _WIDE)
    else:
        yield "cell", _cell(where, _CELLS)


def _names(coding: Coding) -> Iterator[Area]:
    for key in coding.where.keys:
        yield "name", key
    for word in coding.around[:_WORDS]:
        if rarity(word) >= RARE:
            yield "word", word


def _cell(where: Where, cells: int) -> tuple[int, int] | None:
    if where.latitude is None or where.longitude is None:
        return None
    return int(where.latitude * cells // 1), int(where.longitude * cells // 1)


def _next(cell: tuple[int, int] | None) -> Iterator[tuple[int, int]]:
    if cell is not None:
        row, column = cell
        for down, right in product((-1, 0, 1), repeat=2):
            yield row + down, column + right
