"""Function words of casualty reports, by what they do: end, join or deny the naming of victims."""

from __future__ import annotations

from functools import cache

from marsad.arabic.letters import fold
from marsad.lexicon.load import entries
from marsad.lexicon.role_words import forms_of

__all__ = ["given_names", "hurt", "listed", "pairs", "parts", "with_and"]


@cache
def listed(*roles: str) -> frozenset[str]:
    """Return the folded one-word forms of the roles named: `listed("subset")` holds "بينهم".

    A subset, a negation or a count may have و before it, which is listed too.
    """
    return frozenset(form for form in _forms(*roles) if " " not in form)


@cache
def with_and(role: str) -> frozenset[str]:
    """Return the forms of a role, bare and behind و, ب or ل: "عدد", "وعدد", "لعدد"."""
    return frozenset(before + form for form in listed(role) for before in ("", "و", "ب", "ل"))


@cache
def parts(role: str) -> tuple[str, ...]:
    """Return the forms of a role with which words begin or end: "مصرع" of "death" begins مصرعه."""
    return tuple(listed(role))


@cache
def pairs(role: str) -> frozenset[tuple[str, ...]]:
    """Return the forms of a role that have several words: ("بالاضافه", "الي")."""
    return frozenset(tuple(form.split()) for form in _forms(role) if " " in form)


@cache
def hurt() -> frozenset[str]:
    """Return the folded nouns for people who are wounded: "جريح", "مصابين"."""
    told = (entry for entry in entries("outcomes") if (entry["outcome"], entry["voice"]) == ("wounded", "victim"))
    return frozenset(fold(form) for entry in told for form in entry.forms)


@cache
def given_names() -> frozenset[str]:
    """Return the folded given names that are known: "احمد"."""
    return forms_of("names", "given")


def _forms(*roles: str) -> frozenset[str]:
    return forms_of("casualty-words", *roles)
