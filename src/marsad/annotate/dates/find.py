"""The time expressions of a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from marsad.annotate.dates.amounts import merged
from marsad.annotate.dates.grammar import STARTERS, Phrase, read
from marsad.annotate.dates.meaning import Anaphor, Calendar, Time
from marsad.annotate.dates.resolve import resolve
from marsad.annotate.dates.words import Words, date_words
from marsad.model.quantity import NumberMention
from marsad.model.report import Document
from marsad.model.when import DateMention, DatePrecision

__all__ = ["find"]

_DAYS = {"second": 0.0, "minute": 0.0, "hour": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0}
"""Days in the units that a day is counted from another in."""

_RANK = 3
"""Words within which a rank stands before "منذ"."""


def find(
    document: Document, *, numbers: tuple[NumberMention, ...] = (), ranks: bool = False
) -> tuple[DateMention, ...]:
    """Return the time expressions of a report, resolved from its day of publication.

    "فجر الثلاثاء" in a report published on Wednesday 2024-03-20 is 2024-03-19, part of day dawn. Without a
    day of publication "أمس" has no start and no end, and `reason` says why; "3 آذار 2024" still has both.
    Times since which an act is but the Nth or heaviest ("للمرة السابعة منذ بداية العام") are told with `ranks` only.
    """
    words = Words(document, numbers)
    mentions: list[DateMention] = []
    stop = 0
    anchor: date | None = None
    for index in words.positions(STARTERS):
        if index < stop:
            continue
        phrase = read(words, index)
        if phrase is None:
            continue
        before, stop = stop, phrase.stop
        if not ranks and _only_ranks(document.words, phrase, numbers, before):
            continue
        mention = resolve(_with_month(phrase, anchor), document)
        told = phrase.meaning.day if isinstance(phrase.meaning, Time) else phrase.meaning
        if isinstance(told, Anaphor) and anchor is not None:
            mention = _counted_from(mention, told, anchor, document.published_on)
        mentions.append(mention)
        if mention.start is not None and mention.scope == "point":
            anchor = mention.start
    return tuple(mentions)


def _only_ranks(words: tuple[str, ...], phrase: Phrase, numbers: Sequence[NumberMention], floor: int) -> bool:
    """Say whether a time only ranks the act: "للمرة الأولى منذ أربعة أيام", "الأعنف منذ أشهر", "الثانية خلال أسبوع".

    An ordinal before word `floor` belongs to the time before: "الساعة الثانية خلال الأسبوع الماضي".
    """
    spans = date_words("within-of-rank")
    within = phrase.first - (words[phrase.first] not in spans)
    if words[within] in spans:
        return any(
            each.kind == "ordinal" and each.first >= floor and within - 1 <= each.stop <= within for each in numbers
        )
    if words[phrase.first] not in date_words("since-of-rank"):
        return False
    before = words[max(0, phrase.first - _RANK) : phrase.first]
    return any(word.removeprefix("و") in date_words("rank") for word in before)


def _counted_from(mention: DateMention, told: Anaphor, anchor: date, on: date | None) -> DateMention:
    """Count "بعد يومين", "اليوم ذاته" from the day told last; not past publication."""
    count, unit = merged(told.amount)
    if unit not in _DAYS:
        return mention
    if count is None:
        near, far = (0, 0) if _DAYS[unit] < 1 else (1, 6)
    else:
        near = far = round(min(count * _DAYS[unit], 10_000))
    days = sorted(anchor + timedelta(told.sign * away) for away in (near, far))
    start, end = (min(day, on) if on is not None else day for day in days)
    precision = DatePrecision.DAY if near == far else DatePrecision.WEEK
    return replace(mention, start=start, end=end, precision=precision, reason=None)


def _with_month(phrase: Phrase, month: date | None) -> Phrase:
    """Give "9 من الشهر نفسه" the month of the date told before it."""
    told = phrase.meaning
    if not isinstance(told, Calendar) or not told.same_month or month is None:
        return phrase
    return replace(phrase, meaning=replace(told, month=month.month, year=month.year, same_month=False))
