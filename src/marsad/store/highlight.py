"""The words of a text that a query asked for, as offsets into the text as published."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.model.span import Span
from marsad.store.query import Pattern, Query
from marsad.store.words import LONGEST, Word, words

__all__ = ["highlights", "holds"]


def highlights(query: Query, text: str) -> tuple[Span, ...]:
    """Return the stretches of a text that a query found, in order, each a whole word or words in a row.

    >>> from marsad.store.query import parse
    >>> highlights(parse("ادلب"), "قصف طال ريف إدلبَ وبإدلب")
    (Span(start=12, end=17), Span(start=18, end=24))
    """
    found = _words(text)
    spans = [span for term in query.terms for pattern in term.any_of for span in _spans(pattern, found)]
    merged: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not merged or span.start >= merged[-1].end:
            merged.append(span)
        elif span.end > merged[-1].end:
            merged[-1] = Span(merged[-1].start, span.end)
    return tuple(merged)


def holds(query: Query, text: str) -> bool:
    """Say whether a text is what a query asks for: what every database must answer for it, too."""
    found = _words(text)
    wanted = all(any(_spans(pattern, found) for pattern in term.any_of) for term in query.terms)
    return wanted and not any(_spans(pattern, found) for term in query.excluded for pattern in term.any_of)


def _words(text: str) -> list[Word]:
    return [word for word, _ in zip(words(text), range(LONGEST), strict=False)]


def _spans(pattern: Pattern, found: Sequence[Word]) -> list[Span]:
    first = frozenset(pattern.slots[0])
    size = len(pattern.slots)
    spans: list[Span] = []
    for at, word in enumerate(found[: len(found) - size + 1]):
        if size == 1:
            here = word.text.startswith(pattern.slots[0]) if pattern.prefix else word.text in first
        else:
            here = word.text in first and _goes_on(pattern, found[at + 1 : at + size])
        if here:
            spans.append(Span(word.start, found[at + size - 1].end))
    return spans


def _goes_on(pattern: Pattern, after: Sequence[Word]) -> bool:
    *inner, last = zip(pattern.slots[1:], after, strict=True)
    fits = last[1].text.startswith(last[0][0]) if pattern.prefix else last[1].text == last[0][0]
    return fits and all(word.text == forms[0] for forms, word in inner)
