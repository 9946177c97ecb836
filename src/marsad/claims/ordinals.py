"""Ranks: "هو الهجوم الثالث خلال أسبوعين", "في ثاني حادثة خطف", "للمرة الرابعة هذا العام"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from marsad.annotate.triggers.senses import SENSES
from marsad.claims.acts import Act, act_type, kill_type
from marsad.claims.draft import Draft
from marsad.claims.figure import OWN_TYPE
from marsad.claims.lists import says, says_any, spells, spells_any
from marsad.claims.periods import Period
from marsad.claims.ranks import (
    Counted,
    as_rank,
    hit_from_the_air,
    is_of_another,
    says_no_more,
    stands_alone,
    struck_before,
    told_type,
)
from marsad.claims.scene import Scene
from marsad.claims.victims import people_nouns, tells_victim
from marsad.model.quantity import NumberMention
from marsad.model.report import Sentence
from marsad.model.what import TriggerMention

__all__ = ["find_ordinals"]

_COPULA, _NOUN = "claims.ordinal.copula", "claims.ordinal.noun"
_BACK = 2
"""Sentences back to the act to which a rank may point by its noun: "والحادثة هي الثالثة"."""
_HIGHEST = 1000
_REFINED = {
    "Shelling/artillery/missile attack": "Air/drone strike",
    "Remote explosive/landmine/IED": "Suicide bomb",
}
"""Types of nouns, and what they are where the act told is one."""
_ATTACK, _CLASH, _AIR = "Attack", "Armed clash", "Air/drone strike"
_BLOWS = frozenset((_ATTACK, "Shelling/artillery/missile attack"))
_BY_OUTCOME = {
    "death": "killed", "assassination": "killed", "execution": "killed", "abduction": "abducted", "arrest": "detained",
    "injury": "wounded",
}  # fmt: skip
_FATES = ("killed", "wounded", "abducted", "detained")
_HURT = frozenset(("killed", "wounded"))
_RANK_PAUSES = 2
"""Pauses at most between a rank and its period."""
_HEADING = 9
"""Words at most of an opening that counts what the next sentence tells."""
_THING_REACH = 4
_LOSS_REACH = 6
_OWN = ("ها", "هم", "هن", "نا", "ه")
"""Endings of nouns that are somebody's own."""
_PEOPLE_REACH = 6
"""Words after a counted person within which is told what became of them."""


def find_ordinals(scene: Scene) -> Iterator[Draft]:
    """Yield the ranks that a document states, by position."""
    for sentence in scene.document.sentences:
        if sentence.furniture or scene.off_topic(sentence):
            continue
        whole = _with_next(scene, sentence)
        for number in scene.within(scene.annotations.numbers, sentence.first, sentence.stop):
            draft = _draft(scene, whole, as_rank(scene, number))
            if draft is not None:
                yield draft


def _with_next(scene: Scene, sentence: Sentence) -> Sentence:
    """Join words that tell no act with the sentence behind them: "للمرة الثانية خلال أسبوع.. قنبلة تستهدف منزلاً"."""
    sentences = scene.document.sentences
    if sentence.index + 1 == len(sentences) or sentence.stop - sentence.first > _HEADING or scene.violent(sentence):
        return sentence
    again = [cue for cue in scene.cues_in("again", sentence.first, sentence.stop) if cue.first <= sentence.first + 1]
    again += [
        cue for cue in scene.cues_in("of-its-kind", sentence.first, sentence.stop) if cue.first <= sentence.first + 2
    ]
    behind = sentences[sentence.index + 1]
    return replace(sentence, stop=behind.stop) if again and behind.is_headline == sentence.is_headline else sentence


def _draft(scene: Scene, sentence: Sentence, number: NumberMention) -> Draft | None:
    if number.kind != "ordinal" or not isinstance(number.value, int) or not 2 <= number.value <= _HIGHEST:
        return None
    if any(
        one.first < number.stop and number.first < one.stop
        for one in (*scene.annotations.dates, *scene.annotations.places)
    ) and not _is_in_month(scene, number):
        return None
    if any(cue.first == number.stop for cue in scene.cues["superlative"]):
        return None  # "في ثاني أكبر بلد"
    if scene.cues_in("in-a-row", number.stop, min(number.stop + 3, sentence.stop)):
        return None
    counted = _counted(scene, sentence, number)
    if counted is None:
        return None
    period = _period(scene, sentence, counted, number.first)
    kind_told = scene.cues_in("of-its-kind", number.first, min(number.stop + 6, sentence.stop))
    if period is None and not kind_told:
        return None
    back = _BACK if counted.rule_id == _NOUN else 1
    if counted.general and not _in_conflict(scene, sentence, back):
        return None
    what = counted.what or told_type(scene, sentence, counted)
    if counted.what == _ATTACK and says_any(scene.document.words[counted.first : counted.stop], "onslaught"):
        what = struck_before(scene, sentence, counted) or what  # "رابع مجزرة" of an air raid
        what = _CLASH if told_type(scene, sentence, counted) == _CLASH else what  # "الاعتداء الثالث على الدوريات"
    if what in _REFINED and told_type(scene, sentence, counted) == _REFINED[what]:
        what = _REFINED[what]  # a drone's قصف, a bomber's تفجير
    if what == _CLASH and counted.measure in _HURT and says_any(_called(scene, counted), "ex-one"):
        what = _ATTACK  # "خامس قيادي سابق يُقتل": he fights no more
    what = OWN_TYPE.get(counted.measure) or (kill_type(what) if counted.measure in _HURT else what)
    ends = [counted.stop, *(cue.stop for cue in kind_told), *([period.stop] if period else [])]
    return Draft(
        kind="ordinal", what=what, measure=counted.measure, number=number.value, direction=None, sentence=sentence,
        first=min([counted.first, *([period.first] if period else [])]), stop=max(ends), core=number.first,
        period=period, rule_id=counted.rule_id,
    )  # fmt: skip


def _called(scene: Scene, counted: Counted) -> tuple[str, ...]:
    """Return the words that a rank counts with one more behind them, which may say more of them."""
    return scene.document.words[counted.first : counted.stop + 1]


def _is_in_month(scene: Scene, number: NumberMention) -> bool:
    """Say whether a rank behind a pronoun was read as a day: "هو الرابع في كانون الثاني"."""
    behind = scene.document.words[number.stop : number.stop + 1]
    return spells_any(behind, "in") and any(cue.stop == number.first for cue in scene.cues["is"])


def _counted(scene: Scene, sentence: Sentence, number: NumberMention) -> Counted | None:
    again = [cue for cue in scene.cues["again"] if cue.stop == number.first or cue.first == number.stop]
    if again:
        first, stop = min(again[0].first, number.first), max(again[0].stop, number.stop)
        if is_of_another(scene, sentence, first, stop):
            return None
        counted = _of_sentence(scene, sentence, first, stop, "claims.ordinal.again")
        if counted.what is not None and any(0 <= first - cue.stop <= 1 for cue in scene.cues["is"]):
            counted = replace(counted, what=struck_before(scene, sentence, counted) or counted.what)
        opens = first == sentence.first  # "للمرة الرابعة خلال أيلول، تقصف القوات"
        return replace(counted, what=counted.what or (_first_type(scene, sentence, stop) if opens else None))
    for act in scene.within(scene.acts, sentence.first, sentence.stop):
        after = act.stop == number.first or (act.stop == number.first - 1 and not scene.pause(number.first - 1))
        if (after and not scene.pause(number.first)) or (act.first == number.stop and _is_bare(scene, number, act)):
            first, stop = min(act.first, number.first), max(act.stop, number.stop)
            body = says(scene.document.words[act.first], "body")
            if not act.counts:
                thing = _thing(scene, sentence, number)  # "الشحنة الثالثة التي تضبط"
                return thing if thing is not None and not thing.general else None
            return _of_thing("killed", first, stop, what="Attack", general=False) if body else _of_act(act, first, stop)
    if _opens(scene, sentence, number):
        counted = _of_sentence(scene, sentence, number.first, number.stop, "claims.ordinal.opening")
        return replace(counted, what=counted.what or _first_type(scene, sentence, number.stop))
    people = _people(scene, sentence, number) or _thing(scene, sentence, number)
    if people is not None:
        return people
    return _behind_copula(scene, sentence, number)


def _is_bare(scene: Scene, number: NumberMention, act: Act) -> bool:
    """Say whether a rank and the noun behind it have no article: "ثالث هجوم", and not "العام الرابع للعدوان"."""
    words = scene.document.words
    rank = words[number.first].lstrip("وفبل")
    return not rank.startswith("ال") and not words[act.first].startswith(("ال", "لل"))


def _of_act(act: Act, first: int, stop: int) -> Counted | None:
    if not act.counts:
        return None
    return Counted(act.what, act.what is None, act.measure, first, stop, _NOUN)


def _of_sentence(scene: Scene, sentence: Sentence, first: int, stop: int, rule_id: str) -> Counted:
    """Count the act that the sentence itself tells."""
    triggers = scene.within(scene.annotations.triggers, sentence.first, first)
    act = next((one.sub_event_type for one in triggers if one.sub_event_type and not one.weak), None)
    told = scene.told(sentence.first, sentence.stop)
    what = told.sub_event_type if told else act
    what = _AIR if what in (None, *_BLOWS) and hit_from_the_air(scene, sentence, first) else what
    return Counted(what, general=True, measure="events", first=first, stop=stop, rule_id=rule_id)


def _first_type(scene: Scene, sentence: Sentence, first: int) -> str | None:
    """Return the type of the first act told behind word `first`."""
    triggers = scene.within(scene.annotations.triggers, first, sentence.stop)
    known = (
        one.sub_event_type or act_type(one.sense)
        for one in triggers
        if not one.weak and (one.sense != "strike" or says(scene.document.words[one.first], "shells"))
    )
    return next((what for what in known if what is not None), None)


def _behind_copula(scene: Scene, sentence: Sentence, number: NumberMention) -> Counted | None:
    """Read "عملية أمنية هي الثانية": what stands before the pronoun is counted, an act of conflict or not."""
    copula = [cue.first for cue in scene.cues["is"] if cue.stop == number.first]
    joined = scene.document.words[number.first].startswith("و") and any(
        one.stop == number.first and not one.day for one in scene.periods
    )  # "هي العبوة الثانية خلال 24 ساعة والسابعة منذ مطلع الشهر", and not "الأولى في 2021 والثانية أمس"
    joined = joined and bool(scene.cues_in("is", scene.clause(sentence, number.first)[0], number.first))
    if not copula and (scene.pause(number.first) or joined) and stands_alone(scene, number):
        copula = [number.first]  # "نزاع عشائري جديد في العمارة، والثامن منذ شهر"
    if not copula and number.first == sentence.first and spells(scene.document.words[number.first], "number-told"):
        copula = [number.first]  # "العثور على جثة. رقم 28 منذ مطلع العام"
    if not copula and number.first == sentence.first and says_no_more(scene, sentence, number):
        copula = [number.first]  # "اغتيال ضابط في عدن.. الثاني في أسبوع."
    if not copula:
        return None
    acts = [act for act in scene.acts if sentence.first <= act.first and act.stop <= copula[0]]
    befell = _befell(scene, sentence, number)
    if befell is not None:
        return replace(befell, first=copula[0])
    if spells(scene.document.words[copula[0]].lstrip("وف"), "he") and tells_victim(scene, sentence):
        fought = any(one.armed and one.first == sentence.first + 1 for one in scene.annotations.actors)
        what = None if fought else _ATTACK  # "مقتل مختار برصاص مجهولين، وهو الثاني خلال ثلاثة أيام"
        return _of_thing("killed", copula[0], number.stop, what=what)
    before = scene.document.sentences[max(sentence.index - 1, 0)]
    if (
        copula[0] == sentence.first
        and tells_victim(scene, before)
        and not scene.document.words[copula[0]].endswith("ه")
    ):
        return _of_thing("killed", copula[0], number.stop)  # "مقتل عنصر برصاص مجهولين.. الثالث في أسبوع"
    if acts:
        nearest = acts[-1]
        return _of_act(nearest, nearest.first, number.stop)
    if copula[0] - sentence.first <= 1 and sentence.index and _tells_act(scene, sentence.index - 1):
        return Counted(None, general=True, measure="events", first=copula[0], stop=number.stop, rule_id=_COPULA)
    if copula[0] - sentence.first <= 1 or not scene.violent(sentence):
        return None
    return _of_sentence(scene, sentence, copula[0], number.stop, _COPULA)


def _tells_act(scene: Scene, index: int) -> bool:
    """Say whether a sentence tells an act, which the next may count: "انفجرت عبوة. هي الثانية خلال يومين"."""
    sentence = scene.document.sentences[index]
    return scene.violent(sentence) and not scene.off_topic(sentence)


def _befell(scene: Scene, sentence: Sentence, number: NumberMention) -> Counted | None:
    """Read "هو السادس الذي تقتله المسيّرات": people, by the verb behind the rank."""
    words = scene.document.words
    if words[number.stop : number.stop + 1] and not spells(words[number.stop], "having"):
        return None
    for trigger in scene.within(scene.annotations.triggers, number.stop, min(number.stop + 3, sentence.stop)):
        measure = _BY_OUTCOME.get(trigger.sense)
        if trigger.pos == "verb" and measure is not None and not _dies(scene, trigger.first):
            return _of_thing(measure, number.first, trigger.stop)
    return None


def _opens(scene: Scene, sentence: Sentence, number: NumberMention) -> bool:
    """Say whether a rank opens a headline before what it counts: "الثالثة من نوعها في أسبوعين.. عبوة تنفجر"."""
    return number.first - sentence.first <= 1 and any(cue.first == number.stop for cue in scene.cues["of-its-kind"])


def _people(scene: Scene, sentence: Sentence, number: NumberMention) -> Counted | None:
    """Read "الناشط الثالث الذي يختطف", "ثاني مختار يقتل": people, by what became of them."""
    words = scene.document.words
    nouns = people_nouns().find(words, max(sentence.first, number.first - 2), min(number.stop + 2, sentence.stop))
    beside = [hit for hit in nouns if hit.stop == number.first or hit.first == number.stop]
    if not beside:
        return _fallen(scene, number)
    first, stop = min(beside[0].first, number.first), max(beside[0].stop, number.stop)
    bare = not words[number.first].startswith("ال") and beside[0].stop == number.first
    for trigger in scene.annotations.triggers if bare else ():
        if trigger.stop == first and trigger.pos == "verb" and trigger.sense in _BY_OUTCOME:
            measure = _BY_OUTCOME[trigger.sense]  # "قُتل ناشط رابع"
            return _of_thing(measure, trigger.first, stop, what=OWN_TYPE.get(measure))
    for trigger in scene.annotations.triggers:
        near = stop <= trigger.first < min(sentence.stop, stop + _PEOPLE_REACH)
        if near and trigger.sense in _BY_OUTCOME and not _dies(scene, trigger.first):
            measure = _BY_OUTCOME[trigger.sense]
            what = trigger.sub_event_type or (SENSES[trigger.sense][0] if trigger.sense == "assassination" else None)
            return Counted(what, what is None, measure, first, trigger.stop, "claims.ordinal.people")
    behind = words[stop : min(sentence.stop, stop + _PEOPLE_REACH)]
    if spells_any(behind[:2], "falls-dead"):
        return _of_thing("killed", first, stop + 1)  # "سابع شخص يقضي بالألغام"
    if (
        behind[:1]
        and spells(behind[0], "having")
        and any(spells(word.removesuffix("ه"), "loses") for word in behind[1:])
    ):
        return _of_thing("killed", first, stop + 1)  # "الطبيب السابع الذي يفقده القطاع"
    return _fallen(scene, number)


def _fallen(scene: Scene, number: NumberMention) -> Counted | None:
    """Read "مقتل ثاني أمريكي", "اعتقال رابع ناشط": whose fate stands before the rank."""
    words = scene.document.words
    if words[number.first].startswith("ال") or number.stop >= len(words):
        return None
    for trigger in scene.annotations.triggers:
        measure = _BY_OUTCOME.get(trigger.sense)
        if trigger.stop == number.first and trigger.pos == "noun" and measure is not None:
            return _of_thing(measure, trigger.first, number.stop + 1, what=OWN_TYPE.get(measure))
    return None


def _thing(scene: Scene, sentence: Sentence, number: NumberMention) -> Counted | None:
    """Read "الجثة الخامسة التي يعثر عليها", "ثالث مديرية تستعيدها": things, by the act of which they are the Nth."""
    words = scene.document.words
    bare = not words[number.first].lstrip("وفبل").startswith("ال")
    first, stop = (number.first, number.stop + 1) if bare else (number.first - 1, number.stop)
    if first < sentence.first or stop > sentence.stop or scene.pause(first + 1):
        return None
    noun = words[number.stop] if bare else words[first]
    own = noun.endswith(_OWN) and says_any(words[max(sentence.first, first - _LOSS_REACH) : first], "loses")
    if not bare and own and words[number.first].startswith("ال") and not noun.startswith("ال"):
        return _of_thing("killed", first, stop)  # "تفقد المنظومة متطوعها الخامس"
    if not bare and not noun.lstrip("وفبلك").startswith(("ال", "ل")):
        return None
    if says(noun, "formation"):
        return None  # "قائد الفرقة الخامسة"
    if says(noun, "body"):
        return _of_thing("killed", first, stop, what="Attack", general=False)
    fate = next((measure for measure in _FATES if says(noun, f"{measure}-one")), None)
    if fate is not None:
        return _of_thing(fate, first, stop, what=OWN_TYPE.get(fate))
    for trigger in scene.annotations.triggers:
        if not stop <= trigger.first < min(sentence.stop, stop + _THING_REACH) or trigger.pos != "verb":
            continue
        if _dies(scene, trigger.first):
            return None
        measure = _BY_OUTCOME.get(trigger.sense, "events")
        return _of_thing(measure, first, trigger.stop)
    if bare and _befalls(words, stop, min(sentence.stop, stop + _THING_REACH)) == "killed":
        return _of_thing("killed", first, stop + 1)
    for at in range(stop, min(sentence.stop, stop + _THING_REACH)):
        if says(words[at], "goes-off") or says(words[at], "ruined") or says(noun, "buried") or says(noun, "shot"):
            return _of_thing("events", first, at + 1)  # "البرج الحادي عشر الذي يفجر"
        if says(words[at], "seized") and any(says(noun, role) for role in ("stored", "shot", "flown")):
            return _of_thing("events", first, at + 1, what="Disrupted weapons use", general=False)
        if says(words[at], "foiled") and says(noun, "stored"):
            return _of_thing("events", first, at + 1, what="Disrupted weapons use", general=False)
        if says(words[at], "taken-thing"):
            return _of_thing("events", first, at + 1, general=False)
    return None


def _befalls(words: tuple[str, ...], first: int, stop: int) -> str | None:
    """Return what a passive of the spoken language says became of one: "سادس واحد بينقتل"."""
    return next(("killed" for at in range(first, stop) if spells(words[at], "gets-killed")), None)


def _of_thing(measure: str, first: int, stop: int, *, what: str | None = None, general: bool = True) -> Counted:
    rule = "claims.ordinal.thing"
    return Counted(what=what, general=general, measure=measure, first=first, stop=stop, rule_id=rule)


def _dies(scene: Scene, at: int) -> bool:
    """Say whether a word tells a death that nobody need have caused: "يموت", "توفي"."""
    return says(scene.document.words[at], "dies")


def _period(scene: Scene, sentence: Sentence, counted: Counted, rank: int) -> Period | None:
    """Return the period that the rank of word `rank` counts in: the first after it, else the last of its clause."""
    periods = [
        one
        for one in scene.within(scene.periods, sentence.first, sentence.stop)
        if not one.day or one.since or one.firm
    ]
    after = [one for one in periods if one.first >= rank] or [one for one in periods if one.first >= counted.first]
    if after:
        apart = [
            cue for role in ("elsewhere", "superlative") for cue in scene.cues_in(role, counted.stop, after[0].first)
        ]
        kind = [cue.stop for cue in scene.cues["of-its-kind"] if cue.first == counted.stop]
        ends = max([counted.stop, *kind])
        own = {ends, ends + 1}  # "القصف الرابع من نوعه الذي يطال الحي منذ": the act itself goes on
        apart = [cue for cue in apart if not (cue.first in own and spells(scene.document.words[cue.first], "having"))]
        pauses = sum(scene.pause(at) for at in range(counted.stop, after[0].first + 1))
        return None if (apart and after[0].since) or pauses > _RANK_PAUSES else after[0]
    clause_first, _ = scene.clause(sentence, counted.first)
    before = [one for one in periods if one.first >= clause_first]
    return before[-1] if before else None


def _in_conflict(scene: Scene, sentence: Sentence, back: int) -> bool:
    """Say whether the sentence, or one of so many before it, tells an act of conflict."""
    sentences = scene.document.sentences
    ahead = [one for one in sentences[max(sentence.index - back, 0) : sentence.index] if not scene.off_topic(one)]
    moved = any(one.sense in ("change", "move") and not one.weak for one in _in(scene, sentence))
    armed = any(one.armed for one in scene.within(scene.annotations.actors, sentence.first, sentence.stop))
    return (
        scene.violent(sentence)
        or (moved and armed)
        or scene.told(sentence.first, sentence.stop) is not None
        or any(map(scene.violent, ahead))
    )


def _in(scene: Scene, sentence: Sentence) -> Iterator[TriggerMention]:
    return scene.within(scene.annotations.triggers, sentence.first, sentence.stop)
