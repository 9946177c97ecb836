"""Which outlets a report names as where it has its words from: "نقلاً عن شبكة نبض الفرات".

An outlet's own name is known from the reports; a name is looked for in the body, beside a word of reporting,
and in the lines of credit around it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from marsad.copies.words import CopyText, key_words, plain_word
from marsad.lexicon.role_words import forms_of
from marsad.normalise import fold_text

__all__ = ["OutletName", "credited", "is_medium", "line_names", "named_media", "outlet_name", "outlet_words"]

_NEAR = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletName:
    """The plain words of an outlet's name, and those that tell it from others ("شبكة الساحل للأنباء": ساحل)."""

    whole: tuple[str, ...]
    own: tuple[str, ...]


@cache
def outlet_words(*roles: str) -> frozenset[str]:
    """Return listed words as they stand in a text: "وكاله" comes out as كاله, and with a و before it as itself."""
    words = forms_of("speakers", *roles)
    return words.union(map(plain_word, words))


def _kinds() -> frozenset[str]:
    return outlet_words("medium", "outlet-kind")


def outlet_name(outlet: str | None) -> OutletName | None:
    """Return the words of an outlet's name; None when it has none.

    >>> outlet_name("شبكة الساحل للأنباء")
    OutletName(whole=('شبكه', 'ساحل', 'للانباء'), own=('ساحل',))
    """
    return _name(key_words(fold_text(outlet or "").text))


def is_medium(word: str) -> bool:
    """Say whether a folded word is a kind of outlet: "وكاله", "شبكه"."""
    return plain_word(word) in _kinds()


def line_names(text: CopyText) -> tuple[OutletName, ...]:
    """Return the outlets of the lines of credit, one a line: "المصدر: أخبار الرقة اليوم"."""
    found, openers = [], forms_of("speakers", "credit-opener")
    for line in text.credits:
        first = next((index for index, word in enumerate(line) if word not in openers), len(line))
        name = _name(line[first:])
        if name is not None:
            found.append(name)
    return tuple(found)


def _name(words: tuple[str, ...]) -> OutletName | None:
    if not words:
        return None
    shared = outlet_words("medium", "outlet-kind", "outlet-word")
    own = tuple(word for word in words if word not in shared)
    return OutletName(whole=words, own=own or words)


def credited(text: CopyText, outlet: OutletName, own: OutletName | None) -> bool:
    """Say whether a report names another outlet as a source of it. `own` is the name of its own outlet."""
    if own is not None and (own.own == outlet.own or set(outlet.own) <= set(own.own)):
        return False
    return any(_stands(line, outlet, free=True) for line in text.credits) or _stands(text.words, outlet, free=False)


def _stands(words: tuple[str, ...], outlet: OutletName, *, free: bool) -> bool:
    """Find the words that tell an outlet from others; those of a single word want a word of reporting near."""
    name = outlet.own
    first, size = name[0], len(name)
    start = 0
    while True:
        try:
            start = words.index(first, start)
        except ValueError:
            return False
        if words[start : start + size] == name:
            before = words[max(0, start - _NEAR) : start]
            if free or (size > 1 and len(outlet.whole) > 1) or not outlet_words("reporting").isdisjoint(before):
                return True
        elif start and outlet.whole[1:2] == name[:1] and _kind(words[start - 1]) == outlet.whole[0]:
            return True  # "لوكالة الأفق" of "وكالة الأفق الدولية"
        start += 1


def _kind(word: str) -> str | None:
    """Return the kind of outlet that a plain word is, with ل or ب before it or without."""
    if word in _kinds():
        return plain_word(word)
    return plain_word(word[1:]) if word[:1] in "لب" and word[1:] in _kinds() else None


def named_media(text: CopyText) -> frozenset[tuple[str, str]]:
    """Return the outlets that a report has words from, by their kind and next word: "وفق وكالة الساحل"."""
    media, common, reporting = outlet_words("medium"), outlet_words("outlet-word"), outlet_words("reporting")
    found = {both for line in text.credits for both in pairwise(line) if both[0] in media}
    for index, (word, after) in enumerate(pairwise(text.words)):
        joined = word[:1] in "لب" and word[1:] in media
        kind = word[1:] if joined else word
        if kind not in media or after in common:
            continue
        if joined or not reporting.isdisjoint(text.words[max(0, index - 2) : index]):
            found.add((kind, after))
    return frozenset(found)
