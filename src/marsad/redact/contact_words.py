"""Words beside numbers, addresses and initials, as parts of patterns."""

from __future__ import annotations

import re
from functools import cache

from marsad.lexicon.load import entries

__all__ = ["any_of"]


@cache
def any_of(*roles: str) -> str:
    """Return a pattern for the words of some roles as they are written, tried in the order of their lists.

    >>> re.findall(any_of("building", "street"), "شارع الورد، بناية 12")
    ['شارع', 'بناية']
    """
    words = (form for entry in entries("contact-words") if entry["role"] in roles for form in entry.forms)
    return "(?:" + "|".join(map(re.escape, words)) + ")"
