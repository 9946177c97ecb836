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

from marsad.arabic.letters import fold

__all__ = ["find_day", "read_day"]

_MONTHS = {
    "كانون الثاني": 1, "شباط": 2, "اذار": 3, "نيسان": 4, "ايار": 5, "حزيران": 6, "تموز": 7, "اب": 8, "ايلول": 9,
    "تشرين الاول": 10, "تشرين الثاني": 11, "كانون الاول": 12,
    "يناير": 1, "فبراير": 2, "مارس": 3, "ابريل": 4, "مايو": 5, "يونيو": 6, "يونيه": 6, "يوليو": 7, "يوليه": 7,
    "اغسطس": 8, "سبتمبر": 9, "اكتوبر": 10, "نوفمبر": 11, "ديسمبر": 12,
    "جانفي": 1, "فيفري": 2, "افريل": 4, "ماي": 5, "جوان": 6, "جويليه": 7, "اوت": 8, "غشت": 8, "شتنبر": 9, "نونبر": 11,
    "دجنبر": 12,
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_NAME = "|".join(sorted((re.escape(name).replace(r"\ ", r"\s+") for name in _MONTHS), key=len, reverse=True))
_FORMS = (
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)(?!\d)"),
    re.compile(r"(?<![\d:])(?P<day>\d\d?)\s?[-/.]\s?(?P<month>\d\d?)\s?[-/.]\s?(?P<year>(?:19|20)\d\d)(?!\d)"),
    re.compile(rf"(?<!\d)(?P<day>\d\d?)\s+(?:من\s+)?(?P<name>{_NAME})\.?(?:\s*[/(]\s*\w+\)?)?[\s,،]+(?P<year>(?:19|20)\d\d)(?!\d)"),
    re.compile(rf"(?<!\w)(?P<name>{_NAME})\.?\s+(?P<day>\d\d?)[\s,،]+(?P<year>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)"),
)  # fmt: skip


def find_day(text: str) -> date | None:
    """Return the first whole day (day, month and year) named in a text, None when none is."""
    folded = fold(text).lower()
    found: list[tuple[int, date]] = []
    for form in _FORMS:
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
    month = _MONTHS[re.sub(r"\s+", " ", name)] if name else int(parts["month"])
    day = int(parts["day"])
    if month > 12 >= day and not name:
        day, month = month, day
    try:
        return date(int(parts["year"]), month, day)
    except ValueError:
        return None
