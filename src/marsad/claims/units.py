"""Lengths of time and their ranks, as the words for dates and numbers list them: "أسبوع" is W, "الثاني" is 2."""

from __future__ import annotations

from functools import cache

from marsad.arabic.letters import fold
from marsad.claims.lists import spells
from marsad.lexicon.load import entries

__all__ = ["is_of_the_month", "is_one_month", "month_of", "rank_of", "unit_of"]

_COUNTED = ("day", "week", "month", "year")


def unit_of(word: str) -> str | None:
    """Return the letter of ISO durations for a folded word, with or without its article: D, W, M or Y."""
    return _units().get(word.removeprefix("ال"))


def rank_of(word: str) -> int | None:
    """Return the rank that a folded word with its article tells, None for other words."""
    return _ranks().get(word.removeprefix("ال")) if word.startswith("ال") else None


def month_of(word: str) -> int | None:
    """Return the month of the year that a folded word names, None for other words."""
    return _months().get(word)


def is_one_month(words: tuple[str, ...]) -> bool:
    """Say whether two folded words are a month and "one", which is no January: "في شهر واحد"."""
    return len(words) > 1 and spells(words[0].removeprefix("ب"), "a-month") and spells(words[1], "one-only")


def is_of_the_month(words: tuple[str, ...]) -> bool:
    """Say whether two folded words tell the month of what stands before: "السابع من الشهر"."""
    return len(words) > 1 and spells(words[0], "of") and spells(words[1], "the-month")


@cache
def _months() -> dict[str, int]:
    rows = (one for one in entries("dates") if one["role"] == "month")
    return {fold(form): one["value"] for one in rows for form in one.forms}


@cache
def _units() -> dict[str, str]:
    rows = (one for one in entries("dates") if one["role"] == "unit" and one["value"] in _COUNTED)
    return {fold(form): one["value"][0].upper() for one in rows for form in one.forms}


@cache
def _ranks() -> dict[str, int]:
    rows = (one for one in entries("numbers") if one["role"] == "ordinal" and one["value"])
    return {fold(form): one["value"] for one in rows for form in one.forms}
