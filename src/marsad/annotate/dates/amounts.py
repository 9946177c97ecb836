"""Amounts of time: "يومين", "نحو ثلاثة أيام", "الـ24 ساعة", "ساعة ونصف"."""

from __future__ import annotations

from typing import NamedTuple

from marsad.annotate.dates.meaning import Amount
from marsad.annotate.dates.words import Token, Words, date_words, sixtieths

__all__ = ["Read", "amount", "merged"]


class Read(NamedTuple):
    """An amount read up to word `stop`; `definite` when its unit has the article ("الأيام الثلاثة")."""

    stop: int
    amount: Amount
    definite: bool
    unit: Token


def amount(words: Words, index: int) -> Read | None:
    """Read an amount at a word, with all its parts joined by و."""
    first = _one(words, index)
    if first is None:
        return None
    parts, stop = list(first.amount), first.stop
    parts, stop = _less(words, parts, stop)
    while words.word(stop)[:1] == "و" and words.near(stop) and not first.definite:
        fraction = _share(words.word(stop)[1:].removeprefix("ال"))
        unit = words.get(stop + 1, "unit")
        if fraction is not None and unit is not None and unit.units == 1 and not unit.definite:
            parts.append((fraction, unit.name))
            stop = unit.stop
            continue
        if fraction is not None and parts[-1][0] is not None:
            parts[-1] = (parts[-1][0] + fraction, parts[-1][1])
            stop += 1
            continue
        more = _one(words, stop + 1 if words.word(stop) == "و" else stop)
        if more is None or more.definite or more.amount[0][0] is None:
            break
        parts, stop = _less(words, parts + list(more.amount), more.stop)
    return Read(stop, tuple(parts), first.definite, first.unit)


def _less(words: Words, parts: list[tuple[float | None, str]], stop: int) -> tuple[list[tuple[float | None, str]], int]:
    """Read "إلا ربعاً" after an amount."""
    fraction = _share(words.word(stop + 1).removesuffix("ا")) if words.word(stop) in date_words("less") else None
    if fraction is None or parts[-1][0] is None:
        return parts, stop
    return [*parts[:-1], (parts[-1][0] - fraction, parts[-1][1])], stop + 2


def _one(words: Words, index: int) -> Read | None:
    about = words.get(index, "about")
    index = about.stop if about is not None else index
    word = words.word(index)
    if not date_words("few", "few-of").isdisjoint((word, word.removeprefix("ل").removeprefix("ب"))):
        unit = words.get(index + 1, "unit") or (words.get(index + 2, "unit") if word in date_words("few-of") else None)
        return Read(unit.stop, ((None, unit.name),), definite=False, unit=unit) if unit is not None else None
    fraction = _share(word.removeprefix("و"))
    if fraction is not None:
        unit = words.get(index + 1, "unit")
        if unit is not None and unit.units == 1:
            return Read(unit.stop, ((fraction, unit.name),), unit.definite, unit)
    number = words.quantity(index)
    if number is not None and words.close(number[0]):
        unit = words.get(number[0], "unit")
        if unit is not None:
            return Read(unit.stop, ((number[1], unit.name),), _article(words, index) or unit.definite, unit)
    unit = words.get(index, "unit")
    if unit is None:
        return None
    if unit.units == 1 and unit.name in {"year", "month", "day", "night"} and _named(words, unit):
        return None
    if unit.name == "hour" and not unit.units and words.get(unit.stop, "part") is not None:
        return None  # ساعات الفجر
    if unit.units:
        stop = unit.stop + (words.word(unit.stop) in date_words("one"))
        return Read(stop, ((unit.units, unit.name),), unit.definite, unit)
    if unit.definite and words.close(unit.stop):
        number = words.number(unit.stop)
        if number is not None:
            return Read(number[0], ((number[1], unit.name),), definite=True, unit=unit)
    stop = unit.stop + (words.word(unit.stop) in date_words("vague-length"))
    return Read(stop, ((None, unit.name),), unit.definite, unit)


def _named(words: Words, unit: Token) -> bool:
    """Say whether the unit is the head of a name: "عام 2017", "شهر رمضان", "يوم الأحد"."""
    word = words.word(unit.stop)
    return (word.isdigit() and len(word) <= 4) or words.get(
        unit.stop, "month", "hijri-month", "weekday", "day"
    ) is not None


def _article(words: Words, index: int) -> bool:
    word = words.word(index)
    token = words.get(index, "number")
    return word in {"ال", "لل", "بال", "وال"} or (token is not None and token.definite)


_DAYS = {"hour": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0}
_MONTHS = {"month": 1, "year": 12, "decade": 120}


def merged(told: Amount) -> tuple[float | None, str]:
    """Return an amount in one unit: "عام ونصف" is 18 months, "يومين وساعة" is 49 hours."""
    if len(told) == 1:
        count, unit = told[0]
        if count is None or count == int(count):
            return told[0]
        smaller = {"year": ("month", 12), "month": ("day", 30), "week": ("day", 7), "day": ("hour", 24)}.get(unit)
        return (count * smaller[1], smaller[0]) if smaller else told[0]
    if all(unit in _MONTHS for _, unit in told):
        return sum((count or 0) * _MONTHS[unit] for count, unit in told), "month"
    days = sum((count or 0) * (_DAYS.get(unit) or _MONTHS.get(unit, 0) * 30.4375) for count, unit in told)
    if any(unit == "hour" for _, unit in told):
        return days * 24, "hour"
    return days, "day"


def _share(word: str) -> float | None:
    """Return the part of a unit that a word tells: "نصف" is .5."""
    part = sixtieths("fraction").get(word)
    return None if part is None else part / 60
