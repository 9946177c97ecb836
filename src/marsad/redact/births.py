"""Years of birth that lead to one person; those of a call-up to arms or of a class lead to nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from marsad.redact.contact_words import any_of

__all__ = ["years_of_birth"]

_D = "0-9٠-٩۰-۹"
_YEAR = rf"((?:19|20|١٩|٢٠|۱۹|۲۰)[{_D}]{{2}})(?![{_D}])"
_BORN = re.compile(rf"(?<!\w)(?:(?:و?مواليد|تولد|تولّد)[ :]*(?:[^\W\d_]+ ){{0,2}}?(?:(?:عام|سنة) )?|و\.\s?){_YEAR}")
_SPAN = re.compile(
    rf"\s*(?:[-–/،]\s*[{_D}]{{4}}|و?(?:حتى|إلى|الى)\s|و\s?(?:عام )?[{_D}]{{4}}|[فو]ما (?:فوق|دون|بعد|قبل))"
)
_BEFORE = 45


@cache
def _many() -> re.Pattern[str]:
    """Return the pattern of many who are told right before years of birth: "جميع الشبان من "."""
    return re.compile(rf"{any_of('born-together')}(?: [^\s،.]+){{0,3}} ?(?:من )?$")


def years_of_birth(text: str) -> Iterator[tuple[int, int]]:
    """Yield the code points of the years in which single people were born.

    >>> list(years_of_birth("تولد دوما 1984، حداد")), list(years_of_birth("استدعاء مواليد 1984"))
    ([(10, 14)], [])
    """
    for match in _BORN.finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if _SPAN.match(text, match.end()) is None and _many().search(before) is None:
            yield match.span(1)
