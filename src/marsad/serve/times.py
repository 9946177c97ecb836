"""Incidents along time as a picture: one bar a month, or a year where there are many, and days as a calendar."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup, escape

from marsad.serve.locale import Locale

__all__ = ["Bar", "Calendar", "Day", "Times", "calendar_of", "times_of"]

_MOST_MONTHS = 240
_HIGH = 64
_WIDE = 1000
_YEAR = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar: its first and last day, how it is called, its number; `x`, `wide`, `high` in the units of the picture."""

    first: str
    last: str
    label: str
    number: int
    x: float
    wide: float
    high: float
    chosen: bool
    at: float
    year: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """The bars in the order of time; the picture is `wide` by `high`, and runs from the right in a page that does.

    `anchor` says from which side years are written, each at the place `at` of its bar.
    """

    bars: tuple[Bar, ...]
    anchor: str = "start"
    wide: int = _WIDE
    high: int = _HIGH

    def drawn(self, locale: Locale) -> Markup:
        """Return the bars as parts of a picture; a page has hundreds, which a template would take long for."""
        parts = []
        for bar in self.bars:
            label, number = escape(bar.label), locale.number(bar.number)
            parts.append(
                f'    <g class="bar{" chosen" if bar.chosen else ""}" data-first="{bar.first}" data-last="{bar.last}" '
                f'data-label="{label}" data-number="{number}">{self._drawn(bar, locale)}</g>\n'
            )
        return Markup("".join(parts))  # noqa: S704 - numbers, days, and labels that are escaped

    def linked(self, locale: Locale, around: Sequence[str]) -> Markup:
        """Return the bars as links to an address, given by what stands around the first and the last day of a bar."""
        before, between, after = map(escape, around)
        return Markup("").join(
            Markup(  # noqa: S704 - as before
                f'<a href="{before}{bar.first}{between}{bar.last}{after}" tabindex="-1" aria-hidden="true">'
                f'<g class="bar chosen">{self._drawn(bar, locale)}</g></a>'
            )
            for bar in self.bars
        )

    def _drawn(self, bar: Bar, locale: Locale) -> str:
        label, number = escape(bar.label), locale.number(bar.number)
        column = round(0.82 * bar.wide, 2)
        year = f'<text x="{bar.at}" text-anchor="{self.anchor}" y="{self.high + 14}">{bar.year}</text>'
        return (
            f"<title>{label}: {number}</title>"
            f'<rect class="room" x="{bar.x}" y="0" width="{bar.wide}" height="{self.high + 18}"></rect>'
            f'<rect class="column" x="{bar.x}" y="{self.high - bar.high}" width="{column}" height="{bar.high}"></rect>'
            f"{year if bar.year else ''}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of a calendar; `depth` 0 to 4 says how much happened, compared with the day on which most did."""

    day: str
    number: int
    label: str
    depth: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A month as weeks of days, None before the first and after the last."""

    title: str
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[Day | None, ...], ...]


def times_of(
    months: list[tuple[str, int]], locale: Locale, *, since: date | None = None, until: date | None = None
) -> Times:
    """Return the bars of numbers by month; a bar is chosen that lies in the days asked for."""
    counted = {month: number for month, number in months if month}
    if not counted:
        return Times(bars=())
    by_year = _months(min(counted), max(counted)) > _MOST_MONTHS
    if by_year:
        years: dict[str, int] = {}
        for month, number in counted.items():
            years[month[:4]] = years.get(month[:4], 0) + number
        counted = years
    names = list(_between(min(counted), max(counted)))
    most, wide = max(counted.values()), _WIDE / len(names)
    every = 1 + len({name[:4] for name in names}) // 16
    bars, ltr = [], locale.direction == "ltr"
    for at, name in enumerate(names):
        first, last = _days(name)
        number = counted.get(name, 0)
        x = at * wide if ltr else _WIDE - (at + 1) * wide
        bars.append(
            Bar(
                first=first.isoformat(),
                last=last.isoformat(),
                label=locale.figures(name) if by_year else locale.month(name),
                number=number,
                x=round(x, 2),
                wide=round(wide, 2),
                high=round(max(1.5, _HIGH * number / most), 2) if number else 0.0,
                chosen=(since is None or last >= since) and (until is None or first <= until),
                at=round(x if ltr else x + wide, 2),
                year=locale.figures(name[:4]) if _has_room(name, every) and (len(names) - at) * wide > _YEAR else "",
            )
        )
    return Times(bars=tuple(bars), anchor="start" if ltr else "end")


def _has_room(name: str, every: int) -> bool:
    """Say whether the year of a bar is written: that of a January, of some years only where there are many."""
    return name[4:] in ("", "-01") and int(name[:4]) % every == 0


def _months(first: str, last: str) -> int:
    return 12 * (int(last[:4]) - int(first[:4])) + int(last[5:] or 12) - int(first[5:] or 1) + 1


def _between(first: str, last: str) -> list[str]:
    """Return the months or years from one to another, both included."""
    if len(first) == len("2024"):
        return [f"{year:04}" for year in range(int(first), int(last) + 1)]
    start = 12 * int(first[:4]) + int(first[5:]) - 1
    return [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(start, start + _months(first, last))]


def _days(name: str) -> tuple[date, date]:
    """Return the first and the last day of a month or a year."""
    year = int(name[:4])
    if len(name) == len("2024"):
        return date(year, 1, 1), date(year, 12, 31)
    month = int(name[5:])
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def calendar_of(days: dict[date, int], month: date, locale: Locale) -> Calendar:
    """Return the month that a day lies in as a calendar, in the locale's order of weekdays."""
    from babel import Locale as Names

    names = Names.parse({"ar": "ar_EG", "ar-SY": "ar_SY", "en": "en_GB"}[locale.tag])
    begins = names.first_week_day
    order = [(begins + at) % 7 for at in range(7)]
    most = max(days.values(), default=0)
    first, last = _days(month.isoformat()[:7])
    cells: list[Day | None] = [None] * order.index(first.weekday())
    day = first
    while day <= last:
        number = days.get(day, 0)
        depth = 0 if not number else 1 + min(3, 4 * number // (most + 1))
        cells.append(Day(day=day.isoformat(), number=number, label=locale.figures(str(day.day)), depth=depth))
        day += timedelta(days=1)
    cells += [None] * (-len(cells) % 7)
    return Calendar(
        title=locale.month(month.isoformat()[:7]),
        weekdays=tuple(names.days["stand-alone"]["short"][at] for at in order),
        weeks=tuple(tuple(cells[at : at + 7]) for at in range(0, len(cells), 7)),
    )
