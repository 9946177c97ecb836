"""Periods as people name them: a month, a year, a day, or from a day to a day; and the one before each."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from marsad.errors import SettingsError

__all__ = ["Days", "days_after", "days_before", "days_of", "last_whole_month", "year_before"]

_ONE = timedelta(days=1)
_YEARS = range(1900, 2101)
"""Of which reports tell: another year is mistyped."""
_FORM = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Days:
    """A period from its first day to its last."""

    first: date
    last: date

    @property
    def number(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def __str__(self) -> str:
        """Return it as `days_of` reads it, as short as it can be said."""
        for name in (f"{self.first:%Y}", f"{self.first:%Y-%m}", f"{self.first}"):
            if _named(name) == self:
                return name
        return f"{self.first}..{self.last}"


def days_of(told: str) -> Days:
    """Return the period of a name, in any digits; raises SettingsError for what is none.

    >>> days_of("2024-02"), days_of("2024-03-01..2024-03-10").number
    (Days(first=datetime.date(2024, 2, 1), last=datetime.date(2024, 2, 29)), 10)
    """
    begin, parted, end = told.strip().partition("..")
    first, last = _named(begin.strip()), _named((end if parted else begin).strip())
    if first is None or last is None or first.first > last.last:
        raise SettingsError(
            f"{told!r} is no period. Write a month (2024-03), a year (2024) or days (2024-03-01..2024-03-15)."
        )
    return Days(first.first, last.last)


def days_before(period: Days) -> Days:
    """Return the period before: whole months before as many whole months, else as many days.

    >>> str(days_before(days_of("2024-03"))), str(days_before(days_of("2024-03-04..2024-03-10")))
    ('2024-02', '2024-02-26..2024-03-03')
    """
    return _moved(period, -1)


def days_after(period: Days) -> Days:
    """Return the period after, as long as `days_before` has it.

    >>> str(days_after(days_of("2024-01")))
    '2024-02'
    """
    return _moved(period, 1)


def year_before(period: Days) -> Days:
    """Return the same period of the year before; the last of February for the 29th.

    >>> str(year_before(days_of("2024-02"))), str(year_before(days_of("2024-02-29")))
    ('2023-02', '2023-02-28')
    """
    if _months(period):
        return _moved(period, -12, months=12)
    first, last = (day - timedelta(days=(day.month, day.day) == (2, 29)) for day in (period.first, period.last))
    return Days(first.replace(year=first.year - 1), last.replace(year=last.year - 1))


def _months(period: Days) -> int:
    """Return of how many whole months a period is, 0 where it is not of whole months."""
    if period.first.day > 1 or (period.last + _ONE).day > 1:
        return 0
    return (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1


def _moved(period: Days, way: int, months: int = 0) -> Days:
    """Return a period moved by its own length, or by so many months, forward or back."""
    whole = _months(period)
    if not whole:
        by = timedelta(days=way * period.number)
        return Days(period.first + by, period.last + by)
    by_months = way if months else way * whole
    year, month = divmod(period.first.year * 12 + period.first.month - 1 + by_months, 12)
    return Days(date(year, month + 1, 1), _through(year, month + whole))


def _through(year: int, month: int) -> date:
    """Return the last day of a month, numbered from January of a year on."""
    year, month = divmod(year * 12 + month - 1, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])


def last_whole_month(day: date) -> Days:
    """Return the month that a day ends, else the one before it."""
    month = Days(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))
    return month if month.last == day else days_before(month)


def _named(name: str) -> Days | None:
    found = _FORM.fullmatch(name)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None or year not in _YEARS:
        return None
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day is not None:
        return Days(first, first)
    through = month or 12
    return Days(first, first.replace(month=through, day=monthrange(first.year, through)[1]))
