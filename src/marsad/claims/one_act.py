"""Whether people are those of one act in a period, whose toll is no claim: "قتل 5 بهجوم خلال الأسبوع الماضي"."""

from __future__ import annotations

from marsad.claims.belongs import tallied
from marsad.claims.figure import Figure
from marsad.claims.lists import says
from marsad.claims.periods import Period
from marsad.claims.scene import Scene
from marsad.model.report import Sentence

__all__ = ["is_of_one_act"]

_HURT = ("killed", "wounded")
_DAYS = 6
"""Days up to which the toll of one act rises."""
_COUNTED = 2
"""Words from what counts a toll on within which stands the act that it is of."""


def is_of_one_act(scene: Scene, sentence: Sentence, figure: Figure, period: Period) -> bool:
    """Say whether people are those of one act in the period: "قتل 5 بهجوم على حاجز خلال الأسبوع الماضي"."""
    if figure.measure not in _HURT:
        return False
    if _is_toll_of_one(scene, sentence, period):
        return True
    single = figure.cause is not None and figure.cause.single
    return single and not period.since and not tallied(scene, sentence, figure)


def _is_toll_of_one(scene: Scene, sentence: Sentence, period: Period) -> bool:
    """Say whether a toll that has run on for some days is that of one act: "ضحايا هجوم القوات على القرية منذ الأحد"."""
    if not period.since or period.happening or period.start is None or period.end is None:
        return False
    if (period.end - period.start).days > _DAYS:
        return False
    low, _ = scene.clause(sentence, period.first)
    heads = [cue for role in ("head", "running", "tally") for cue in scene.cues_in(role, low, period.first)]
    words = scene.document.words
    return any(
        says(words[at], "one-act") and not says(words[at], "many-acts")
        for cue in heads
        for at in range(cue.stop, min(cue.stop + _COUNTED, period.first))  # "عدد ضحايا هجوم", "حصيلة الهجوم"
    )
