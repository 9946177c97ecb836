"""The time expressions of a report."""

from __future__ import annotations

from marsad.annotate.dates.grammar import STARTERS, read
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
    for index in words.positions(STARTERS):
        if index < stop:
            continue
        phrase = read(words, index)
        if phrase is None:
            continue
        stop = phrase.stop
        mentions.append(resolve(phrase, document))
    return tuple(mentions)
