"""Sentences that take up the act told before: "وأسفرت العملية عن ...", "وتم تنفيذ العملية في ..."."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.lexicon.role_words import role_words

__all__ = ["behind_the_act"]


def behind_the_act(words: Sequence[str], role: str) -> int | None:
    """Return the word behind the act where a sentence opens on a verb of a role and the act, None where not.

    >>> behind_the_act(("وتم", "تنفيذ", "العمليه", "في", "الطبقه"), "carried-out")
    3
    """
    opening = (words[0].removeprefix("و"), *words[1:3])
    for size in (1, 2):
        if " ".join(opening[:size]) in role_words(role) and opening[size : size + 1]:
            return size + 1 if opening[size] in role_words("the-act") else None
    return None
