"""Names that the form of a text tells: behind a label ("اسم الأم: بسنة"), and beside names in one list."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from marsad.redact.lastnames import parted_by_a_line
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import ends_a_name, is_common, listed, rank

__all__ = ["labelled", "reads_beside_names", "signature", "speakers"]

_ENDS = re.compile(r"[\n،,؛;|(/]|\s[-–—]\s|$")
_BEFORE = re.compile(r"(?:^|[\n،؛;|])[^\w\n]*$")
_MOST_WORDS = 5
_FEWEST_WORDS = 8
_INFLECTED = ("ي", "ت", "و", "بال", "لل", "است")
_SPEAKS = re.compile(r"^[^\w\n]*((?:[^\W\d_]+[ .]{1,2}){0,3}[^\W\d_]+)\.?[ ]?:[ ]\S", re.MULTILINE)
_FEWEST_TURNS = 3
_SIGNED = re.compile(r"[–—―-]\s*((?:[^\W\d_]+ ){0,3}[^\W\d_]+)[\s.]*$")


@cache
def _before_no_name() -> frozenset[str]:
    return listed("preposition") | listed("not")


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


def speakers(tokens: Tokens) -> dict[int, int]:
    """Return first word to word after the last of whoever speaks or comments, line by line: "ريمي ن: مين هاد؟"."""
    turns = [match.span(1) for match in _SPEAKS.finditer(tokens.source)]
    if len(turns) < _FEWEST_TURNS:
        return {}
    found = dict(_words_in(tokens, start, end) for start, end in turns)
    said = [tokens.words[first:stop] for first, stop in found.items()]
    return {
        first: stop
        for first, stop in found.items()
        if stop - first > 0 and _is_somebody(tokens, first, stop, often=said.count(tokens.words[first:stop]) > 1)
    }


def _is_somebody(tokens: Tokens, first: int, stop: int, *, often: bool) -> bool:
    """Say whether a label of a turn may be a name: no role, no thing; a given name opens it, or it comes again."""
    if any(tokens.has(at, "private", "list", "thing", "title", "called", "home") for at in range(first, stop)):
        return False
    if tokens.written(first).isascii():
        return stop - first > 1 or often
    said = rank(tokens.words[first])
    return (
        said == "given" or (said in ("word", "foreign") and stop - first > 1) or (often and said in ("word", "unknown"))
    )


def signature(tokens: Tokens) -> dict[int, int]:
    """Return the words with which a text ends behind a dash, when they open with a name: "للتواصل ... – هلا"."""
    match = _SIGNED.search(tokens.source)
    if match is None or len(tokens.words) < _FEWEST_WORDS:
        return {}
    first, stop = _words_in(tokens, *match.span(1))
    named = first < stop and rank(tokens.words[first]) in ("given", "word")
    plain = all(rank(tokens.words[at]) and tokens.has(at, "thing", "title") is None for at in range(first, stop))
    return {first: stop} if named and plain else {}


def _words_in(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    starts = tokens.document.starts
    return bisect_left(starts, start), bisect_left(starts, end)


def _is_label(tokens: Tokens, stop: int) -> bool:
    """Say whether the words before a colon say whose name follows, and begin a line or a part of one."""
    for first in range(stop - 1, max(stop - 4, -1), -1):
        if tokens.words[first].removeprefix("و") in listed("name-of"):
            more = range(first + 1, stop)
            named = all(
                tokens.words[at] in listed("name-kind") or tokens.has(at, "private", "honorific") for at in more
            )
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
    plain = tokens.words[first].isalpha() and tokens.words[first] not in _before_no_name()
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
    if (
        not word.isalpha()
        or at in tokens.fates
        or word in _before_no_name()
        or word in listed("says")
        or tokens.is_adverb(at)
    ):
        return False
    if rank(word) == "given":
        return True
    return tokens.has(at, "private", "called", "home", "list", "thing", "post") is None and not ends_a_name(word)
