"""Figures of places that changed hands: "استعاد الجيش 7 قرى خلال أسبوع"."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.claims.figure import Figure, may_total
from marsad.claims.lists import says, spells
from marsad.claims.scene import Scene
from marsad.model.report import Sentence
from marsad.model.what import TriggerMention
from marsad.model.who import ActorMention

__all__ = ["of_taken"]

_STATES = frozenset(
    (
        "syr-regime", "syr-gov", "iraq", "lebanon", "jordan", "yemen-gov", "sudan-saf", "egypt", "turkey", "russia",
        "israel", "gnu",
    )
)  # fmt: skip
_REACH = 6
_OVERTAKES, _REGAINS = "Non-state actor overtakes territory", "Government regains territory"


def of_taken(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
    """Yield the numbers of places that a side is told to have taken."""
    words = scene.document.words
    for number in scene.within(scene.annotations.numbers, sentence.first, sentence.stop):
        if (number.estimate.best or 0) < 2 or number.stop >= sentence.stop or not may_total(scene, number):
            continue
        if not spells(words[number.stop], "settlement"):
            continue
        between = [one for one in scene.periods if number.first - _REACH <= one.stop <= number.first]
        reach = (
            min([number.first, *(one.first for one in between)]) - _REACH
        )  # "استعادت منذ بدء العملية في 20 آذار 160"
        low = max(sentence.first, reach)
        near = list(scene.within(scene.annotations.triggers, low, number.first))
        taken = [one for one in near if one.sense == "seize-place"]
        if not taken or any(one.sense == "protest" for one in near):
            continue  # "التظاهرات التي اجتاحت 140 مدينة"
        yield Figure(
            number=number.estimate.best or 0, measure="events", what=_what(scene, sentence, taken[-1], number.first),
            first=taken[-1].first, stop=number.stop + 1, core=number.first, rule_id="claims.tally.taken",
        )  # fmt: skip


def _what(scene: Scene, sentence: Sentence, taken: TriggerMention, at: int) -> str | None:
    """Return how places changed hands, by the side that took them: it follows its verb, or was told before it.

    From whom they were taken, and who was killed before, took nothing: "قتلت القوات 40 حوثياً واستعادت 3 مديريات".
    """
    words = scene.document.words
    if says(words[taken.first], "losing"):
        lost = _sides(scene, taken.stop, at) or _sides(scene, sentence.first, taken.first)
        return _OVERTAKES if lost and lost[0].code in _STATES else None
    sides = _sides(scene, taken.stop, at)[:1] or _sides(scene, sentence.first, taken.first)[-1:]
    if sides:
        return _REGAINS if sides[0].code in _STATES else _OVERTAKES
    own = (one.code in _STATES for one in scene.within(scene.annotations.actors, sentence.first, at))
    return _REGAINS if any(own) else None  # "أسفرت العملية عن مقتل 12 جندياً تركياً وتحرير 176 قرية"


def _sides(scene: Scene, first: int, stop: int) -> list[ActorMention]:
    """Return the armed sides that act in words `first` to `stop`: none that a number or "من", "ضد" stands before."""
    words = scene.document.words
    counted = {one.stop for one in scene.annotations.numbers if one.kind == "cardinal"}
    return [
        one
        for one in scene.within(scene.annotations.actors, first, stop)
        if one.armed
        and one.code
        and one.first not in counted
        and not words[one.first].startswith("لل")
        and (one.first == first or not spells(words[one.first - 1], "taken-from"))
    ]
