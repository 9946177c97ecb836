"""Dates of the calendar and whole periods: "19 أيلول الماضي", "24/3/2018", "الشهر الجاري"."""

from __future__ import annotations

import re

from marsad.annotate.dates.meaning import Between, Calendar, Feast, Meaning, Period, Season
from marsad.annotate.dates.words import Token, Words

__all__ = ["date", "days", "modifier", "period"]

_Found = tuple[int, Meaning]
_NUMERIC = re.compile(r"([0-9]{1,4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,4})\Z")
_PAIR = re.compile(r"([0-9]{1,2})-([0-9]{1,2})\Z")
_YEAR = re.compile(r"[0-9]{4}\Z")
_THIS = {"هذا", "هذه", "هاي", "هاد", "هذي"}
_FROM = {"من", "في", "ل"}


def modifier(words: Words, index: int) -> tuple[int, int | None]:
    """Return (stop, shift) of "الماضي", "قبل الماضي", "المقبل", "الجاري"; shift None when none stands there."""
    token = words.get(index, "modifier")
    if token is None or not words.close(index):
        return index, None
    return token.stop, token.number


def _shift(words: Words, index: int) -> tuple[int, int | None]:
    """Return (stop, shift) after a month: a modifier, or "من العام الماضي", "من هذا العام"."""
    stop, shift = modifier(words, index)
    if shift is not None:
        return stop, shift
    return index, None


def _years(words: Words, index: int) -> tuple[int, int | None]:
    """Return (stop, years) of "من العام الماضي", "العام الحالي", "هذا العام", "من السنة الجارية"."""
    start = index + 1 if words.word(index) in _FROM else index
    found = period(words, start)
    if found is not None and isinstance(found[1], Period) and found[1].unit == "year":
        return found[0], found[1].offset
    return index, None


def _year(words: Words, index: int) -> tuple[int, int | None, bool]:
    """Return (stop, year, hijri) of "2018", "عام 2018", "من عام 1440 هجرية"."""
    start = index
    if words.word(start) in _FROM:
        start += 1
    token = words.get(start, "year-word")
    if token is not None:
        start = token.stop
    elif start > index:
        return index, None, False
    number = words.number(start)
    if number is None or not words.near(start) and token is None:
        return index, None, False
    stop, year = number
    if not 1300 <= year <= 2100:
        return index, None, False
    hijri = words.get(stop, "hijri")
    if hijri is not None or (words.word(stop) == "ه" and words.close(stop)):
        return stop + 1, year, True
    if words.get(stop, "gregorian") is not None or (words.word(stop) == "م" and words.close(stop)):
        stop += 1
    return stop, year, year < 1500


def _month(words: Words, index: int) -> tuple[Token, int, int] | None:
    """Return (token, stop, month) of "آذار", "شهر آذار", "آذار/مارس", "شهر 3"."""
    start = index
    cue = words.get(start, "month-word")
    if cue is not None and not cue.definite:
        start = cue.stop
    token = words.get(start, "month", "hijri-month")
    if token is None:
        number = (words.ordinal(start) or words.number(start)) if cue is not None and start > index else None
        if cue is not None and number is not None and 1 <= number[1] <= 12:
            return cue, number[0], number[1]
        return None
    stop = token.stop
    again = words.get(stop, "month")
    if again is not None and again.value == token.value and words.near(stop):
        stop = again.stop
        if words.gap(stop).startswith(")"):
            pass
    return token, stop, token.number


def date(words: Words, index: int, *, whole: bool = False) -> _Found | None:
    """Read a date at a word; `whole` reads a month, a year, a season or a feast with no day."""
    if whole:
        return _whole(words, index)
    numeric = _NUMERIC.match(words.word(index))
    if numeric is not None:
        return _numeric(words, index, int(numeric[1]), int(numeric[2]), int(numeric[3]), numeric[1])
    found = words.ordinal(index) or words.number(index)
    if found is None or not 1 <= found[1] <= 31:
        return None
    stop, day = found
    if not words.near(stop):
        return None
    if words.word(stop) in _FROM:
        stop += 1
    month = _month(words, stop)
    if month is not None:
        return _complete(words, month, day)
    of = period(words, stop)
    if of is not None and isinstance(of[1], Period) and of[1].unit == "month":
        return of[0], Calendar(day=day, months=of[1].offset)
    return None


def _complete(words: Words, month: tuple[Token, int, int], day: int | None) -> _Found:
    token, stop, number = month
    hijri = token.role == "hijri-month"
    after, shift = _shift(words, stop)
    if shift is not None:
        return after, Calendar(day=day, month=number, shift=shift, hijri=hijri)
    after, years = _years(words, stop)
    if years is not None:
        return after, Calendar(day=day, month=number, years=years, hijri=hijri)
    if words.near(stop):
        after, year, _ = _year(words, stop)
        if year is not None:
            return after, Calendar(day=day, month=number, year=year, hijri=hijri)
    return stop, Calendar(day=day, month=number, hijri=hijri)


def _numeric(words: Words, index: int, first: int, second: int, third: int, lead: str) -> _Found | None:
    year, month, day = (first, second, third) if len(lead) == 4 else (third, second, first)
    if month > 12 and day <= 12:
        month, day = day, month
    hijri = 1300 <= year < 1500
    if year < 100 and len(lead) != 4:
        year += 2000
    if not (1 <= month <= 12 and 1 <= day <= 31 and (hijri or 1900 <= year <= 2100)):
        return None
    stop = index + 1
    if hijri and words.word(stop) == "ه":
        stop += 1
    return stop, Calendar(day=day, month=month, year=year, hijri=hijri)


def _whole(words: Words, index: int) -> _Found | None:
    season = words.get(index, "season")
    if season is not None:
        stop, shift = modifier(words, season.stop)
        if shift is not None:
            return stop, Season(season.name, None, shift)
        stop, year, _ = _year(words, season.stop)
        return (stop, Season(season.name, year)) if year is not None else None
    feast = words.get(index, "feast")
    if feast is not None:
        stop, shift = modifier(words, feast.stop)
        if shift is not None:
            return stop, Feast(feast.name, None, shift)
        stop, year, _ = _year(words, feast.stop)
        return stop, Feast(feast.name, year)
    month = _month(words, index)
    if month is not None:
        token = month[0]
        stop, meaning = _complete(words, month, None)
        if token.weak and stop == month[1] and token.first == index:
            return None
        return stop, meaning
    token = words.get(index, "year-word")
    number = words.number(token.stop) if token is not None and not token.definite else None
    if number is not None and 1300 <= number[1] <= 2100:
        assert token is not None
        stop, year, hijri = _year(words, index)
        return (stop, Calendar(year=year, hijri=hijri)) if year is not None else None
    if _YEAR.match(words.word(index)) and words.word(index - 1) in {
        "في",
        "منذ",
        "خلال",
        "سنه",
        "مطلع",
        "نهايه",
        "بدايه",
        "اواخر",
    }:
        value = int(words.word(index))
        if 1900 <= value <= 2100 and words.get(index + 1, "unit") is None:
            following = words.word(index + 1)
            if not following or not words.close(index + 1) or following in {"و", "ان"} or True:
                return index + 1, Calendar(year=value)
    return None


def period(words: Words, index: int) -> _Found | None:
    """Read a unit as a whole: "الأسبوع الماضي", "هذا الشهر", "الشهر"."""
    this = words.word(index) in _THIS
    unit = words.get(index + 1 if this else index, "unit")
    if unit is None or unit.count != 1 or not unit.definite:
        return None
    if this:
        return unit.stop, Period(unit.name, 0)
    stop, shift = modifier(words, unit.stop)
    if shift is not None:
        return stop, Period(unit.name, shift)
    if unit.name in {"month", "year", "week"}:
        return unit.stop, Period(unit.name, 0)
    return None


def days(words: Words, index: int) -> _Found | None:
    """Read several days of one month: "من 3 إلى 7 آذار", "بين 3 و7 آذار", "13-15 تموز"."""
    pair = _PAIR.match(words.word(index))
    if pair is not None:
        first, last, stop = int(pair[1]), int(pair[2]), index + 1
    else:
        opening = words.ordinal(index) or words.number(index)
        if opening is None:
            return None
        stop, first = opening
        if words.word(stop) in {"الي", "حتي", "وحتي"}:
            stop += 1
        elif not words.word(stop).startswith("و") and "-" not in words.gap(stop) and "–" not in words.gap(stop):
            return None
        closing = words.ordinal(stop) or words.number(stop)
        if closing is None:
            return None
        stop, last = closing
    if words.word(stop) in _FROM:
        stop += 1
    month = _month(words, stop)
    if month is None or not 1 <= first <= last <= 31:
        return None
    stop, end = _complete(words, month, last)
    if not isinstance(end, Calendar):
        return None
    from dataclasses import replace

    return stop, Between(replace(end, day=first), end)
