"""A search over a long time: weekly counts on a panel that reported throughout it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from marsad.analyse.heard import Heard
from marsad.trends.panel import Panel, panel_of
from marsad.trends.search import Search, matches
from marsad.trends.weeks import Weeks

__all__ = ["History", "first_day", "history", "last_day"]

_NEAR = 2
_DAY = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Weeks, the ids of the incidents in each, and the incidents whose day is known, with it."""

    weeks: Weeks
    panel: Panel
    ids: tuple[tuple[str, ...], ...]
    days: tuple[date, ...]
    told: tuple[Heard, ...]

    @property
    def counts(self) -> tuple[int, ...]:
        """How many there are in each week."""
        return tuple(map(len, self.ids))


def history(record: Sequence[Heard], search: Search, *, since: date, last: date) -> History:
    """Count whole weeks that end on a day, as far back as `since`; the panel reported throughout both halves."""
    number = max(2, ((last - since).days + 1) // 7)
    weeks = Weeks(last=last, now=number // 2, before=number - number // 2)
    panel = panel_of(record, weeks, named=search.panel)
    ids: list[list[str]] = [[] for _ in range(number)]
    days: list[date] = []
    told: list[Heard] = []
    for one in record:
        day = one.happening.start
        if day is None or one.happening.date_precision > _NEAR or not matches(search, one.happening):
            continue
        at = weeks.number(day)
        if at is None or panel.voice(one) is None:
            continue
        ids[at].append(one.happening.key)
        told.append(one)
        if one.happening.date_precision == _DAY:
            days.append(day)
    return History(
        weeks=weeks, panel=panel, ids=tuple(tuple(sorted(each)) for each in ids), days=tuple(sorted(days)),
        told=tuple(told),
    )  # fmt: skip


def first_day(record: Sequence[Heard]) -> date | None:
    """Return the first day on which any source published, None where none is known."""
    return min((voice.published for one in record for voice in one.voices if voice.published), default=None)


def last_day(record: Sequence[Heard]) -> date | None:
    """Return the last day on which any source published."""
    return max((voice.published for one in record for voice in one.voices if voice.published), default=None)
