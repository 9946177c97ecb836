"""Incidents along time as a picture: one bar a month, or a year where there are many, and days as a calendar."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup, escape

from marsad.serve.locale import Locale

__all__ = ["Bar", "Calendar", "Day", "Slot", "Times", "calendar_of", "times_of"]

_MOST_MONTHS = 240
_HIGH = 64
_WIDE = 1000
_YEAR = 28
_KEPT = 64


class Slot(NamedTuple):
    """Where a bar stands, whatever its number: its first and last day, how it is called, its left edge in the picture.

    `told` are its days and its name for the page's script; `picture` is what stands in the picture before and after its
    number, its top and its height. All of it is escaped.
    """

    first: str
    last: str
    label: str
    x: float
    told: str
    picture: tuple[str, str, str, str]


class Bar(NamedTuple):
    """A bar: where it stands, its number, how high it is in the units of the picture, and whether it was asked for."""

    slot: Slot
    number: int
    high: float
    chosen: bool

    @property
    def first(self) -> str:
        """The first day."""
        return self.slot.first

    @property
    def last(self) -> str:
        """The last day."""
        return self.slot.last

    @property
    def label(self) -> str:
        """The month or the year in words."""
        return self.slot.label


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """The bars in the order of time; the picture is `wide` by `high`, and runs from the right in a page that does."""

    bars: tuple[Bar, ...]
    wide: int = _WIDE
    high: int = _HIGH

    def drawn(self, locale: Locale) -> Markup:
        """Return the bars as parts of a picture; a page has hundreds, which a template would take long for."""
        parts = []
        for bar in self.bars:
            number = locale.number(bar.number)
            parts.append(
                f'    <g class="bar{" chosen" if bar.chosen else ""}" {bar.slot.told} data-number="{number}">'
                f"{_drawn(bar, number)}</g>\n"
            )
        return Markup("".join(parts))  # noqa: S704 - numbers, days, and labels that are escaped

    def linked(self, locale: Locale, around: Sequence[str]) -> Markup:
        """Return the bars as links to an address, given by what stands around the first and the last day of a bar."""
        before, between, after = (str(escape(one)) for one in around)
        parts = [
            f'<a href="{before}{bar.slot.first}{between}{bar.slot.last}{after}" tabindex="-1" aria-hidden="true">'
            f'<g class="bar chosen">{_drawn(bar, locale.number(bar.number))}</g></a>'
            for bar in self.bars
        ]
        return Markup("".join(parts))  # noqa: S704 - as before


def _drawn(bar: Bar, number: str) -> str:
    begun, room, column, ended = bar.slot.picture
    return f"{begun}{number}{room}{_HIGH - bar.high}{column}{bar.high}{ended}"


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
    most = max(counted.values())
    first_day, last_day = since.isoformat() if since else "", until.isoformat() if until else "9"
    bars = []
    for name, slot in _slots(min(counted), max(counted), locale):
        number = counted.get(name, 0)
        high = round(max(1.5, _HIGH * number / most), 2) if number else 0.0
        bars.append(Bar(slot, number, high, slot.last >= first_day and slot.first <= last_day))
    return Times(bars=tuple(bars))


@lru_cache(_KEPT)
def _slots(first: str, last: str, locale: Locale) -> tuple[tuple[str, Slot], ...]:
    """Return the months or years from one to another, each with its place in the picture: most pages have the same."""
    names = _between(first, last)
    wide, every, ltr = _WIDE / len(names), 1 + len({name[:4] for name in names}) // 16, locale.direction == "ltr"
    found = []
    for at, name in enumerate(names):
        begins, ends = _days(name)
        x = at * wide if ltr else _WIDE - (at + 1) * wide
        label = locale.figures(name) if len(name) == len("2024") else locale.month(name)
        year = ""
        if _has_room(name, every) and (len(names) - at) * wide > _YEAR:
            edge, anchor = round(x if ltr else x + wide, 2), "start" if ltr else "end"
            year = f'<text x="{edge}" text-anchor="{anchor}" y="{_HIGH + 14}">{locale.figures(name[:4])}</text>'
        left, across = round(x, 2), round(wide, 2)
        picture = (
            f"<title>{escape(label)}: ",
            (
                f'</title><rect class="room" x="{left}" y="0" width="{across}" height="{_HIGH + 18}"></rect>'
                f'<rect class="column" x="{left}" y="'
            ),
            f'" width="{round(0.82 * across, 2)}" height="',
            f'"></rect>{year}',
        )
        told = f'data-first="{begins}" data-last="{ends}" data-label="{escape(label)}"'
        found.append((name, Slot(begins.isoformat(), ends.isoformat(), label, left, told, picture)))
    return tuple(found)


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
