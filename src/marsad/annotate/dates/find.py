"""The time expressions of a report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from marsad.annotate.dates.grammar import STARTERS, Phrase, read
from marsad.annotate.dates.meaning import Calendar
from marsad.annotate.dates.resolve import resolve
from marsad.annotate.dates.words import Words
from marsad.model.quantity import NumberMention
from marsad.model.report import Document
from marsad.model.when import DateMention

__all__ = ["find"]


def find(document: Document, *, numbers: tuple[NumberMention, ...] = ()) -> tuple[DateMention, ...]:
    """Return the time expressions of a report, resolved from its day of publication.

    "فجر الثلاثاء" in a report published on Wednesday 2024-03-20 is 2024-03-19, part of day dawn. Without a
    day of publication "أمس" has no start and no end, and `reason` says why; "3 آذار 2024" still has both.
    """
    words = Words(document, numbers)
    mentions: list[DateMention] = []
    stop = 0
    month: date | None = None
    for index in words.positions(STARTERS):
        if index < stop:
            continue
        phrase = read(words, index)
        if phrase is None:
            continue
        stop = phrase.stop
        mention = resolve(_with_month(phrase, month), document)
        mentions.append(mention)
        if mention.start is not None and mention.scope == "point":
            month = mention.start
    return tuple(mentions)


def _with_month(phrase: Phrase, month: date | None) -> Phrase:
    """Give "9 من الشهر نفسه" the month of the date told before it."""
    told = phrase.meaning
    if not isinstance(told, Calendar) or not told.same_month or month is None:
        return phrase
    return replace(phrase, meaning=replace(told, month=month.month, year=month.year, same_month=False))
