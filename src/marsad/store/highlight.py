"""The words of a text that a query asked for, as offsets into the text as published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from marsad.model.span import Span
from marsad.store.query import Pattern, Query, Term
from marsad.store.words import words

__all__ = ["highlights", "holds"]

_REMEMBERED = 64


def highlights(query: Query, text: str) -> tuple[Span, ...]:
    """Return the stretches of a text that a query found, in order, each a whole word or words in a row.

    >>> from marsad.store.query import parse
    >>> highlights(parse("ادلب"), "قصف طال ريف إدلبَ وبإدلب")
    (Span(start=12, end=17), Span(start=18, end=24))
    """
    if not query.terms:
        return ()
    found = words(text)
    looked_for = _looked_for(query.terms)
    stretches = [(at, at) for at, word in enumerate(found.texts) if word in looked_for.single]
    stretches += [at for pattern in looked_for.others for at in _stretches(pattern, found.texts)]
    merged: list[tuple[int, int]] = []
    for first, last in sorted(set(stretches)):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return tuple(found.spans(merged))


@dataclass(frozen=True, slots=True)
class _LookedFor:
    """Single words that are marked, all forms together, and the patterns that are more than that."""

    single: frozenset[str]
    others: tuple[Pattern, ...]


@lru_cache(_REMEMBERED)
def _looked_for(terms: tuple[Term, ...]) -> _LookedFor:
    """Return what is looked for in every text of a page."""
    patterns = [pattern for term in terms for pattern in term.any_of]
    single = [pattern for pattern in patterns if len(pattern.slots) == 1 and not pattern.prefix]
    return _LookedFor(
        frozenset(form for pattern in single for form in pattern.slots[0]),
        tuple(pattern for pattern in patterns if pattern not in single),
    )


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
            core = min(first, key=len)  # most words hold none of the beginnings, and mostly all hold the shortest
            if all(core in form for form in first):
                return [(at, at) for at, word in enumerate(texts) if core in word and word.startswith(first)]
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
