"""What a folded word says as a number word: "وثلاثين" is و + 30.

>>> lookup("وثلاثين")
NumberWord(proclitics='و', role='ten', value=30, entry_id='numbers.ten.thirty')
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from marsad.arabic.affixes import splits
from marsad.arabic.letters import fold
from marsad.lexicon.load import entries
from marsad.lexicon.match import Matcher
from marsad.lexicon.role_words import forms_of, role_words

__all__ = ["BOUNDS", "NumberWord", "lookup", "number_words", "share_told", "signals"]

BOUNDS = ("at-least", "about", "at-most", "at-least-after", "about-after", "at-most-after")

_GRAMMAR_ROLES = frozenset(
    ("unit", "teen", "ten", "hundred", "scale", "scale-two", "fraction", "ordinal", "point", "minus")
)
_CLITICS = frozenset(
    before + preposition + article
    for before in ("", "و", "ف")
    for preposition in ("", "ب", "ل", "ك", "ع")
    for article in ("", "ال", "ل")
)


class NumberWord(NamedTuple):
    """A number word behind its clitics. `role` is the entry's: unit, teen, ten, hundred, scale ..."""

    proclitics: str
    role: str
    value: int
    entry_id: str

    @property
    def joined(self) -> bool:
        """Say whether و joins the word to what stands before it."""
        return self.proclitics.startswith("و")

    @property
    def definite(self) -> bool:
        """Say whether the word has the article."""
        return self.proclitics.endswith(("ال", "لل"))


@cache
def _vocabulary() -> dict[str, tuple[str, int, str]]:
    words: dict[str, tuple[str, int, str]] = {}
    for entry in entries("numbers"):
        role = entry["role"]
        if role in _GRAMMAR_ROLES:
            for form in entry.forms:
                words.setdefault(fold(form), (role, entry["value"] or 0, entry.entry_id))
    return words


@lru_cache(maxsize=100_000)
def lookup(word: str) -> NumberWord | None:
    """Return the number a folded word tells, fewest clitics first; None for any other word."""
    if word in role_words("not-number"):
        return None
    words = _vocabulary()
    for proclitics, rest in splits(word):
        found = words.get(rest)
        if found is not None and proclitics in _CLITICS:
            return NumberWord(proclitics, *found)
    return None


@cache
def number_words(role: str) -> frozenset[str]:
    """Return the folded words of a role that is asked about word by word: "بالميه" is of "percent"."""
    return forms_of("numbers", role)


@cache
def _shares() -> dict[str, Fraction]:
    shares = {"fraction": 1, "double-fraction": 2}
    rows = (entry for entry in entries("numbers") if entry["role"] in shares)
    return {fold(form): Fraction(shares[entry["role"]], entry["value"]) for entry in rows for form in entry.forms}


def share_told(word: str) -> Fraction | None:
    """Return the share that a folded word tells: "ثلثي" is 2/3."""
    return _shares().get(word)


@cache
def signals() -> Matcher[tuple[str, int, str]]:
    """Return the matcher of bounds and vague counts: "أكثر من", "عشرات"; payload (role, floor, entry id)."""
    return Matcher(
        (form, "fixed", (entry["role"], entry["value"] or 0, entry.entry_id))
        for entry in entries("numbers")
        if entry["role"] in BOUNDS or entry["role"] == "vague"
        for form in entry.forms
    )
