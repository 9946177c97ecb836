"""Figures of acts and of people: "14 هجوماً", "مقتل 72 مدنياً", "عدد الجرحى 18006"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from marsad.claims.acts import CASE_MEASURES, Act, cause_type, kills
from marsad.claims.scene import Scene
from marsad.lexicon.load import entries
from marsad.lexicon.match import Matcher
from marsad.model.quantity import NumberMention
from marsad.model.report import Sentence
from marsad.model.what import TriggerMention

__all__ = ["Cause", "Figure", "cause_of", "find_figures"]

_MEASURES = {"killed": "killed", "wounded": "wounded", "detained": "detained", "abducted": "abducted"}
_OWN_TYPE = {"detained": "Arrests", "abducted": "Abduction/forced disappearance"}
_KILLING = frozenset(("assassination", "execution"))
_BY_SENSE = {"assassination": "killed", "execution": "killed", "abduction": "abducted", "arrest": "detained"}
_SUBJECT = 4
"""Words that may name who acts, between a verb and the number of people it takes."""
_NO_TALLY = frozenset(("Change to group/activity", "Other", "Headquarters or base established", "Agreement"))
_HEAD_REACH = 24
_NEAR_HEAD = 5
_MASS = frozenset(("shelling", "strike", "clash", "protest"))
"""Senses whose nouns name no single act."""
_OF_THEM = frozenset(("منهم", "منها", "منهن"))
_DEEDS = (
    "نفجار", "تفجير", "هجوم", "هجم", "عملي", "غار", "ضرب", "قصف", "حمل", "محاول", "ظاهر", "وقف", "اعتصام",
    "اشتباك", "خطف", "اعتقال", "دهم", "اقتحام", "مداهم", "هدم", "اعتداء", "توغل", "كمين", "اغتيال",
    "استهداف", "خرق", "انتهاك", "حال", "حادث",
)  # fmt: skip
"""Parts of the first word of trigger phrases that can be counted."""
_SINGLE = frozenset(("واحده", "واحد"))
_TIMES = frozenset(("اضعاف", "ضعف", "ضعفا"))
_UNITS = frozenset(
    (
        "عاما",
        "سنه",
        "عام",
        "يوما",
        "شهرا",
        "ساعه",
        "اعوام",
        "سنوات",
        "ايام",
        "اشهر",
        "%",
        "بالميه",
        "بالمايه",
        "كيلومتر",
        "كم",
        "متر",
        "دولار",
        "ليره",
    )
)


@dataclass(frozen=True, slots=True)
class Cause:
    """What people were hurt by; `single` when it is one act ("بهجوم")."""

    what: str | None
    single: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number of acts or people in words `first` to `stop`; `core` is the word of the number itself."""

    number: int
    measure: str
    what: str | None
    first: int
    stop: int
    core: int
    cause: Cause | None = None
    rule_id: str


def find_figures(scene: Scene, sentence: Sentence) -> list[Figure]:
    """Return the figures of a sentence by position, none twice, without subsets ("بينهم 5 أطفال") and multiples."""
    found: list[Figure] = []
    for figures in (
        _of_people(scene, sentence),
        _of_acts(scene, sentence),
        _of_killing(scene, sentence),
        _of_heads(scene, sentence),
    ):
        for figure in figures:
            if not any(_same(figure, other) for other in found) and not _is_part(scene, sentence, figure):
                found.append(figure)
    return sorted(found, key=lambda figure: figure.core)


def _same(left: Figure, right: Figure) -> bool:
    return left.core == right.core or (
        left.number == right.number and left.first < right.stop and right.first < left.stop
    )


def _is_part(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    words = scene.document.words
    if words[figure.core + 1 : figure.core + 2] and words[figure.core + 1] in _TIMES:
        return True  # "ارتفعت بثلاثة أضعاف"
    if any(word in _OF_THEM for word in words[figure.core + 1 : figure.core + 3]) or _in_one_act(
        scene, sentence, figure
    ):
        return True
    return any(
        cue.stop <= figure.core and not any(scene.pause(at) for at in range(cue.stop, figure.core))
        for cue in scene.cues_in("subset", max(sentence.first, figure.core - 8), figure.core)
    )


def _in_one_act(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    """Say whether the clause of people names a single act: "قتل 30 في غارة واحدة"."""
    if figure.measure == "events":
        return False
    low, high = scene.clause(sentence, figure.core)
    return any(
        act.stop < high and scene.document.words[act.stop] in _SINGLE for act in scene.within(scene.acts, low, high)
    )


def _of_people(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
    for mention in scene.within(scene.annotations.casualties, sentence.first, sentence.stop):
        measure = _MEASURES.get(mention.outcome)
        best = mention.estimate.best
        if measure is None or mention.subset or best is None:
            continue
        numbers = [
            one
            for one in scene.within(scene.annotations.numbers, mention.first, mention.stop)
            if (one.estimate.best or 0) > 1 and not _is_dated(scene, one)
        ]
        for number in numbers:
            cause = cause_of(scene, sentence, mention.first, mention.stop)
            told = best if len(numbers) == 1 else number.estimate.best
            yield Figure(
                number=told or best,
                measure=measure, what=_OWN_TYPE.get(measure) or cause.what,
                first=mention.first if number is numbers[0] else number.first,
                stop=mention.stop if number is numbers[-1] else number.stop,
                core=number.first, cause=cause, rule_id="claims.tally.people",
            )  # fmt: skip


def _of_acts(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
    """Yield numbers with the act they count: "14 هجوماً", "عمليتي اغتيال", "أكثر من 600 توغل"."""
    for number in scene.within(scene.annotations.numbers, sentence.first, sentence.stop):
        if number.kind not in ("cardinal", "dual", "range") or (number.estimate.best or 0) < 2:
            continue
        best = number.estimate.best or 0
        act = _act_of(scene, number) or _again(scene, sentence, number)
        if act is None or not act.counts or (act.what in _NO_TALLY and not act.noun) or _is_dated(scene, number):
            continue
        yield Figure(
            number=best, measure=act.measure, what=act.what, first=min(number.first, act.first),
            stop=max(number.stop, act.stop), core=number.first, rule_id="claims.tally.acts",
        )  # fmt: skip


def _act_of(scene: Scene, number: NumberMention) -> Act | None:
    if number.kind == "dual":
        return next((act for act in scene.acts if act.first == number.stop - 1 and act.noun), None)
    return next((act for act in scene.acts if _counts(scene, act, number)), None)


def _counts(scene: Scene, act: Act, number: NumberMention) -> bool:
    """Say whether a number counts the act behind it: acts, and not things such as "5 سيارات مفخخة"."""
    if act.first != number.stop or scene.pause(act.first):
        return False
    return act.noun or any(part in scene.document.words[act.first] for part in _DEEDS)


def _again(scene: Scene, sentence: Sentence, number: NumberMention) -> Act | None:
    """Read "تكررت عمليات الخطف أربع مرات": the act of the clause, so many times."""
    if not any(cue.first == number.stop for cue in scene.cues["again"]):
        return None
    low, _ = scene.clause(sentence, number.first)
    return next(iter(scene.within(scene.acts, low, number.first)), None)


def _is_dated(scene: Scene, number: NumberMention) -> bool:
    return any(told.first < number.stop and number.first < told.stop for told in scene.annotations.dates)


def _of_killing(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
    """Yield people by a word that the toll does not read: "اغتيل 310 أشخاص", "33 شخصاً اغتيلوا", "اختفاء 14 امرأة"."""
    for trigger in scene.within(scene.annotations.triggers, sentence.first, sentence.stop):
        measure = _BY_SENSE.get(trigger.sense)
        if measure is None or (trigger.pos != "verb" and measure == "killed"):
            continue
        for number in scene.within(scene.annotations.numbers, sentence.first, sentence.stop):
            ahead = 1 <= trigger.first - number.stop <= 2 and not scene.pause(trigger.first)
            beside = number.first == trigger.stop or (ahead and not scene.pause(number.stop))
            far = trigger.pos == "verb" and 0 < number.first - trigger.stop <= _SUBJECT and _are_people(scene, number)
            hit = (
                trigger.pos != "verb"
                and 1 <= trigger.first - number.stop <= _SUBJECT + 4
                and _suffered(scene, number, trigger)
            )
            if (beside or far or hit) and number.estimate.best and _may_total(scene, number):
                yield Figure(
                    number=number.estimate.best, measure=measure, what=_OWN_TYPE.get(measure, "Attack"),
                    first=min(number.first, trigger.first),
                    stop=max(number.stop, trigger.stop), core=number.first, rule_id="claims.tally.killing",
                )  # fmt: skip
                break


@cache
def _people_nouns() -> Matcher[str]:
    return Matcher((form, entry.pos, entry.entry_id) for entry in entries("people") for form in entry.forms)


def _are_people(scene: Scene, number: NumberMention) -> bool:
    words = scene.document.words
    if number.stop == len(words) or scene.pause(number.stop) or "." in scene.document.gap(number.stop):
        return True  # "اعتقلت قوات النظام 14"
    return bool(_people_nouns().find(words, number.stop, number.stop + 1)) or any(
        one.first == number.stop and not one.armed for one in scene.annotations.actors
    )


def _suffered(scene: Scene, number: NumberMention, trigger: TriggerMention) -> bool:
    """Say whether people are told to have suffered an act: "153 شخصاً تعرضوا للاعتقال"."""
    return _are_people(scene, number) and any(
        "تعرض" in scene.document.words[cue.first] for cue in scene.cues_in("deed", number.stop, trigger.first)
    )


@cache
def _outcomes() -> tuple[Matcher[int], tuple[str, ...]]:
    rows = entries("outcomes")
    return Matcher((form, row.pos, index) for index, row in enumerate(rows) for form in row.forms), tuple(
        row["outcome"] for row in rows
    )


def _of_heads(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
    """Yield figures that a head word counts from afar: "بلغ عدد حالات الاحتجاز 803", "العدد الكلي ... 260"."""
    heads = scene.cues_in("head", sentence.first, sentence.stop)
    heads += [
        cue
        for cue in scene.cues_in("reach", sentence.first, sentence.stop)
        if any(act.first == cue.stop for act in scene.acts)
    ]
    yield from _more_reached(scene, sentence)
    for head in heads:
        counted = _counted(scene, sentence, head.stop)
        if counted is None:
            continue
        measure, what = counted
        stop = min(sentence.stop, head.stop + _HEAD_REACH)
        number = next(
            (one for one in scene.within(scene.annotations.numbers, head.stop, stop) if _may_total(scene, one)), None
        )
        if number is None or number.estimate.best is None:
            continue
        cause = cause_of(scene, sentence, head.first, number.stop)
        yield Figure(
            number=number.estimate.best, measure=measure,
            what=what if measure == "events" else _OWN_TYPE.get(measure) or what or cause.what,
            first=head.first, stop=number.stop, core=number.first, cause=cause, rule_id="claims.tally.head",
        )  # fmt: skip


def _more_reached(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
    """Yield "والجرحى إلى 5240" behind "وصل عدد القتلى إلى 832"."""
    matcher, outcomes = _outcomes()
    heads = scene.cues_in("head", sentence.first, sentence.stop)
    for hit in matcher.find(scene.document.words, sentence.first, sentence.stop):
        index: Any = hit.payload
        measure = _MEASURES.get(outcomes[index])
        number = next((one for one in scene.annotations.numbers if one.first == hit.stop + 1), None)
        reached = hit.stop < sentence.stop and scene.document.words[hit.stop] == "الي"
        if measure is None or number is None or not reached or not heads or heads[0].first >= hit.first:
            continue
        if _may_total(scene, number) and number.estimate.best is not None:
            yield Figure(
                number=number.estimate.best, measure=measure, what=_OWN_TYPE.get(measure), first=hit.first,
                stop=number.stop, core=number.first, rule_id="claims.tally.head",
            )  # fmt: skip


def _counted(scene: Scene, sentence: Sentence, at: int) -> tuple[str, str | None] | None:
    """Return measure and type of what stands behind "عدد", None for what is no claim's matter ("عدد السكان")."""
    stop = min(sentence.stop, at + _NEAR_HEAD)
    act = next((one for one in scene.acts if at <= one.first < min(stop, at + 2)), None)
    matcher, outcomes = _outcomes()
    hits = matcher.find(scene.document.words, at, stop)
    if act is not None and not any(hit.first < act.first for hit in hits):
        return (act.measure, act.what) if act.counts else None
    for hit in hits:
        index: Any = hit.payload
        measure = _MEASURES.get(outcomes[index])
        if measure is not None:
            return measure, None
    for trigger in scene.within(scene.annotations.triggers, at, stop):
        if trigger.sense in (*_KILLING, "death"):
            return "killed", "Attack" if trigger.sense in _KILLING else None
        if trigger.sub_event_type in CASE_MEASURES:
            return CASE_MEASURES[trigger.sub_event_type], trigger.sub_event_type
    return None


def _may_total(scene: Scene, number: NumberMention) -> bool:
    words = scene.document.words
    following = words[number.stop] if number.stop < len(words) else ""
    return (
        number.kind == "cardinal"
        and number.estimate.best is not None
        and not _is_dated(scene, number)
        and following not in _UNITS
    )


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
        one = trigger.pos == "noun" and not trigger.definite and not _is_many(scene.document.words[trigger.first])
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
    return any(_act_of(scene, number) is not None for number in numbers)


def _in_period(scene: Scene, at: int) -> bool:
    """Say whether a word belongs to what a period began with: "منذ فض الاعتصام يوم 3 يونيو"."""
    return any(period.first <= at < max(period.stop, period.first + 4) for period in scene.periods if period.happening)


def _is_many(word: str) -> bool:
    """Say whether a folded noun is a plural of acts: "غارات", "هجمات", "الغام"."""
    return word.endswith("ات") or any(part in word for part in ("الغام", "عمليات", "كماين", "جرايم", "مجازر", "مفخخات"))
