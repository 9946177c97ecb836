"""What a search sees of a text: folded words, the same for every database.

>>> search_text("وبإدلبَ قُتل ١٬٢٠٠ (Su-24)")
'وبادلب قتل 1200 su 24'
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from marsad.arabic.letters import LETTER
from marsad.normalise import fold_text

__all__ = ["LONGEST", "SEARCH_VERSION", "Word", "search_text", "words"]

SEARCH_VERSION = "1"
"""Raised when a text gives other words than before: stores then index themselves anew."""

LONGEST = 16_000
"""Words of a report that can be searched: a PostgreSQL text vector counts positions no further."""

_WORD = re.compile(f"[{LETTER}]+|[0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])|[0-9]+|[^\\W\\d_{LETTER}]+")
_LONGEST_WORD = 64


class Word(NamedTuple):
    """A folded word and where it stands in the text as published."""

    text: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text as published: letters folded, Latin ones small and plain, numbers without commas."""
    folded = fold_text(text)
    found = [(match.group(), match.span()) for match in _WORD.finditer(folded.text)]
    spans = folded.source_spans([span for _, span in found])
    for (word, _), (start, end) in zip(found, spans, strict=True):
        plain = _plain(word)
        if plain:
            yield Word(plain[:_LONGEST_WORD], start, end)


def _plain(word: str) -> str:
    if word.isascii():
        return word.replace(",", "").lower()
    if "ء" <= word[0] <= "ي":
        return word
    letters = unicodedata.normalize("NFKD", word.lower())
    return "".join(letter for letter in letters if letter.isalpha())


def search_text(text: str) -> str:
    """Return the words of a text, parted by spaces, at most LONGEST of them."""
    return " ".join([word.text for word, _ in zip(words(text), range(LONGEST), strict=False)])
