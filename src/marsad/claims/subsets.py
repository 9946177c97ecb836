"""Numbers that are no figures of their own: parts of those counted, multiples, rates, what one act or day held."""

from __future__ import annotations

from marsad.claims.comparisons import is_compared
from marsad.claims.counted import act_of
from marsad.claims.figure import MEASURES, OWN_TYPE, Figure, outcome_words
from marsad.claims.lists import says, spells, spells_any
from marsad.claims.scene import Scene
from marsad.claims.units import unit_of
from marsad.model.report import Sentence

__all__ = ["is_mixed", "is_part"]

_PARTS = 8
"""Words from victims on within which stands how many of them were killed."""
_TAKEN = {"detained", "abducted"}
_MOST = 3
"""Words at most from what says where most of it was to how many that were."""
_MIXED = 5
_WORST = 4
"""Words up to which the worst of acts stands before its toll."""
_THAT_DAY = 12
"""Words at most from a day to the "on it" that points back to it."""
_PER_UNIT = 6
"""Words from a number on within which it may be told to be one of each day or year."""


def is_part(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    """Say whether a number is of a part, a multiple, a rate or one act, and no figure: "بينهم 3 أطفال"."""
    words = scene.document.words
    if words[figure.core + 1 : figure.core + 2] and spells(words[figure.core + 1], "times"):
        return True  # "ارتفعت بثلاثة أضعاف"
    if spells_any(words[max(figure.core - 2, sentence.first) : figure.core], "set-against"):
        return True  # "بالمقارنة مع 2735 ضربة خلال السنتين السابقتين"
    if figure.measure != "events" and _adds(scene, sentence, figure):
        return True
    if figure.measure != "events" and _fell_to(scene, sentence, figure):
        return True
    if _is_left_behind(scene, sentence, figure):
        return True  # "قفز العدد من 56 إلى 480"
    changes = (*scene.cues["rise"], *scene.cues["fall"])
    if any(cue.stop == figure.core and cue.proclitics.endswith("ب") for cue in changes):
        return True  # "بزيادة 8 عمليات عن تموز"
    if spells(words[figure.core - 1], "away") and any(
        cue.stop == figure.core - 1 and cue.pos == "noun" and cue.proclitics.endswith("ب") for cue in changes
    ):
        return True  # "بتراجع عن 29 هجوماً في الشهر الذي سبقه"
    if spells_any(words[max(figure.core - 2, 0) : figure.core + _PER_UNIT], "per-unit"):
        return True  # "لا يتجاوز سنوياً 100 حالة"
    if figure.core and says(words[figure.core - 1], "rate"):
        return True  # "بمعدل 7 جرائم في الساعة"
    if spells(words[figure.core - 1], "number-told") and figure.core:
        return True  # "الضابط رقم 21": a rank
    in_one = range(figure.core + 1, min(figure.stop + 3, sentence.stop))
    if any(spells(words[at], "in-one") and not any(map(scene.pause, range(in_one.start, at + 1))) for at in in_one):
        return True  # "وقتل في إحداها 12"
    ahead = words[max(sentence.first, figure.core - _WORST) : figure.core]
    if figure.measure != "events" and spells_any(ahead, "worst-of-them"):
        return True  # "أسفر أعنفها عن مقتل 13"
    if spells(words[figure.core - 1], "amounts-to") and scene.cues_in(
        "superlative", *scene.clause(sentence, figure.core)
    ):
        return True  # "وكانت أعلى نسبة اعتقالات في القدس بواقع 140"
    behind = (one.first for one in scene.annotations.numbers if one.kind == "cardinal" and one.first >= figure.stop)
    dated = {at for one in scene.periods for at in range(one.first, one.stop)}
    stop = min([one for one in behind if one not in dated] + [sentence.stop - 1])
    mixed = range(figure.core + 1, max(stop, min(figure.stop + _MIXED - 1, len(words) - 1)))
    if figure.measure != "events" and any(
        spells(words[at], "between") and spells_any(words[at + 1 : at + 2], "one-killed") for at in mixed
    ):
        return True  # "61 مدنياً سقطوا بين قتيل وجريح"
    if figure.measure != "events" and _lists_parts(scene, figure):
        return True
    if _is_some_of_them(words, figure.core) or _breaks_down(scene, sentence, figure):
        return True
    if _is_of_these(words, figure) or _is_compared_with(scene, sentence, figure):
        return True
    own = range(figure.core + 1, min(figure.core + 3, sentence.stop))
    of_them = any(
        spells(words[at], "of-them")
        and not spells(words[at - 1], "others")  # "وإصابة 103 آخرين منهم"
        and not any(map(scene.pause, range(own.start, at + 1)))
        for at in own
    )
    if of_them or _in_one_act(scene, sentence, figure):
        return True
    if _is_highest(scene, sentence, figure):
        return True
    return any(
        cue.stop <= figure.core
        and not any(scene.pause(at) for at in range(cue.stop, figure.core + 1))
        and not _tells_anew(scene, cue.stop, figure)
        and not (cue.first and says(words[cue.first - 1], "arrived"))
        and not scene.cues_in("reach", cue.stop, figure.core)  # "مدناً بينها بغداد بلغت 11 قتيلاً"
        for cue in scene.cues_in("subset", max(sentence.first, figure.core - 8), figure.core)
    )


def _is_highest(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    """Say whether a number is that of the place with most: "كانت الحصيلة الأعلى في درعا بتسعة قتلى"."""
    low, _ = scene.clause(sentence, figure.core)
    words = scene.document.words
    most = scene.cues_in("superlative", low + 1, figure.core)
    dated = any(one.first <= cue.first < one.stop for one in scene.periods for cue in most)  # "تشرين الأول"
    near = most and not dated and figure.core - most[-1].stop <= _MOST
    if near and figure.first == figure.core and words[figure.core].startswith("ب"):
        return True  # "وكانت حلب أكثر المحافظات تضرراً بستة قتلى"
    return any(
        spells(words[cue.first - 1], "toll-word") or spells(words[cue.stop], "toll-word")
        for cue in most
        if scene.within(scene.annotations.places, cue.stop, figure.core)
    )


def _lists_parts(scene: Scene, figure: Figure) -> bool:
    """Say whether people are one more part of those counted: "منهم 292 طفلاً و298 سيدة، و94 تحت التعذيب"."""
    words = scene.document.words
    apart = words[figure.first - 1] == "و"
    joined = (apart or words[figure.first].startswith("و")) and figure.first == figure.core
    parts = (one for one in scene.annotations.casualties if one.subset and one.outcome == figure.measure)
    return joined and any(one.stop == figure.first - apart for one in parts)


def is_mixed(scene: Scene, figure: Figure) -> bool:
    """Say whether killed and wounded are told in one number, which is of neither: "167 قتيلاً وجريحاً"."""
    stops = (one.stop for one in scene.annotations.numbers if one.first == figure.core)
    at = next(stops, figure.core + 1)  # "أكثر من 2400 قتيل وجريح"
    behind = scene.document.words[at : at + 2]
    if spells_any(behind[:1], "victims") and _has_killed_among(scene, figure):
        return True  # "131 ضحية، بينهم 64 قتيلاً"
    joined = len(behind) > 1 and behind[1].startswith("و")
    return joined and says(behind[0], "killed-one") and says(behind[1], "wounded-one")


def _has_killed_among(scene: Scene, figure: Figure) -> bool:
    """Say whether some of those counted are told to be killed, so that the others are not."""
    words, sentence = scene.document.words, scene.sentence_of(figure.core)
    low = figure.core + 2
    parts = scene.cues_in("subset", low, min(low + _PARTS, sentence.stop))
    return any(
        says(words[one.stop], "killed-one")
        for cue in parts
        for one in scene.within(scene.annotations.numbers, cue.stop, min(cue.stop + 2, sentence.stop - 1))
    )


def _is_some_of_them(words: tuple[str, ...], at: int) -> bool:
    """Say whether a clause tells of some of those counted before: "وأضاف أن خمسة من القتلى"."""
    behind = words[at + 1 : at + 3]
    if (
        len(behind) < 2
        or not spells(behind[0], "of")
        or not behind[1].startswith("ال")
        or not spells(words[at - 1], "that-is-said")
    ):
        return False
    return any(MEASURES.get(outcome) for _, _, outcome in outcome_words(words, at + 2, at + 3))


def _is_of_these(words: tuple[str, ...], figure: Figure) -> bool:
    """Say whether a number is one of those counted before: "وقضى 33 من هؤلاء", "سقط 29 من القتلى بقصف"."""
    behind = words[figure.core + 1 : figure.core + 4]
    if not spells_any(behind[:1], "of"):
        return False
    told = behind[2:3] if spells_any(behind[1:2], "between") else behind[1:2]
    if spells_any(told, "these-ones"):
        return True
    if figure.measure not in OWN_TYPE and not any(outcome_words(words, figure.first, figure.core)):
        return False  # "ما مجموعه 102 من القتلى", and not "ونجا عشرة من المخطوفين"
    again = any(
        MEASURES.get(outcome) == figure.measure or {MEASURES.get(outcome), figure.measure} == _TAKEN
        for _, _, outcome in outcome_words(told, 0, len(told))
    )
    return again and told[0].startswith("ال")


def _is_compared_with(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    """Say whether a number is what the period compared with held: "عن أيار الذي شهد مقتل 221", "حين شُنت 60"."""
    words = scene.document.words
    for period in scene.within(scene.periods, sentence.first, figure.core):
        told = period.stop < figure.core and (
            spells(words[period.stop], "relative") or spells(words[period.stop], "set-off")
        )
        between = range(period.stop, figure.core)
        on = any(scene.pause(at) or words[at].startswith("و") for at in between)
        if told and not on and is_compared(scene, period):
            return True
    return False


def _breaks_down(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    """Say whether acts are some of those counted just before: "840 انتهاكاً، شملت 11 حالة قتل"."""
    low, _ = scene.clause(sentence, figure.core)
    if not says(scene.document.words[low], "comprises"):
        return False
    cased = any(spells(word, "case-told") for word in scene.document.words[low : figure.core])
    if figure.measure in ("killed", "wounded") and not cased:
        return False  # and not "وشملت تسع حالات قتل و14 إصابة"
    opens = low == sentence.first and sentence.index > 0  # "189 خرقاً. وتوزعت على 62 غارة"
    first = scene.document.sentences[sentence.index - 1].first if opens else sentence.first
    counted = scene.within(scene.annotations.numbers, first, low)
    return any((one.estimate.best or 0) > figure.number and act_of(scene, one) is not None for one in counted)


def _tells_anew(scene: Scene, first: int, figure: Figure) -> bool:
    """Say whether a figure has a word of its own behind a subset: "بينهم 65 طفلاً وأصيب 1900", "وإصابة 311"."""
    word = scene.document.words[figure.first]
    if not word.startswith("و") or figure.first <= first:
        return False
    if any(outcome_words((word[1:],), 0, 1)) and figure.first < figure.core:
        return True
    return any(one.pos == "verb" and one.first == figure.first for one in scene.annotations.triggers)


def _adds(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    """Say whether people are those by whom a sum has just grown: "ارتفع العدد إلى 12 منذ الاثنين بعد وفاة جريحين"."""
    low, _ = scene.clause(sentence, figure.first)
    if figure.rule_id != "claims.tally.people":
        return False
    before = scene.document.words[max(low, figure.first - 2) : figure.first]
    return spells_any(before, "upon") and bool(scene.cues_in("running", low, figure.first))


def _fell_to(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    """Say whether people are the number that a toll of one period fell to: the fall is the claim."""
    low, high = scene.clause(sentence, figure.core)
    fell = scene.cues_in("fall", low, figure.core) and spells(scene.document.words[figure.core - 1], "to")
    return bool(fell) and any(not one.since and not one.day for one in scene.within(scene.periods, low, high))


def _is_left_behind(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    """Say whether a number is the one from which something rose or fell."""
    low, high = scene.clause(sentence, figure.core)
    words = scene.document.words
    if (
        figure.core == low
        or not spells(words[figure.core - 1], "of")
        or not spells_any(words[figure.core : high], "to")
    ):
        return False
    return any(scene.cues_in(role, low, figure.core) for role in ("rise", "fall"))


def _in_one_act(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    """Say whether the clause of people names a single act: "قتل 30 في غارة واحدة"."""
    low, high = scene.clause(sentence, figure.core)
    words = scene.document.words
    days = (at for at in range(low + 1, high - 1) if unit_of(words[at]) == "D" and spells(words[at - 1], "in"))
    day = any(spells(words[at + 1], "single") for at in days)
    if day or figure.measure == "events":
        return day  # "12 عنصراً في يوم واحد"
    if _is_of_that_day(scene, sentence, figure):
        return True
    return any(
        act.stop < high and spells(scene.document.words[act.stop], "single")
        for act in scene.within(scene.acts, low, high)
    )


def _is_of_that_day(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    """Say whether people fell on a day of which their clause tells: "غداة يوم دام قتل فيه 61"."""
    words = scene.document.words
    dated = {at for one in scene.annotations.dates for at in range(one.first - 1, one.stop)}
    told = [at for at in range(sentence.first, figure.core) if spells(words[at], "a-day") and at not in dated]
    behind = words[told[-1] + 1 : min(told[-1] + _THAT_DAY, figure.stop + 1)] if told else ()
    return spells_any(behind, "in-that") and not spells_any(behind, "having")
