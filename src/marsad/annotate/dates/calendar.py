"""Dates of the calendar and whole periods: "19 أيلول الماضي", "24/3/2018", "الشهر الجاري"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from marsad.annotate.dates.meaning import Between, Calendar, Feast, Meaning, Period, Season
from marsad.annotate.dates.words import Words, as_written, date_words, part_of

__all__ = ["date", "days", "modifier", "nth", "period", "whole"]

_Found = tuple[int, Meaning]
_NUMERIC = re.compile(r"([0-9]{1,4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,4})\Z")
_DAY_MONTH = re.compile(r"([0-9]{1,2})/([0-9]{1,2})\Z")
_MONTH_YEAR = re.compile(r"([0-9]{1,2})/((?:19|20)[0-9]{2})\Z")
_PAIR = re.compile(r"([0-9]{1,2})-([0-9]{1,2})\Z")


def modifier(words: Words, index: int) -> tuple[int, int | None]:
    """Return (stop, shift) of "الماضي", "قبل الماضي", "المقبل", "الجاري"; shift None when none stands there."""
    token = words.get(index, "modifier")
    if token is None or not words.close(index):
        return index, None
    return token.stop, token.number


def period(words: Words, index: int, *, bare: bool = False) -> _Found | None:
    """Read a unit as a whole: "الأسبوع الماضي", "هذا الشهر"; `bare` takes "الشهر" alone too."""
    if not words.dated(index):
        return None
    this = words.get(index, "this")
    unit = words.get(this.stop if this is not None else index, "unit")
    if unit is None or unit.units != 1 or not unit.definite:
        return None
    if this is not None:
        return unit.stop, Period(unit.name, 0)
    hijri = unit.name == "year" and words.get(unit.stop, "hijri") is not None
    stop, shift = modifier(words, unit.stop + hijri)
    if shift is not None:
        return stop, Calendar(years=shift, hijri=True) if hijri else Period(unit.name, shift)
    if words.get(unit.stop, "this") is not None and words.close(unit.stop) and unit.name != "day":
        return unit.stop + 1, Period(unit.name, 0)
    if bare and unit.name in {"month", "year", "week"}:
        return unit.stop, Period(unit.name, 0)
    return None


class _Month(NamedTuple):
    """A month read up to word `stop`: "شهر آذار/مارس" is 3."""

    stop: int
    number: int
    hijri: bool
    weak: bool


def _month(words: Words, index: int) -> _Month | None:
    cue = words.get(index, "month-word")
    start = index if cue is None else cue.stop
    if cue is not None and cue.definite and words.ordinal(start) is None:
        return None
    token = words.get(start, "month", "hijri-month")
    if token is None:
        number = (words.ordinal(start) or words.number(start)) if cue is not None else None
        if cue is None or number is None or not 1 <= number[1] <= 12 or not words.close(start):
            return None
        if words.word(number[0]) in date_words("upon"):
            return None  # الشهر الثالث على التوالي
        counted = words.get(number[0], "unit")
        if counted is not None and not counted.definite and words.number(counted.stop) is None:
            return None
        return _Month(number[0], number[1], hijri=False, weak=False)
    stop, hijri = token.stop, token.role == "hijri-month"
    again = words.get(stop, "month")
    if again is not None and again.value == token.value and not hijri and words.near(stop):
        return _Month(again.stop, token.number, hijri=False, weak=False)
    weak = token.weak and cue is None and words.published(start) not in as_written()
    return _Month(stop, token.number, hijri, weak)


_FIRST_YEAR, _LAST_YEAR = 1900, 2100
"""Years that may stand behind a comma."""


def _year(words: Words, index: int) -> tuple[int, int | None, bool]:
    """Return (stop, year, hijri) of "2018", "عام 2018", "من عام 1440 هجرية"."""
    start = index + (words.word(index) in part_of())
    cue = words.get(start, "year-word")
    if cue is not None:
        start = cue.stop
    elif start > index or not words.near(start):
        return index, None, False
    number = words.number(start)
    if number is None or not 1000 <= number[1] <= 2150:
        return index, None, False
    stop, year = number
    if stop - start > 1 and words.word(stop - 1).isdigit() and not words.word(start).startswith("ال"):
        return index, None, False  # "منذ 4 نيسان أكثر من 2000 قتيل", "منذ بداية العام لأكثر من 1100 هجوم"
    counted = words.get(stop, "unit")
    if cue is None and not words.close(start) and not _FIRST_YEAR <= year <= _LAST_YEAR:
        return index, None, False  # "خلال أيار، 1300 منهم"
    if cue is None and (year < 1300 or (counted is not None and not counted.definite and words.close(stop))):
        return index, None, False
    if words.get(stop, "hijri") is not None or (words.word(stop) == "ه" and words.close(stop)):
        return stop + 1, year, True
    if words.get(stop, "gregorian") is not None or (words.word(stop) == "م" and words.close(stop)):
        stop += 1
    return stop, year, 1300 <= year < 1500


def _complete(words: Words, month: _Month, day: int | None) -> _Found:
    """Read what tells the year of a day or month: a year, "الماضي", "من العام الماضي"."""
    told = Calendar(day=day, month=month.number, hijri=month.hijri)
    stop, shift = modifier(words, month.stop)
    if shift is not None:
        return stop, replace(told, shift=shift)
    if words.near(month.stop):
        of = period(words, month.stop + (words.word(month.stop) in part_of()))
        if of is not None and isinstance(of[1], Period) and of[1].unit == "year":
            return of[0], replace(told, years=of[1].offset)
        stop, year, hijri = _year(words, month.stop)
        if year is not None:
            return stop, replace(told, year=year, hijri=month.hijri or (hijri and year < 1500 and month.hijri))
    return month.stop, told


def date(words: Words, index: int) -> _Found | None:
    """Read a date with its day: "19 أيلول", "السابع عشر من آذار 2024", "24/3/2018", "14 الشهر الجاري"."""
    cue = words.get(index, "day-word")
    start = index if cue is None else cue.stop
    word = words.word(start)
    if word[:1].isdigit():
        if (numeric := _NUMERIC.match(word)) is not None:
            return _numeric(words, start, numeric)
        if (pair := _DAY_MONTH.match(word)) is not None and 1 <= int(pair[2]) <= 12 and 1 <= int(pair[1]) <= 31:
            return _day_month(words, start, int(pair[1]), int(pair[2]))
    if words.get(index, "month", "month-word") is not None:
        return _month_first(words, index)
    found = words.ordinal(start) or words.number(start)
    edge = words.get(index, "edge") if found is None else None
    if found is None or not 1 <= found[1] <= 31 or edge is not None:
        return None
    stop, day = found
    if words.get(stop, "unit") is not None and words.get(stop, "day-word") is not None:
        stop += 1
    if not words.near(stop):
        return None
    linked = words.word(stop) in part_of() or not _is_rank(words, index)
    stop += words.word(stop) in part_of()
    month = _month(words, stop)
    if month is not None:
        told = _complete(words, month, day)
        # 1 - صفر is a score; a Hijri date has its year or شهر
        return None if month.hijri and month.weak and told[0] == month.stop and month.number == 2 else told
    unit = words.get(stop, "unit")
    if unit is not None and unit.name == "month" and unit.definite and words.word(unit.stop) in date_words("same-one"):
        return unit.stop + 1, Calendar(day=day, same_month=True)
    of = period(words, stop)
    if of is not None and isinstance(of[1], Period) and of[1].unit == "month" and linked:
        return of[0], Calendar(day=day, months=of[1].offset)
    return None


def _is_rank(words: Words, index: int) -> bool:
    """Say whether a rank follows what it ranks, and no word that leads to a day: "الهجوم الثاني هذا الشهر"."""
    leads = date_words("before-period", "before-tomorrow", "before-month")
    return index > 0 and words.ordinal(index) is not None and words.word(index - 1) not in leads


def _month_first(words: Words, index: int) -> _Found | None:
    """Read "شباط 13", "شباط الرابع عشر"; not "أيلول 2014" nor "آذار 3 قتلى"."""
    month = _month(words, index)
    if month is None or not words.close(month.stop):
        return None
    found = words.ordinal(month.stop) or words.number(month.stop)
    if found is None or not 1 <= found[1] <= 31:
        return None
    following = words.word(found[0])
    if following and words.close(found[0]) and not words.all(found[0]) and following not in date_words("to", "till"):
        return None
    return _complete(words, month._replace(stop=found[0]), found[1])


def _day_month(words: Words, index: int, day: int, month: int) -> _Found | None:
    """Read "21/09"; a bare fraction such as 1/3 needs a day before it."""
    stop, year, _ = _year(words, index + 1)
    before = words.get(index - 1, "weekday", "day-word", "day") if words.near(index) else None
    if year is None and before is None and words.word(index - 1) not in {"", *date_words("of-date")}:
        return None
    return stop, Calendar(day=day, month=month, year=year)


def _numeric(words: Words, index: int, told: re.Match[str]) -> _Found | None:
    first, second, third = int(told[1]), int(told[2]), int(told[3])
    year, month, day = (first, second, third) if len(told[1]) >= 3 else (third, second, first)
    if month > 12 >= day:
        month, day = day, month
    hijri = 1300 <= year < 1500
    if year < 100 and len(told[3]) == 2 and len(told[1]) < 3:
        year += 2000 if year < 70 else 1900
    if not (1 <= month <= 12 and 1 <= day <= 31 and (hijri or 1900 <= year <= 2100)):
        return None
    stop = index + 1
    if words.close(stop) and (words.word(stop) in {"ه", "م"} or words.get(stop, "hijri", "gregorian") is not None):
        stop += 1
    return stop, Calendar(day=day, month=month, year=year, hijri=hijri)


def whole(words: Words, index: int) -> _Found | None:
    """Read a month, a year, a season or a feast: "حزيران 2023", "عام 2015", "صيف 2015", "عيد الأضحى"."""
    season, feast = words.get(index, "season"), words.get(index, "feast")
    named = season or feast
    if named is not None:
        stop, shift = modifier(words, named.stop)
        if shift is None:
            of = period(words, stop + (words.word(stop) in part_of()))
            if of is not None and isinstance(of[1], Period) and of[1].unit == "year":
                stop, shift = of[0], of[1].offset
                return stop, (Season if named is season else Feast)(named.name, None, None if shift == 0 else shift)
        year = None
        if shift is None:
            stop, year, _ = _year(words, named.stop)
        if named is feast:
            return stop, Feast(named.name, year, shift)
        return (stop, Season(named.name, year, shift)) if year is not None or shift is not None else None
    numeric = _MONTH_YEAR.match(words.word(index))
    if numeric is not None and 1 <= int(numeric[1]) <= 12:
        return index + 1, Calendar(month=int(numeric[1]), year=int(numeric[2]))
    month = _month(words, index)
    if month is not None:
        stop, meaning = _complete(words, month, None)
        cues = date_words("before-period", "before-month")
        if month.weak and stop == month.stop and words.word(index - 1) not in cues:
            return None
        return stop, meaning
    cue = words.get(index, "year-word")
    if cue is not None and words.word(index).endswith(tuple(date_words("two-years"))):
        return _two_years(words, cue.stop)
    if cue is not None:
        stop, year, hijri = _year(words, index)
        return (stop, Calendar(year=year, hijri=hijri)) if year is not None else None
    if (
        words.word(index - 1) in date_words("before-period", "before-year")
        and len(words.word(index)) == 4
        and words.word(index).isdigit()
    ):
        year = int(words.word(index))
        if 1900 <= year <= 2100 and (words.word(index + 1) in {"", "و"} or not _noun_follows(words, index + 1)):
            return index + 1, Calendar(year=year)
    return None


def _two_years(words: Words, index: int) -> _Found | None:
    """Read "2014 و2017" after عامي."""
    first = words.number(index)
    last = words.number(first[0]) or words.number(first[0] + 1) if first is not None else None
    if first is None or last is None or not 1900 <= first[1] < last[1] <= 2100:
        return None
    return last[0], Between(Calendar(year=first[1]), Calendar(year=last[1]))


def _noun_follows(words: Words, index: int) -> bool:
    """Guess whether a counted noun stands there ("في 2000 غارة"): any indefinite word right after a space."""
    word = words.word(index)
    return (
        words.close(index)
        and not word.startswith(("ال", "و", "ب", "ل", "ف"))
        and len(word) > 2
        and not words.all(index)
    )


def days(words: Words, index: int) -> _Found | None:
    """Read several days of one month: "من 3 إلى 7 آذار", "بين 3 و7 آذار", "13-15 تموز", "تموز 13 - 15"."""
    lead = _month(words, index) if words.get(index, "month", "month-word") is not None else None
    if lead is not None:
        index = lead.stop
    if (pair := _PAIR.match(words.word(index))) is not None:
        stop, first, last = index + 1, int(pair[1]), int(pair[2])
    else:
        opening = words.ordinal(index) or words.number(index)
        if opening is None or not 1 <= opening[1] <= 31:
            return None
        stop, first = opening
        if words.word(stop) in date_words("to", "till"):
            stop += 1
        elif not words.word(stop).startswith("و") and words.gap(stop).strip() not in {"-", "–", "—"}:
            return None
        closing = words.ordinal(stop) or words.number(stop)
        if closing is None:
            return None
        stop, last = closing
    month = lead._replace(stop=stop) if lead is not None else _month(words, stop + (words.word(stop) in part_of()))
    if month is None or not 1 <= first < last <= 31:
        return None
    stop, end = _complete(words, month, last)
    return (stop, Between(replace(end, day=first), end)) if isinstance(end, Calendar) else None


def nth(words: Words, index: int) -> _Found | None:
    """Read "آخر خميس من أيار", "الأسبوع الأول من آذار", "ثالث يوم من شهر 2"."""
    head = words.get(index, "unit", "weekday")
    if head is not None:
        last = words.word(head.stop) in date_words("last")
        number = (head.stop + 1, -1) if last else words.ordinal(head.stop)
        if number is None or (head.role == "unit" and not head.definite):
            return None
        stop = number[0]
    else:
        edge = words.get(index, "edge")
        number = words.ordinal(index)
        if edge is not None and edge.name == "late" and words.word(index).endswith(tuple(date_words("last-one"))):
            number = (edge.stop, -1)
        if number is None:
            return None
        word = words.get(number[0], "day-word")
        head = words.get(number[0] + (word is not None), "weekday-bare", "weekday") or words.get(number[0], "unit")
        if head is None or head.definite:
            return None
        stop = head.stop
    of: int | str = head.value
    if of not in {"day", "week"} and not isinstance(of, int):
        return None
    start = stop + (words.word(stop) in part_of())
    month = _month(words, start)
    found = period(words, start, bare=True) if month is None else None
    if found is not None and isinstance(found[1], Period) and found[1].unit == "month":
        return found[0], Calendar(months=found[1].offset, nth=number[1], of=of)
    if month is None:
        return None
    stop, told = _complete(words, month, None)
    return stop, replace(told, nth=number[1], of=of) if isinstance(told, Calendar) else told
