"""What counts are by, and what is missing in them, as people read it."""

from __future__ import annotations

import re
from collections.abc import Callable

from marsad.analyse.keys import Value
from marsad.serve.catalogues import later
from marsad.serve.words import Words

__all__ = ["DIMENSIONS", "PEOPLE", "value_in_words"]

DIMENSIONS: dict[str, str] = {
    "year": later("Year"),
    "month": later("Month"),
    "week": later("Week"),
    "day": later("Day"),
    "country": later("Country"),
    "admin1": later("Governorate"),
    "admin2": later("District"),
    "admin3": later("Subdistrict"),
    "actor": later("Actor on any side"),
    "side1": later("Who acts"),
    "side2": later("Who is acted upon"),
    "source": later("Source"),
    "type": later("Family of acts"),
    "kind": later("Kind of act"),
    "status": later("Standing"),
}
"""Dimensions of `marsad.analyse`, less the grid."""

PEOPLE = ("killed", "killed_civilians", "wounded", "detained", "abducted")

_NOTES: dict[str, str] = {
    "day known only": later("only the day is known"),
    "week known only": later("only the week is known"),
    "month known only": later("only the month is known"),
    "year known only": later("only the year is known"),
    "no day known": later("no day is known"),
    "no place known": later("no place is known"),
    "no exact place": later("no exact place"),
    "nobody told": later("nobody is named"),
    "no outlet told": later("no outlet is named"),
    "not told": later("not known"),
    "outside the panel": later("told by other sources only"),
}
_MAY_LIE = later("may lie in %(area)s: the place is not known well enough")
_ABOVE = later("known no closer")
_UNLISTED = later("the list of places has no finer unit")


def value_in_words(dimension: str, value: Value, words: Words) -> tuple[str, str]:
    """Return a value and its note as people read them; "" for none."""
    return (_named(dimension, value.code, words) if value.code else ""), _noted(value.note, words)


def _named(dimension: str, code: str, words: Words) -> str:
    locale = words.locale
    told: dict[str, Callable[[str], str]] = {
        "month": _period(words), "week": _period(words), "day": _period(words), "year": locale.figures,
        "country": words.area, "admin1": words.area, "admin2": words.area, "admin3": words.area,
        "actor": words.actor, "side1": words.actor, "side2": words.actor,
        "type": lambda one: words.label("event_type", one),
        "kind": lambda one: words.label("sub_event_type", one), "status": lambda one: words.label("status", one),
    }  # fmt: skip
    return told.get(dimension, str)(code)


def _period(words: Words) -> Callable[[str], str]:
    """Return what names a day, a week, a month or a year: what is known of a day less closely is counted by it."""

    def named(code: str) -> str:
        locale = words.locale
        if re.fullmatch(r"\d{4}-W\d{2}", code):
            year, week = code.split("-W")
            return locale.text(later("week %(week)s of %(year)s"), week=locale.figures(week), year=locale.figures(year))
        if len(code) == len("2024-03"):
            return locale.month(code)
        return locale.day(code) if len(code) == len("2024-03-20") else locale.figures(code)

    return named


def _noted(note: str, words: Words) -> str:
    say = words.locale.text
    if note in _NOTES:
        return say(_NOTES[note])
    if note.startswith("may lie in "):
        return say(_MAY_LIE, area=words.area(note.removeprefix("may lie in ")))
    if note.startswith("place above "):
        return say(_ABOVE)
    return say(_UNLISTED) if note.endswith(" not listed") else note
