"""Periods that point to one told before: "خلال الشهر ذاته", "هذا الأسبوع" of a bulletin that names its days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from marsad.claims.lists import says_any, spells, spells_any
from marsad.claims.spans import Period, before
from marsad.claims.units import unit_of
from marsad.claims.words import Cues
from marsad.model.report import Document
from marsad.model.when import DateMention

__all__ = ["issued", "repeated"]

_LATE = 10
"""Days after its period within which a bulletin comes out."""
_WEEK, _MONTH = range(5, 8), range(27, 31)
"""Days between the first and the last of a week and of a month."""
_UNITS = {"W": _WEEK, "M": _MONTH, "Y": range(360, 366)}
_SHORTEST = {"W": 0, "M": 0, "Y": 30}
"""Days from which on what opens with a month or year, and runs on, is that month or year."""
_YEARS = range(1990, 2101)
_BARE = 2
"""Words of "خلال الشهر"."""
_BESIDE = 2
"""Words at most between a word of comparison and the period compared with."""
_DASHES = frozenset("-–—")


def repeated(document: Document, found: list[Period], cues: Cues) -> list[Period]:
    """Add "خلال الشهر ذاته": the period told before it, or the month of publication."""
    more: list[Period] = []
    for cue in cues["same-period"]:
        if any(period.first < cue.stop and cue.first < period.stop for period in found):
            continue
        if spells_any(document.words[cue.stop : cue.stop + 1], "coming"):
            continue  # "ستنفذ 20 عملية خلال الشهر المقبل"
        pointed = spells(document.words[cue.first], "that-period") and spells(document.words[cue.first - 1], "in-or-of")
        pointed = pointed and spells(document.words[cue.stop - 1], "the-span")
        itself = cue.stop - cue.first > 1 and spells(document.words[cue.stop - 1], "itself")
        pointed = pointed or (itself and cue.first > 0 and spells(document.words[cue.first - 1], "in-or-of"))
        year_before = itself and _is_year_before(document, cue.stop)
        year = _year_told(document, cue.stop) if itself else None
        pointed = pointed or year_before or year is not None
        if not pointed and not any(cue.first - 2 <= during.first < cue.first for during in cues["during"]):
            continue
        ahead = (
            one for one in found if one.first < cue.first and not one.day and not _is_compared(document, one, cues)
        )
        earlier = [one for one in ahead if one.start is not None or one.happening]
        unit = unit_of(document.words[cue.first].removeprefix("ب"))
        if spells(document.words[cue.first], "the-month") and not itself:
            earlier = [one for one in earlier if not _is_of_unit(one, "W")]  # "خلال الأسبوع الماضي ... خلال الشهر"
        earlier = [one for one in earlier if _is_of_unit(one, unit)] or earlier  # "العام نفسه" is no month of it
        on = document.published_on
        if earlier:
            start, end = earlier[-1].start, earlier[-1].end
            if year_before and start is not None and end is not None:
                start, end = before(start, 1, "Y"), before(end, 1, "Y")
                found = [one for one in found if one.first not in range(cue.stop, cue.stop + 3)]
            elif year is not None and start is not None and end is not None:
                start, end = (before(one, end.year - year, "Y") for one in (start, end))
                found = [one for one in found if one.first not in range(cue.stop, cue.stop + 3)]
        elif on is not None and spells(document.words[cue.first], "the-month"):
            start, end = on.replace(day=1), on
        else:
            continue
        since = bool(earlier) and earlier[-1].since and not year_before and year is None
        happening = since and earlier[-1].happening  # "منذ بدء الهجوم الأربعاء ... خلال هذه المدة"
        more.append(
            Period(
                first=cue.first, stop=cue.stop, start=start, end=end, since=since, firm=True, happening=happening
            )
        )  # fmt: skip
    return sorted(found + more, key=lambda period: period.first)


def _is_of_unit(period: Period, unit: str | None) -> bool:
    """Say whether a period is a week, month or year, the current month and year up to publication among them."""
    if period.start is None or period.end is None or unit not in _UNITS:
        return False
    days = (period.end - period.start).days
    opens = {"W": False, "M": period.start.day == 1, "Y": (period.start.month, period.start.day) == (1, 1)}[unit]
    return days in _UNITS[unit] or (opens and _SHORTEST[unit] < days <= _UNITS[unit].start)


def _is_compared(document: Document, period: Period, cues: Cues) -> bool:
    """Say whether a period is one compared with, to which "العام نفسه" does not point: "انخفض عن عام 2021"."""
    near = [cue for cue in cues["compared"] if period.first - _BESIDE <= cue.first and cue.stop <= period.first]
    return any(document.words[cue.first] != "اي" for cue in near)  # "في الفصل الثالث، أي بين تموز وأيلول"


def _is_year_before(document: Document, at: int) -> bool:
    """Say whether words behind a period that is told again name the year before: "المدة نفسها من العام الفائت"."""
    words = document.words[at : at + 3]
    return len(words) == 3 and spells(words[0], "of") and spells(words[1], "year-told") and spells(words[2], "past")


def _year_told(document: Document, at: int) -> int | None:
    """Return the year that words behind a period told again name by its number: "المدة عينها من 2020"."""
    words = document.words[at : at + 3]
    told = words[2:] if words[1:2] and spells(words[1], "year-told") else words[1:2]
    year = int(told[0]) if spells_any(words[:1], "of") and told and told[0].isdigit() else 0
    return year if year in _YEARS else None


def issued(document: Document, found: list[Period], dates: tuple[DateMention, ...]) -> list[Period]:
    """Read "هذا الأسبوع" and "هذا الشهر" of a bulletin as the week or month told before, where that has just ended."""
    on = document.published_on
    if on is None:
        return found
    ended = sorted([*found, *_headed(document, dates)], key=lambda one: one.first)
    read: list[Period] = []
    for period in found:
        lengths = _lengths(document, period, on)
        of = [one for one in ended if one.stop <= period.first and _has_ended(one, lengths, on)] if lengths else []
        read.append(replace(period, start=of[-1].start, end=of[-1].end, day=False, firm=True) if of else period)
    return read


def _lengths(document: Document, period: Period, on: date) -> range | None:
    """Return how many days lie between the ends of what "هذا الأسبوع" or "خلال الشهر" points to, else None."""
    words = document.words[period.first : period.stop]
    bare = len(words) == _BARE and spells(words[0].removeprefix("و"), "throughout")
    first = period.day and on.day == 1  # "هذا الشهر" of a bulletin of the first of the next
    if period.since or (period.day and not first) or period.end != on or not (bare or says_any(words, "this")):
        return None
    unit = unit_of(words[-1])
    return _WEEK if unit == "W" else _MONTH if unit == "M" else None


def _has_ended(period: Period, lengths: range, on: date) -> bool:
    if period.start is None or period.end is None or period.since:
        return False
    return (period.end - period.start).days in lengths and 0 < (on - period.end).days <= _LATE


def _headed(document: Document, dates: tuple[DateMention, ...]) -> list[Period]:
    """Read two days joined by a dash as the days between: "السبت 14 أيلول – الجمعة 20 أيلول"."""
    return [
        Period(first=left.first, stop=right.stop, start=left.start, end=right.end, firm=True)
        for left, right in pairwise(dates)
        if left.stop == right.first
        and any(not _DASHES.isdisjoint(document.gap(at)) for at in range(left.first + 1, right.first + 1))
        and left.start == left.end
        and right.start == right.end
    ]
