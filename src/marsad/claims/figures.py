"""Figures of acts and of people: "14 هجوماً", "مقتل 72 مدنياً", "عدد الجرحى 18006"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from marsad.claims.acts import CASE_MEASURES
from marsad.claims.causes import Cause, cause_of
from marsad.claims.counted import act_of, acted_again, typed_before
from marsad.claims.scene import Scene
from marsad.claims.words import Cue
from marsad.lexicon.load import entries
from marsad.lexicon.match import Matcher
from marsad.model.quantity import NumberMention
from marsad.model.report import Sentence
from marsad.model.what import TriggerMention

__all__ = ["Figure", "find_figures"]

_MEASURES = {"killed": "killed", "wounded": "wounded", "detained": "detained", "abducted": "abducted"}
_OWN_TYPE = {"detained": "Arrests", "abducted": "Abduction/forced disappearance"}
_KILLING = frozenset(("assassination", "execution"))
_BY_SENSE = {"assassination": "killed", "execution": "killed", "abduction": "abducted", "arrest": "detained"}
_EDGES = frozenset(("بدايه", "مطلع", "نهايه", "اواخر", "اوايل", "منتصف"))
_YEARS = range(1990, 2101)
_SEVERAL, _LOSS_REACH = 2, 8
_SUBJECT = 4
"""Words that may name who acts, between a verb and the number of people it takes."""
_NO_TALLY = frozenset(("Change to group/activity", "Other", "Headquarters or base established", "Agreement"))
_HEAD_REACH = 24
_NEAR_HEAD = 5
_OF_THEM = frozenset(("منهم", "منها", "منهن"))
_ARRIVED = ("وصل", "وصلت", "نقل")
"""Before "منها" they tell who came from the acts counted: "14 مجزرة وصل منها للمستشفيات 112 شهيداً"."""
_LOSING = frozenset(("خسر", "خسرت", "وخسر", "وخسرت", "فقد", "فقدت", "وفقدت"))
_SUMS = frozenset(("المجموع", "الاجمالي", "الحصيله", "العدد"))
_FIGHTERS = ("عنصر", "عناصر", "مقاتل", "جندي", "جنود", "مسلح", "عسكري")
_HELD = ("معتقل", "موقوف", "محتجز", "اسير")
_TAKEN = ("مخطوف", "مختطف")
_IN_ONE = frozenset(("احداها", "احداهما", "احدها", "احدهما", "باحداها"))
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
        _of_named_people(scene, sentence),
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
    if words[figure.core - 1] == "رقم" and figure.core:
        return True  # "الضابط رقم 21": a rank
    in_one = range(figure.core + 1, min(figure.stop + 3, sentence.stop))
    if any(words[at] in _IN_ONE and not any(map(scene.pause, range(in_one.start, at + 1))) for at in in_one):
        return True  # "وقتل في إحداها 12"
    own = range(figure.core + 1, min(figure.core + 3, len(words)))
    of_them = any(words[at] in _OF_THEM and not any(map(scene.pause, range(own.start, at + 1))) for at in own)
    if of_them or _in_one_act(scene, sentence, figure):
        return True
    return any(
        cue.stop <= figure.core
        and not any(scene.pause(at) for at in range(cue.stop, figure.core))
        and not (cue.first and words[cue.first - 1].endswith(_ARRIVED))
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
        if any(one.kind == "cardinal" and one.estimate.best == best for one in numbers):
            numbers = [one for one in numbers if one.estimate.best == best]  # no dual in "بحياة 16 شخصاً"
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
        act = act_of(scene, number) or acted_again(scene, sentence, number)
        if act is None or not act.counts or (act.what in _NO_TALLY and not act.noun) or _is_dated(scene, number):
            continue
        yield Figure(
            number=best, measure=act.measure, what=act.what or typed_before(scene, sentence, act),
            first=min(number.first, act.first),
            stop=max(number.stop, act.stop), core=number.first, rule_id="claims.tally.acts",
        )  # fmt: skip


def _measure(scene: Scene, act_what: str | None, number: NumberMention) -> str | None:
    """Return who is counted where the number is one of cases: "حصيلة الاعتقالات نحو 4875 حالة"."""
    behind = scene.document.words[number.stop : number.stop + 1]
    return CASE_MEASURES.get(act_what or "") if behind and behind[0] in ("حاله", "حالات") else None


def _is_dated(scene: Scene, number: NumberMention) -> bool:
    if any(told.first < number.stop and number.first < told.stop for told in scene.annotations.dates):
        return True
    in_period = any(one.first < number.first < one.stop and not one.happening for one in scene.periods)
    before = scene.document.words[number.first - 1] if number.first else ""
    return in_period or before == "كل" or (before in _EDGES and (number.estimate.best or 0) in _YEARS)


def _of_killing(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
    """Yield people by a word that the toll does not read: "اغتيل 310 أشخاص", "33 شخصاً اغتيلوا", "اختفاء 14 امرأة"."""
    for trigger in scene.within(scene.annotations.triggers, sentence.first, sentence.stop):
        measure = _BY_SENSE.get(trigger.sense)
        if measure is None or (trigger.pos != "verb" and measure == "killed"):
            continue
        for number in scene.within(scene.annotations.numbers, sentence.first, sentence.stop):
            ahead = 1 <= trigger.first - number.stop <= 2 and not scene.pause(trigger.first)
            beside = number.first == trigger.stop or (ahead and not scene.pause(number.stop))
            far = 0 < number.first - trigger.stop <= _SUBJECT and _are_people(scene, number)
            far = far and (trigger.pos == "verb" or _who_acts(scene, trigger.stop, number.first))
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


def _of_named_people(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
    """Yield people whom a noun or a loss tells: "64 معتقلاً", "خسر 5 من جنوده", "خسرت قوات النظام 214 عنصراً"."""
    words = scene.document.words
    for number in scene.within(scene.annotations.numbers, sentence.first, sentence.stop):
        if number.estimate.best is None or number.estimate.best < _SEVERAL or not _may_total(scene, number):
            continue
        behind = words[number.stop] if number.stop < sentence.stop else ""
        lost = [
            at for at in range(max(sentence.first, number.first - _LOSS_REACH), number.first) if words[at] in _LOSING
        ]
        measure = None
        if lost and (behind == "من" or behind.startswith(_FIGHTERS) or _are_people(scene, number)):
            measure = "killed"
        elif behind.startswith(_HELD):
            measure = "detained"
        elif behind.startswith(_TAKEN):
            measure = "abducted"
        if measure is not None:
            cause = cause_of(scene, sentence, number.first, number.stop)
            yield Figure(
                number=number.estimate.best, measure=measure, what=_OWN_TYPE.get(measure) or cause.what,
                first=lost[-1] if lost else number.first, stop=number.stop + 1, core=number.first, cause=cause,
                rule_id="claims.tally.named",
            )  # fmt: skip


def _who_acts(scene: Scene, first: int, stop: int) -> bool:
    """Say whether words are but those who act: "اعتقال الشرطة العسكرية 22 مدنياً"."""
    return any(one.first == first and one.stop >= stop for one in scene.annotations.actors)


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
    heads += [
        cue
        for role in ("rise", "fall", "running")
        for cue in scene.cues_in(role, sentence.first, sentence.stop)
        if any(act.first == cue.stop for act in scene.acts) and _reaches(scene, sentence, cue.stop)
    ]
    yield from _more_reached(scene, sentence)
    for head in heads:
        counted = _counted(scene, sentence, head.stop) or _counted_again(scene, sentence, head)
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
        measure = _measure(scene, what, number) or measure
        yield Figure(
            number=number.estimate.best, measure=measure,
            what=what if measure == "events" else _OWN_TYPE.get(measure) or what or cause.what,
            first=head.first, stop=number.stop, core=number.first, cause=cause, rule_id="claims.tally.head",
        )  # fmt: skip


def _counted_again(scene: Scene, sentence: Sentence, head: Cue) -> tuple[str, str | None] | None:
    """Return what was counted just before: "42 شهيداً في الضفة، ليصل المجموع إلى 65"."""
    if scene.document.words[head.first].lstrip("وفل") not in _SUMS or not _reaches(scene, sentence, head.first):
        return None
    tolls = [
        one
        for one in scene.within(scene.annotations.casualties, sentence.first, head.first)
        if not one.subset and one.outcome in _MEASURES
    ]
    return (_MEASURES[tolls[-1].outcome], None) if tolls else None


def _reaches(scene: Scene, sentence: Sentence, at: int) -> bool:
    """Say whether what rises or falls reaches a number: "لترتفع جرائم القتل داخل المخيم إلى 11"."""
    words = scene.document.words
    numbers = {one.first for one in scene.annotations.numbers if one.kind == "cardinal"}
    _, stop = scene.clause(sentence, at)
    return any(words[into] == "الي" and into + 1 in numbers for into in range(at, stop - 1))


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
