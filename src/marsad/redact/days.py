"""Days told in words, of a record whose time may be told by its month or year only."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.annotate import dates
from marsad.model.report import Document

__all__ = ["days_told"]

_FEWEST = {"day": 0, "month": 28, "year": 365}
"""Days that a time must be long to be told."""


def days_told(document: Document, grain: str) -> Iterator[tuple[int, int]]:
    """Yield the code points of times that are shorter than a grain: "فجر الثلاثاء 7 أيار", of a month also "أمس".

    How long something took, and how often, is no time: "لثلاثة أيام", "كل يوم".
    """
    for mention in dates.find(document):
        if mention.scope in ("duration", "repeated"):
            continue
        length = (mention.end - mention.start).days + 1 if mention.end and mention.start else 0
        if length < _FEWEST[grain]:
            yield mention.span.start, mention.span.end
