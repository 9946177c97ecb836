"""Duals, which count by their form alone: "غارتان" two raids, "عنصرين" two members, but not "مدنيين".

A form in -ين is dual only when the noun's plural is not written the same: "طفلين" is two children,
"مدنيين" is civilians.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from marsad.arabic.affixes import splits
from marsad.arabic.letters import fold
from marsad.lexicon.load import entries
from marsad.lexicon.role_words import role_words

__all__ = ["Dual", "dual", "marked_dual"]

_CLITICS = frozenset(
    before + preposition + article
    for before in ("", "و", "ف")
    for preposition in ("", "ب", "ل", "ك")
    for article in ("", "ال", "ل")
)


class Dual(NamedTuple):
    """The noun a dual counts, and the entry that lists it."""

    noun: str
    entry_id: str
    proclitics: str


@cache
def _duals() -> dict[str, tuple[str, str]]:
    """Every dual of the listed nouns: folded form to (noun, entry id)."""
    made: dict[str, tuple[str, str]] = {}
    listed = [
        (entry.entry_id, entry.forms, entry["singular"] or (), entry["dual"] or ()) for entry in entries("people")
    ]
    taken = {fold(form) for _id, forms, _singulars, _explicit in listed for form in forms}  # "أمين" is no two mothers
    listed += [(entry.entry_id, (), entry.forms, ()) for entry in entries("numbers") if entry["role"] == "thing"]
    for entry_id, _forms_of, singulars, explicit in listed:
        for singular in map(fold, singulars):
            for form in _forms(singular):
                if form not in taken:
                    made.setdefault(form, (singular, entry_id))
        for form in map(fold, explicit):
            made[form] = (form, entry_id)
    for entry in entries("outcomes"):
        if entry["voice"] == "victim":
            made.update(_victims(entry.entry_id, {fold(form) for form in entry.forms}))
    return made


def _victims(entry_id: str, forms: set[str]) -> dict[str, tuple[str, str]]:
    """Return the duals among the victim nouns: قتيلان, جريحتين, but not مصابين beside مصابون."""
    made: dict[str, tuple[str, str]] = {}
    for form in forms:
        stem = form[:-2]
        singular = stem[:-1] + "ه" if stem.endswith("ت") else stem
        if form.endswith(("ان", "ين")) and singular in forms and stem + "ون" not in forms:
            made[form] = (singular, entry_id)
    return made


def _forms(singular: str) -> tuple[str, ...]:
    if singular.endswith("ه"):
        stem = singular[:-1] + "ت"
        return stem + "ان", stem + "ين", stem + "ا", stem + "يهم", stem + "يها", stem + "يه"
    if singular.endswith("ا"):
        return ()
    return singular + "ان", singular + "ين", singular + "اه", singular + "اها", singular + "يها"


@lru_cache(maxsize=100_000)
def dual(word: str) -> Dual | None:
    """Return the noun a folded dual counts, None for any other word."""
    if not (word.endswith(("ان", "ين", "تا")) or "تي" in word or "اه" in word or "يه" in word):
        return None
    duals = _duals()
    if word.endswith("يان") and role_words("not-dual").isdisjoint(rest for _proclitics, rest in splits(word)):
        # relative nouns, which no list exhausts: فلسطينيان, حوثيان
        for proclitics, rest in splits(word):
            if proclitics in _CLITICS and len(rest.removeprefix("ال")) >= 6:  # and not "البيان"
                known = duals.get(rest)
                return Dual(
                    known[0] if known else rest[:-2], known[1] if known else "numbers.dual.relative", proclitics
                )
    for proclitics, rest in splits(word):
        found = duals.get(rest)
        owned = rest.endswith(("ه", "ها", "هم"))  # "الحياة" is no two quarters of his
        if found is None or proclitics not in _CLITICS or rest in role_words("not-dual"):
            continue
        if not (owned and proclitics.endswith(("ال", "لل"))):
            return Dual(*found, proclitics)
    return None


@cache
def _singulars() -> dict[str, str]:
    return {fold(form): entry.entry_id for entry in entries("people") for form in entry["singular"] or ()}


def marked_dual(word: str, published: str) -> Dual | None:
    """Read a dual that only its vowel tells from the plural: "ناشطَين" with a fatha before the yeh."""
    if "\u064eي" not in published and "\u064e\u0651ي" not in published:
        return None
    for proclitics, rest in splits(word):
        entry_id = _singulars().get(rest[:-2])
        if entry_id is not None and proclitics in _CLITICS:
            return Dual(rest[:-2], entry_id, proclitics)
    return None
