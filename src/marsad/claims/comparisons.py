"""Rises and falls told by comparing: "الهجمات خلال آذار أقل من شباط", "تجاوزت ما سجل في شباط"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from marsad.claims.lists import says, spells, spells_any
from marsad.claims.periods import Period
from marsad.claims.scene import Scene
from marsad.claims.words import Cue
from marsad.model.report import Sentence

__all__ = ["comparisons", "is_compared", "is_past", "next_to_compared"]

_REACH, _PERIOD, _COMPARED = 8, 3, 5
_SHORTER = 3
"""Days by which one month is shorter than another at most."""


def comparisons(scene: Scene, sentence: Sentence) -> Iterator[Cue]:
    """Yield the words that set what was counted above or below another period, as cues of a rise or fall."""
    words = scene.document.words
    for at in range(sentence.first, sentence.stop - 1):
        role = "rise" if spells(words[at], "higher") else "fall" if spells(words[at], "lower") else None
        if role is not None and spells(words[at + 1], "than"):
            told = any(at + 2 <= one.first <= at + 1 + _PERIOD for one in scene.periods)
            if told and not any(number.first == at + 2 for number in scene.annotations.numbers):
                yield Cue(at, at + 2, role, None, "claims.comparison", "fixed", "")
        elif says(words[at], "becomes") and (denser := _denser(scene, sentence, at)) is not None:
            yield denser
        elif says(words[at], "passes") and not spells(words[at - 1], "negation"):
            recorded = spells(words[at + 1], "its-number") or any(
                spells(words[one], "whatever") and spells(words[one + 1], "recorded")
                for one in range(at + 1, min(at + _REACH, sentence.stop - 1))
            )
            _, high = scene.clause(sentence, at)
            if recorded and not spells_any(words[at:high], "times"):  # "تجاوز عددها ضعف ما سجل"
                yield Cue(at, at + 1, "rise", None, "claims.comparison", "verb", "")


def _denser(scene: Scene, sentence: Sentence, at: int) -> Cue | None:
    """Return the word of more or less behind "باتت" that a period or pause follows: "باتت الغارات أكثف في أيار"."""
    words = scene.document.words
    _, high = scene.clause(sentence, at)
    for behind in range(at + 2, min(high, at + _REACH)):
        role = "rise" if spells(words[behind], "higher") else "fall" if spells(words[behind], "lower") else None
        closed = behind + 1 == high or any(behind + 1 <= one.first <= behind + 2 for one in scene.periods)
        if role is not None and closed:
            return Cue(behind, behind + 1, role, None, "claims.comparison", "fixed", "")
    return None


def next_to_compared(scene: Scene, sentence: Sentence, low: int) -> Period | None:
    """Return the period told before that follows at once the one compared with: May of "عما كانت عليه في نيسان"."""
    _, high = scene.clause(sentence, low)
    for compared in scene.within(scene.periods, low, high):
        if not is_compared(scene, compared) or compared.end is None:
            continue
        ahead = (one for one in scene.periods if one.stop <= sentence.first and one.firm and not one.since)
        following = (one for one in ahead if one.start == compared.end + timedelta(1))
        return next((one for one in following if _days(one) >= _days(compared) - _SHORTER), None)
    return None


def _days(period: Period) -> int:
    return (period.end - period.start).days if period.start is not None and period.end is not None else 0


def is_compared(scene: Scene, period: Period) -> bool:
    """Say whether a period is the one compared with: "مقارنة بشباط"."""
    sentence = next(one for one in scene.document.sentences if one.first <= period.first < one.stop)
    return any(
        max(period.first - _COMPARED, sentence.first) <= cue.first
        and cue.stop <= period.first
        and not any(map(scene.pause, range(cue.stop, period.first)))
        and not any(_is_nearer(scene, one, period) for one in scene.within(scene.periods, cue.stop, period.first))
        for cue in scene.cues["compared"]
    )


def _is_nearer(scene: Scene, period: Period, other: Period) -> bool:
    """Say whether a period before another alone is compared with: "مقارنة بأكتوبر تراجعت الغارات في نوفمبر"."""
    return period.start is not None and not scene.document.words[other.first].startswith("و")


def is_past(scene: Scene, period: Period) -> bool:
    """Say whether a period is a past one by its own words, or that of acts told with it: "هجمات آذار"; no mere day."""
    of_acts = any(act.noun and act.counts and act.stop == period.first for act in scene.acts)
    past = spells_any(scene.document.words[period.first : period.stop], "past")
    return not period.day and (past or (of_acts and not scene.pause(period.first)))
