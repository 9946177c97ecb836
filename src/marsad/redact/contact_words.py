"""Words beside numbers, ages, addresses and initials, as parts of patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from marsad.lexicon.load import entries
from marsad.lexicon.role_words import written_forms

__all__ = ["any_of", "counts"]

_BARE = str.maketrans("أإآ", "ااا")


@cache
def any_of(*roles: str) -> str:
    """Return a pattern for the words of some roles, with their hamza or without, tried in the order of their lists.

    >>> re.findall(any_of("building", "street"), "شارع الورد، بناية 12")
    ['شارع', 'بناية']
    """
    return _one_of(written_forms("contact-words", *roles))


@cache
def counts(low: int, high: int) -> str:
    """Return a pattern for the words for numbers from one to another.

    >>> re.findall(counts(3, 10), "اربع سنوات أو ست")
    ['اربع', 'ست']
    """
    return _one_of(
        form
        for entry in entries("numbers")
        if entry["value"] is not None and low <= entry["value"] <= high
        for form in entry.forms
    )


def _one_of(forms: Iterable[str]) -> str:
    written = dict.fromkeys(one for form in forms for one in (form, form.translate(_BARE)))
    return f"(?:{'|'.join(map(re.escape, written))})"
