"""Where words that somebody quotes from a report stand in it."""

from __future__ import annotations

import re
from functools import lru_cache

from marsad.model.report import Document, Report
from marsad.model.span import Span
from marsad.pipeline import prepare

__all__ = ["find_words"]

_LONGEST = 5
"""One letter more than can be written onto a word."""
_CLITICS = re.compile(r"(?:[وف]?[بلك]?|[وف]?(?:[بك]?ال|لل))\Z")
"""What of a word a quotation may leave out in front: "قسد" of "وبقسد", "حسكة" of "بالحسكة"."""


def find_words(document: Document, quote: str, near: int = 0) -> Span | None:
    """Return where a quotation stands in a report, the place nearest to code point `near`; None where it does not.

    Letter for letter, or as folded words: "قتل عنصران" is found in "قُتِل عنصران". It ends where a word ends, and
    begins at one or behind what is written onto it.
    """
    quote = quote.strip()
    if not re.search(r"\w", quote):
        return None
    exact = [
        Span(found.start(), found.end())
        for found in re.finditer(re.escape(quote), document.source_text)
        if _is_whole(document.source_text, found.start(), found.end())
    ]
    found = exact or _folded(document, quote)
    return min(found, key=lambda span: abs(span.start - near), default=None)


def _is_whole(text: str, start: int, end: int) -> bool:
    if re.match(r"\w", text[end : end + 1]) and re.match(r"\w", text[end - 1]):
        return False
    left_out = re.search(r"\w*\Z", text[max(0, start - _LONGEST) : start])
    return left_out is None or _CLITICS.fullmatch(left_out[0]) is not None


def _folded(document: Document, quote: str) -> list[Span]:
    told = _words(quote)
    words, length = document.words, len(told)
    return [
        document.span(first, first + length)
        for first in range(len(words) - length + 1)
        if length and words[first : first + length] == told
    ]


@lru_cache(maxsize=1_000)
def _words(quote: str) -> tuple[str, ...]:
    return prepare(Report(report_id="", text=quote)).words
