"""Words that show the part a name plays: what is held, what fires, what leads to the one that is hit."""

from __future__ import annotations

from functools import cache

from marsad.arabic.letters import fold
from marsad.lexicon.load import entries

__all__ = ["role_words"]


@cache
def role_words(role: str) -> frozenset[str]:
    """Return the folded forms of a role ("holding", "against"), those of several words with a space between.

    >>> "حاجز" in role_words("holding"), "ردا علي" in role_words("reply")
    (True, True)
    """
    return frozenset(fold(form) for entry in entries("role-words") if entry["role"] == role for form in entry.forms)
