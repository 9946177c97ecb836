"""Words that the grammar of claims asks about one by one: the entries of `claim-grammar`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

from marsad.lexicon.load import LexiconEntry, entries
from marsad.lexicon.match import Matcher

__all__ = ["entry_of", "forms_of", "says", "says_any", "spells", "spells_any"]


@cache
def _listed() -> Matcher[LexiconEntry]:
    return Matcher((form, row.pos, row) for row in entries("claim-grammar") for form in row.forms)


def _alone(word: str) -> Iterator[tuple[str, LexiconEntry]]:
    for proclitics, found in _listed().alone(word):
        row: Any = found
        yield proclitics, row


@lru_cache(maxsize=200_000)
def _read(word: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the roles of a folded word as it stands, and those with or without what is written onto it."""
    found = [(proclitics, row["role"]) for proclitics, row in _alone(word)]
    return frozenset(role for proclitics, role in found if not proclitics), frozenset(role for _, role in found)


def spells(word: str, role: str) -> bool:
    """Say whether a folded word, as it stands, is one of a role.

    >>> spells("الماضي", "past"), spells("والماضي", "past")
    (True, False)
    """
    return role in _read(word)[0]


def says(word: str, role: str) -> bool:
    """Say whether a folded word is one of a role, with or without what is written onto it.

    >>> says("والقي", "launched"), says("بالسجون", "prison")
    (True, True)
    """
    return role in _read(word)[1]


def spells_any(words: Iterable[str], role: str) -> bool:
    """Say whether any of some folded words, as it stands, is one of a role."""
    return any(role in _read(word)[0] for word in words)


def says_any(words: Iterable[str], role: str) -> bool:
    """Say whether any of some folded words is one of a role, with or without what is written onto it."""
    return any(role in _read(word)[1] for word in words)


@cache
def forms_of(role: str) -> tuple[str, ...]:
    """Return the forms of a role as they are written.

    >>> "الخرطوم" in forms_of("capital")
    True
    """
    return tuple(form for row in entries("claim-grammar") if row["role"] == role for form in row.forms)


@lru_cache(maxsize=10_000)
def entry_of(word: str, role: str) -> LexiconEntry | None:
    """Return the entry by which a folded word is one of a role, the one with least written onto the word.

    >>> entry_of("بالعبوات", "weapon-told")["sub_event_type"]
    'Remote explosive/landmine/IED'
    """
    return next((row for _, row in _alone(word) if row["role"] == role), None)
