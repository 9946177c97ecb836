"""Who fights where and when: whom a side that no word names may be.

"دخلت قوات النظام حمورية" names one side; who held the town is known from the land and the year.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

from marsad.frozen import dataclass
from marsad.lexicon.dated import dated_rows
from marsad.lexicon.load import RESOURCES

__all__ = ["Presence", "fighters_at", "presences"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """A force and where it fights: a country (ISO code), or governorates of it (P-codes), from a day to a day."""

    code: str
    country: str
    admin1: frozenset[str]
    since: date
    until: date | None

    def holds(self, admin1: str | None, day: date | None) -> bool:
        """Say whether the force fights in a governorate on a day; an unknown day is any."""
        if self.admin1 and admin1 not in self.admin1:
            return False
        return day is None or (self.since <= day and (self.until is None or day <= self.until))


@lru_cache(maxsize=4)
def presences(folder: Path = RESOURCES) -> tuple[Presence, ...]:
    """Return every presence of `resources/fighters`, in the order of the files.

    Raises ResourceError when a file breaks its schema.
    """
    return tuple(
        Presence(
            code=row["code"],
            country=row["country"],
            admin1=frozenset(row["admin1"]),
            since=row["since"],
            until=row["until"],
        )
        for row in dated_rows("fighters", folder)
    )


@lru_cache(maxsize=20_000)
def fighters_at(country: str, admin1: str | None, day: date | None) -> tuple[str, ...]:
    """Return the codes of those who fight in a country, or one governorate of it, on a day.

    >>> "opp" in fighters_at("SY", "SY03", date(2016, 5, 1)), "opp" in fighters_at("SY", "SY03", date(2020, 5, 1))
    (True, False)
    """
    found = [each.code for each in presences() if each.country == country and each.holds(admin1, day)]
    return tuple(dict.fromkeys(found))
