"""Function words of casualty reports, by what they do: end, join or deny the naming of victims."""

from __future__ import annotations

from functools import cache

from marsad.arabic.letters import fold
from marsad.lexicon.load import entries

__all__ = ["given_names", "listed", "pairs", "with_and"]


@cache
def listed(*roles: str) -> frozenset[str]:
    """Return the folded one-word forms of the roles named: `listed("subset")` holds "بينهم".

    A subset, a negation or a count may have و before it, which is listed too.
    """
    return frozenset(form for role in roles for form in _forms(role) if " " not in form)


@cache
def with_and(role: str) -> frozenset[str]:
    """Return the forms of a role, bare and behind و, ب or ل: "عدد", "وعدد", "لعدد"."""
    return frozenset(before + form for form in listed(role) for before in ("", "و", "ب", "ل"))


@cache
def pairs(role: str) -> frozenset[tuple[str, ...]]:
    """Return the forms of a role that have several words: ("بالاضافه", "الي")."""
    return frozenset(tuple(form.split()) for form in _forms(role) if " " in form)


@cache
def given_names() -> frozenset[str]:
    """Return the folded given names that are known: "احمد"."""
    return frozenset(fold(form) for entry in entries("names") if entry["role"] == "given" for form in entry.forms)


@cache
def _forms(role: str) -> tuple[str, ...]:
    return tuple(fold(form) for entry in entries("casualty-words") if entry["role"] == role for form in entry.forms)
