"""Figures of acts and of people: "14 هجوماً", "مقتل 72 مدنياً", "عدد الجرحى 18006"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from marsad.claims.acts import Act
from marsad.claims.bare import of_bare, of_elided
from marsad.claims.causes import are_civilians, cause_of
from marsad.claims.counted import act_of, acted_again, typed_before
from marsad.claims.figure import MEASURES, OWN_TYPE, Figure, are_people, is_dated, may_total, opens_item, people_told
from marsad.claims.heads import of_heads
from marsad.claims.items import of_item, tells_none
from marsad.claims.labels import of_labels
from marsad.claims.lists import says, says_any, spells, spells_any
from marsad.claims.lives import of_lives
from marsad.claims.pairs import of_pairs
from marsad.claims.parted import of_parted
from marsad.claims.ranks import as_rank
from marsad.claims.scene import Scene
from marsad.claims.subsets import is_part
from marsad.claims.taken import of_taken
from marsad.claims.things import of_things
from marsad.model.quantity import NumberMention
from marsad.model.report import Sentence
from marsad.model.what import CasualtyMention, TriggerMention

__all__ = ["find_figures"]

_BY_SENSE = {"assassination": "killed", "execution": "killed", "abduction": "abducted", "arrest": "detained"}
_BEFALLEN = {"death": "killed", "injury": "wounded"}
_DELAYED = {**_BEFALLEN, "arrest": "detained", "abduction": "abducted"}
_SEVERAL, _LOSS_REACH = 2, 8
_DELAY = 6
"""Words at most from what befell people to the period that stands before their number."""
_BESIDE = 10
"""Words at most between two sides of a toll."""
_FACING = 16
"""Words at most before a figure that is set against one of another period."""
_FREED = 4
"""Words behind captives within which is told that they were freed."""
_SUBJECT = 4
"""Words that may name who acts, between a verb and the number of people it takes."""
_THEIRS = ("هم", "هن")
"""Endings of nouns that are those of whom a verb tells: whoever lost them is not lost."""
_NO_TALLY = frozenset(("Change to group/activity", "Other", "Headquarters or base established", "Agreement"))


def find_figures(scene: Scene, sentence: Sentence) -> list[Figure]:
    """Return the figures of a sentence by position, none twice, without subsets ("بينهم 5 أطفال") and multiples."""
    found: list[Figure] = []
    for figures in (
        _of_people(scene, sentence),
        _of_acts(scene, sentence),
        _of_killing(scene, sentence),
        _of_delayed(scene, sentence),
        _of_some(scene, sentence),
        _of_named_people(scene, sentence),
        of_heads(scene, sentence),
        of_taken(scene, sentence),
        of_things(scene, sentence),
        of_pairs(scene, sentence),
        of_lives(scene, sentence),
        of_parted(scene, sentence),
        of_labels(scene, sentence),
        _of_others(scene, sentence, found),
    ):
        for figure in figures:
            if not any(_same(figure, other) for other in found) and not is_part(scene, sentence, figure):
                found.append(figure)
    found += [one for one in of_elided(scene, sentence, found) if not is_part(scene, sentence, one)]
    found += [one for one in of_bare(scene, sentence, found) if not is_part(scene, sentence, one)]
    kept = (one for one in found if not _is_both(scene, one, found))
    ended = (replace(one, stop=min(one.stop, sentence.stop)) for one in kept)  # a number that ends it has no noun
    return sorted(ended, key=lambda figure: figure.core)


def _is_both(scene: Scene, figure: Figure, found: list[Figure]) -> bool:
    """Say whether people are the killed and wounded told behind them: "94 ضحية: 27 قتيلاً و67 جريحاً"."""
    if not says_any(scene.document.words[figure.core : figure.stop], "killed-one"):
        return False
    behind = [one for one in found if one.core > figure.core]
    killed = {one.number for one in behind if one.measure == "killed"}
    return any(one.measure == "wounded" and figure.number - one.number in killed for one in behind)


def _same(left: Figure, right: Figure) -> bool:
    return left.core == right.core or (
        left.number == right.number and left.first < right.stop and right.first < left.stop
    )


def _of_people(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
    for mention in scene.within(scene.annotations.casualties, sentence.first, sentence.stop):
        measure = MEASURES.get(mention.outcome)
        best = mention.estimate.best
        if measure is None or mention.subset or best is None or _counts_acts(scene, mention):
            continue
        if _fell_captive(scene, mention) or _gave_up(scene, mention) or tells_none(scene, mention):
            continue
        if says_any(scene.document.words[mention.first : mention.stop], "displaced"):
            continue  # "أدى الهجوم إلى نزوح مليون شخص"
        numbers = [
            one
            for one in scene.within(scene.annotations.numbers, mention.first, mention.stop)
            if (one.estimate.best or 0) > 1 and not is_dated(scene, one)
        ]
        numbers = [one for one in numbers if one.kind == "dual" or not _counts_noun(scene, one)]
        numbers = [one for one in numbers if not _counts_others(scene, one, measure)]
        if not numbers and opens_item(scene, mention.first):
            yield from of_item(scene, sentence, mention, measure)
        if any(one.kind == "cardinal" and one.estimate.best == best for one in numbers):
            numbers = [one for one in numbers if one.estimate.best == best]  # no dual in "بحياة 16 شخصاً"
        for number in numbers:
            cause = cause_of(scene, sentence, mention.first, mention.stop)
            told = best if len(numbers) == 1 and best > 1 else number.estimate.best  # "150 ألف شخص" is no one person
            yield Figure(
                number=told or best,
                measure=measure, what=OWN_TYPE.get(measure) or cause.what,
                first=mention.first if number is numbers[0] else number.first,
                stop=mention.stop if number is numbers[-1] else number.stop,
                core=number.first, cause=cause, rule_id="claims.tally.people",
            )  # fmt: skip


def _counts_noun(scene: Scene, number: NumberMention) -> bool:
    """Say whether a number counts the noun for acts behind it: "23 حالة قتل و9 حالات خطف", and not "جرح 20 بقصف"."""
    act = next((one for one in scene.acts if one.noun and one.first == number.stop), None)
    return act is not None and not scene.document.words[act.first].startswith("ب") and not scene.pause(act.first)


def _counts_others(scene: Scene, number: NumberMention, measure: str) -> bool:
    """Say whether the noun behind a number tells another fate: "38 قتيلاً و46 معتقلاً"."""
    words = scene.document.words
    behind = words[number.stop : number.stop + 1]
    if not words[number.first].startswith("و") and words[number.first - 1] != "و":
        return False  # "وفاة 11 مختطفاً"
    others = (fate for fate in MEASURES if fate != measure)
    taken = measure in OWN_TYPE  # who was taken may be called either
    return any(spells_any(behind, f"{fate}-one") for fate in others if not (taken and fate in OWN_TYPE))


def _fell_captive(scene: Scene, mention: CasualtyMention) -> bool:
    """Say whether a number of captives is one of those killed: "عدد الأسرى الذين استشهدوا"."""
    return mention.outcome == "detained" and any(
        one.outcome == "killed" and (one.first, one.stop) == (mention.first, mention.stop)
        for one in scene.annotations.casualties
    )


def _gave_up(scene: Scene, mention: CasualtyMention) -> bool:
    """Say whether those counted gave themselves up: nobody took them."""
    return any(one.sense == "surrender" and one.first == mention.first for one in scene.annotations.triggers)


def _counts_acts(scene: Scene, mention: CasualtyMention) -> bool:
    """Say whether a number is one of acts, though the toll reads people: "عدد عمليات الاغتيال 18"."""
    return any(
        act.noun and act.first <= mention.first < act.stop and any(cue.stop == act.first for cue in scene.cues["head"])
        for act in scene.acts
    )


def _of_acts(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
    """Yield numbers with the act they count: "14 هجوماً", "عمليتي اغتيال", "أكثر من 600 توغل"."""
    for number in scene.within(scene.annotations.numbers, sentence.first, sentence.stop):
        if number.kind not in ("cardinal", "dual", "range") or (number.estimate.best or 0) < 2:
            continue
        if as_rank(scene, number).kind == "ordinal":
            continue  # "في الجمعة العشرين لمسيرات العودة"
        best = number.estimate.best or 0
        act = act_of(scene, number) or acted_again(scene, sentence, number)
        if act is not None and act.first >= sentence.stop:
            continue  # "المنازل المهدومة: 22. اعتداءات المستوطنين: 97"
        low = max(sentence.first, number.first - _SUBJECT)
        if act is not None and act.what is None and says_any(scene.document.words[low : number.first], "performs"):
            continue  # "أجرى الأطباء 200 عملية"
        clause = scene.document.words[scene.clause(sentence, number.first)[0] : number.first]
        foiled = says_any(clause, "foiled")
        if foiled and act is not None and act.counts and act.what not in (None, "Armed clash"):
            act = replace(act, what="Disrupted weapons use", measure="events", noun=True)
        if act is None or not act.counts or (act.what in _NO_TALLY and not act.noun) or is_dated(scene, number):
            continue
        sniped = says_any(scene.document.words[act.first : act.stop], "sniping")
        if sniped and (_is_at_civilians(scene, sentence, act) or _is_as_before(scene, sentence, act)):
            act = replace(act, what="Attack")
        yield Figure(
            number=best, measure=act.measure, what=act.what or typed_before(scene, sentence, act),
            first=min(number.first, act.first),
            stop=max(number.stop, act.stop), core=number.first, rule_id="claims.tally.acts",
        )  # fmt: skip


def _is_at_civilians(scene: Scene, sentence: Sentence, act: Act) -> bool:
    """Say whether snipers shoot at civilians: "12 عملية قنص استهدفت مدنيين"."""
    return are_civilians(scene, act.stop, scene.clause(sentence, act.first)[1])


def _is_as_before(scene: Scene, sentence: Sentence, act: Act) -> bool:
    """Say whether acts are like one at civilians told before: "أصيب طفل برصاص قناص. وشهد الحي ثماني عمليات مماثلة"."""
    before = scene.document.sentences[max(sentence.index - 1, 0)]
    alike = spells_any(scene.document.words[act.stop : act.stop + 1], "alike")
    return alike and are_civilians(scene, before.first, before.stop)


def _of_killing(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
    """Yield people by a word that the toll does not read: "اغتيل 310 أشخاص", "33 شخصاً اغتيلوا", "اختفاء 14 امرأة"."""
    for trigger in scene.within(scene.annotations.triggers, sentence.first, sentence.stop):
        measure = _BY_SENSE.get(trigger.sense)
        if measure is None:
            continue
        if any(0 <= trigger.first - cue.stop <= 1 for cue in scene.cues["head"]):
            continue  # "عدد عمليات الاغتيال 18" counts acts
        for number in scene.within(scene.annotations.numbers, sentence.first, sentence.stop):
            ahead = 1 <= trigger.first - number.stop <= 2 and not scene.pause(trigger.first)
            ahead = ahead and not scene.document.words[trigger.first].startswith(("و", "ف"))
            beside = number.first == trigger.stop or (ahead and not scene.pause(number.stop))
            beside = beside and (trigger.pos == "verb" or measure != "killed")
            far = 0 < number.first - trigger.stop <= _SUBJECT and are_people(scene, number)
            reached = far and _reaches(scene, sentence, trigger)
            far = far and (trigger.pos == "verb" or reached or _who_acts(scene, trigger.stop, number.first))
            counted = are_people(scene, number) or spells_any(scene.document.words[number.stop : number.stop + 1], "of")
            far = far or (trigger.pos != "verb" and counted and _reaches(scene, sentence, trigger))
            far = far and trigger.stop <= number.first
            hit = (
                trigger.pos != "verb"
                and 1 <= trigger.first - number.stop <= _SUBJECT + 4
                and _suffered(scene, number, trigger)
            )
            low, _ = scene.clause(sentence, number.first)
            stands = spells_any(scene.document.words[low : number.first], "standing")  # "لا يزال 11 رهن الاعتقال"
            if (beside or far or hit) and not stands and number.estimate.best and may_total(scene, number):
                yield Figure(
                    number=number.estimate.best, measure=measure, what=OWN_TYPE.get(measure, "Attack"),
                    first=min(number.first, trigger.first),
                    stop=max(number.stop, trigger.stop), core=number.first, rule_id="claims.tally.killing",
                )  # fmt: skip
                break


def _reaches(scene: Scene, sentence: Sentence, trigger: TriggerMention) -> bool:
    """Say whether an act is what reaches people: "طالت حملات الاعتقال 180 شخصاً"."""
    low = max(sentence.first, trigger.first - 2)
    near = scene.document.words[low : trigger.first] + scene.document.words[trigger.stop : trigger.stop + 3]
    return says_any(near, "reaching")


def _of_delayed(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
    """Yield people told only behind the period of what killed them: "قتل في المعارك التي بدأت في 16 أيلول 412 شخصاً"."""
    for number in scene.within(scene.annotations.numbers, sentence.first, sentence.stop):
        period = next((one for one in scene.periods if one.stop == number.first), None)
        some = spells_any(scene.document.words[number.stop : number.stop + 1], "of")
        if period is None or not (some or are_people(scene, number)) or not may_total(scene, number):
            continue
        low = max(sentence.first, period.first - _DELAY)
        verbs = [
            one
            for one in scene.within(scene.annotations.triggers, low, period.first)
            if one.pos == "verb" and one.sense in _DELAYED
        ]
        between = scene.within(scene.annotations.numbers, verbs[-1].stop, period.first) if verbs else ()
        if verbs and not any(between) and number.estimate.best:
            cause = cause_of(scene, sentence, verbs[-1].first, number.stop)
            yield Figure(
                number=number.estimate.best, measure=_DELAYED[verbs[-1].sense],
                what=OWN_TYPE.get(_DELAYED[verbs[-1].sense]) or cause.what,
                first=verbs[-1].first, stop=number.stop + 1, core=number.first, cause=cause,
                rule_id="claims.tally.delayed",
            )  # fmt: skip


def _of_some(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
    """Yield people told only by whom they were of: "قُتل 180 من القاعدة"."""
    words = scene.document.words
    for number in scene.within(scene.annotations.numbers, sentence.first, sentence.stop):
        if not spells_any(words[number.stop : number.stop + 1], "of") or number.stop + 1 >= sentence.stop:
            continue
        verb = next((one for one in scene.annotations.triggers if one.stop == number.first), None)
        measure = _BEFALLEN.get(verb.sense) if verb is not None and verb.pos == "verb" else None
        plural = words[number.stop + 1].startswith("ال")
        if verb is None or measure is None or not plural or not may_total(scene, number) or not number.estimate.best:
            continue
        yield people_told(
            scene, sentence, number, measure, first=verb.first, stop=number.stop + 2, rule_id="claims.tally.some"
        )


def _of_named_people(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
    """Yield people whom a noun or a loss tells: "64 معتقلاً", "خسر 5 من جنوده", "خسرت قوات النظام 214 عنصراً"."""
    words = scene.document.words
    for number in scene.within(scene.annotations.numbers, sentence.first, sentence.stop):
        if number.estimate.best is None or number.estimate.best < _SEVERAL or not may_total(scene, number):
            continue
        behind = words[number.stop] if number.stop < sentence.stop else ""
        theirs = words[number.stop + 1 : min(number.stop + 2, sentence.stop)]
        bereft = bool(theirs) and theirs[0].endswith(_THEIRS) and len(theirs[0]) > _SUBJECT  # "فقد 30 موظفاً آباءهم"
        lost = [
            at
            for at in range(max(sentence.first, number.first - _LOSS_REACH), number.first)
            if says(words[at], "losing")
            and not bereft
            and not (spells(words[at], "lost-or-had") and (at == sentence.first or scene.pause(at)))
        ]
        measure = None
        low, _ = scene.clause(sentence, number.first)
        swapped = says_any(words[low : number.first], "exchange")  # "تبادل الطرفان جثامين 12 مقاتلاً"
        if not lost and spells_any(words[low : number.first], "standing"):
            continue  # "مصير 18 معتقلاً منذ 2014"
        if (
            (lost and (spells(behind, "of") or spells(behind, "fighter") or are_people(scene, number)))
            or (not swapped and spells(behind, "body"))
            or (not swapped and spells(words[number.first - 1], "body") and are_people(scene, number))
            or spells(behind, "killed-one")
        ):
            measure = "killed"
        elif spells(behind, "wounded-one"):
            measure = "wounded"
        elif spells(behind, "detained-one"):
            measure = "detained"
        elif spells(behind, "abducted-one"):
            measure = "abducted"
        if measure is not None and not (measure in OWN_TYPE and _is_set_free(scene, sentence, low, number)):
            cause = cause_of(scene, sentence, number.first, number.stop)
            yield Figure(
                number=number.estimate.best, measure=measure, what=OWN_TYPE.get(measure) or cause.what,
                first=lost[-1] if lost else number.first, stop=number.stop + 1, core=number.first, cause=cause,
                rule_id="claims.tally.named",
            )  # fmt: skip


def _is_set_free(scene: Scene, sentence: Sentence, low: int, number: NumberMention) -> bool:
    """Say whether captives are told to be free: "تحرير 9 مختطفين", "9 مخطوفين أطلق سراحهم", "تبادل 44 أسيراً"."""
    words = scene.document.words
    if any(one.outcome == "released" and one.first <= number.first < one.stop for one in scene.annotations.casualties):
        return True
    reach = range(number.stop + 1, min(number.stop + _FREED, len(words)))
    some = any(one.first in range(reach.start, reach.stop + 2) for one in scene.annotations.numbers)
    behind = () if some else words[reach.start : reach.stop]  # "13 معتقلاً أفرج عن 4 منهم"
    _, high = scene.clause(sentence, number.first)
    if says_any(words[low : number.first], "leaves") and says_any(words[low : number.first], "prison"):
        return True  # "خرج من السجون 369 أسيراً"
    handed = says_any(words[low : number.first], "hands-over") and says_any(words[number.stop : high], "their-kin")
    return handed or says_any(behind, "set-free") or says_any(words[low:high], "exchange")


def _of_others(scene: Scene, sentence: Sentence, found: list[Figure]) -> Iterator[Figure]:
    """Yield who is told beside people of a toll: "29 مقاتلاً من الفصائل و24 عنصراً من قوات النظام"."""
    words = scene.document.words
    for number in scene.within(scene.annotations.numbers, sentence.first, sentence.stop):
        told = [one for one in found if one.stop <= number.first]
        own = scene.period_behind(number) is not None
        before = words[number.first - 1]
        facing = spells(before, "facing") or (spells(before, "after") and own)  # "بـ18 عملية، بعد 11 في آذار"
        if not told or not may_total(scene, number) or not (facing or _and_more(words, number)):
            continue
        last = max(told, key=lambda one: one.stop)
        gap = range(last.stop, number.first - 1 if facing or own else number.first)
        if len(gap) > (_FACING if facing and own else _BESIDE) or (any(map(scene.pause, gap)) and not (facing and own)):
            continue
        if any(one.pos == "verb" for one in scene.within(scene.annotations.triggers, last.stop, number.first)):
            continue
        behind = words[number.stop] if number.stop < sentence.stop else ""
        if own and (spells(behind, "in") or spells(behind, "throughout")):  # "و18 في آذار"
            best = number.estimate.best or 0
            yield replace(last, number=best, first=number.first, stop=number.stop, core=number.first)
            continue
        if last.measure not in ("killed", "wounded") and not (last.measure != "events" and spells(before, "facing")):
            continue
        if (facing and spells(behind, "of")) or spells(behind, "fighter") or (facing and are_people(scene, number)):
            yield replace(
                last, number=number.estimate.best or 0, first=number.first, stop=number.stop + 1, core=number.first,
                rule_id="claims.tally.beside",
            )  # fmt: skip


def _and_more(words: tuple[str, ...], number: NumberMention) -> bool:
    return words[number.first].startswith("و") or words[number.first - 1] == "و"  # "و24"


def _who_acts(scene: Scene, first: int, stop: int) -> bool:
    """Say whether words are but those who act: "اعتقال الشرطة العسكرية 22 مدنياً"."""
    return any(one.first == first and one.stop >= stop for one in scene.annotations.actors)


def _suffered(scene: Scene, number: NumberMention, trigger: TriggerMention) -> bool:
    """Say whether people are told to have suffered an act: "153 شخصاً تعرضوا للاعتقال"."""
    return are_people(scene, number) and any(
        says(scene.document.words[cue.first], "suffers") for cue in scene.cues_in("deed", number.stop, trigger.first)
    )
