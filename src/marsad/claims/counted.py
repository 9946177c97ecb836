"""The act that a number counts: "14 هجوماً", "عمليتي اغتيال"."""

from __future__ import annotations

from dataclasses import replace

from marsad.claims.acts import CASE_MEASURES, Act, act_type
from marsad.claims.lists import entry_of, says, spells, spells_any
from marsad.claims.scene import Scene
from marsad.model.quantity import NumberMention
from marsad.model.report import Sentence
from marsad.model.what import TriggerMention

__all__ = ["act_of", "acted_again", "told_as", "typed_before"]

_SHELLING = "Shelling/artillery/missile attack"
_MOVE = "Change to group/activity"
_THEREIN = 4
"""Words behind "times" within which is told that acts were done in them."""
_DONE = frozenset(("strike", "blast", "shooting", "assault"))


def _weapon_told(scene: Scene, sentence: Sentence, number: NumberMention) -> str | None:
    """Return what the weapon of a clause says of a blow: "استهدفت القواعد 8 مرات بالمسيّرات"."""
    low, high = scene.clause(sentence, number.first)
    told = (entry_of(word, "weapon-told") for word in scene.document.words[low:high] if word.startswith("ب"))
    return next((one["sub_event_type"] for one in told if one is not None), None)


def _is_act_again(scene: Scene, act: Act, number: NumberMention) -> bool:
    """Say whether it is an act that was done so many times, and not what a relative clause behind it tells."""
    words = scene.document.words
    having = [at for at in range(act.stop, number.first) if says(words[at], "relative")]
    if not having:
        return True
    told = scene.within(scene.annotations.triggers, having[-1], number.first)
    return any(one.pos == "verb" for one in told)  # and not "تفجيرات رغم التحذيرات التي أصدرتها مرتين"


def _flown_by(scene: Scene, low: int, trigger: TriggerMention) -> str | None:
    """Return the type of what aircraft do that are the subject of a verb: "الطيران المسيّر استهدف القرى 47 مرة"."""
    aircraft = (one for one in scene.within(scene.annotations.triggers, low, trigger.first) if one.sense == "airstrike")
    return next((one.sub_event_type for one in aircraft), None)


def _is_any_blow(trigger: TriggerMention, verb: str) -> bool:
    """Say whether a verb of hitting leaves open with what: "استهدفت", and not "قصفت"."""
    return trigger.sense == "strike" and not says(verb, "shells")


def act_of(scene: Scene, number: NumberMention) -> Act | None:
    """Return the act that a number counts, None when it counts something else."""
    if number.kind == "dual":
        if scene.document.words[number.first].lstrip("وفبك").startswith(("ال", "لل")):
            return None  # "وقتل في الضربتين أربعة" points to two acts told before
        pair = next((act for act in scene.acts if act.first == number.stop - 1), None)
        return pair if pair is not None and (pair.noun or says(_single(scene, pair), "countable")) else None
    return next((act for act in scene.acts if _counts(scene, act, number)), None)


def _single(scene: Scene, pair: Act) -> str:
    """Return the noun of which two are told: "اشتباك" of "اشتباكين"."""
    return scene.document.words[pair.first].removesuffix("ين").removesuffix("ان")


def _counts(scene: Scene, act: Act, number: NumberMention) -> bool:
    """Say whether a number counts the act behind it: acts, and not things such as "5 سيارات مفخخة"."""
    word = scene.document.words[act.first]
    if act.first != number.stop or scene.pause(act.first):
        return False
    if word.startswith("ب") and says(word.removeprefix("ب"), "countable"):
        return False  # "وجرح 92 بالغارات"
    if word.startswith("و") and says(word.removeprefix("و"), "countable"):
        return False  # "مقتل 11 واعتقال 19"
    return act.noun or says(word, "countable")


def typed_before(scene: Scene, sentence: Sentence, act: Act) -> str | None:
    """Return the type of the acts that a general noun counts: "بلغت الاغتيالات في المدينة 14 عملية"."""
    words = scene.document.words
    if not says(words[act.first], "general-act"):
        return None
    for one in reversed(list(scene.within(scene.acts, sentence.first, act.first))):
        if one.what is None or not one.noun or not one.counts:
            continue
        named = words[one.first : one.stop]
        many = named[-1].endswith("ات") or named[0].endswith("ات")  # "الاغتيالات", "عمليات الخطف"
        many = many or one.what in CASE_MEASURES  # "رجع الخطف، 3 حوادث بأسبوع"
        if named[-1].startswith("ال") and many:
            return one.what
        if act.stop - act.first == 1 and says(words[one.first], "general-act") and _is_alone(scene, act.stop):
            return one.what  # "خمس عمليات اغتيال، بينما لم تسجل سوى عمليتين"
    return None


def told_as(scene: Scene, at: int, first: int, stop: int) -> Act | None:
    """Return the acts of a known type in words `first` to `stop` to which a noun with its article points back."""
    words = scene.document.words
    noun = words[at].lstrip("وفبل")
    if not noun.startswith("ال"):
        return None
    same = [
        one
        for one in scene.within(scene.acts, first, stop)
        if words[one.first].lstrip("وفبل").removeprefix("ال") == noun.removeprefix("ال")
    ]
    return same[-1] if same and same[-1].what is not None else None


def _at_fighters(scene: Scene, sentence: Sentence, at: int) -> bool:
    """Say whether fighters are told behind word `at`, who are shot at: nobody armed is but attacked."""
    armed = (one for one in scene.annotations.actors if one.armed and at <= one.first < sentence.stop)
    shot_at = any(spells_any(scene.document.words[max(at, one.first - 2) : one.first], "onto") for one in armed)
    return shot_at or any(spells(word, "fighter") for word in scene.document.words[at : sentence.stop])


def _is_alone(scene: Scene, at: int) -> bool:
    """Say whether no adjective or noun behind an act says more of it."""
    words = scene.document.words
    return at == len(words) or scene.pause(at) or spells(words[at], "into") or spells(words[at], "year-opener")


def acted_again(scene: Scene, sentence: Sentence, number: NumberMention) -> Act | None:
    """Read "تكررت عمليات الخطف أربع مرات": the act of the clause, so many times."""
    if number.kind == "dual":
        again = any(cue.first == number.first for cue in scene.cues["again"])
    else:
        again = any(cue.first == number.stop for cue in scene.cues["again"])
    if not again:
        return None
    low, _ = scene.clause(sentence, number.first)
    said = [at for at in range(low, number.first) if spells(scene.document.words[at], "that-is-said")]
    low = said[-1] + 1 if said else low  # "قال الناطق باسم عملية الكرامة إن القوات خرقت الهدنة 110 مرات"
    if any(scene.cues_in(role, low, number.first) for role in ("rise", "fall")):
        return None  # "تضاعفت الهجمات ثلاث مرات"
    act = next((one for one in scene.within(scene.acts, low, number.first) if one.counts), None)
    if act is None and spells_any(scene.document.words[number.stop + 1 : number.stop + _THEREIN], "in-it"):
        behind = scene.clause(sentence, number.first)[1]  # "49 مرة قامت خلالها إسرائيل باستهداف"
        return next((one for one in scene.within(scene.acts, number.stop, behind) if one.counts and one.noun), None)
    if act is not None and not _is_act_again(scene, act, number):
        return None
    if act is not None:
        by = entry_of(scene.document.words[act.stop], "weapon-told") if act.what == _SHELLING else None
        return act if by is None else replace(act, what=by["sub_event_type"])  # "قصف الطيران مواقع 15 مرة"
    for at in range(low, number.first):
        if says(scene.document.words[at], "breached"):
            return Act(first=at, stop=at + 1, what=None, noun=True, rule_id="claims.again.breach")
    for trigger in scene.within(scene.annotations.triggers, low, number.first):
        if trigger.pos == "verb" and (trigger.sub_event_type or trigger.sense in _DONE):
            verb = scene.document.words[trigger.first]
            what = trigger.sub_event_type or (None if _is_any_blow(trigger, verb) else act_type(trigger.sense))
            told = _weapon_told(scene, sentence, number) or _flown_by(scene, low, trigger) if what is None else None
            what = _MOVE if says(verb, "moves") else what or told
            if (
                what == "Armed clash"
                and trigger.sense == "shooting"
                and not _at_fighters(scene, sentence, trigger.stop)
            ):
                what = "Attack"
            what = "Attack" if says(verb, "assails") else what  # "اعتدى المستوطنون 122 مرة"
            return Act(first=trigger.first, stop=trigger.stop, what=what, noun=True, rule_id="claims.again.verb")
    return None
