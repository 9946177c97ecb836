"""Weeks counted back from a last day: two periods of whole weeks that lie against each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

__all__ = ["Weeks"]

_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Weeks:
    """`before` weeks and then `now` weeks, the last of them ending on `last`."""

    last: date
    now: int
    before: int

    @property
    def total(self) -> int:
        """How many weeks both periods have."""
        return self.before + self.now

    @property
    def first(self) -> date:
        """The first day of both."""
        return self.last - timedelta(days=self.total * _WEEK - 1)

    @property
    def turn(self) -> date:
        """The first day of the period looked at."""
        return self.last - timedelta(days=self.now * _WEEK - 1)

    def number(self, day: date) -> int | None:
        """Return the number of the week that a day lies in, from 0; None for a day outside.

        >>> Weeks(last=date(2024, 3, 31), now=4, before=8).number(date(2024, 3, 25))
        11
        """
        return (day - self.first).days // _WEEK if self.first <= day <= self.last else None

    def start(self, number: int) -> date:
        """Return the first day of a week."""
        return self.first + timedelta(days=number * _WEEK)
