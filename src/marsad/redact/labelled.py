"""Names that the form of a text tells: behind a label ("اسم الأم: بسنة"), and beside names in one list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from marsad.redact.lastnames import parted_by_a_line
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import ends_a_name, is_common, listed, rank

__all__ = ["labelled", "reads_beside_names"]

_ENDS = re.compile(r"[\n،,؛;|(/]|\s[-–—]\s|$")
_BEFORE = re.compile(r"(?:^|[\n،؛;|])[^\w\n]*$")
_NAME_OF = frozenset(("اسم", "الاسم", "والاسم", "واسم"))
_WHOLE = frozenset(
    ("الكامل", "الحركي", "الثلاثي", "الرباعي", "المستعار", "الحقيقي", "والنسبه", "والكنيه", "واللقب", "والشهره")
)
_MOST_WORDS = 5
_INFLECTED = ("ي", "ت", "و", "بال", "لل", "است")
_PLACED = ("في", "من", "علي", "الي", "عن", "مع", "بين", "لم", "لا", "ما")


def labelled(tokens: Tokens) -> list[tuple[int, int]]:
    """Return first word and word after the last of what stands behind "الاسم:" and "اسم الأم:", whatever the words."""
    found: list[tuple[int, int]] = []
    for first in range(1, len(tokens.words)):
        if tokens.gaps[first].strip(" \t*") not in (":", ":-", "/", "=") or not _is_label(tokens, first):
            continue
        stop = _value(tokens, first)
        if stop is not None:
            found.append((first, stop))
    return found


def _is_label(tokens: Tokens, stop: int) -> bool:
    """Say whether the words before a colon say whose name follows, and begin a line or a part of one."""
    for first in range(stop - 1, max(stop - 4, -1), -1):
        if tokens.words[first] in _NAME_OF:
            more = range(first + 1, stop)
            named = all(tokens.words[at] in _WHOLE or tokens.has(at, "private", "honorific") for at in more)
            return named and _BEFORE.search(tokens.source, 0, tokens.document.starts[first]) is not None
        if not tokens.joined(first):
            return False
    return False


def _value(tokens: Tokens, first: int) -> int | None:
    """Return the word after a value: it ends with its line, before a comma, a bracket or a stroke."""
    end = _ENDS.search(tokens.source, tokens.document.starts[first])
    border = end.start() if end else len(tokens.source)
    stop = first
    if parted_by_a_line(tokens, first) is not None:
        end = _ENDS.search(tokens.source, tokens.document.starts[first + 1])
        border = end.start() if end else len(tokens.source)
    while stop < len(tokens.words) and tokens.document.ends[stop] <= border and not ends_a_name(tokens.words[stop]):
        stop += 1
    plain = tokens.words[first].isalpha() and tokens.words[first] not in _PLACED
    return stop if plain and 0 < stop - first <= _MOST_WORDS else None


def reads_beside_names(tokens: Tokens, inside: Sequence[int]) -> bool:
    """Say whether the words of an item may be a name since those beside it are: "تابان كودي", "نجوم يحيى حسن".

    Two words at the least, none a verb of saying or of fate, a preposition, a thing or a role.
    """
    if len(inside) < 2 or not all(_may_be_one(tokens, at) for at in inside):
        return False
    strange = [tokens.words[at] for at in inside if not rank(tokens.words[at]) and is_common(tokens.words[at])]
    given = any(rank(tokens.words[at]) == "given" for at in inside)
    return not strange or (given and len(strange) == 1 and not strange[0].startswith(_INFLECTED))


def _may_be_one(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    if not word.isalpha() or at in tokens.fates or word in _PLACED or word in listed("says") or tokens.is_adverb(at):
        return False
    if rank(word) == "given":
        return True
    return tokens.has(at, "private", "called", "home", "list", "thing", "post") is None and not ends_a_name(word)
