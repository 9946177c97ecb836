"""Periods that a claim may count in: the dates of the report, read as the claim means them."""

from __future__ import annotations

from dataclasses import replace

from marsad.claims.dated import period_of
from marsad.claims.lengths import lengths, units_current, units_few, units_past
from marsad.claims.lists import says, spells, spells_any
from marsad.claims.onsets import dated_before
from marsad.claims.spans import (
    Period,
    bare_parts,
    begun,
    lone_years,
    parts_of_years,
    periods_before,
    spans,
    within_month,
)
from marsad.claims.starts import (
    LONGEST_START,
    since_happening,
    since_spoken,
    since_that_day,
    since_then,
    since_those_began,
    since_turn,
    since_year,
)
from marsad.claims.told_again import issued, repeated
from marsad.claims.words import Cues
from marsad.model.quantity import NumberMention
from marsad.model.report import Document
from marsad.model.when import DateMention

__all__ = ["Period", "find_periods"]


def find_periods(
    document: Document, dates: tuple[DateMention, ...], cues: Cues, numbers: tuple[NumberMention, ...]
) -> tuple[Period, ...]:
    """Return the periods of a document by position; what lies after publication, or is a habit, is none."""
    found = [*since_spoken(document, dates), *since_then(document, dates), *spans(document, dates, numbers)]
    taken = {at for one in found for at in range(one.first, one.stop)}
    for cue in cues["since"]:
        if cue.first in taken or spells_any(document.words[cue.stop : cue.stop + 1], "today"):
            continue
        if not any(told.first <= cue.first < told.stop for told in dates):
            started = (
                since_turn(document, cue, numbers)
                or since_year(document, cue, numbers)
                or since_that_day(document, cue, dates, numbers)
                or since_those_began(document, cue, dates)
                or since_happening(document, cue, dates)
            )
            taken.update(range(started.first, started.stop))
            found.append(started)
    for told in dates:
        if told.first in taken:
            continue
        period = period_of(document, told, cues, numbers)
        if period is not None:
            found.append(period)
    found = _months_told_in_days(found)
    found = _until(document, found)
    found += begun(document, dates, found)
    found = dated_before(document, _begun_apart(document, found), dates)
    found += parts_of_years(document, found, numbers)
    found += bare_parts(document, found)
    found += within_month(document, numbers)
    found += lone_years(document, found, numbers)
    found += lengths(document, found, dates, numbers)
    found += units_past(document, found)
    found += units_few(document, found)
    found += units_current(document, found, numbers)
    found = [one for one in found if not any(_holds(other, one) for other in found)]
    found.sort(key=lambda period: period.first)
    found = issued(document, found, dates)
    found = repeated(document, _joined(document, _and_this(document, found)), cues)
    return tuple(sorted(periods_before(document, found), key=lambda period: period.first))


def _months_told_in_days(found: list[Period]) -> list[Period]:
    """Join "خلال أيام كانون الأول": the days of a month are the month."""
    joined: list[Period] = []
    for period in sorted(found, key=lambda one: one.first):
        last = joined[-1] if joined else None
        vague = last is not None and last.firm and last.start is None and not last.since
        if last is not None and vague and last.stop == period.first and period.start is not None and not period.day:
            joined[-1] = replace(period, first=last.first, firm=True)
            continue
        joined.append(period)
    return joined


def _until(document: Document, found: list[Period]) -> list[Period]:
    """Let a period end with the day told with it: "منذ 3 أيار وإلى الأمس", "حتى أمس منذ أن بدأ"; drop "المنتهي أمس"."""
    words = document.words
    kept: list[Period] = []
    for period in sorted(found, key=lambda one: one.first):
        before = words[period.first - 1] if period.first else ""
        last = kept[-1] if kept else None
        far = last is not None and period.first - last.stop == 2  # "وإلى غاية اليوم"
        before = document.words[period.first - 2] if far else before
        if period.day and not period.since and last is not None and (far or period.first - last.stop == 1):
            if last.since and says(before, "span-to"):
                kept[-1] = replace(last, stop=period.stop, end=period.end)
                continue
            if spells(before, "gone"):
                continue
        if last is not None and last.day and not last.since and period.since and last.stop == period.first:
            ends = says(words[last.first], "span-to") or (last.first and says(words[last.first - 1], "span-to"))
            if ends:
                kept[-1] = replace(period, first=last.first, end=last.end)
                continue
        kept.append(period)
    return kept


def _begun_apart(document: Document, found: list[Period]) -> list[Period]:
    """Give what began the day that its sentence tells behind: "منذ اندلاع الاحتجاجات، التي بدأت في 30 آذار"."""
    dated = [one for one in found if one.happening and one.start is not None]
    read: list[Period] = []
    for period in found:
        sentence = next(one for one in document.sentences if one.first <= period.first < one.stop)
        behind = (one for one in dated if period.first < one.first < min(sentence.stop, period.stop + LONGEST_START))
        own = next(behind, None) if period.happening and period.start is None else None
        read.append(period if own is None else replace(period, start=own.start, end=own.end))
    return read


def _holds(whole: Period, part: Period) -> bool:
    """Say whether a period's words are some of another's: "الأسبوعين الأخيرين" of "الأسبوعين الأخيرين من أيار"."""
    inside = whole.first <= part.first and part.stop <= whole.stop
    return inside and (whole.stop - whole.first) > (part.stop - part.first)


def _and_this(document: Document, found: list[Period]) -> list[Period]:
    """Let the month before go on into this one: "خلال الشهر الماضي والجاري"."""
    words, on = document.words, document.published_on
    return [
        replace(one, stop=one.stop + 1, end=on)
        if one.start is not None and not one.since and not one.day
        and any(word.startswith("و") and spells(word[1:], "now") for word in words[one.stop : one.stop + 1])
        and spells(words[one.stop - 1], "past")
        else one
        for one in found
    ]  # fmt: skip


def _joined(document: Document, found: list[Period]) -> list[Period]:
    """Join "خلال أيار وحزيران" into one period."""
    joined: list[Period] = []
    for period in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.stop == period.first
            and document.words[period.first].startswith("و")
            and last.start is not None
            and period.end is not None
            and period.start is not None
            and not last.day
            and 0 <= (period.start - (last.end or last.start)).days <= 1
        ):
            joined[-1] = Period(
                first=last.first, stop=period.stop, start=last.start, end=period.end, since=last.since, firm=last.firm
            )
            continue
        joined.append(period)
    return joined
