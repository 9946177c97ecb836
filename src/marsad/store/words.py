"""What a search sees of a text: folded words, the same for every database.

>>> search_text("وبإدلبَ قُتل ١٬٢٠٠ (Su-24)")
'وبادلب قتل 1200 su 24'
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from marsad.arabic.letters import LETTER
from marsad.model.span import Span
from marsad.normalise import Folded, fold_text

__all__ = ["LONGEST", "SEARCH_VERSION", "Words", "search_text", "words"]

SEARCH_VERSION = "1"
"""Raised when a text gives other words than before: stores then index themselves anew."""

LONGEST = 16_000
"""Words of a report that can be searched: a PostgreSQL text vector counts positions no further."""

_WORD = re.compile(f"[{LETTER}]+|[0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])|[0-9]+|[^\\W\\d_{LETTER}]+")
_LONGEST_WORD = 64


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text as published: letters folded, Latin ones small and plain, numbers without commas."""

    texts: tuple[str, ...]
    folded: Folded
    places: tuple[tuple[int, int], ...]

    def spans(self, stretches: Sequence[tuple[int, int]]) -> list[Span]:
        """Return where words `first` to `last`, included, stand in the text as published; in the order of the text."""
        places = [(self.places[first][0], self.places[last][1]) for first, last in stretches]
        return [Span(start, end) for start, end in self.folded.source_spans(places)]


def words(text: str) -> Words:
    """Return the words of a text, at most LONGEST of them."""
    folded = fold_text(text)
    texts: list[str] = []
    places: list[tuple[int, int]] = []
    for match in _WORD.finditer(folded.text):
        word = match.group()
        if not "ء" <= word[0] <= "ي":
            word = _plain(word)
        if word:
            texts.append(word[:_LONGEST_WORD])
            places.append(match.span())
            if len(texts) == LONGEST:
                break
    return Words(tuple(texts), folded, tuple(places))


def _plain(word: str) -> str:
    if word.isascii():
        return word.replace(",", "").lower()
    letters = unicodedata.normalize("NFKD", word.lower())
    return "".join(letter for letter in letters if letter.isalpha())


def search_text(text: str) -> str:
    """Return the words of a text, parted by spaces, at most LONGEST of them."""
    return " ".join(words(text).texts)
