"""A number of acts or of people, before it is known whether it makes a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from marsad.claims.causes import Cause, cause_of
from marsad.claims.lists import says, spells, spells_any
from marsad.claims.scene import Scene
from marsad.claims.units import month_of, unit_of
from marsad.lexicon.load import entries
from marsad.lexicon.match import Matcher
from marsad.model.quantity import NumberMention
from marsad.model.report import Sentence
from marsad.model.when import DateMention

__all__ = [
    "MEASURES", "OWN_TYPE", "Figure", "are_people", "is_dated", "may_total", "names_people", "opens_item",
    "outcome_words", "people_told",
]  # fmt: skip

MEASURES = {"killed": "killed", "wounded": "wounded", "detained": "detained", "abducted": "abducted"}
"""What becomes of people, and the measure of it."""
OWN_TYPE = {"detained": "Arrests", "abducted": "Abduction/forced disappearance"}
"""The type of act that a measure is always of."""
_YEARS = range(1990, 2101)
_ITEM_OPENS = frozenset("\n.:؛")
"""What stands before the number of an item."""
_ITEM_MARKS = ("-", "–", "—", ")", ".", ".-", "-)", "/")
"""What stands between the number of an item and the item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number of acts or people in words `first` to `stop`; `core` is the word of the number itself."""

    number: int
    measure: str
    what: str | None
    first: int
    stop: int
    core: int
    cause: Cause | None = None
    rule_id: str


def counts_before(words: tuple[str, ...], told: DateMention, number: NumberMention) -> bool:
    """Say whether a number read as the day of a month counts: "مقابل 12 في شباط", "بلغ عدد القتلى خلال شباط 14"."""
    behind = number.first == told.first + 1 and number.stop == told.stop and month_of(words[told.first]) is not None
    if behind and told.start == told.end and told.first:
        return says(words[told.first - 1], "whole-month")
    return number.first == told.first and spells_any(words[number.stop : number.stop + 1], "in")


def opens_item(scene: Scene, at: int) -> bool:
    """Say whether word `at` is the number of an item: "2- اعتقال 62 شخصاً", "3) خطف تسعة"."""
    opens = at == 0 or not _ITEM_OPENS.isdisjoint(scene.document.gap(at))
    word, behind = scene.document.words[at], scene.document.gap(at + 1)
    if any(one.first < at and one.stop == at + 1 for one in scene.document.sentences):
        return False  # "الشهداء: 16. الجرحى: 210."
    return opens and word.isdigit() and behind.strip() in _ITEM_MARKS and not behind.startswith(" ")


def is_dated(scene: Scene, number: NumberMention) -> bool:
    """Say whether a number is one of a day, year, length of time or item of a list: "15 آذار"."""
    words = scene.document.words
    if opens_item(scene, number.first):
        return True
    if any(
        told.first < number.stop and number.first < told.stop and not counts_before(words, told, number)
        for told in scene.annotations.dates
    ):
        return True
    if number.first and unit_of(words[number.first - 1]) and words[number.first].startswith("ال"):
        return True  # "السنوات الست الأولى"
    closing = any(told.stop == number.first for told in scene.annotations.dates)
    if closing and (number.estimate.best or 0) in _YEARS and number.stop == number.first + 1:
        return True  # "منذ كانون الثاني/يناير" 2018
    if number.first and spells(words[number.first - 1], "numbered"):
        return True  # "جبهة كيلو 16"
    in_period = any(one.first < number.first < one.stop and not one.happening for one in scene.periods)
    before = scene.document.words[number.first - 1] if number.first else ""
    year = (number.estimate.best or 0) in _YEARS and any(spells(before, role) for role in ("year-edge", "past", "now"))
    return in_period or spells(before, "every") or year


def may_total(scene: Scene, number: NumberMention) -> bool:
    """Say whether a number may count people or acts, and is no length, price or share: not "15 كيلومتراً"."""
    words = scene.document.words
    following = words[number.stop] if number.stop < len(words) else ""
    return (
        number.kind == "cardinal"
        and number.estimate.best is not None
        and not is_dated(scene, number)
        and following != "%"
        and not spells(following, "measured")
    )


_OWNED = re.compile("(?<=ل|ح)ا(ه|ها|هم|نا)$")
"""Endings of "قتلى" and "جرحى" that say whose they are."""


@cache
def _people_nouns() -> Matcher[str]:
    return Matcher((form, entry.pos, entry.entry_id) for entry in entries("people") for form in entry.forms)


def are_people(scene: Scene, number: NumberMention) -> bool:
    """Say whether a number counts people, by what stands behind it: "15 مدنياً", not "15 غارة"."""
    words = scene.document.words
    if number.stop == len(words) or scene.pause(number.stop) or "." in scene.document.gap(number.stop):
        return True  # "اعتقلت قوات النظام 14"
    counted = (words[number.stop], words[number.stop].removesuffix("ا") or "ا")  # "25 ناشطاً"
    return any(_people_nouns().find((word,), 0, 1) for word in counted) or any(
        one.first == number.stop and not one.armed for one in scene.annotations.actors
    )


def names_people(words: tuple[str, ...], first: int, stop: int) -> bool:
    """Say whether words `first` to `stop` hold a noun for people: "الأطباء", and not "المستشفى"."""
    return any(True for _ in _people_nouns().find(words, first, stop))


def people_told(
    scene: Scene, sentence: Sentence, number: NumberMention, measure: str, *, first: int, stop: int, rule_id: str
) -> Figure:
    """Return the figure of people whom a number counts, with what they were hurt by in words `first` to `stop`."""
    cause = cause_of(scene, sentence, first, stop)
    return Figure(
        number=number.estimate.best or 0, measure=measure, what=OWN_TYPE.get(measure) or cause.what,
        first=first, stop=stop, core=number.first, cause=cause, rule_id=rule_id,
    )  # fmt: skip


def outcome_words(words: tuple[str, ...], first: int, stop: int) -> Iterator[tuple[int, int, str]]:
    """Yield where words `first` to `stop` tell what becomes of people, and what: "قتلى" is killed."""
    matcher, outcomes = _outcomes()
    words = tuple(_without_owner(word) for word in words) if any(map(_OWNED.search, words[first:stop])) else words
    for hit in matcher.find(words, first, stop):
        index: Any = hit.payload
        yield hit.first, hit.stop, outcomes[index]


def _without_owner(word: str) -> str:
    """Return "قتلى" of "قتلاه", "جرحى" of "جرحاها"."""
    return _OWNED.sub("ي", word)


@cache
def _outcomes() -> tuple[Matcher[int], tuple[str, ...]]:
    rows = entries("outcomes")
    return Matcher((form, row.pos, index) for index, row in enumerate(rows) for form in row.forms), tuple(
        row["outcome"] for row in rows
    )
