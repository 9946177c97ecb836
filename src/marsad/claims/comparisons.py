"""Rises and falls told by comparing: "الهجمات خلال آذار أقل من شباط", "تجاوزت ما سجل في شباط"."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.claims.scene import Scene
from marsad.claims.words import Cue
from marsad.model.report import Sentence

__all__ = ["comparisons"]

_MORE = frozenset(("اكبر", "اعلي", "اكثر", "اشد", "اسرع"))
_LESS = frozenset(("اقل", "ادني", "اخف", "اصغر"))
_PASSES = ("تجاوز", "تتجاوز", "يتجاوز", "فاق", "تفوق", "يفوق")
_RECORDED = frozenset(("سجل", "سجلته", "سجله", "كان", "كانت", "شهد", "شهده", "شهدته", "وثق"))
_REACH, _PERIOD = 8, 2


def comparisons(scene: Scene, sentence: Sentence) -> Iterator[Cue]:
    """Yield the words that set what was counted above or below another period, as cues of a rise or fall."""
    words = scene.document.words
    for at in range(sentence.first, sentence.stop - 1):
        role = "rise" if words[at] in _MORE else "fall" if words[at] in _LESS else None
        if role is not None and words[at + 1] == "من":
            told = any(at + 2 <= one.first <= at + 1 + _PERIOD for one in scene.periods)
            if told and not any(number.first == at + 2 for number in scene.annotations.numbers):
                yield Cue(at, at + 2, role, None, "claims.comparison", "fixed", "")
        elif words[at].removeprefix("و").startswith(_PASSES) and words[at - 1] not in ("لم", "لا", "لن"):
            recorded = any(
                words[one] == "ما" and words[one + 1] in _RECORDED
                for one in range(at + 1, min(at + _REACH, sentence.stop - 1))
            )
            if recorded:
                yield Cue(at, at + 1, "rise", None, "claims.comparison", "verb", "")
