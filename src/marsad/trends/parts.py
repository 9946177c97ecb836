"""Where a change comes from: the areas and kinds whose weekly counts differ most between two periods."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from marsad.analyse.heard import Happened
from marsad.trends.weeks import Weeks

__all__ = ["Part", "parts_of"]

_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Incidents of one area ("admin1", "SY09") or kind ("kind", "Armed clash"), before and now."""

    dimension: str
    value: str
    before: int
    now: int

    def difference(self, weeks: Weeks) -> float:
        """Return how many a week there are more now."""
        return self.now / weeks.now - self.before / weeks.before


def parts_of(counted: Iterable[tuple[bool, Happened]], weeks: Weeks) -> tuple[Part, ...]:
    """Return the areas and kinds with the greatest difference; `counted` says of each incident whether it is now."""
    told = list(counted)
    found: list[Part] = []
    for dimension in (_level(told), "kind"):
        both: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        for now, happening in told:
            value = happening.sub_event_type if dimension == "kind" else happening.place[dimension]
            if value:
                both[now][value] += 1
        values = [
            Part(dimension=dimension, value=value, before=both[0][value], now=both[1][value])
            for value in sorted(both[0].keys() | both[1].keys())
        ]
        values.sort(key=lambda part: -abs(part.difference(weeks)))
        found += values[:_SHOWN] if len(values) > 1 else []
    return tuple(found)


def _level(told: list[tuple[bool, Happened]]) -> str:
    """Return the highest level at which the incidents lie in several units, the lowest where they never do."""
    return next(_levels(told), "admin2")


def _levels(told: list[tuple[bool, Happened]]) -> Iterator[str]:
    for level in ("country", "admin1", "admin2"):
        if len({happening.place[level] for _, happening in told if happening.place[level]}) > 1:
            yield level
