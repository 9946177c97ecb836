"""What people of a figure were hurt by: "قتلوا بالألغام", "في قصف"."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.claims.acts import cause_type, kills
from marsad.claims.counted import act_of
from marsad.claims.scene import Scene
from marsad.model.report import Sentence

__all__ = ["Cause", "cause_of"]

_MASS = frozenset(("shelling", "strike", "clash", "protest"))
"""Senses whose nouns name no single act."""


@dataclass(frozen=True, slots=True)
class Cause:
    """What people were hurt by; `single` when it is one act ("بهجوم")."""

    what: str | None
    single: bool


def cause_of(scene: Scene, sentence: Sentence, first: int, stop: int) -> Cause:
    """Return what the people of a figure were hurt by: the nearest act of its clause, else of its sentence."""
    low, high = scene.clause(sentence, first)
    high = max(high, stop)
    wider = ((sentence.first, high), (sentence.first, sentence.stop))
    own = any(scene.cues_in(role, low, high) for role in ("head", "running", "tally"))
    goes_on = bool(scene.cues_in("result", low, high)) or _counted_before(scene, sentence, low)
    for start, end in ((low, high), *(wider if goes_on and not own else ())):
        cause = _named_cause(scene, first, stop, start, end)
        if cause is not None:
            return cause
    return Cause(None, single=False)


def _named_cause(scene: Scene, first: int, stop: int, start: int, end: int) -> Cause | None:
    """Return the cause in words `start` to `end` that is nearest to the people in words `first` to `stop`."""
    near: list[tuple[int, str | None]] = []
    single = False
    for trigger in scene.within(scene.annotations.triggers, start, end):
        act = next((one for one in scene.acts if one.first <= trigger.first < one.stop), None)
        what = cause_type(trigger, act)
        if (what is None and trigger.sense != "assault") or _in_period(scene, trigger.first):
            continue
        named = scene.document.words[trigger.first : trigger.stop]
        definite = trigger.definite or any(word.startswith("ال") for word in named[1:])  # "تحت التعذيب"
        one = trigger.pos == "noun" and not definite and not _is_many(named[0])
        single = single or (one and trigger.sense not in _MASS)
        near.append((min(abs(trigger.first - stop), abs(first - trigger.stop)), what))
    what = min(near, key=lambda pair: pair[0])[1] if near else None
    if what is None:
        acts = (act for act in scene.within(scene.acts, start, end) if act.noun and act.counts)
        what = next((kills(act) for act in acts if kills(act) and not _in_period(scene, act.first)), None)
    return Cause(what, single) if near or what is not None else None


def _counted_before(scene: Scene, sentence: Sentence, stop: int) -> bool:
    """Say whether acts were counted earlier in the sentence: "شنت 48 ضربة، وقتلت 5"."""
    numbers = scene.within(scene.annotations.numbers, sentence.first, stop)
    return any(act_of(scene, number) is not None for number in numbers)


def _in_period(scene: Scene, at: int) -> bool:
    """Say whether a word belongs to what a period began with: "منذ فض الاعتصام يوم 3 يونيو"."""
    return any(period.first <= at < max(period.stop, period.first + 4) for period in scene.periods if period.happening)


def _is_many(word: str) -> bool:
    """Say whether a folded noun is a plural of acts: "غارات", "هجمات", "الغام"."""
    return word.endswith("ات") or any(part in word for part in ("الغام", "عمليات", "كماين", "جرايم", "مجازر", "مفخخات"))
