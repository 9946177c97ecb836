"""Common words in a row, as entries of PostgreSQL's index: a phrase of them is found without reading text vectors.

That index says which reports hold two words, not whether they stand side by side; of two that both stand in a tenth of
all reports, tens of thousands of vectors would be read to see. So two and three words of a list in a row are noted as
one entry: each word of the list is a letter that no text has, and "قوات سوريا الديمقراطية" is three of them.

The list, `common_words.txt`, changes no coding, and so it lies here: words that stand in two of a hundred reports of
Arabic news, or often in reports of armed conflict, names of first-level units and of types of events; no words that
nearly every report holds. Whoever changes it has to raise `SEARCH_VERSION`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from marsad.arabic.affixes import stems, written

__all__ = ["common_words", "run_of", "runs"]

_FIRST_LETTER = 0xE000  # of 6,400 for private use, which are no part of a word
_LONGEST = 3


@cache
def common_words() -> dict[str, str]:
    """Return the words of the list, folded as in a search, each with its letter."""
    text = Path(__file__).with_name("common_words.txt").read_text(encoding="utf-8")
    return {word: chr(letter) for letter, word in enumerate(text.split(), _FIRST_LETTER)}


@lru_cache(maxsize=100_000)
def _opening(word: str) -> tuple[str, ...]:
    """Return the letters of what a word may be behind proclitics, which stand before the first word of a phrase."""
    letters = common_words()
    return tuple(letters[stem] for stem in stems(word) if stem in letters and _is_written(word, stem))


def _is_written(word: str, stem: str) -> bool:
    return word == stem or word in written(stem, with_article=False)


def runs(words: Sequence[str]) -> set[str]:
    """Return the entries of a text of folded words."""
    seconds = list(map(common_words().get, words[1:]))
    of_two = {
        first + second for word, second in zip(words, seconds, strict=False) if second for first in _opening(word)
    }
    of_three = {
        first + second + third
        for word, second, third in zip(words, seconds, seconds[1:], strict=False)
        if second and third
        for first in _opening(word)
    }
    return of_two | of_three


def run_of(slots: Sequence[Sequence[str]]) -> str | None:
    """Return the entry that stands for the words of a `Pattern` in a row, None where they have none."""
    if not 1 < len(slots) <= _LONGEST or any(len(forms) > 1 for forms in slots[1:]):
        return None
    letters = [common_words().get(forms[0]) for forms in slots]
    if None in letters or not all(_is_written(form, slots[0][0]) for form in slots[0]):
        return None
    return "".join(filter(None, letters))
