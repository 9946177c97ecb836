"""Rises and falls told by comparing: "الهجمات خلال آذار أقل من شباط", "تجاوزت ما سجل في شباط"."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.claims.lists import says, spells
from marsad.claims.scene import Scene
from marsad.claims.words import Cue
from marsad.model.report import Sentence

__all__ = ["comparisons"]

_REACH, _PERIOD = 8, 2


def comparisons(scene: Scene, sentence: Sentence) -> Iterator[Cue]:
    """Yield the words that set what was counted above or below another period, as cues of a rise or fall."""
    words = scene.document.words
    for at in range(sentence.first, sentence.stop - 1):
        role = "rise" if spells(words[at], "higher") else "fall" if spells(words[at], "lower") else None
        if role is not None and words[at + 1] == "من":
            told = any(at + 2 <= one.first <= at + 1 + _PERIOD for one in scene.periods)
            if told and not any(number.first == at + 2 for number in scene.annotations.numbers):
                yield Cue(at, at + 2, role, None, "claims.comparison", "fixed", "")
        elif says(words[at], "passes") and not spells(words[at - 1], "negation"):
            recorded = any(
                words[one] == "ما" and spells(words[one + 1], "recorded")
                for one in range(at + 1, min(at + _REACH, sentence.stop - 1))
            )
            if recorded:
                yield Cue(at, at + 1, "rise", None, "claims.comparison", "verb", "")
