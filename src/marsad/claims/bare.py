"""Figures that stand alone and count what was counted just before: "وكان الأسبوع السابق قد شهد سبعة فقط"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from marsad.claims.figure import Figure, may_total
from marsad.claims.lists import says, says_any, spells
from marsad.claims.scene import Scene
from marsad.model.quantity import NumberMention
from marsad.model.report import Sentence

__all__ = ["BARE", "of_bare", "of_elided"]

BARE = "claims.tally.bare"
_REACH = 3
"""Words at most between the verb that saw what is counted and its number."""


def of_bare(scene: Scene, sentence: Sentence, found: Sequence[Figure]) -> Iterator[Figure]:
    """Yield numbers without a noun of a clause with a period of its own, as figures of what was told before them."""
    for number in scene.within(scene.annotations.numbers, sentence.first, sentence.stop):
        if any(one.first <= number.first < one.stop for one in found) or not may_total(scene, number):
            continue
        low, high = scene.clause(sentence, number.first)
        seen = says_any(scene.document.words[max(low, number.first - _REACH) : number.first], "seen-by")
        own = scene.period_behind(number) is not None
        was = own and number.first > low and says(scene.document.words[number.first - 1], "was")
        before = scene.document.words[sentence.first : number.first]
        seen = seen or (was and not says_any(before, "rate") and not says_any(before, "its-number"))
        bounded = any(one.firm and not one.since and not one.day for one in scene.within(scene.periods, low, high))
        last = _last_told(number, found)
        if seen and bounded and last is not None and _stands_alone(scene, sentence, number):
            yield replace(
                last, number=number.estimate.best or 0, first=number.first, stop=number.stop, core=number.first,
                cause=None, rule_id=BARE,
            )  # fmt: skip


def _stands_alone(scene: Scene, sentence: Sentence, number: NumberMention) -> bool:
    """Say whether nothing that a number may count stands behind it."""
    at = number.stop
    if at >= sentence.stop or scene.pause(at):
        return True
    word = scene.document.words[at]
    return spells(word, "alone") or spells(word, "into") or any(one.first == at for one in scene.periods)


def _last_told(number: NumberMention, found: Sequence[Figure]) -> Figure | None:
    """Return the figure told last before a number."""
    ahead = [one for one in found if one.stop <= number.first]
    return max(ahead, key=lambda one: one.core) if ahead else None


def of_elided(scene: Scene, sentence: Sentence, found: Sequence[Figure]) -> Iterator[Figure]:
    """Yield "و4 في القنيطرة" behind "6 عمليات قتل في درعا": each has its own place, and no noun but the first."""
    last: Figure | None = None
    for number in scene.within(scene.annotations.numbers, sentence.first, sentence.stop):
        told = _last_told(number, found)
        if told is not None and (last is None or told.core > last.core):
            last = told
        if last is None or any(one.core <= number.first < one.stop for one in found) or not may_total(scene, number):
            continue
        if _is_set_there(scene, number.first, last.stop) and _opens_place(scene, number.stop):
            last = replace(
                last, number=number.estimate.best or 0, first=number.first, stop=number.stop, core=number.first,
                rule_id="claims.tally.elided",
            )  # fmt: skip
            yield last


def _is_set_there(scene: Scene, at: int, first: int) -> bool:
    """Say whether "and" opens word `at`, with nothing but a place between it and a figure that ends at `first`."""
    words = scene.document.words
    if not (words[at].startswith("و") or words[at - 1] == "و"):
        return False
    stop = at - (words[at - 1] == "و")
    placed = {one for place in scene.annotations.places for one in range(place.first, place.stop)}
    gap = range(first, stop)
    return any(one in placed for one in gap) and all(one in placed or spells(words[one], "into") for one in gap)


def _opens_place(scene: Scene, at: int) -> bool:
    """Say whether a place stands at word `at`, behind its preposition."""
    words = scene.document.words
    placed = at < len(words) and (spells(words[at], "into") or words[at].startswith("ب"))
    first = at + 1 if at < len(words) and spells(words[at], "into") else at
    return placed and any(one.first == first for one in scene.annotations.places)
