"""The day of publication, as files and pages write it.

>>> read_day("الأربعاء 20 آذار 2024")
datetime.date(2024, 3, 20)
>>> read_day("2024-03-20T23:10:00+03:00")
datetime.date(2024, 3, 20)
>>> read_day("آذار 2024") is None
True
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from marsad.arabic.letters import fold
from marsad.lexicon.load import entries
from marsad.lexicon.role_words import forms_of

__all__ = ["find_day", "read_day"]

_ENGLISH = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip


@cache
def _months() -> dict[str, int]:
    """Return folded names of months and their numbers: those of the word lists, and the English ones."""
    names = {
        fold(form): entry["value"] for entry in entries("dates") if entry["role"] == "month" for form in entry.forms
    }
    for number, name in enumerate(_ENGLISH, 1):
        names |= {name: number, name[:3]: number}
    return names


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Return the ways to write a whole day; the surest first."""
    names = sorted(_months(), key=len, reverse=True)
    name = "(?P<name>" + "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in names) + ")"
    of = f"(?:{'|'.join(sorted(forms_of('dates', 'part-of')))})"
    year = r"(?P<year>(?:19|20)\d\d)(?!\d)"
    return (
        re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)(?!\d)"),
        re.compile(rf"(?<![\d:])(?P<day>\d\d?)\s?[-/.]\s?(?P<month>\d\d?)\s?[-/.]\s?{year}"),
        re.compile(rf"(?<!\d)(?P<day>\d\d?)\s+(?:{of}\s+)?{name}\.?(?:\s*[/(]\s*[\w ]+\)?)?[\s,،]+{year}"),
        re.compile(rf"(?<!\w){name}\.?\s+(?P<day>\d\d?)[\s,،]+{year}"),
        re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)"),
    )


def find_day(text: str) -> date | None:
    """Return the first whole day (day, month and year) named in a text, None when none is."""
    folded = fold(text).lower()
    found: list[tuple[int, date]] = []
    for form in _forms():
        for match in form.finditer(folded):
            day = _day(match)
            if day is not None:
                found.append((match.start(), day))
                break
    return min(found)[1] if found else None


def read_day(text: str) -> date | None:
    """Return the day that a date field holds, None when it holds no whole day.

    Of "03/04/2024" the first number is the day, as Arabic outlets write it.
    """
    return find_day(text) if len(text) <= 100 else None


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    name = parts.get("name")
    month = _months()[re.sub(r"\s+", " ", name)] if name else int(parts["month"])
    day = int(parts["day"])
    if month > 12 >= day and not name:
        day, month = month, day
    try:
        return date(int(parts["year"]), month, day)
    except ValueError:
        return None
