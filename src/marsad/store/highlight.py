"""The words of a text that a query asked for, as offsets into the text as published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from marsad.arabic.letters import LETTER
from marsad.model.span import Span
from marsad.normalise import fold_text
from marsad.store.query import Pattern, Query, Term
from marsad.store.words import LONGEST, words

__all__ = ["highlights", "holds"]

_REMEMBERED = 64
_LETTERS = re.compile(f"[{LETTER}]*")
_ONLY_LETTERS = re.compile(f"[{LETTER}]{{1,63}}")
_LETTER = frozenset(chr(point) for point in range(0x600, 0x700) if _ONLY_LETTERS.fullmatch(chr(point)))


def highlights(query: Query, text: str) -> tuple[Span, ...]:
    """Return the stretches of a text that a query found, in order, each a whole word or words in a row.

    >>> from marsad.store.query import parse
    >>> highlights(parse("ادلب"), "قصف طال ريف إدلبَ وبإدلب")
    (Span(start=12, end=17), Span(start=18, end=24))
    """
    if not query.terms:
        return ()
    sought = _sought(query.terms)
    if sought is not None and len(text) < LONGEST:
        folded = fold_text(text)
        return tuple(Span(*at) for at in folded.source_spans(sorted(set(_runs(sought, folded.text)))))
    found = words(text)
    stretches = [at for term in query.terms for pattern in term.any_of for at in _stretches(pattern, found.texts)]
    merged: list[tuple[int, int]] = []
    for first, last in sorted(set(stretches)):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return tuple(found.spans(merged))


@dataclass(frozen=True, slots=True)
class _Sought:
    """The forms of one Arabic word, all of which hold its `core`; `begin` are those that may go on."""

    core: str
    forms: frozenset[str]
    begin: tuple[str, ...]


@lru_cache(_REMEMBERED)
def _sought(terms: tuple[Term, ...]) -> tuple[_Sought, ...] | None:
    """Return what is looked for in every text of a page; None where it is more than single Arabic words."""
    found = []
    for pattern in (pattern for term in terms for pattern in term.any_of):
        forms = pattern.slots[0]
        core = min(forms, key=len)
        if len(pattern.slots) > 1 or not all(core in form and _ONLY_LETTERS.fullmatch(form) for form in forms):
            return None
        found.append(_Sought(core, frozenset(() if pattern.prefix else forms), forms if pattern.prefix else ()))
    return tuple(found)


def _runs(sought: Sequence[_Sought], folded: str) -> Iterator[tuple[int, int]]:
    """Yield where words stand in a folded text: what holds none of the cores is not parted into words."""
    for one in sought:
        at = folded.find(one.core)
        while at >= 0:
            start = at
            while start and folded[start - 1] in _LETTER:
                start -= 1
            letters = _LETTERS.match(folded, at)
            end = letters.end() if letters else at
            word = folded[start:end]
            if word in one.forms or (one.begin and word.startswith(one.begin)):
                yield start, end
            at = folded.find(one.core, end)


def holds(query: Query, text: str) -> bool:
    """Say whether a text is what a query asks for: what every database must answer for it, too."""
    texts = words(text).texts
    wanted = all(any(_stretches(pattern, texts) for pattern in term.any_of) for term in query.terms)
    return wanted and not any(_stretches(pattern, texts) for term in query.excluded for pattern in term.any_of)


def _stretches(pattern: Pattern, texts: Sequence[str]) -> list[tuple[int, int]]:
    """Return the first and last word, included, of each place where a pattern stands."""
    first, *others = pattern.slots
    if not others:
        if pattern.prefix:
            return [(at, at) for at, word in enumerate(texts) if word.startswith(first)]
        forms = frozenset(first)
        return [(at, at) for at, word in enumerate(texts) if word in forms]
    forms, size = frozenset(first), len(others)
    return [
        (at, at + size)
        for at, word in enumerate(texts[:-size])
        if word in forms and _goes_on(others, texts[at + 1 : at + 1 + size], prefix=pattern.prefix)
    ]


def _goes_on(slots: Sequence[tuple[str, ...]], texts: Sequence[str], *, prefix: bool) -> bool:
    *inner, (last, word) = zip(slots, texts, strict=True)
    return (word.startswith(last) if prefix else word in last) and all(word in forms for forms, word in inner)
