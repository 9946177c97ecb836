"""The age that stands after a name."""

from __future__ import annotations

import re
from functools import cache

from marsad.redact.contact_words import any_of, counts
from marsad.redact.tokens import Tokens

__all__ = ["age_after"]

_D = "0-9٠-٩۰-۹"
_FAR = 60
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_A_SMALL_CHILD = 2.0
_A_BABY = 0.5


@cache
def _in_digits() -> re.Pattern[str]:
    """Return the pattern of an age: " (12 عاماً", "، البالغ من العمر 16 عام"."""
    told = rf"(?P<told>{any_of('age-told')}\s+(?:{any_of('age-of')}\s+)?(?:ال)?)"
    unit = rf"(?P<months>{any_of('age-months')})|{any_of('age-years')}"
    return re.compile(
        rf"\s*[،,]?\s*(?P<open>[(\[])?[–-]?\s*{told}?(?P<age>[{_D}]{{1,3}})\s*(?:(?P<close>[)\]])|{unit})"
    )


@cache
def _in_words() -> re.Pattern[str]:
    """Return the pattern of the age of a child of ten at most: " (سنة ونصف)", " ، خمس سنوات،", "، عمره أربع سنوات"."""
    counted = rf"{counts(3, 10)} {any_of('age-years', 'age-months')}"
    words = f"(?:{any_of('age-in-words')}|{counted})"
    told = rf"\s*[،,]?\s*{any_of('age-told')} {words}(?!\w)"
    return re.compile(rf"\s*[(\[]\s*{words}\s*[)\]]|\s*، {counted}(?=[،.])|{told}")


def age_after(tokens: Tokens, stop: int) -> float | None:
    """Return the age in years that stands after a name, or None: "قصي (12 عاماً)"."""
    at = tokens.document.ends[stop - 1]
    match = _in_digits().match(tokens.source, at, at + _FAR)
    if match is None:
        return None if _in_words().match(tokens.source, at, at + _FAR) is None else _A_SMALL_CHILD
    as_age = match["open"] or match["told"]
    if (match["close"] or match["months"]) and not as_age:
        return None  # "سبوتنك 1)", "15 يوماً"
    return _A_BABY if match["months"] else float(match["age"].translate(_DIGITS))
