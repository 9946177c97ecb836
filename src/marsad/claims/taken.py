"""Figures of places that changed hands: "استعاد الجيش 7 قرى خلال أسبوع"."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.claims.figure import Figure, may_total
from marsad.claims.lists import spells
from marsad.claims.scene import Scene
from marsad.model.report import Sentence

__all__ = ["of_taken"]

_STATES = frozenset(
    (
        "syr-regime", "syr-gov", "iraq", "lebanon", "jordan", "yemen-gov", "sudan-saf", "egypt", "turkey", "russia",
        "israel", "gnu",
    )
)  # fmt: skip
_REACH = 6


def of_taken(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
    """Yield the numbers of places that a side is told to have taken."""
    words = scene.document.words
    for number in scene.within(scene.annotations.numbers, sentence.first, sentence.stop):
        if (number.estimate.best or 0) < 2 or number.stop >= sentence.stop or not may_total(scene, number):
            continue
        if not spells(words[number.stop], "settlement"):
            continue
        low = max(sentence.first, number.first - _REACH)
        near = list(scene.within(scene.annotations.triggers, low, number.first))
        taken = [one for one in near if one.sense == "seize-place"]
        if not taken or any(one.sense == "protest" for one in near):
            continue  # "التظاهرات التي اجتاحت 140 مدينة"
        yield Figure(
            number=number.estimate.best or 0, measure="events", what=_what(scene, sentence, number.first),
            first=taken[-1].first, stop=number.stop + 1, core=number.first, rule_id="claims.tally.taken",
        )  # fmt: skip


def _what(scene: Scene, sentence: Sentence, at: int) -> str | None:
    """Return how a place changed hands, by the armed side told last before word `at`."""
    sides = [one for one in scene.within(scene.annotations.actors, sentence.first, at) if one.armed and one.code]
    if not sides:
        return None
    return "Government regains territory" if sides[-1].code in _STATES else "Non-state actor overtakes territory"
