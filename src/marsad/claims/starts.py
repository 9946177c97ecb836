"""Starts of periods that no date tells: "منذ بدء السنة", "منذ الأول من الشهر"."""

from __future__ import annotations

from datetime import date, timedelta

from marsad.claims.lists import says, says_any, spells, spells_any
from marsad.claims.spans import Period, before
from marsad.claims.units import is_of_the_month, month_of, unit_of
from marsad.claims.words import Cue
from marsad.model.quantity import NumberMention
from marsad.model.report import Document
from marsad.model.when import DateMention

__all__ = [
    "LONGEST_START", "since_happening", "since_spoken", "since_that_day", "since_then", "since_those_began",
    "since_turn", "since_year",
]  # fmt: skip

LONGEST_START = 14
"""Words from "منذ" to the day of what began ("منذ بدء الهجوم في 13 حزيران")."""
_SINCE_REACH = 2
"""Words at most from "من" to its day, where nothing is told to have begun on it: "من يوم 26 سبتمبر"."""
_PAUSES = frozenset("،؛:.؟!")
_FIRST_YEAR, _DIGITS = 1990, 4
_BEGUN_REACH = 8
"""Words at most from the verb by which something began to its day."""


def since_turn(document: Document, cue: Cue, numbers: tuple[NumberMention, ...]) -> Period | None:
    """Read the turn of the week, month or year of publication, or a day of that month, behind the "منذ" of `cue`."""
    on, words = document.published_on, document.words
    if on is None or cue.stop + 1 >= len(words):
        return None
    start, at = None, cue.stop + 1
    if spells(words[cue.stop], "turn"):
        start = _start_of(unit_of(words[at]) if words[at].startswith("ال") else None, on)
    elif spells(words[cue.stop], "single-length") and not any(one.first == cue.stop for one in numbers):
        return _ago(words, cue, on)
    day = next((one for one in numbers if one.first == cue.stop and isinstance(one.value, int)), None)
    if day is not None and is_of_the_month(words[day.stop : day.stop + 2]):
        at = day.stop + 1
        start = on.replace(day=int(day.value or 1)) if 1 <= int(day.value or 0) <= on.day else None
    if start is None:
        return None
    stop = at + 2 if at + 1 < len(words) and spells(words[at + 1], "now") else at + 1
    return Period(first=cue.first, stop=stop, start=start, end=on, since=True, firm=True)


def since_that_day(
    document: Document, cue: Cue, dates: tuple[DateMention, ...], numbers: tuple[NumberMention, ...]
) -> Period | None:
    """Read "منذ ذلك اليوم", "منذ ذلك التاريخ": since the day told last before."""
    words, on = document.words, document.published_on
    if not spells_any(words[cue.stop : cue.stop + 1], "that-one") or cue.stop + 1 >= len(words):
        return None
    told = [
        (one.first, one.start)
        for one in dates
        if one.stop <= cue.first and one.start and (one.start == one.end or one.scope == "since")
    ]
    told += [
        (one.first, on.replace(day=one.value))
        for one in numbers
        if one.stop < cue.first and is_of_the_month(words[one.stop : one.stop + 2])  # "في التاسع من الشهر"
        and on is not None and isinstance(one.value, int) and 1 <= one.value <= on.day
    ]  # fmt: skip
    start = max(told, default=None)
    if on is None or start is None or not spells(words[cue.stop + 1], "that-day") or start[1] >= on:
        return None
    return Period(first=cue.first, stop=cue.stop + 2, start=start[1], end=on, since=True, firm=True, told_at=start[0])


def since_then(document: Document, dates: tuple[DateMention, ...]) -> list[Period]:
    """Read "ومنذئذ", "ومن حينها": since the day or month told last, here or in the sentence before."""
    words, on, found = document.words, document.published_on, []
    for at in range(1, len(words) if on is not None else 0):
        apart = spells(words[at - 1], "and-of") and spells(words[at], "its-then")
        if not apart and not says(words[at], "since-then"):
            continue
        sentence = next(one for one in document.sentences if one.first <= at < one.stop)
        low = document.sentences[max(sentence.index - 1, 0)].first
        told = [(one.first, one.start) for one in dates if low <= one.first and one.stop <= at and one.start]
        start = max(told, default=None)
        if on is not None and start is not None and start[1] < on:
            found.append(
                Period(
                    first=at - apart, stop=at + 1, start=start[1], end=on, since=True, firm=True, told_at=start[0]
                )
            )  # fmt: skip
    return found


def since_year(document: Document, cue: Cue, numbers: tuple[NumberMention, ...]) -> Period | None:
    """Read "منذ 2011", "منذ مطلع 2021 حتى الآن": since the first of January of a year told alone."""
    on = document.published_on
    at = cue.stop + spells_any(document.words[cue.stop : cue.stop + 1], "turn")
    year = next((one.value for one in numbers if one.first == at and one.stop == at + 1), None)
    if on is None or not isinstance(year, int) or not _FIRST_YEAR <= year <= on.year:
        return None
    return Period(first=cue.first, stop=at + 1, start=date(year, 1, 1), end=on, since=True, firm=True)


def _ago(words: tuple[str, ...], cue: Cue, on: date) -> Period | None:
    """Read "المعارك المستمرة منذ شهر": since a month before publication, where no name or date follows."""
    unit = unit_of(words[cue.stop])
    if unit is None or month_of(words[cue.stop + 1]) is not None or words[cue.stop + 1].startswith("ال"):
        return None
    return Period(first=cue.first, stop=cue.stop + 1, start=before(on, 1, unit), end=on, since=True, firm=True)


def since_those_began(document: Document, cue: Cue, dates: tuple[DateMention, ...]) -> Period | None:
    """Read "منذ بدء هذه الاحتجاجات": since the last day told before on which something began."""
    words, on = document.words, document.published_on
    if (
        on is None
        or not spells_any(words[cue.stop + 1 : cue.stop + 2], "this-or-these")
        or not spells(words[cue.stop], "turn")
    ):
        return None
    for told in reversed(dates):
        ahead = told.stop <= cue.first and told.scope == "point" and told.start is not None and told.start < on
        began = words[max(told.first - _BEGUN_REACH, 0) : told.first] if ahead else ()
        if told.start is not None and says_any(began, "began"):
            return Period(
                first=cue.first, stop=cue.stop + 2, start=told.start, end=on, since=True, happening=True, firm=True
            )
    return None


def since_happening(document: Document, cue: Cue, dates: tuple[DateMention, ...]) -> Period:
    """Read "منذ بدء الهجوم في 13 حزيران": from the day told with what began, else with no days."""
    sentence_stop = next(one.stop for one in document.sentences if one.first <= cue.first < one.stop)
    for told in dates:
        if spells(document.words[told.first], "ahead-of") and unit_of(document.words[told.first + 1]) is not None:
            continue  # "عملية السهم قبل عام"
        up_to_now = cue.stop < told.first < sentence_stop and told.end == document.published_on
        if up_to_now and says(document.words[told.first - 1], "span-to"):
            return _since_no_day(cue, told.stop)  # "منذ مقتل الشيخ وحتى صباح اليوم"
        if cue.stop <= told.first < min(sentence_stop, cue.stop + LONGEST_START) and told.scope == "point":
            if any("،" in document.gap(at) for at in range(cue.stop, told.first + 1)):
                break
            start = told.start
            if start is not None and _is_ending(document, cue, told) and told.end is not None:
                start = told.end + timedelta(1)  # "منذ انقضاء العام 2021"
            if start is not None and not told.timex_value.startswith("P"):
                return Period(
                    first=cue.first, stop=told.stop, start=start, end=document.published_on,
                    since=True, happening=True, firm=True,
                )  # fmt: skip
    ago = _told_ago(document, cue, sentence_stop)
    if ago is not None:
        return ago
    return _since_no_day(cue, min(cue.stop + 1, sentence_stop))


def _since_no_day(cue: Cue, stop: int) -> Period:
    """Return the period since something of which no day is told."""
    return Period(first=cue.first, stop=stop, start=None, end=None, since=True, happening=True, firm=True)


def since_spoken(document: Document, dates: tuple[DateMention, ...]) -> list[Period]:
    """Read "من أسبوع لليوم", "من يوم ما دخلوا بـ20 أيار لهلق": since a day that "من" tells, up to now."""
    words, on, found = document.words, document.published_on, []
    for at in range(1, len(words) if on is not None else 0):
        led = spells(words[at], "as-far-as") and spells_any(words[at + 1 : at + 2], "now-spoken")
        led = led or (says(words[at], "span-to") and spells_any(words[at + 1 : at + 2], "its-date"))
        if not led and not spells(words[at], "until-today"):
            continue
        low = next(one.first for one in document.sentences if one.first <= at < one.stop)
        reach = range(at - 1, max(low, at - LONGEST_START) - 1, -1)
        opens = [one for one in reach if spells(words[one], "and-of")]
        dated = (one for one in opens if any(told.first == one + 1 for told in dates))
        first = next(dated, opens[0] if opens else None)  # "من السابع من تشرين الأول"
        if first is None or any(_PAUSES.intersection(document.gap(one)) for one in range(first + 1, at + 1)):
            continue
        told = next((one for one in dates if first <= one.first < at and one.start is not None), None)
        start = told.start if told is not None else _year_at(words, first + 1)
        if start is None or on is None or start >= on:
            continue
        found.append(
            Period(
                first=first, stop=at + 1 + led, start=start, end=on, since=True, firm=True,
                happening=told is not None and told.first - first > _SINCE_REACH,
            )
        )  # fmt: skip
    return found


def _year_at(words: tuple[str, ...], at: int) -> date | None:
    """Return the first day of a year that word `at` tells alone: "من 2011 لليوم"."""
    year = int(words[at]) if words[at].isdigit() and len(words[at]) == _DIGITS else 0
    return date(year, 1, 1) if year >= _FIRST_YEAR else None


def _told_ago(document: Document, cue: Cue, sentence_stop: int) -> Period | None:
    """Read "منذ وقف إطلاق النار قبل عام": from the day so long before publication."""
    words, on = document.words, document.published_on
    for at in range(cue.stop + 1, min(sentence_stop - 1, cue.stop + LONGEST_START) if on is not None else 0):
        if _PAUSES.intersection(document.gap(at)):
            return None
        unit = unit_of(words[at + 1]) if spells(words[at], "ahead-of") and not words[at + 1].startswith("ال") else None
        if on is not None and unit not in (None, "D"):
            count = 2 if words[at + 1].endswith("ين") else 1
            return Period(
                first=cue.first, stop=at + 2, start=before(on, count, unit or "Y"), end=on,
                since=True, happening=True, firm=True,
            )  # fmt: skip
    return None


def _is_ending(document: Document, cue: Cue, told: DateMention) -> bool:
    """Say whether a month or year is told by its end: "منذ انقضاء العام 2021"."""
    return spells(document.words[cue.stop], "ending") and told.first == cue.stop + 1 and told.start != told.end


def _start_of(unit: str | None, on: date) -> date | None:
    """Return the first day of the week (7 days), month or year that a day is in."""
    if unit == "W":
        return on - timedelta(6)
    if unit == "M":
        return on.replace(day=1)
    return date(on.year, 1, 1) if unit == "Y" else None
