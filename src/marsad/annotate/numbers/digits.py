"""Numbers in digits: "1,200", "1.5", "10-15"; dates, times and scores are left alone.

>>> read_digits("1,200")
(Fraction(1200, 1), None)
>>> read_digits("10.000")
(Fraction(10000, 1), None)
>>> read_digits("10-15")
(Fraction(10, 1), Fraction(15, 1))
>>> read_digits("24/3/2018") is None
True
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

__all__ = ["read_digits"]

_PLAIN = re.compile(r"[0-9]+")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_DOTTED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}|[1-9][0-9]{0,2}\.[0-9]00")
_DECIMAL = re.compile(r"[0-9]+[.,][0-9]+")
_RANGE = re.compile(r"([0-9]+)-([0-9]+)")
_YEARS = range(1900, 2100)


@lru_cache(maxsize=20_000)
def read_digits(word: str) -> tuple[Fraction, Fraction | None] | None:
    """Return (value, None), (low, high) of a range, or None for digits that are no count."""
    if _PLAIN.fullmatch(word):
        return Fraction(int(word)), None
    if _GROUPED.fullmatch(word):
        return Fraction(word.replace(",", "")), None
    if _DOTTED.fullmatch(word):
        return Fraction(word.replace(".", "")), None
    if _DECIMAL.fullmatch(word):
        return Fraction(word.replace(",", ".")), None
    pair = _RANGE.fullmatch(word)
    if pair:
        low, high = int(pair[1]), int(pair[2])
        if low < high and not (low in _YEARS and high in _YEARS):
            return Fraction(low), Fraction(high)
    return None
