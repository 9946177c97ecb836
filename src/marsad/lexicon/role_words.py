"""Words that show the part a name plays: what is held, what fires, what leads to the one that is hit."""

from __future__ import annotations

from functools import cache, lru_cache

from marsad.arabic.affixes import stems
from marsad.arabic.letters import fold
from marsad.lexicon.load import entries

__all__ = ["accuses", "forms_of", "plays", "role_words", "written_forms"]


def written_forms(kind: str, *roles: str) -> list[str]:
    """Return the forms of some roles of a kind of words as they are written, in the order of their lists.

    >>> "بناية" in written_forms("contact-words", "building")
    True
    """
    return [form for entry in entries(kind) if entry["role"] in roles for form in entry.forms]


@cache
def forms_of(kind: str, *roles: str) -> frozenset[str]:
    """Return the folded forms of some roles of a kind of words, those of several words with a space between.

    >>> "لكنه" in forms_of("role-words", "scope-end"), "الكبري" in forms_of("places", "size")
    (True, True)
    """
    return frozenset(map(fold, written_forms(kind, *roles)))


@cache
def role_words(*roles: str) -> frozenset[str]:
    """Return the folded forms of roles ("holding", "against"), those of several words with a space between.

    >>> "حاجز" in role_words("holding"), "ردا علي" in role_words("reply")
    (True, True)
    """
    return forms_of("role-words", *roles)


@lru_cache(maxsize=200_000)
def plays(word: str, role: str) -> bool:
    """Say whether a folded word has a role, with or without what is written onto it.

    >>> plays("بحواجز", "holding"), plays("حجر", "holding")
    (True, False)
    """
    return not role_words(role).isdisjoint(stems(word))


def accuses(verb: str | None) -> bool:
    """Say whether a saying verb accuses whoever is named behind its speaker.

    >>> accuses("واتهمت"), accuses("قالت"), accuses(None)
    (True, False, False)
    """
    return (verb or "").removeprefix("و") in role_words("blaming")
