"""Common words in a row, as entries of PostgreSQL's index: a phrase of them is found without reading text vectors.

That index says which reports hold two words, not whether they stand side by side; of two that both stand in a tenth of
all reports, tens of thousands of vectors would be read to see. So two and three words of a list in a row are noted as
one entry: each word of the list is a letter that no text has, and "قوات سوريا الديمقراطية" is three of them. So are two
words of the list with a word such as من between them: "عناصر من قوات". A longer phrase holds several such rows, and
only vectors of reports that have all of them are read.

The lists change no coding, and so they lie here. `common_words.txt` has words that stand in two of a hundred reports of
Arabic news, or often in reports of armed conflict, names of first-level units and of types of events; no words that
nearly every report holds. Of these `words_between.txt` has some, which alone would make too many entries. Whoever
changes a list has the stores in PostgreSQL indexed anew, by a migration as 0019.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from marsad.arabic.affixes import stems, written

__all__ = ["common_words", "run_of", "runs", "runs_within", "words_between"]

_FIRST_LETTER = 0xE000  # of 6,400 for private use, which are no part of a word
_LONGEST = 3


@cache
def common_words() -> dict[str, str]:
    """Return the words of the list, folded as in a search, each with its letter."""
    return _lettered("common_words.txt", _FIRST_LETTER)


@cache
def words_between() -> dict[str, str]:
    """Return the words that stand between two of the list, each with its letter."""
    return _lettered("words_between.txt", _FIRST_LETTER + len(common_words()))


def _lettered(name: str, first: int) -> dict[str, str]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return {word: chr(letter) for letter, word in enumerate(text.split(), first)}


@cache
def _seconds_of_three() -> dict[str, str]:
    return common_words() | words_between()


@lru_cache(maxsize=100_000)
def _opening(word: str) -> tuple[str, ...]:
    """Return the letters of what a word may be behind proclitics, which stand before the first word of a phrase."""
    letters = common_words()
    return tuple(letters[stem] for stem in stems(word) if stem in letters and _is_written(word, stem))


def _is_written(word: str, stem: str) -> bool:
    return word == stem or word in written(stem, with_article=False)


def runs(words: Sequence[str]) -> set[str]:
    """Return the entries of a text of folded words."""
    lasts = list(map(common_words().get, words[1:]))
    of_two = {first + last for word, last in zip(words, lasts, strict=False) if last for first in _opening(word)}
    of_three = {
        first + second + last
        for word, second, last in zip(words, map(_seconds_of_three().get, words[1:]), lasts[1:], strict=False)
        if second and last
        for first in _opening(word)
    }
    return of_two | of_three


def run_of(slots: Sequence[Sequence[str]]) -> str | None:
    """Return the entry that stands for the words of a `Pattern` in a row, None where they have none."""
    if not 1 < len(slots) <= _LONGEST or any(len(forms) > 1 for forms in slots[1:]):
        return None
    first, *seconds, last = (forms[0] for forms in slots)
    letters = [common_words().get(first), *map(_seconds_of_three().get, seconds), common_words().get(last)]
    if None in letters or not all(_is_written(form, first) for form in slots[0]):
        return None
    return "".join(filter(None, letters))


def runs_within(slots: Sequence[Sequence[str]]) -> list[str]:
    """Return entries that every report has in which the words of a `Pattern` stand in a row: longest ones, in order."""
    found, reached = [], 0
    for at in range(len(slots)):
        for length in range(_LONGEST, 1, -1):
            run = run_of(slots[at : at + length]) if reached < at + length <= len(slots) else None
            if run is not None:
                found.append(run)
                reached = at + length
                break
    return found
