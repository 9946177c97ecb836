"""Facts of the calendar: months, thirds, seasons, feasts and the Hijri year (Umm al-Qura)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from marsad.annotate.dates.meaning import Calendar

__all__ = ["add_months", "days", "feast", "hijri_month", "hour", "month_end", "season", "third", "whole_end"]

_AHEAD = 10
"""How many days after publication a date with no year may lie: plans are told a few days ahead."""

_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}


def add_months(day: date, count: int) -> date:
    """Return the same day so many months on, the last of the month when it is too short."""
    months = day.year * 12 + day.month - 1 + count
    first = date(months // 12, months % 12 + 1, 1)
    return min(first + timedelta(day.day - 1), month_end(first))


def month_end(day: date) -> date:
    """Return the last day of a day's month."""
    following = day.replace(day=28) + timedelta(4)
    return following - timedelta(following.day)


def whole_end(start: date, value: str) -> date | None:
    """Return where the month or year of a TIMEX3 value ends, though only its past part was resolved."""
    if len(value) == 7 and "W" not in value and value[5:].isdigit():
        return month_end(start)
    return date(start.year, 12, 31) if len(value) == 4 and value.isdigit() else None


def third(edge: str, start: date, end: date) -> tuple[date, date]:
    """Return a third of a period ("منتصف آذار"); those of a month are 1-10, 11-20, 21-end."""
    length = (end - start).days + 1
    if length < 7:
        return start, end
    if 28 <= length <= 31:
        cuts = (10, 20)
    elif length > 300:
        if edge in {"early", "late"}:
            return (start, month_end(start)) if edge == "early" else (end.replace(day=1), end)
        cuts = (120, 243)
    else:
        cuts = (-(-length // 3), -(-2 * length // 3))
    if edge.startswith("quarter-"):
        number = int(edge[-1])
        first = add_months(start, 3 * (number - 1)) if length > 300 else start + timedelta(length * (number - 1) // 4)
        last = add_months(start, 3 * number) if length > 300 else start + timedelta(length * number // 4)
        return first, last - timedelta(1)
    if edge == "first-half":
        return start, start + timedelta(length // 2 - 1)
    if edge == "second-half":
        return start + timedelta(length // 2), end
    if edge == "early":
        return start, start + timedelta(cuts[0] - 1)
    if edge == "middle":
        return start + timedelta(cuts[0]), start + timedelta(cuts[1] - 1)
    return start + timedelta(cuts[1]), end


def hijri_month(year: int, month: int) -> tuple[date, date]:
    """Return the first and last day of a Hijri month; ValueError outside 1343-1500."""
    from hijridate import Hijri

    first = Hijri(year, month, 1)
    start = first.to_gregorian()
    begin = date(int(start.year), int(start.month), int(start.day))
    return begin, begin + timedelta(int(first.month_length()) - 1)


def _hijri_year(on: date) -> int:
    """Return the Hijri year of a day; by the mean length of its years outside the table of Umm al-Qura."""
    from hijridate import Gregorian

    try:
        return int(Gregorian(on.year, on.month, on.day).to_hijri().year)
    except (ValueError, OverflowError):
        return int((on.year - 622) * 33 / 32) + 1


def _hijri_days(told: Calendar, year: int) -> tuple[date, date] | None:
    try:
        if told.month is None:
            return hijri_month(year, 1)[0], hijri_month(year, 12)[1]
        start, end = hijri_month(year, told.month)
    except (ValueError, OverflowError):
        return None
    if told.day is None:
        return start, end
    if told.day > (end - start).days + 1:
        return None
    day = start + timedelta(told.day - 1)
    return day, day


def _gregorian_days(told: Calendar, year: int) -> tuple[date, date] | None:
    if told.month is None:
        return date(year, 1, 1), date(year, 12, 31)
    first = date(year, told.month, 1)
    if told.day is None:
        return first, month_end(first)
    if told.day > month_end(first).day:
        return None
    day = first + timedelta(told.day - 1)
    return day, day


def _nth(nth: int, of: int | str, first: date, last: date) -> tuple[date, date] | None:
    """Return the nth day, week or named day of a month; -1 is the last."""
    if of == "week":
        start = first + timedelta(7 * (nth - 1)) if nth > 0 else last - timedelta(6)
        return (start, min(start + timedelta(6), last)) if start <= last else None
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    chosen = [day for day in days if of == "day" or day.weekday() == of]
    if nth > len(chosen):
        return None
    day = chosen[nth - 1 if nth > 0 else nth]
    return day, day


def days(told: Calendar, on: date | None) -> tuple[date, date] | None:
    """Return the days a date covers; with no year the latest one not after publication.

    None where there is no such day, or publication is needed and unknown.
    """
    if told.nth is not None and told.of is not None:
        span = days(replace(told, nth=None, of=None), on)
        return _nth(told.nth, told.of, *span) if span is not None else None
    in_year = _hijri_days if told.hijri else _gregorian_days
    if told.year is not None and told.hijri and told.year > 1500:
        # رمضان 2019: the Hijri month that begins in that year
        around = _hijri_year(date(told.year, 1, 1))
        spans = [_hijri_days(told, year) for year in (around, around + 1)]
        return next((span for span in spans if span is not None and span[0].year == told.year), None)
    if told.year is not None:
        return in_year(told, told.year)
    if on is None:
        return None
    if told.months is not None:
        first = add_months(on.replace(day=1), told.months)
        return _gregorian_days(Calendar(day=told.day, month=first.month), first.year)
    this = _hijri_year(on) if told.hijri else on.year
    if told.years is not None:
        return in_year(told, this + told.years)
    if told.shift == 0:
        return in_year(told, this)
    candidates = [found for year in range(this - 8, this + 5) if (found := in_year(told, year)) is not None]
    if told.weekday is not None and told.day is not None:
        matching = [found for found in candidates if found[0].weekday() == told.weekday]
        near = [found for found in matching if -400 < (found[0] - on).days <= _AHEAD]
        if near:
            return near[-1]
    if told.shift is not None and told.shift > 0:
        later = [found for found in candidates if found[0] > on]
        return later[told.shift - 1] if len(later) >= told.shift else None
    if told.shift is not None:
        earlier = [found for found in candidates if found[1] < on]
        return earlier[told.shift] if len(earlier) >= -told.shift else None
    limit = on + timedelta(_AHEAD if told.day is not None else 0)
    earlier = [found for found in candidates if found[0] <= limit]
    return earlier[-1] if earlier else None


def season(name: str, year: int | None, shift: int | None, on: date | None) -> tuple[date, date] | None:
    """Return the months of a season ("الشتاء"); winter of a year begins in its December."""
    first, last = _SEASONS[name]
    if year is None:
        if on is None:
            return None
        years = [on.year + (shift or 0)] if (shift or 0) >= 0 else [on.year, on.year - 1, on.year - 2]
        for candidate in years:
            found = season(name, candidate, None, None)
            assert found is not None
            if shift is None or shift >= 0 or found[1] < on:
                return found
        return None
    end = month_end(date(year + (last < first), last, 1))
    return date(year, first, 1), end


_HIJRI_FEASTS = {
    "eid-fitr": (10, 1, 3), "eid-adha": (12, 10, 4), "hijri-new-year": (1, 1, 1), "mawlid": (3, 12, 1),
    "ashura": (1, 10, 1),
}  # fmt: skip
_FIXED_FEASTS = {"christmas": (12, 25), "new-year": (1, 1), "nowruz": (3, 21)}


def _easter(year: int) -> date:
    """Western Easter, by the anonymous Gregorian rule."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _feasts_of(name: str, year: int) -> list[tuple[date, date]]:
    if name in _FIXED_FEASTS:
        day = date(year, *_FIXED_FEASTS[name])
        return [(day, day)]
    if name == "easter":
        return [(_easter(year), _easter(year))]
    found: list[tuple[date, date]] = []
    around = _hijri_year(date(year, 1, 1))
    for hijri in (around, around + 1):
        if name == "ramadan":
            span = hijri_month(hijri, 9)
        else:
            month, nth_day, length = _HIJRI_FEASTS[name]
            start = hijri_month(hijri, month)[0] + timedelta(nth_day - 1)
            span = start, start + timedelta(length - 1)
        if span[0].year == year:
            found.append(span)
    return found


def feast(name: str, year: int | None, shift: int | None, on: date | None) -> tuple[date, date] | None:
    """Return the days of a feast ("عيد الأضحى"), with no year the latest begun by publication."""
    try:
        if year is not None:
            if year < 1500 and name == "ramadan":
                return hijri_month(year, 9)
            found = _feasts_of(name, year)
            return found[0] if found else None
        if on is None:
            return None
        candidates = [span for around in range(on.year - 2, on.year + 3) for span in _feasts_of(name, around)]
    except (ValueError, OverflowError):
        return None
    if shift is not None and shift > 0:
        return next((span for span in candidates if span[0] > on), None)
    if shift is not None and shift < 0:
        return [span for span in candidates if span[1] < on][shift]
    begun = [span for span in candidates if span[0] <= on + timedelta(_AHEAD)]
    return begun[-1] if begun else None


def hour(told: int, part: str | None) -> int:
    """Return the hour of 24 that a told hour is in a part of day: 3 in the afternoon is 15."""
    if part in {"afternoon", "evening"} and told < 12:
        return told + 12
    if part == "noon" and told < 5:
        return told + 12
    if part in {"night", "midnight"} and 6 <= told < 12:
        return told + 12
    if part in {"night", "midnight", "dawn"} and told == 12:
        return 0
    return told
