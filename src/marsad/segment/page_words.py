"""Words that outlets and channels put around a report, as patterns."""

from __future__ import annotations

import re
from functools import cache

from marsad.lexicon.role_words import forms_of, written_forms

__all__ = ["agencies", "page_words"]


@cache
def page_words(*roles: str) -> str:
    """Return a pattern of the folded forms of roles: "انشر علي" is of "share-line".

    >>> bool(re.match(page_words("rights"), "جميع الحقوق محفوظه"))
    True
    """
    return f"(?:{'|'.join(map(re.escape, sorted(forms_of('page-words', *roles))))})"


@cache
def agencies() -> str:
    """Return a pattern of what stands behind the town of a dateline, as published: "رويترز", "أ ف ب", "أف ب"."""
    apart = [
        r"\s?".join("[أا]" if letter == "أ" else letter for letter in form.split())
        for form in written_forms("page-words", "dateline-letters")
    ]
    plain = map(re.escape, written_forms("page-words", "dateline"))
    return f"(?:CNN|BBC|DW|RT|AFP|{'|'.join((*plain, *apart))})"
