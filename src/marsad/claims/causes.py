"""What people of a figure were hurt by: "قتلوا بالألغام", "في قصف"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from marsad.claims.acts import Act, cause_type, kills
from marsad.claims.counted import act_of
from marsad.claims.lists import entry_of, says, says_any, spells
from marsad.claims.scene import Scene
from marsad.model.report import Sentence

__all__ = ["Cause", "are_civilians", "cause_of"]

_MASS = frozenset(("shelling", "strike", "clash", "protest"))
"""Senses whose nouns name no single act."""
_FAR = 30
_GROWS = 5
"""Words at most from an act to the verb by which a sum grows with it."""
_BARE = 5
"""Words at most of a clause that holds but a number and whom it counts."""
_AIR = "Air/drone strike"
_BLAST = "Remote explosive/landmine/IED"
_MANNERS = frozenset(("assassination", "execution"))
_HURTS = frozenset(("death", "injury"))
_AHEAD = 2
"""Words by which a cause before people is farther, unless they came of it: "ردا على القصف قتلت 9 في الاحتجاجات"."""


@dataclass(frozen=True, slots=True)
class Cause:
    """What people were hurt by; `single` when it is one act ("بهجوم")."""

    what: str | None
    single: bool


def cause_of(scene: Scene, sentence: Sentence, first: int, stop: int) -> Cause:
    """Return what the people of a figure were hurt by: the nearest act of its clause, else of its sentence."""
    low, high = scene.clause(sentence, first)
    high = max(high, stop)
    of_war = first - low > 1 and spells(scene.document.words[first - 1], "relative")
    if of_war and says(scene.document.words[first - 2], "at-war"):
        return Cause(None, single=False)  # "غارات قد تؤدي إلى تصعيد الحرب التي قتل فيها 350 ألفاً"
    if says_any(scene.document.words[first : stop + 1], "body") and says_any(scene.document.words[low:high], "rubble"):
        return Cause(None, single=False)  # "انتشلت من تحت الأنقاض جثامين"
    high = _with_reason(scene, sentence, high)
    low = _over_relative(scene, sentence, low)
    wider = ((sentence.first, high), (sentence.first, sentence.stop))
    if low > sentence.first and ":" in scene.document.gap(low):
        before, _ = scene.clause(sentence, low - 1)
        low = before if scene.cues_in("head", before, low) else low  # "حصيلة المعارك: 1600 قتيل"
    elif first == low > sentence.first and len(scene.document.words[first:high]) <= _BARE:
        before, _ = scene.clause(sentence, low - 1)
        low = before if scene.cues_in("head", before, low) else low  # "بلغت حصيلة القصف على درعا، 60 مدنياً، قضوا"
    own = any(scene.cues_in(role, low, high) for role in ("head", "running", "tally"))
    goes_on = bool(scene.cues_in("result", low, high)) or _counted_before(scene, sentence, low)
    single = False
    for start, end in ((low, high), *(wider if goes_on and not own else ())):
        cause = _named_cause(scene, first, stop, start, end)
        single = single or (cause is not None and cause.single)
        if cause is not None and (cause.what is not None or not goes_on):
            return Cause(cause.what, single)
    told = [entry_of(word, "weapon-told") for word in scene.document.words[low:high] if word.startswith("ب")]
    told += [entry_of(scene.document.words[at], "weapon-told") for at in _who_hurts(scene, low, high)]
    sniped = any(says(scene.document.words[at], "sniping") for at in _who_hurts(scene, low, high))
    if sniped and not single:
        return Cause("Attack" if are_civilians(scene, low, high) else "Armed clash", single)
    if not single and any(told):
        return Cause(next(one["sub_event_type"] for one in told if one is not None), single)
    if any(says(word, "buried") for word in scene.document.words[low:high]) and not single:
        return Cause(_BLAST, single)
    if not single and says_any(scene.document.words[first : stop + 1], "protester"):
        return Cause("Protests", single)  # "12 متظاهراً قتلوا"
    if any(_in_march(scene, at) for at in range(low + 1, high)):
        return Cause("Protests", single)
    if says_any(scene.document.words[low:high], "slain"):
        return Cause("Attack", single)
    if says_any(scene.document.words[low:high], "both-sides"):
        return Cause("Armed clash", single)
    return Cause(None, single)


def _in_march(scene: Scene, at: int) -> bool:
    """Say whether people fell at protests: "عدد شهداء المواكب", "71 مصاباً في مواكب العاصمة"."""
    before = scene.document.words[at - 1]
    led = spells(before, "into") or says(before, "killed-one") or says(before, "wounded-one")
    return led and spells(scene.document.words[at], "marches") and not _in_period(scene, at)


def _who_hurts(scene: Scene, low: int, high: int) -> Iterator[int]:
    """Yield the words that follow a verb of killing at once: "قتل الطيران 50 مسعفاً"."""
    for one in scene.within(scene.annotations.triggers, low, high - 1):
        if one.pos == "verb" and one.sense in _HURTS and not scene.pause(one.stop):
            yield one.stop


def _over_relative(scene: Scene, sentence: Sentence, low: int) -> int:
    """Return where a clause begins that goes on behind what says more of its acts: "الاشتباكات، التي اندلعت، عن"."""
    words = scene.document.words
    if low == sentence.first or not (
        spells(words[low], "into") or spells(words[low], "away") or spells(words[low], "to")
    ):
        return low
    before, _ = scene.clause(sentence, low - 1)
    if before == sentence.first or not spells(words[before], "relative"):
        return low
    return scene.clause(sentence, before - 1)[0]


def _with_reason(scene: Scene, sentence: Sentence, high: int) -> int:
    """Return where the clause ends that tells why: "قُتل 200، بينهم 41 طفلاً، وأصيب 341، جراء انفجار ألغام".

    Between it and whom it befell stand but those of them who are told apart, and others who were hurt.
    """
    words, stop = scene.document.words, high
    while stop < sentence.stop:
        _, behind = scene.clause(sentence, stop)
        if spells(words[stop], "because") or _is_by(scene, stop):
            return behind
        apart = any(cue.first == stop for cue in scene.cues["subset"])
        hurt = words[stop].startswith("و") and any(
            one.first == stop and one.sense in _HURTS for one in scene.annotations.triggers
        )
        if not (apart or hurt) or behind <= stop:
            break
        stop = behind
    return high


def _is_by(scene: Scene, at: int) -> bool:
    """Say whether a clause opens with what people fell by: "قُتل 120 خلال أسبوع، بقصف مدفعي متبادل"."""
    by = scene.document.words[at].startswith("ب")
    return by and any(
        one.first == at and one.pos == "noun" and not one.weak and one.sense not in _HURTS
        for one in scene.annotations.triggers
    )


def _named_cause(scene: Scene, first: int, stop: int, start: int, end: int) -> Cause | None:
    """Return the cause in words `start` to `end` that is nearest to the people in words `first` to `stop`."""
    near: list[tuple[int, str | None]] = []
    single = False
    for trigger in scene.within(scene.annotations.triggers, start, end):
        drones = are_drones(scene, trigger.first, trigger.stop)
        if trigger.weak and not drones and not first <= trigger.first < stop:
            continue
        act = next((one for one in scene.acts if one.first <= trigger.first < one.stop), None)
        verb = scene.document.words[trigger.first : trigger.stop]
        what = cause_type(trigger, act, shells=says_any(verb, "shells"))
        if what == "Armed clash" and says_any(verb, "sniping") and are_civilians(scene, start, end):
            what = "Attack"
        if (what is None and trigger.sense != "assault") or _in_period(scene, trigger.first):
            continue
        ended = trigger.sense == "dispersal" and any(_opened_it(scene, one.first) for one in scene.acts)
        if _opened_it(scene, trigger.first) or ended:
            continue
        if says(scene.document.words[trigger.first], "no-cause"):
            continue  # "خسرت القوات 159 عنصراً", "تدمير 14 آلية والقضاء على 160"
        if _adds(scene, trigger.first):
            continue  # "وبهذه الجريمة يبلغ عدد من قتلوا"
        named = scene.document.words[trigger.first : trigger.stop]
        if what == "Shelling/artillery/missile attack" and _is_flown(scene, trigger.stop, end):
            what = _AIR  # "قصف طائرات التحالف"
        if drones:
            what = _AIR  # "مسيّرات", and not "مسيرات"
        if _is_left_behind(scene, trigger.first):
            what = _BLAST
        apart = not first <= trigger.first < stop
        if (says(named[0], "bullets") and what != "Attack") or (apart and says(named[0], "protester")):
            continue  # who was shot may have been a fighter or not; who protests is no act
        definite = trigger.definite or any(word.startswith("ال") for word in named[1:])  # "تحت التعذيب"
        manner = trigger.sense in _MANNERS and named[-1].endswith("ا")  # "فقدت 15 من أبنائها اغتيالاً"
        body = says(named[0], "body")
        shot = says(named[0], "bullets")  # "برصاص قناصة"
        many = _is_many(named[0]) or _is_of_many(scene, trigger.first + 1, min(trigger.stop + 1, end))
        one = trigger.pos == "noun" and not (definite or manner or body or shot or many) and apart
        single = single or (one and trigger.sense not in _MASS)
        ahead = trigger.stop <= first and not scene.cues_in("result", trigger.stop, stop)
        near.append(
            (
                min(abs(trigger.first - stop), abs(first - trigger.stop))
                + (_AHEAD if ahead else 0)
                + (_FAR if body else 0),
                what,
            )
        )
    what = min(near, key=lambda pair: pair[0])[1] if near else None
    if what is None:
        acts = (
            act
            for act in scene.within(scene.acts, start, end)
            if act.noun
            and act.counts
            and not _adds(scene, act.first)
            and not _is_strife(scene, act)
            and not _opened_it(scene, act.first)
        )
        named_act = next((act for act in acts if kills(act) and not _in_period(scene, act.first)), None)
        what = None if named_act is None else _BLAST if _is_left_behind(scene, named_act.first) else kills(named_act)
    return Cause(what, single) if near or what is not None else None


def _is_of_many(scene: Scene, first: int, stop: int) -> bool:
    """Say whether words `first` to `stop` tell of things left behind, more than one of which went off: "بمخلفات"."""
    return says_any(scene.document.words[first:stop], "remnant")


def _opened_it(scene: Scene, at: int) -> bool:
    """Say whether an act is but what a war began with: "نزاع بدأ باحتجاجات سلمية، وأودى بحياة 350 ألفاً"."""
    words = scene.document.words
    return at > 0 and words[at].startswith("ب") and says(words[at - 1], "began")


def _is_left_behind(scene: Scene, at: int) -> bool:
    """Say whether a word tells what left something behind that goes off like a mine: "مخلفات القصف"."""
    return at > 0 and says(scene.document.words[at - 1], "remnant")


def _is_strife(scene: Scene, act: Act) -> bool:
    """Say whether a noun is one for all that a war does, beside others such: "أعمال العنف والنزاع المسلح"."""
    words = scene.document.words[max(act.first - 2, 0) : act.stop]
    joined = any(word.startswith("و") for word in words)
    return joined and sum(says(word, "strife") for word in words) > 1


def are_civilians(scene: Scene, start: int, end: int) -> bool:
    """Say whether words `start` to `end` name civilians: whom snipers shoot at is attacked, and not fought."""
    return says_any(scene.document.words[start:end], "civilian") or any(
        one.code == "civilians" for one in scene.annotations.actors if start <= one.first < end
    )


def _is_flown(scene: Scene, at: int, end: int) -> bool:
    """Say whether aircraft stand at once behind a word for shelling."""
    told = entry_of(scene.document.words[at], "weapon-told") if at < end and not scene.pause(at) else None
    return told is not None and told["sub_event_type"] == _AIR


def are_drones(scene: Scene, first: int, stop: int) -> bool:
    """Say whether words `first` to `stop` are written as drones are, and not as marches: "مسيّرات", not "مسيرات"."""
    return any(
        says(scene.document.words[at], "march-or-drone") and "يّ" in scene.document.quote(at, at + 1)
        for at in range(first, stop)
    )


def _adds(scene: Scene, at: int) -> bool:
    """Say whether an act is the last by which a sum grew: "وبهذه الجريمة يبلغ", "ومع قصف أمس ترتفع"."""
    before = scene.document.words[at - 1] if at else ""
    grows = spells(before.removeprefix("و"), "with") and scene.cues_in("running", at, at + _GROWS)
    adds = at > 0 and says(before, "sum-grows") and not spells(before, "by-it")  # "رفعت جريمة أمس عدد النساء"
    return says(before, "adding") or bool(grows) or adds


def _counted_before(scene: Scene, sentence: Sentence, stop: int) -> bool:
    """Say whether acts were counted earlier in the sentence: "شنت 48 ضربة، وقتلت 5"."""
    numbers = scene.within(scene.annotations.numbers, sentence.first, stop)
    return any(act_of(scene, number) is not None for number in numbers)


def _in_period(scene: Scene, at: int) -> bool:
    """Say whether a word belongs to what a period began with: "منذ فض الاعتصام يوم 3 يونيو"."""
    words = scene.document.words
    for period in scene.periods:
        if period.happening and period.first <= at < max(period.stop, period.first + 4):
            return True
        told = period.happening and words[period.first + 1 : period.first + 2] == ("ان",)
        if told and period.first < at and not any(map(scene.pause, range(period.first + 1, at + 1))):
            return True  # "منذ أن دفع الطرفان بالطيران المسيّر إلى المعركة"
        set_off = period.since and words[period.stop : period.stop + 1] and spells(words[period.stop], "set-off")
        if set_off and period.stop < at and not any(scene.pause(one) for one in range(period.stop, at + 1)):
            return True  # "منذ 18 شباط عندما بدأت العمليات"
    return False


def _is_many(word: str) -> bool:
    """Say whether a folded noun is a plural of acts: "غارات", "هجمات", "الغام"."""
    return word.endswith("ات") or says(word, "many-acts")
