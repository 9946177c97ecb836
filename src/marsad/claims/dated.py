"""A date of the report read as the period of a claim: "خلال آذار", "في 24 ساعة", "منذ منتصف العام"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import cache

from marsad.arabic.letters import fold
from marsad.claims.lengths import ends_of
from marsad.claims.lists import says, says_any, spells, spells_any
from marsad.claims.spans import Period, before
from marsad.claims.units import is_one_month, month_of, unit_of
from marsad.claims.words import Cues
from marsad.lexicon.load import entries
from marsad.model.quantity import NumberMention
from marsad.model.report import Document
from marsad.model.when import DateMention

__all__ = ["period_of"]

_LAPSE = re.compile(r"PT?(\d+)([HDWMY])$")
_AND_A_HALF = {"P1.5Y": (18, "M"), "P1.5M": (45, "D"), "P2.5Y": (30, "M"), "P2.5M": (75, "D")}
"""Lengths told with a half: "خلال شهر ونصف"."""
_BRIEF = re.compile(r"PT[\dX]+[MS]$")
_VAGUE = re.compile(r"PT?X|PAST_REF|PRESENT_REF|FUTURE_REF")
_MONTHS = 12
_HALF, _LONGEST_LAPSE = 15, 300
_A_DAY, _SUM_REACH = 24, 9
_RECENT, _MONTH, _WEEK = 400, 27, 7
"""Days since a month or year within which "في آذار" tells the period of a tally, and days that it has at least."""
_TO_COLON, _HEADED = 4, 3
"""Words from a month to a colon, and of the place before it: "عفرين – آذار 2023: 61 معتقلاً"."""


def period_of(document: Document, told: DateMention, cues: Cues, numbers: tuple[NumberMention, ...]) -> Period | None:
    """Read a date as a claim may mean it, None where it is no period: "خلال آذار", not "بعد دقائق"."""
    if _is_none(document, told, cues):
        return None
    if _VAGUE.match(told.timex_value):
        return _vague(document, told, cues)
    if told.timex_value in _AND_A_HALF:
        return _lapse(document, told, cues, *_AND_A_HALF[told.timex_value])
    lapse = _LAPSE.match(told.timex_value)
    if lapse is not None:
        return _lapse(document, told, cues, int(lapse[1]), lapse[2])
    return ends_of(document, told, numbers) or _dated(document, told, cues, numbers)


def _is_none(document: Document, told: DateMention, cues: Cues) -> bool:
    """Say whether a date is the time of one act, a habit, or none at all: "في باب الهدم" is no August."""
    words = document.words
    if told.scope == "repeated" or (
        spells(words[told.first], "chapter") and "آ" not in document.quote(told.first, told.stop)
    ):
        return True
    if spells(words[told.first - 1], "of") and spells_any(words[max(told.first - 4, 0) : told.first - 1], "day-told"):
        return True  # "وبنفس اليوم من عام 2017"
    if is_one_month(words[told.stop - 2 : told.stop]):
        return True  # "في شهر واحد" is no January
    if spells(words[told.first].removeprefix("و"), "apart-in-time") and not _after_act(document, told, cues):
        return True
    return _BRIEF.match(told.timex_value) is not None  # "غارة سبقتها بدقائق", "بعدها بخمس دقائق"


def _vague(document: Document, told: DateMention, cues: Cues) -> Period | None:
    """Read what has no days of its own: "خلال الأشهر الماضية", "منذ فترة"."""
    hours = spells_any(document.words[told.first : told.stop], "hours")
    if told.scope == "duration" and (hours or not _is_during(document, told, cues)):
        return None
    return Period(first=told.first, stop=told.stop, start=None, end=None, since=told.scope == "since", firm=True)


def _lapse(document: Document, told: DateMention, cues: Cues, number: int, unit: str) -> Period | None:
    """Read a length of time as one up to the day of the report: "خلال ثلاثة أيام", "في 24 ساعة"."""
    on = document.published_on
    if on is not None and unit == "M" and _ends_year(document.words, told):
        opens = date(on.year, max(_MONTHS + 1 - number, 1), 1)
        return Period(first=told.first, stop=told.stop + 2, start=opens, end=on, firm=True) if opens <= on else None
    if told.scope == "duration" and not _is_during(document, told, cues) and not _is_in(document, told):
        return None
    if on is None or not 0 < number < _LONGEST_LAPSE or (unit == "H" and number < _A_DAY):
        return None
    if told.start is not None and told.start >= on and told.end != on:
        return None
    return Period(first=told.first, stop=told.stop, start=before(on, number, unit), end=on, firm=True)


def _dated(document: Document, told: DateMention, cues: Cues, numbers: tuple[NumberMention, ...]) -> Period | None:
    """Read a date that has days: one day, a month or year, or the time since then."""
    on, words = document.published_on, document.words
    start, end = _days_meant(document, told)
    if start is None or end is None or (on is not None and start > on):
        return None
    counts = words[told.first][0].isdigit() or any(one.first == told.first for one in numbers)
    if start == end and spells_any(words[told.first + 1 : told.first + 2], "in") and counts:
        end = start.replace(day=monthrange(start.year, start.month)[1])  # "مقابل 12 في شباط": 12 is no day
        return Period(first=told.first + 1, stop=told.stop, start=start.replace(day=1), end=end, firm=True)
    if start == end and month_of(words[told.first]) and says(words[told.first - 1], "whole-month") and told.first:
        end = start.replace(day=monthrange(start.year, start.month)[1])  # "خلال شباط 14": 14 were killed
        end = min(end, on or end)
        return Period(first=told.first, stop=told.first + 1, start=start.replace(day=1), end=end, firm=True)
    if told.scope == "since" and start == on:
        return Period(first=told.first, stop=told.stop, start=start, end=on, day=True)  # "منذ الصباح"
    if told.scope == "since" and _is_middle_of_year(words, told):
        start = date(start.year, 7, 1)  # "منذ منتصف العام الماضي"
    since = told.scope == "since" or _is_from_month(words, told)
    if since or (on is not None and _after_act(document, told, cues)):
        return Period(first=told.first, stop=told.stop, start=start, end=on or end, since=True, firm=True)
    if _is_edge(words[told.first]):
        return _from_edge(document, told)
    start, end = _cut(words, told, start, end)
    if on is not None:
        end = min(end, on)
    during = _is_during(document, told, cues)
    night = not during and (end - start).days == 1 and not any(map(unit_of, words[told.first : told.stop]))
    if told.start == told.end or night:
        return Period(first=told.first, stop=told.stop, start=start, end=end, day=True, firm=during and start < end)
    firm = during or _is_firm(document, told, start, end)
    return Period(first=told.first, stop=told.stop, start=start, end=end, firm=firm)


def _is_from_month(words: tuple[str, ...], told: DateMention) -> bool:
    """Say whether a month is told as a beginning, as it is spoken: "زادت من شهر تموز", and not "الأول من شهر تموز"."""
    month = spells(words[told.first], "a-month") and told.start != told.end
    before = words[max(told.first - 2, 0) : told.first]
    return month and spells_any(before[-1:], "of") and not before[0].startswith("ال") and not before[0].isdigit()


def _days_meant(document: Document, told: DateMention) -> tuple[date | None, date | None]:
    """Return the days of a date, in the month or year before where they would lie ahead of the report."""
    on, start, end = document.published_on, told.start, told.end
    if on is None or start is None or start <= on:
        return start, end
    if told.scope == "since" and spells(document.words[told.stop - 1], "the-month"):
        start = before(start, 1, "M")  # "منذ منتصف الشهر", told on the second of the next
    if end is not None and start > on and _is_part_of_year(document.words, told):
        start, end = before(start, 1, "Y"), before(end, 1, "Y")  # "الربع الأخير من العام", told as the next begins
    return start, end


def _cut(words: tuple[str, ...], told: DateMention, start: date, end: date) -> tuple[date, date]:
    """Return the first half of a month, or the whole months of a part of a year: "النصف الأول من آذار"."""
    if says(words[told.first], "half") and spells_any(words[told.first : told.stop], "the-first") and _in_month(told):
        return start, start.replace(day=_HALF)
    if told.timex_value.count("-") <= 1 and _is_part(words[told.first]):
        return start.replace(day=1), _whole_months(end)
    return start, end


def _is_firm(document: Document, told: DateMention, start: date, end: date) -> bool:
    """Say whether a month, week or year is the period of a sum without "خلال": "شهد حزيران", "في آذار الماضي"."""
    on, words = document.published_on, document.words
    inside = words[told.first : told.stop]
    before_it = words[told.first - 1] if told.first else ""
    if says_any(inside, "this") or spells(words[told.first], "for-month"):
        return True
    placed = spells(before_it, "in-or-of") or words[told.first].startswith("ب")
    if spells_any(inside, "past") and (placed or _opens_apart(document, told)):
        return True
    if placed and unit_of(words[told.first]) == "W" and told.first + 2 < told.stop:
        return True  # "في الأسبوع الثاني من أيلول"
    recent = on is not None and (on - end).days <= _RECENT and (end - start).days >= _MONTH
    recent = recent or (start.day == 1 and end == on and (end - start).days >= _WEEK)
    return recent and (
        placed
        or _is_subject(words, told.first, told.stop)
        or _opens_bulletin(document, told)
        or spells(before_it, "as-for")  # "أما كانون الأول فشهد"
        or (told.first > 0 and says(before_it, "publication"))  # "حصيلة أيار في درعا"
    )


def _is_middle_of_year(words: tuple[str, ...], told: DateMention) -> bool:
    inside = words[told.first : told.stop]
    return spells_any(words[told.first : told.first + 2], "middle") and says_any(inside, "year-told")


def _ends_year(words: tuple[str, ...], told: DateMention) -> bool:
    """Say whether months are the last of the year: "خلال الأشهر الثلاثة الأخيرة من العام"."""
    behind = words[told.stop : told.stop + 2]
    return (
        spells(words[told.stop - 1], "last-of")
        and spells_any(behind[:1], "of")
        and spells("".join(behind[1:]), "year-told")
    )


def _opens_bulletin(document: Document, told: DateMention) -> bool:
    """Say whether a month opens a sentence before a colon: "آذار في درعا: 18 قتيلاً"."""
    sentence = next(one for one in document.sentences if one.first <= told.first < one.stop)
    behind = range(told.stop, min(told.stop + _TO_COLON, sentence.stop))
    headed = told.first - sentence.first <= _HEADED and behind.start < sentence.stop and ":" in document.gap(told.stop)
    return headed or (told.first == sentence.first and any(":" in document.gap(at) for at in behind))


def _opens_apart(document: Document, told: DateMention) -> bool:
    """Say whether a past week or month opens a sentence before a comma: "والأسبوع الماضي، قتل 55"."""
    opens = any(one.first == told.first for one in document.sentences)
    return opens and told.stop < len(document.words) and "،" in document.gap(told.stop)


def _is_during(document: Document, told: DateMention, cues: Cues) -> bool:
    """Say whether "خلال", "طوال" or the like stands in the expression or up to two words before it."""
    words = document.words
    if spells(words[told.first].lstrip("وف"), "throughout"):
        return True
    return any(
        told.first - 6 <= cue.first <= told.first
        and cue.stop <= told.stop
        and all(spells(words[at], "between-during") for at in range(cue.stop, told.first))
        and not any("،" in document.gap(at) for at in range(cue.stop, told.first + 1) if cue.stop <= told.first)
        for cue in cues["during"]
    )


def _is_subject(words: tuple[str, ...], first: int, stop: int) -> bool:
    """Say whether a month is who saw or had what is told: "شهد حزيران", "سجل شهر أيار"."""
    behind = "".join(words[stop : stop + 1])
    if spells(behind, "by-itself") or spells(behind, "had"):
        return True  # "تموز كان الأعنف", "آب وحده حمل"
    if not first:
        return False
    return _had(words[first - 1]) or (spells(words[first - 1], "a-month") and first > 1 and _had(words[first - 2]))


def _had(word: str) -> bool:
    return says(word, "had") or spells(word, "had-now")


def _is_part_of_year(words: tuple[str, ...], told: DateMention) -> bool:
    """Say whether a date is a half or quarter of "العام", whichever that is."""
    return _is_part(words[told.first]) and spells(words[told.stop - 1], "year-told")


def _is_part(word: str) -> bool:
    return says(word, "half") or says(word, "quarter")


def _is_in(document: Document, told: DateMention) -> bool:
    """Say whether a length of time stands behind "في" or a toll: "في ثلاثة أيام", "حصيلة أسبوع من القصف"."""
    before = document.words[max(told.first - 2, 0) : told.first]
    near = bool(before) and not document.gap(told.first).strip()
    return near and (spells(before[-1], "and-in") or says_any(before, "period-toll"))


def _after_act(document: Document, told: DateMention, cues: Cues) -> bool:
    """Say whether a sum runs on from a day: "حصيلة الاعتقالات بعد السابع من أكتوبر"."""
    words = document.words
    after = next(
        (at for at in (told.first, told.first - 1, told.first - 2) if at > 0 and spells(words[at], "after")), None
    )
    return (
        after is not None
        and told.start == told.end
        and any(
            after - _SUM_REACH <= cue.first < after
            and not any("،" in document.gap(at) for at in range(cue.stop, after))
            for role in ("head", "again")
            for cue in cues[role]
        )
    )


def _in_month(told: DateMention) -> bool:
    return (
        told.start is not None
        and told.end is not None
        and (told.start.year, told.start.month) == (told.end.year, told.end.month)
    )


def _whole_months(end: date) -> date:
    """Return the last day of the month that a half or quarter of a year ends with."""
    near = end - timedelta(3)
    return near.replace(day=monthrange(near.year, near.month)[1])


@cache
def _edges() -> frozenset[str]:
    return frozenset(
        fold(form)
        for entry in entries("dates")
        if entry["role"] == "edge" and entry["value"] in ("early", "middle", "late")
        for form in entry.forms
    )


def _is_edge(word: str) -> bool:
    return word in _edges() or word[1:] in _edges()


def _from_edge(document: Document, told: DateMention) -> Period | None:
    """Read "من أول الشهر" as since its first day; any other edge is when one act happened, and no window."""
    if told.first == 0 or not spells(document.words[told.first - 1], "and-of"):
        return None
    on = document.published_on
    return Period(first=told.first - 1, stop=told.stop, start=told.start, end=on, since=True, firm=True)
