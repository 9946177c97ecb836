"""Wording that says how a report stands to earlier ones: one more act of a kind, or news of the same act."""

from __future__ import annotations

import re
from functools import cache

from marsad.arabic.letters import fold
from marsad.lexicon.role_words import forms_of

__all__ = ["cues"]

_ENDING = r"(?:ه|ها|هم|هما|ا|ين|ان|ات)?(?!\w)"


@cache
def _pattern(role: str) -> re.Pattern[str]:
    forms = sorted(forms_of("link-words", role), key=lambda form: (-len(form), form))
    longest_first = "|".join(re.escape(form) for form in forms)
    return re.compile(rf"(?<!\w)[وفبل]?(?:ال)?(?:{longest_first}){_ENDING}")


def cues(text: str) -> tuple[bool, bool]:
    """Return whether a text tells one more act of its kind, and whether it brings an earlier one up to date.

    >>> cues("في ثاني هجوم خلال أسبوع"), cues("ارتفعت حصيلة القتلى إلى سبعة")
    ((True, False), (False, True))
    """
    folded = fold(text)
    return _pattern("again").search(folded) is not None, _pattern("follow-up").search(folded) is not None
