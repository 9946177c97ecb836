"""Words beside numbers, addresses and initials, as parts of patterns."""

from __future__ import annotations

import re
from functools import cache

from marsad.lexicon.role_words import written_forms

__all__ = ["any_of"]


@cache
def any_of(*roles: str) -> str:
    """Return a pattern for the words of some roles as they are written, tried in the order of their lists.

    >>> re.findall(any_of("building", "street"), "شارع الورد، بناية 12")
    ['شارع', 'بناية']
    """
    return f"(?:{'|'.join(map(re.escape, written_forms('contact-words', *roles)))})"
