"""Cues that are no listed words: "قد تشن" (forecast), "وكان ... قد" (an earlier act), "عام 2007" (history)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from marsad.lexicon.role_words import role_words

__all__ = ["cues"]

_PREFIXES = ("ي", "ت", "ن")
_REACH = 9


def cues(words: Sequence[str], first: int, stop: int, published_on: date | None) -> Iterator[tuple[int, int, str, str]]:
    """Yield (first word, stop, kind, rule) of the cues of one sentence that grammar, not a list, tells."""
    for index in range(first, stop):
        word = words[index]
        if word in role_words("already") and index + 1 < stop:
            if _is_imperfect(words[index + 1]):
                yield index, index + 2, "forecast", "qualifiers.qad-imperfect"
            else:
                was = _was_before(words, first, index)
                if was is not None:
                    yield was, index + 1, "pluperfect", "qualifiers.kana-qad"
        elif word[0] in "12" and len(word) == 4 and word.isdigit() and published_on is not None:
            near_year = index > first and words[index - 1] in role_words("before-year")
            if near_year and 1900 <= int(word) <= published_on.year - 2:
                yield index - 1, index + 1, "history", "qualifiers.year"


def _is_imperfect(word: str) -> bool:
    if len(word) < 3 or not word.startswith(_PREFIXES) or word in role_words("past-verb"):
        return False
    return not (word.startswith(("ت", "ن")) and word.endswith(("ت", "تا", "وا")))  # تداولت, نفذوا are past


def _was_before(words: Sequence[str], first: int, qad: int) -> int | None:
    """Return where كان stands before قد: "وكان الجيش قد قصف"."""
    was = role_words("was", "was-two")
    for index in range(qad - 1, max(first, qad - _REACH) - 1, -1):
        word = words[index]
        if word in was or (word[0] in "وف" and word[1:] in was):
            return index
    return None
