"""What a search sees of a text: folded words, the same for every database.

>>> search_text("وبإدلبَ قُتل ١٬٢٠٠ (Su-24)")
'وبادلب قتل 1200 su 24'
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

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
    """The words of a text as published: letters folded, Latin ones small and plain, numbers without commas.

    `numbers` says for each of them the how many-th it is of what looks like a word; some come to nothing.
    """

    texts: tuple[str, ...]
    folded: Folded
    numbers: Sequence[int]

    def spans(self, stretches: Sequence[tuple[int, int]]) -> list[Span]:
        """Return where words `first` to `last`, included, stand in the text as published; in the order of the text."""
        if not stretches:
            return []
        matches = list(islice(_WORD.finditer(self.folded.text), self.numbers[stretches[-1][1]] + 1))
        places = [
            (matches[self.numbers[first]].start(), matches[self.numbers[last]].end()) for first, last in stretches
        ]
        return [Span(start, end) for start, end in self.folded.source_spans(places)]


def words(text: str) -> Words:
    """Return the words of a text, at most LONGEST of them."""
    folded = fold_text(text)
    texts = [
        word[:_LONGEST_WORD] if "ء" <= word[0] <= "ي" else _plain(word)[:_LONGEST_WORD]
        for word in _WORD.findall(folded.text)
    ]
    numbers: Sequence[int] = range(len(texts))
    if "" in texts:
        numbers = [number for number, word in enumerate(texts) if word]
        texts = [word for word in texts if word]
    return Words(tuple(texts[:LONGEST]), folded, numbers)


def _plain(word: str) -> str:
    if word.isascii():
        return word.replace(",", "").lower()
    letters = unicodedata.normalize("NFKD", word.lower())
    return "".join(letter for letter in letters if letter.isalpha())


def search_text(text: str) -> str:
    """Return the words of a text, parted by spaces, at most LONGEST of them."""
    return " ".join(words(text).texts)
