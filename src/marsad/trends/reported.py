"""A record, and who reported throughout which weeks: found once for all searches that are compared over the same."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Self

from marsad.analyse.heard import Heard
from marsad.trends.history import first_day, last_day
from marsad.trends.judge import NEAR
from marsad.trends.panel import Activity, Panel, panel_of, weeks_of
from marsad.trends.weeks import Cut, Weeks

__all__ = ["YEAR", "Reported"]

YEAR = 52
"""Weeks of a year."""
_MOST_YEARS = 5
_DAY = timedelta(days=1)


class Reported:
    """Incidents with those who tell them; who they are is asked of all, whatever is searched for."""

    def __init__(self, told: Sequence[Heard]) -> None:
        self.told = told
        self._activity = Activity(told)
        self._panels: dict[tuple[Weeks, tuple[str, ...]], tuple[Weeks, Panel]] = {}
        self._longer: dict[tuple[date, int, frozenset[str]], Panel | None] = {}
        self._days: tuple[date | None, date | None] | None = None
        self._near: list[tuple[date, Heard]] | None = None
        self._vague: list[Heard] = []

    @classmethod
    def of(cls, record: Sequence[Heard] | Reported) -> Reported | Self:
        """Return a record as it is asked, itself where it is that."""
        return record if isinstance(record, Reported) else cls(record)

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day on which any source published."""
        if self._days is None:
            self._days = first_day(self.told), last_day(self.told)
        return self._days

    @property
    def vague(self) -> Sequence[Heard]:
        """The incidents whose day is not known to a week."""
        self._by_day()
        return self._vague

    def within(self, weeks: Cut) -> Iterator[tuple[int, Heard]]:
        """Yield the other incidents that lie in some weeks, each with the number of its week."""
        near = self._by_day()
        begin, end = (bisect_left(near, day, key=itemgetter(0)) for day in (weeks.start(0), weeks.last + _DAY))
        for day, some in groupby(near[begin:end], key=itemgetter(0)):
            number = weeks.number(day)
            if number is not None:
                for _, one in some:
                    yield number, one

    def _by_day(self) -> list[tuple[date, Heard]]:
        if self._near is None:
            near, self._vague = [], []
            for one in self.told:
                day = one.happening.start
                if day is None or one.happening.date_precision > NEAR:
                    self._vague.append(one)
                else:
                    near.append((day, one))
            self._near = sorted(near, key=itemgetter(0))
        return self._near

    def panel(self, longest: Weeks, named: tuple[str, ...]) -> tuple[Weeks, Panel]:
        """Return the weeks that are compared, as far back as two sources reported, and who reported throughout."""
        key = longest, named
        if key not in self._panels:
            weeks = weeks_of(self._activity, longest, named=named)
            self._panels[key] = weeks, panel_of(self._activity, weeks, named=named)
        return self._panels[key]

    def longer(self, panel: Panel) -> Panel | None:
        """Return a panel with as many whole years before both of its periods as the same sources reported throughout.

        Its `before` are those years, its `now` both periods together. None where the record holds no such year.
        """
        key = panel.weeks.last, panel.weeks.total, panel.sources
        if key not in self._longer:
            self._longer[key] = self._years(panel)
        found = self._longer[key]
        return found and replace(panel, weeks=found.weeks, sources=found.sources)

    def _years(self, panel: Panel) -> Panel | None:
        found, weeks = None, panel.weeks
        begins, _ = self.days
        for years in range(_MOST_YEARS):
            later = Weeks(last=weeks.last, now=weeks.total + years * YEAR, before=YEAR)
            if begins is None or begins >= later.start(1):
                break
            sources = panel_of(self._activity, later).sources & panel.sources
            if not sources or (found is not None and sources != found.sources):
                break
            whole = Weeks(last=later.last, now=weeks.total, before=(years + 1) * YEAR)
            found = replace(panel, weeks=whole, sources=sources)
        return found
