"""Two periods cut into weeks: whole weeks that lie against each other, or any two periods, in about as long pieces."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from marsad.trends.days import Days

__all__ = ["Cut", "Pieces", "Weeks"]

_WEEK = 7


class Cut(Protocol):
    """Two periods in pieces: `before` of the earlier one, then `now` of the later one, numbered from 0."""

    @property
    def before(self) -> int:
        """How many pieces the earlier period has."""

    @property
    def now(self) -> int:
        """How many pieces the later period has."""

    @property
    def total(self) -> int:
        """How many pieces both have."""

    @property
    def last(self) -> date:
        """The last day of both."""

    @property
    def days(self) -> tuple[int, int]:
        """How many days the earlier period has, and the later one."""

    def number(self, day: date) -> int | None:
        """Return the number of the piece that a day lies in; None for a day outside."""

    def start(self, number: int) -> date:
        """Return the first day of a piece."""


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

    @property
    def days(self) -> tuple[int, int]:
        """How many days both have."""
        return self.before * _WEEK, self.now * _WEEK

    def number(self, day: date) -> int | None:
        """Return the number of the week that a day lies in, from 0; None for a day outside.

        >>> Weeks(last=date(2024, 3, 31), now=4, before=8).number(date(2024, 3, 25))
        11
        """
        return (day - self.first).days // _WEEK if self.first <= day <= self.last else None

    def start(self, number: int) -> date:
        """Return the first day of a week."""
        return self.first + timedelta(days=number * _WEEK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """Two periods of any length, each in as many pieces as it has whole weeks, at least one; days may lie between.

    A month of 31 days has three pieces of eight days and one of seven.
    """

    earlier: Days
    later: Days

    @property
    def before(self) -> int:
        """How many pieces the earlier period has."""
        return _pieces(self.earlier)

    @property
    def now(self) -> int:
        """How many pieces the later period has."""
        return _pieces(self.later)

    @property
    def total(self) -> int:
        """How many pieces both have."""
        return self.before + self.now

    @property
    def last(self) -> date:
        """The last day of both."""
        return self.later.last

    @property
    def days(self) -> tuple[int, int]:
        """How many days both have."""
        return self.earlier.number, self.later.number

    def number(self, day: date) -> int | None:
        """Return the number of the piece that a day lies in, from 0; None for a day outside.

        >>> from marsad.trends.days import days_of
        >>> months = Pieces(earlier=days_of("2024-02"), later=days_of("2024-03"))
        >>> [months.number(date(2024, 3, day)) for day in (1, 8, 9, 31)], months.number(date(2024, 4, 1))
        ([4, 4, 5, 7], None)
        """
        for period, ahead in ((self.earlier, 0), (self.later, self.before)):
            if period.first <= day <= period.last:
                number = (day - period.first).days
                whole, over = divmod(period.number, _pieces(period))
                longer = over * (whole + 1)
                return ahead + (number // (whole + 1) if number < longer else over + (number - longer) // whole)
        return None

    def start(self, number: int) -> date:
        """Return the first day of a piece."""
        period, own = (self.earlier, number) if number < self.before else (self.later, number - self.before)
        return period.first + timedelta(days=_begin(period, own))


def _pieces(period: Days) -> int:
    return max(1, period.number // _WEEK)


def _begin(period: Days, piece: int) -> int:
    """Return after how many days of a period a piece begins; the longer pieces come first."""
    whole, over = divmod(period.number, _pieces(period))
    return piece * whole + min(piece, over)
