"""Figures whose number and verb a part of them stands between: "أكثر من 100 بينهم 13 طفلاً قتلوا"."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.claims.figure import MEASURES, Figure, may_total, outcome_words, people_told
from marsad.claims.scene import Scene
from marsad.model.report import Sentence

__all__ = ["of_parted"]

_REACH = 8
"""Words at most between a number and its verb."""


def of_parted(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
    """Yield the people of a plural verb whose number stands before the part of them that is told apart."""
    words = scene.document.words
    for number in scene.within(scene.annotations.numbers, sentence.first, sentence.stop):
        parts = scene.cues_in("subset", number.stop, min(number.stop + 2, sentence.stop))
        if not parts or not may_total(scene, number) or (number.estimate.best or 0) < 2:
            continue
        for first, stop, outcome in outcome_words(words, parts[0].stop, min(parts[0].stop + _REACH, sentence.stop)):
            measure = MEASURES.get(outcome)
            if measure is None or not words[first].endswith("وا") or words[first].startswith("و"):
                continue
            yield people_told(
                scene, sentence, number, measure, first=number.first, stop=stop, rule_id="claims.tally.parted"
            )
            break
