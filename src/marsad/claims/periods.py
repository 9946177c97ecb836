"""Periods that a claim may count in: the dates of the report, read as the claim means them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from marsad.arabic.letters import fold
from marsad.claims.lengths import ends_of, lengths, units_current, units_past
from marsad.claims.lists import says, says_any, spells, spells_any
from marsad.claims.onsets import dated_before
from marsad.claims.spans import Period, before, begun, lone_years, parts_of_years, periods_before, spans, within_month
from marsad.claims.starts import (
    LONGEST_START,
    since_happening,
    since_spoken,
    since_that_day,
    since_those_began,
    since_turn,
)
from marsad.claims.told_again import issued, repeated
from marsad.claims.units import unit_of
from marsad.claims.words import Cues
from marsad.lexicon.load import entries
from marsad.model.quantity import NumberMention
from marsad.model.report import Document
from marsad.model.when import DateMention

__all__ = ["Period", "find_periods"]

_LAPSE = re.compile(r"PT?(\d+)([HDWMY])$")
_BRIEF = re.compile(r"PT[\dX]+[MS]$")
_VAGUE = re.compile(r"PT?X|PAST_REF|PRESENT_REF|FUTURE_REF")
_MONTHS = 12
_HALF, _LONGEST_LAPSE = 15, 300
_A_DAY, _SUM_REACH = 24, 9
_RECENT, _MONTH, _WEEK = 400, 27, 7
"""Days since a month or year within which "في آذار" tells the period of a tally, and days that it has at least."""
_TO_COLON = 4
_APART = frozenset(("بعد", "قبل"))
"""Openers of a day counted from another: "بعد ساعات من" is no period."""
_IN = frozenset(("في", "وفي", "من"))


def find_periods(
    document: Document, dates: tuple[DateMention, ...], cues: Cues, numbers: tuple[NumberMention, ...]
) -> tuple[Period, ...]:
    """Return the periods of a document by position; what lies after publication, or is a habit, is none."""
    found = [*since_spoken(document, dates), *spans(document, dates, numbers)]
    taken = {at for one in found for at in range(one.first, one.stop)}
    for cue in cues["since"]:
        if cue.first in taken or spells_any(document.words[cue.stop : cue.stop + 1], "today"):
            continue
        if not any(told.first <= cue.first < told.stop for told in dates):
            started = (
                since_turn(document, cue, numbers)
                or since_that_day(document, cue, dates, numbers)
                or since_those_began(document, cue, dates)
                or since_happening(document, cue, dates)
            )
            taken.update(range(started.first, started.stop))
            found.append(started)
    for told in dates:
        if told.first in taken:
            continue
        period = _period(document, told, cues, numbers)
        if period is not None:
            found.append(period)
    found = _months_told_in_days(found)
    found = _until(document, found)
    found += begun(document, dates, found)
    found = dated_before(document, _begun_apart(document, found), dates)
    found += parts_of_years(document, found, numbers)
    found += within_month(document, numbers)
    found += lone_years(document, found, numbers)
    found += lengths(document, found, dates, numbers)
    found += units_past(document, found)
    found += units_current(document, found, numbers)
    found = [one for one in found if not any(_holds(other, one) for other in found)]
    found.sort(key=lambda period: period.first)
    found = issued(document, found, dates)
    found = repeated(document, _joined(document, found), cues)
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
        if period.day and not period.since and last is not None and period.first - last.stop == 1:
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


def _period(document: Document, told: DateMention, cues: Cues, numbers: tuple[NumberMention, ...]) -> Period | None:
    on, words = document.published_on, document.words
    if told.scope == "repeated" or (words[told.first] == "باب" and "آ" not in document.quote(told.first, told.stop)):
        return None  # "في باب الهدم" is no August
    if words[told.first - 1] == "من" and "اليوم" in words[max(told.first - 4, 0) : told.first - 1]:
        return None  # "وبنفس اليوم من عام 2017"
    if words[told.stop - 2 : told.stop] == ("شهر", "واحد"):
        return None  # "في شهر واحد" is no January
    if words[told.first].removeprefix("و") in _APART and not _after_act(document, told, cues):
        return None
    during = _is_during(document, told, cues)
    lapse = _LAPSE.match(told.timex_value)
    if _BRIEF.match(told.timex_value):
        return None  # "غارة سبقتها بدقائق", "بعدها بخمس دقائق"
    if _VAGUE.match(told.timex_value):
        if told.scope == "duration" and (not during or "ساعات" in words[told.first : told.stop]):
            return None
        return Period(first=told.first, stop=told.stop, start=None, end=None, since=told.scope == "since", firm=True)
    if lapse is not None and on is not None and lapse[2] == "M" and _ends_year(words, told):
        opens = date(on.year, max(_MONTHS + 1 - int(lapse[1]), 1), 1)
        return Period(first=told.first, stop=told.stop + 2, start=opens, end=on, firm=True) if opens <= on else None
    if lapse is not None:
        if told.scope == "duration" and not during and not _is_in(document, told):
            return None
        if on is None or not 0 < int(lapse[1]) < _LONGEST_LAPSE or (lapse[2] == "H" and int(lapse[1]) < _A_DAY):
            return None
        if told.start is not None and told.start >= on and told.end != on:
            return None
        return Period(first=told.first, stop=told.stop, start=before(on, int(lapse[1]), lapse[2]), end=on, firm=True)
    months = ends_of(document, told, numbers)
    if months is not None:
        return months
    start, end = told.start, told.end
    if (
        on is not None
        and start is not None
        and start > on
        and told.scope == "since"
        and words[told.stop - 1] == "الشهر"
    ):
        start = before(start, 1, "M")  # "منذ منتصف الشهر", told on the second of the next
    if on is not None and start is not None and end is not None and start > on and _is_part_of_year(words, told):
        start, end = before(start, 1, "Y"), before(end, 1, "Y")  # "الربع الأخير من العام", told as the next begins
    if start is None or end is None or (on is not None and start > on):
        return None
    counts = words[told.first][0].isdigit() or any(one.first == told.first for one in numbers)
    if start == end and words[told.first + 1 : told.first + 2] == ("في",) and counts:
        end = start.replace(day=monthrange(start.year, start.month)[1])  # "مقابل 12 في شباط": 12 is no day
        return Period(first=told.first + 1, stop=told.stop, start=start.replace(day=1), end=end, firm=True)
    if told.scope == "since" and start == on:
        return Period(first=told.first, stop=told.stop, start=start, end=on, day=True)  # "منذ الصباح"
    halved = spells_any(words[told.first : told.first + 2], "middle") and says_any(
        words[told.first : told.stop], "year-told"
    )
    if told.scope == "since" and halved:
        start = date(start.year, 7, 1)  # "منذ منتصف العام الماضي"
    if told.scope == "since" or (on is not None and _after_act(document, told, cues)):
        return Period(first=told.first, stop=told.stop, start=start, end=on or end, since=True, firm=True)
    if _is_edge(words[told.first]):
        return _from_edge(document, told)
    if says(words[told.first], "half") and "الاول" in words[told.first : told.stop] and _in_month(told):
        end = start.replace(day=_HALF)
    elif told.timex_value.count("-") <= 1 and _is_part(words[told.first]):
        start, end = start.replace(day=1), _whole_months(end)
    if on is not None:
        end = min(end, on)
    if told.start == told.end or (
        not during and (end - start).days == 1 and not any(map(unit_of, words[told.first : told.stop]))
    ):
        return Period(first=told.first, stop=told.stop, start=start, end=end, day=True, firm=during and start < end)
    inside = words[told.first : told.stop]
    placed = (told.first > 0 and words[told.first - 1] in _IN) or words[told.first].startswith("ب")
    recent = on is not None and (on - end).days <= _RECENT and (end - start).days >= _MONTH
    recent = recent or (start.day == 1 and end == on and (end - start).days >= _WEEK)
    firm = (
        during
        or says_any(inside, "this")
        or spells(words[told.first], "for-month")
        or (recent and _is_subject(words, told.first, told.stop))
        or (placed and (recent or spells_any(inside, "past")))
        or (spells_any(inside, "past") and _opens_apart(document, told))
        or (recent and _opens_bulletin(document, told))
        or (recent and told.first > 0 and words[told.first - 1] == "اما")  # "أما كانون الأول فشهد"
        or (recent and told.first > 0 and says(words[told.first - 1], "publication"))  # "حصيلة أيار في درعا"
    )
    return Period(first=told.first, stop=told.stop, start=start, end=end, firm=firm)


def _ends_year(words: tuple[str, ...], told: DateMention) -> bool:
    """Say whether months are the last of the year: "خلال الأشهر الثلاثة الأخيرة من العام"."""
    behind = words[told.stop : told.stop + 2]
    return (
        spells(words[told.stop - 1], "last-of") and behind[:1] == ("من",) and spells("".join(behind[1:]), "year-told")
    )


def _opens_bulletin(document: Document, told: DateMention) -> bool:
    """Say whether a month opens a sentence before a colon: "آذار في درعا: 18 قتيلاً"."""
    sentence = next(one for one in document.sentences if one.first <= told.first < one.stop)
    behind = range(told.stop, min(told.stop + _TO_COLON, sentence.stop))
    return told.first == sentence.first and any(":" in document.gap(at) for at in behind)


def _opens_apart(document: Document, told: DateMention) -> bool:
    """Say whether a past week or month opens a sentence before a comma: "والأسبوع الماضي، قتل 55"."""
    opens = any(one.first == told.first for one in document.sentences)
    return opens and told.stop < len(document.words) and "،" in document.gap(told.stop)


def _is_during(document: Document, told: DateMention, cues: Cues) -> bool:
    """Say whether "خلال", "طوال" or the like stands in the expression or up to two words before it."""
    words = document.words
    if words[told.first].lstrip("وف") == "خلال":
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
    if behind == "وحده" or spells(behind, "had"):
        return True  # "تموز كان الأعنف", "آب وحده حمل"
    if not first:
        return False
    return _had(words[first - 1]) or (words[first - 1] == "شهر" and first > 1 and _had(words[first - 2]))


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
    return near and (before[-1] in ("في", "وفي") or says_any(before, "period-toll"))


def _after_act(document: Document, told: DateMention, cues: Cues) -> bool:
    """Say whether a sum runs on from a day: "حصيلة الاعتقالات بعد السابع من أكتوبر"."""
    words = document.words
    after = next((at for at in (told.first, told.first - 1, told.first - 2) if at > 0 and words[at] == "بعد"), None)
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
    if told.first == 0 or document.words[told.first - 1] not in ("من", "ومن"):
        return None
    on = document.published_on
    return Period(first=told.first - 1, stop=told.stop, start=told.start, end=on, since=True, firm=True)


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
