"""Years of birth that lead to one person; those of a call-up to arms or of a class lead to nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from marsad.redact.contact_words import any_of

__all__ = ["years_of_birth"]

_D = "0-9٠-٩۰-۹"
_YEAR = rf"((?:19|20|١٩|٢٠|۱۹|۲۰)[{_D}]{{2}})(?![{_D}])"
_BEFORE = 45


@cache
def _born() -> re.Pattern[str]:
    """Return the pattern of a year of birth: "تولد دوما 1984", "و. 1995"."""
    told = rf"و?{any_of('born', 'birth-date')}[ :]*(?:[^\W\d_]+ ){{0,2}}?(?:[-–] )?(?:{any_of('year')} )?"
    return re.compile(rf"(?<!\w)(?:{told}|و\.\s?){_YEAR}")


@cache
def _span() -> re.Pattern[str]:
    """Return the pattern of what makes many of one year: "-1995", " حتى ", " و1991", " فما فوق"."""
    one_more = rf"[-–/،]\s*[{_D}]{{4}}|و\s?(?:{any_of('year')} )?[{_D}]{{4}}"
    return re.compile(rf"\s*(?:{one_more}|و?{any_of('until')}\s|{any_of('and-above')})")


@cache
def _many() -> re.Pattern[str]:
    """Return the pattern of many who are told right before years of birth: "جميع الشبان من "."""
    return re.compile(rf"{any_of('born-together')}(?: [^\s،.]+){{0,4}} ?$")


@cache
def _in_a_row() -> re.Pattern[str]:
    """Return the pattern of a day that ends the item of a list behind a name: "- قصي الزعبي، 14/5/1978"."""
    return re.compile(
        rf"^[ \t]*[-–•*●][ \t]*[^\W\d_]+(?: [^\W\d_]+){{1,5}}[،,] ([{_D}]{{1,2}}/[{_D}]{{1,2}}/[{_D}]{{4}})[ \t]*$",
        re.MULTILINE,
    )


def years_of_birth(text: str) -> Iterator[tuple[int, int]]:
    """Yield the code points of the years in which single people were born.

    >>> list(years_of_birth("تولد دوما 1984، حداد")), list(years_of_birth("استدعاء مواليد 1984"))
    ([(10, 14)], [])
    """
    for match in _born().finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if _span().match(text, match.end()) is None and _many().search(before) is None:
            yield match.span(1)
    if _born().search(text) is not None:  # a list that tells of others when they were born
        yield from (match.span(1) for match in _in_a_row().finditer(text))
