"""Who held which part of a land, and when: whose men are meant where words name only "الحاجز" or "الفصائل".

A checkpoint in Afrin was the Syrian National Army's from 2018, one in Idleb city the opposition's. What is held is told
by district and subdistrict; it is history to read old and new reports by, not a picture of where forces stand.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

from marsad.frozen import dataclass
from marsad.lexicon.dated import dated_rows
from marsad.lexicon.load import RESOURCES

__all__ = ["Holding", "holders_of", "holdings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """Who holds units (P-codes of districts or subdistricts) from a day until another; `until` None is until now."""

    code: str
    units: frozenset[str]
    since: date
    until: date | None

    def stands(self, day: date) -> bool:
        """Say whether it stands on a day; the last day is the next holder's."""
        return self.since <= day and (self.until is None or day < self.until)


@lru_cache(maxsize=4)
def holdings(folder: Path = RESOURCES) -> tuple[Holding, ...]:
    """Return every holding of `resources/holders`, in the order of the files.

    Raises ResourceError when a file breaks its schema.
    """
    return tuple(
        Holding(
            code=row["code"],
            units=frozenset(row["units"]),
            since=row["since"],
            until=row["until"],
        )
        for row in dated_rows("holders", folder)
    )


@lru_cache(maxsize=1)
def _by_unit() -> dict[str, tuple[Holding, ...]]:
    found: dict[str, list[Holding]] = {}
    for each in holdings():
        for unit in each.units:
            found.setdefault(unit, []).append(each)
    return {unit: tuple(held) for unit, held in found.items()}


@lru_cache(maxsize=20_000)
def holders_of(subdistrict: str | None, district: str | None, day: date) -> tuple[str, ...]:
    """Return who held a subdistrict, or else its district, on a day: the main holder first.

    >>> holders_of("SY020300", "SY0203", date(2019, 5, 1)), holders_of("SY020300", "SY0203", date(2017, 5, 1))
    (('sna',), ('sdf',))
    """
    for unit in (subdistrict, district):
        held = dict.fromkeys(each.code for each in _by_unit().get(unit or "", ()) if each.stands(day))
        if held:
            return tuple(held)
    return ()
