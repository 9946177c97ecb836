"""Starts of periods that no date tells: "منذ بدء السنة", "منذ الأول من الشهر"."""

from __future__ import annotations

from datetime import date, timedelta

from marsad.claims.lists import says_any, spells
from marsad.claims.spans import Period, before
from marsad.claims.units import month_of, unit_of
from marsad.claims.words import Cue
from marsad.model.quantity import NumberMention
from marsad.model.report import Document
from marsad.model.when import DateMention

__all__ = ["since_that_day", "since_those_began", "since_turn"]

_THESE = (("هذه",), ("تلك",), ("هذا",))
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
    if day is not None and words[day.stop : day.stop + 2] == ("من", "الشهر"):
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
    if words[cue.stop : cue.stop + 1] != ("ذلك",) or cue.stop + 1 >= len(words):
        return None
    told = [
        (one.first, one.start)
        for one in dates
        if one.stop <= cue.first and one.start and (one.start == one.end or one.scope == "since")
    ]
    told += [
        (one.first, on.replace(day=one.value))
        for one in numbers
        if one.stop < cue.first and words[one.stop : one.stop + 2] == ("من", "الشهر")  # "في التاسع من الشهر"
        and on is not None and isinstance(one.value, int) and 1 <= one.value <= on.day
    ]  # fmt: skip
    start = max(told, default=None)
    if on is None or start is None or not spells(words[cue.stop + 1], "that-day") or start[1] >= on:
        return None
    return Period(first=cue.first, stop=cue.stop + 2, start=start[1], end=on, since=True, firm=True, told_at=start[0])


def _ago(words: tuple[str, ...], cue: Cue, on: date) -> Period | None:
    """Read "المعارك المستمرة منذ شهر": since a month before publication, where no name or date follows."""
    unit = unit_of(words[cue.stop])
    if unit is None or month_of(words[cue.stop + 1]) is not None or words[cue.stop + 1].startswith("ال"):
        return None
    return Period(first=cue.first, stop=cue.stop + 1, start=before(on, 1, unit), end=on, since=True, firm=True)


def since_those_began(document: Document, cue: Cue, dates: tuple[DateMention, ...]) -> Period | None:
    """Read "منذ بدء هذه الاحتجاجات": since the last day told before on which something began."""
    words, on = document.words, document.published_on
    if on is None or not spells(words[cue.stop], "turn") or words[cue.stop + 1 : cue.stop + 2] not in _THESE:
        return None
    for told in reversed(dates):
        ahead = told.stop <= cue.first and told.scope == "point" and told.start is not None and told.start < on
        began = words[max(told.first - _BEGUN_REACH, 0) : told.first] if ahead else ()
        if told.start is not None and says_any(began, "began"):
            return Period(
                first=cue.first, stop=cue.stop + 2, start=told.start, end=on, since=True, happening=True, firm=True
            )
    return None


def _start_of(unit: str | None, on: date) -> date | None:
    """Return the first day of the week (7 days), month or year that a day is in."""
    if unit == "W":
        return on - timedelta(6)
    if unit == "M":
        return on.replace(day=1)
    return date(on.year, 1, 1) if unit == "Y" else None
