"""Figures that a head word counts: "بلغ عدد حالات الاحتجاز 803", "ليرتفع إلى 40 عدد الشهداء"."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.claims.acts import CASE_MEASURES, Act, kill_type
from marsad.claims.causes import cause_of
from marsad.claims.figure import MEASURES, OWN_TYPE, Figure, are_people, may_total, outcome_words, people_told
from marsad.claims.lists import says, says_any, spells, spells_any
from marsad.claims.scene import Scene
from marsad.claims.words import Cue
from marsad.model.quantity import NumberMention
from marsad.model.report import Sentence

__all__ = ["of_heads"]

_KILLING = frozenset(("assassination", "execution"))
_TOLL_REACH = 9
_HEAD_REACH = 24
_NEAR_HEAD, _SEVERAL = 5, 2


def of_heads(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
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
    yield from _of_whom(scene, sentence)
    yield from _told_sums(scene, sentence)
    yield from _more_reached(scene, sentence)
    yield from _reached_first(scene, sentence)
    yield from _of_tolls(scene, sentence)
    yield from _of_opening_acts(scene, sentence)
    for head in heads:
        counted = (
            _told_before(scene, sentence, head)
            or _counted(scene, sentence, head.stop)
            or _counted_again(scene, sentence, head)
        )
        if counted is None:
            continue
        measure, what = counted
        stop = min(sentence.stop, head.stop + _HEAD_REACH)
        number = next(
            (one for one in scene.within(scene.annotations.numbers, head.stop, stop) if may_total(scene, one)), None
        )
        if (
            number is None
            or (number.estimate.best or 0) < _SEVERAL
            or scene.cues_in("again", number.stop, number.stop + 1)
        ):
            continue  # "تضاعفت أعداد الغارات ثلاث مرات"
        if measure in OWN_TYPE and _are_held(scene, sentence, head.first, number):
            continue
        cause = cause_of(scene, sentence, head.first, number.stop)
        measure = _measure(scene, what, number) or measure
        behind = scene.document.words[number.stop] if number.stop < sentence.stop else ""
        if measure == "events" and spells(behind, "fighter"):
            measure, what = "killed", kill_type(what)  # "حصيلة الحملة 203 مقاتلين"
        elif measure == "events" and _counts_people(scene, number):
            measure = CASE_MEASURES.get(what or "", "killed")  # "حصيلة المجازر 830 مدنياً"
            what = kill_type(what) if measure == "killed" else what
        yield Figure(
            number=number.estimate.best or 0, measure=measure,
            what=what if measure == "events" else OWN_TYPE.get(measure) or what or cause.what,
            first=head.first, stop=number.stop, core=number.first, cause=cause, rule_id="claims.tally.head",
        )  # fmt: skip


def _are_held(scene: Scene, sentence: Sentence, at: int, number: NumberMention) -> bool:
    """Say whether captives are those now held, and none of a period: "يبلغ عدد الأسرى في السجون 4550"."""
    low, high = scene.clause(sentence, number.first)
    words = scene.document.words[min(low, at) : high]
    return says_any(words, "prison") and not any(scene.within(scene.periods, min(low, at), high))


def _told_before(scene: Scene, sentence: Sentence, head: Cue) -> tuple[str, str | None] | None:
    """Return what stands before "ما مجموعه" and is counted by it: "بمقتل ما مجموعه 415 وإصابة 300"."""
    words = scene.document.words
    if head.first < sentence.first + 2 or not spells(words[head.first - 1], "whatever"):
        return None
    told = outcome_words(words, max(head.first - 3, sentence.first), head.first - 1)
    return next(
        ((MEASURES[outcome], None) for _, stop, outcome in told if stop == head.first - 1 and outcome in MEASURES), None
    )


def _counts_people(scene: Scene, number: NumberMention) -> bool:
    return any(one.first == number.stop and not one.armed for one in scene.annotations.actors)


def _counted_again(scene: Scene, sentence: Sentence, head: Cue) -> tuple[str, str | None] | None:
    """Return what was counted just before: "42 شهيداً في الضفة، ليصل المجموع إلى 65", "وفي تموز كان العدد 29"."""
    words = scene.document.words
    was = head.first > sentence.first and says(words[head.first - 1], "was")
    if not says_any(words[head.first : head.stop], "sum") or not (was or _reaches(scene, sentence, head.first)):
        return None
    first = scene.document.sentences[sentence.index - 1].first if was and sentence.index else sentence.first
    before = scene.document.sentences[sentence.index - 1] if was and sentence.index else None
    for earlier in reversed(scene.cues_in("head", before.first, before.stop) if before is not None else []):
        counted = _counted(scene, before or sentence, earlier.stop)
        if counted is not None:
            return counted  # "يرفع عدد التوغلات في آب إلى 46 ... وفي تموز كان العدد 29"
    tolls = [
        one
        for one in scene.within(scene.annotations.casualties, first, head.first)
        if not one.subset and one.outcome in MEASURES
    ]
    acts = [act for act in scene.within(scene.acts, first, head.first) if was and act.counts and act.noun]
    if acts and (not tolls or acts[-1].first > tolls[-1].first):
        return acts[-1].measure, acts[-1].what
    return (MEASURES[tolls[-1].outcome], None) if tolls else None


def _of_whom(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
    """Yield "بلغ من قتلهم التنظيم أربعة عشر": who is counted is told by a verb."""
    words = scene.document.words
    for cue in scene.cues_in("reach", sentence.first, sentence.stop):
        if not spells_any(words[cue.stop : cue.stop + 1], "who-or-what"):
            continue
        _, high = scene.clause(sentence, cue.first)
        told = next(iter(outcome_words(words, cue.stop + 1, min(cue.stop + 2, high))), None)
        number = next(
            (one for one in scene.within(scene.annotations.numbers, cue.stop + 2, high) if may_total(scene, one)), None
        )
        measure = MEASURES.get(told[2]) if told is not None else None
        if measure is not None and number is not None and (number.estimate.best or 0) >= _SEVERAL:
            yield people_told(
                scene, sentence, number, measure, first=cue.first, stop=number.stop, rule_id="claims.tally.head"
            )


def _told_sums(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
    """Yield "ما يقل عن حصيلة كانون الثاني البالغة ستة عشر": a sum of those counted just before, its number behind."""
    words = scene.document.words
    for number in scene.within(scene.annotations.numbers, sentence.first + 2, sentence.stop):
        low, _ = scene.clause(sentence, number.first)
        heads = scene.cues_in("head", low, number.first)
        if not heads or not spells(words[number.first - 1], "amounting") or not may_total(scene, number):
            continue
        if _counted(scene, sentence, heads[-1].stop) is not None:
            continue
        tolls = [
            one
            for one in scene.within(scene.annotations.casualties, sentence.first, heads[-1].first)
            if not one.subset and one.outcome in MEASURES
        ]
        if tolls and (number.estimate.best or 0) >= _SEVERAL:
            cause = cause_of(scene, sentence, tolls[-1].first, tolls[-1].stop)
            measure = MEASURES[tolls[-1].outcome]
            yield Figure(
                number=number.estimate.best or 0, measure=measure, what=OWN_TYPE.get(measure) or cause.what,
                first=heads[-1].first, stop=number.stop, core=number.first, cause=cause, rule_id="claims.tally.sum",
            )  # fmt: skip


def _reaches(scene: Scene, sentence: Sentence, at: int) -> bool:
    """Say whether what rises or falls reaches a number: "لترتفع جرائم القتل داخل المخيم إلى 11"."""
    words = scene.document.words
    numbers = {one.first for one in scene.annotations.numbers if one.kind == "cardinal"}
    _, stop = scene.clause(sentence, at)
    return any(spells(words[into], "to") and into + 1 in numbers for into in range(at, stop - 1))


def _more_reached(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
    """Yield "والجرحى إلى 5240" behind "وصل عدد القتلى إلى 832"."""
    heads = scene.cues_in("head", sentence.first, sentence.stop)
    for first, stop, outcome in outcome_words(scene.document.words, sentence.first, sentence.stop):
        measure = MEASURES.get(outcome)
        number = next((one for one in scene.annotations.numbers if one.first == stop + 1), None)
        reached = stop < sentence.stop and spells(scene.document.words[stop], "to")
        if measure is None or number is None or not reached or not heads or heads[0].first >= first:
            continue
        if may_total(scene, number) and number.estimate.best is not None:
            yield Figure(
                number=number.estimate.best, measure=measure, what=OWN_TYPE.get(measure), first=first,
                stop=number.stop, core=number.first, rule_id="claims.tally.head",
            )  # fmt: skip


def _of_opening_acts(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
    """Yield "عمليات الاغتيال في درعا بلغت 12": the acts open the clause, a verb reaches their number."""
    for act in scene.within(scene.acts, sentence.first, sentence.stop):
        low, high = scene.clause(sentence, act.first)
        opens = act.first == low or spells(scene.document.words[act.first - 1], "that-is-said")
        if not opens or not act.noun or not act.counts:
            continue
        reached = scene.cues_in("reach", act.stop, min(high, act.stop + _TOLL_REACH))
        number = next(
            (
                one
                for one in scene.annotations.numbers
                if act.stop <= one.first and one.stop <= high and _is_reached(scene, one, reached)
            ),
            None,
        )
        if number is not None and may_total(scene, number) and (number.estimate.best or 0) >= _SEVERAL:
            yield Figure(
                number=number.estimate.best or 0, measure=act.measure, what=act.what, first=act.first,
                stop=number.stop, core=number.first, rule_id="claims.tally.head",
            )  # fmt: skip


def _is_reached(scene: Scene, number: NumberMention, reached: list[Cue]) -> bool:
    """Say whether a verb before a number, or one that bounds it, reaches it: "بلغت 12", "تتجاوز 900"."""
    bound = number.stop - number.first > 1 and says(scene.document.words[number.first], "passes")
    return bound or (bool(reached) and number.first == reached[-1].stop)


def _of_tolls(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
    """Yield "قتلى درعا في آذار 18 مدنياً", "بلغ ضحايا الألغام 38": who is counted opens the clause."""
    words = scene.document.words
    for first, stop, outcome in outcome_words(words, sentence.first, sentence.stop):
        measure = MEASURES.get(outcome)
        low, high = scene.clause(sentence, first)
        if measure is None or not says(words[first], "tolled"):
            continue
        opens = first == low or spells(words[first - 1], "that-is-said")
        reached = opens or scene.cues_in("reach", first - 1, first)
        numbers = list(scene.within(scene.annotations.numbers, stop, min(high, stop + _TOLL_REACH)))
        number = next((one for one in numbers if may_total(scene, one)), None)
        if not reached or number is None or (number.estimate.best or 0) < _SEVERAL:
            continue
        if not are_people(scene, number) and not _is_told_alone(scene, number):
            continue
        if any(one.pos == "verb" for one in scene.within(scene.annotations.triggers, stop, number.first)):
            continue
        yield people_told(scene, sentence, number, measure, first=first, stop=number.stop, rule_id="claims.tally.toll")


def _is_told_alone(scene: Scene, number: NumberMention) -> bool:
    """Say whether a number stands alone that reaches who was counted: "قتلى التنظيم تجاوزوا ألفاً منذ أيار"."""
    words = scene.document.words
    reached = any(cue.stop == number.first for cue in scene.cues["reach"])
    return reached or (scene.period_behind(number) is not None and not words[number.stop].startswith("ال"))


def _reached_first(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
    """Yield "ليرتفع بذلك إلى 117 عدد قتلى القوات": the number stands before what counts it."""
    for number in scene.within(scene.annotations.numbers, sentence.first, sentence.stop):
        head = next((cue for cue in scene.cues_in("head", number.stop, number.stop + 1)), None)
        reached = number.first > sentence.first and spells(scene.document.words[number.first - 1], "to")
        reached = reached or bool(scene.cues_in("reach", number.first - 1, number.first))  # "بلغ 89 عدد القتلى"
        counted = _counted(scene, sentence, head.stop) if head is not None and reached else None
        if head is None or counted is None or number.estimate.best is None or not may_total(scene, number):
            continue
        measure, what = counted
        cause = cause_of(scene, sentence, number.first, head.stop)
        yield Figure(
            number=number.estimate.best, measure=measure,
            what=what if measure == "events" else OWN_TYPE.get(measure) or what or cause.what,
            first=number.first, stop=head.stop + 1, core=number.first, cause=cause, rule_id="claims.tally.head",
        )  # fmt: skip


def _takes_them(scene: Scene, act: Act) -> bool:
    """Say whether an act is a verb whose object is who is counted: "عدد من قبض عليهم"."""
    return not act.noun and spells_any(scene.document.words[act.stop : act.stop + 1], "on-them")


def _counted(scene: Scene, sentence: Sentence, at: int) -> tuple[str, str | None] | None:
    """Return measure and type of what stands behind "عدد", None for what is no claim's matter ("عدد السكان")."""
    stop = min(sentence.stop, at + _NEAR_HEAD)
    act = next((one for one in scene.acts if at <= one.first < min(stop, at + 2)), None)
    if act is not None and (scene.document.words[act.first].endswith("هم") or _takes_them(scene, act)):
        act = None  # "عدد من خطفتهم الفصائل"
    told = list(outcome_words(scene.document.words, at, stop))
    if act is not None and not any(first < act.first for first, _, _ in told):
        return (act.measure, act.what) if act.counts else None
    for _, _, outcome in told:
        measure = MEASURES.get(outcome)
        if measure is not None:
            return measure, None
    if at < stop and says(scene.document.words[at], "detained-one"):
        return "detained", OWN_TYPE["detained"]  # "عدد المقبوض عليهم"
    for trigger in scene.within(scene.annotations.triggers, at, stop):
        if trigger.sense in (*_KILLING, "death"):
            return "killed", "Attack" if trigger.sense in _KILLING else None
        if trigger.sub_event_type in CASE_MEASURES:
            return CASE_MEASURES[trigger.sub_event_type], trigger.sub_event_type
    return None


def _measure(scene: Scene, act_what: str | None, number: NumberMention) -> str | None:
    """Return who is counted where the number is one of cases: "حصيلة الاعتقالات نحو 4875 حالة"."""
    behind = scene.document.words[number.stop : number.stop + 1]
    return CASE_MEASURES.get(act_what or "") if behind and spells(behind[0], "case-told") else None
