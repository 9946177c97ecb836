"""The periods between two days without a gap: a month in which nothing was told is shown as nought."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from marsad.analyse.counts import Counts
from marsad.analyse.tally import Tally

__all__ = ["bounds", "filled", "first_day", "periods"]


def first_day(code: str) -> date:
    """Return the first day of a period: "2024-W12" is 2024-03-18."""
    if "W" in code:
        year, week = code.split("-W")
        return date.fromisocalendar(int(year), int(week), 1)
    parts = [int(part) for part in code.split("-")]
    return date(*([*parts, 1, 1])[:3])


def _code(period: str, day: date) -> str:
    if period == "week":
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}"
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[period]]


def periods(period: str, first: date, last: date) -> list[str]:
    """Return the codes of the periods from one day to another, both included.

    >>> periods("month", date(2024, 1, 31), date(2024, 3, 1))
    ['2024-01', '2024-02', '2024-03']
    """
    step = timedelta(days={"day": 1, "week": 7, "month": 28, "year": 365}[period])
    codes, day = {_code(period, first): None}, first
    while day < last:
        day = min(day + step, last)
        codes[_code(period, day)] = None
    return list(codes)


def bounds(counts: Counts, at: int = 0) -> tuple[date, date] | None:
    """Return the first and last day that counts speak of: those asked for, else of the first and last period."""
    days = sorted(first_day(row.key[at].code) for row in counts.rows if not row.key[at].note)
    first, last = counts.spec.since or (days and days[0]), counts.spec.until or (days and days[-1])
    return (first, max(first, last)) if first and last else None


def filled(counts: Counts) -> list[tuple[str, Tally | None]]:
    """Return each period in order with what is counted there, None for nothing; the period is the first dimension."""
    between = bounds(counts)
    if between is None:
        return []
    found = {row.key[0].code: row.tally for row in counts.rows if not row.key[0].note}
    codes: Sequence[str] = periods(str(counts.spec.period), *between)
    return [(code, found.get(code)) for code in codes]
