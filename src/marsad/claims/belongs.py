"""Which period is a figure's own: "قتل 5 منذ السبت", and not "أعنف قصف منذ عام أوقع 5"."""

from __future__ import annotations

from itertools import pairwise

from marsad.claims.bulletins import sayings
from marsad.claims.figure import Figure, may_total
from marsad.claims.lists import says, says_any, spells, spells_any
from marsad.claims.periods import Period
from marsad.claims.scene import Scene
from marsad.claims.set_against import came_after, has_own, is_of_next, stands_before_own
from marsad.claims.units import unit_of
from marsad.model.quantity import NumberMention
from marsad.model.report import Sentence

__all__ = ["BACK", "has_day", "in_those", "period_of", "tallied"]

BACK = 12
"""Words before a figure within which stands what counts it."""
_STATE_REACH = 8
_CLAUSES = 3
_RUNS_ON, _SAID, _YOUNG = 4, 2, 7
_LEAD = 4
"""Words that may stand before a period that a sentence opens with."""


def period_of(scene: Scene, sentence: Sentence, figure: Figure) -> Period | None:
    """Return the period nearest to a figure that is its own: no other figure with a pause stands between."""
    best: tuple[int, Period] | None = None
    if any(_is_inside(scene, one, figure) for one in scene.within(scene.periods, sentence.first, sentence.stop)):
        return None
    for period in scene.within(scene.periods, sentence.first, sentence.stop):
        if period.day and not period.since and not period.firm:
            continue
        if _is_compared(scene, period, figure):
            continue
        if not period.firm and figure.measure != "events" and not _may_be_bare(scene, sentence, figure, period):
            continue
        if _says_when(scene, sentence, period, figure):
            continue
        if _is_of_outset(scene, period, figure):
            continue
        ahead = period.first < figure.first
        if ahead and stands_before_own(scene, sentence, figure):
            continue  # "17 في الأسبوع الماضي و29 في الأسبوع السابق"
        if (
            figure.core > period.first
            and spells(scene.document.words[figure.core - 1], "facing")
            and has_own(scene, sentence, figure)
        ):
            continue  # "ثماني مرات في 2020 مقابل ثلاث مرات طوال 2019"
        low, high = (period.stop, figure.first) if ahead else (figure.stop, period.first)
        if period.since and not ahead and has_day(scene, low, high) and not tallied(scene, sentence, figure):
            continue  # "ثمانية قتلوا السبت في أعمال عنف مستمرة منذ نيسان"
        clause = scene.clause(sentence, figure.core)
        if not clause[0] <= period.first < clause[1] and has_day(scene, *clause):
            continue
        if _elsewhere(scene, figure, period):
            continue
        if not ahead and (came_after(scene, sentence, period, figure) or is_of_next(scene, period, figure)):
            continue
        if _of_rank(scene, sentence, period, figure) and not in_those(scene, period.stop, figure):
            continue
        if ahead and figure.measure != "events" and _told_apart(scene, sentence, period, figure):
            continue
        if ahead and any(one.day and not one.since for one in scene.within(scene.periods, low, high)):
            continue  # "منذ الهدنة، أفاد عن 25 غارة مساء السبت" counts that evening
        breaks = _breaks(scene, low, high, ahead=ahead, since=period.since)
        if breaks is None and ahead and _governs(scene, sentence, period, figure):
            breaks = _CLAUSES
        if breaks is None:
            continue
        distance = max(high - low, 0) + 8 * breaks
        if best is None or distance < best[0]:
            best = (distance, period)
    return best[1] if best else None


def _governs(scene: Scene, sentence: Sentence, period: Period, figure: Figure) -> bool:
    """Say whether a period that a sentence opens with holds for all that it tells: "شهد اليمن في أيار ...، لكن ...".

    The figure's clause goes on with what was told, names no day and tells no single act.
    """
    if not period.firm or period.since or period.first - sentence.first > _LEAD:
        return False
    low, high = scene.clause(sentence, figure.core)
    word = scene.document.words[low]
    goes_on = spells(word, "goes-on-telling") or (word.startswith("و") and len(word) > _SAID)
    single = figure.cause is not None and figure.cause.single
    others = [
        one
        for one in scene.within(scene.periods, period.stop, sentence.stop)
        if (one.firm or one.since or one.day) and not _is_compared(scene, one, figure)
    ]
    return goes_on and not single and not others and not has_day(scene, low, high)


def _is_compared(scene: Scene, period: Period, figure: Figure) -> bool:
    """Say whether a period is the one compared with, and not that of this figure: "مقارنة بـ88 في نيسان"."""
    words = scene.document.words
    if spells(words[period.first], "for-month"):
        return False
    counted = {one.first for one in scene.annotations.numbers}
    sentence = scene.sentence_of(period.first)
    for cue in scene.cues_in("compared", max(period.first - 4, sentence.first), period.first):
        if any(one.first == cue.first and cue.stop < one.stop for one in scene.annotations.numbers):
            continue  # "40 قتيلاً، وأكثر من مئة جريح منذ الاثنين"
        if any(spells(words[cue.first], role) for role in ("away", "of")) and cue.stop in counted:
            continue  # "زاد عن 180 منذ"
        before = words[cue.first - 1]
        if spells(words[cue.first], "itself") and unit_of(before) is None and not spells(before, "that-length"):
            continue  # "على المحور نفسه منذ بداية نيسان"
        if words[cue.first] == "اي" and cue.stop == period.first:
            continue  # "في الفصل الثالث، أي بين تموز وأيلول"
        between = cue.stop <= figure.core < period.first
        if between and spells(words[cue.first], "facing"):
            continue  # "مقابل 12 في شباط"
        if period.first - 2 <= cue.first or (scene.pause(cue.first) and not between):
            return True
    return False


def _may_be_bare(scene: Scene, sentence: Sentence, figure: Figure, period: Period) -> bool:
    """Say whether a past week or month without a preposition is a period of people: "مواجهات الأسبوع الماضي"."""
    if tallied(scene, sentence, figure):
        return True
    ahead = period.first < figure.first
    low, high = (period.stop, figure.first) if ahead else (figure.stop, period.first)
    apart = _breaks(scene, low, high, ahead=ahead, since=False) != 0
    if apart or says_any(scene.document.words[low:high], "relative"):
        return False  # "الهجوم في الأحواز، الشهر الماضي، الذي سقط فيه 25"
    words = scene.document.words[period.first : period.stop]
    single = figure.cause is not None and figure.cause.single
    mass = any(act.noun and act.counts and act.stop == period.first for act in scene.acts)  # "اعتقالات آذار"
    told = mass or any(spells(word, "past") or spells(word, "period-share") for word in words)
    return not period.day and not single and told


def _is_inside(scene: Scene, period: Period, figure: Figure) -> bool:
    """Say whether a figure belongs to what a period began with: "منذ شن هجومين", "منذ المحاولة التي قتل فيها 250"."""
    if not period.happening or figure.core <= period.first:
        return False
    words = scene.document.words
    if figure.core < period.stop or figure.first == period.first + 1:
        return True
    if figure.measure == "events" and figure.first == period.first + 2 and not scene.pause(figure.first):
        return True
    by = period.start is None and figure.measure == "events" and words[figure.core].startswith("ب")
    if by and not any(scene.pause(at) for at in range(period.first, figure.core + 1)):
        return True  # "منذ استهداف الحركة البلدات بأكثر من مئة صاروخ"
    between = words[period.first : figure.core]
    behind = words[figure.core : figure.stop + 1]
    told = says_any(between, "relative") and spells_any((*between, *behind), "in-it")
    return told and not any(scene.pause(at) for at in range(period.stop + 1, figure.core))


def _is_of_outset(scene: Scene, period: Period, figure: Figure) -> bool:
    """Say whether people fell in what a period began after: "طوارئ منذ تموز، عقب الهجوم، وخلف 12"."""
    words = scene.document.words
    if not period.since or figure.first <= period.stop or figure.measure == "events":
        return False
    if not spells(words[period.stop], "upon"):
        return False
    pauses = [at for at in range(period.stop + 1, figure.first + 1) if scene.pause(at)]
    opens = words[pauses[-1]] if pauses else ""
    if pauses:
        return opens.startswith(("و", "ف")) or spells(opens, "relative") or spells(opens, "came-of-it")
    return not any(one.pos == "verb" and one.first == figure.first for one in scene.annotations.triggers)


def _says_when(scene: Scene, sentence: Sentence, period: Period, figure: Figure) -> bool:
    """Say whether a period is when something was said: "قال في مارس إن تركيا اعتقلت 160 ألفاً"."""
    if period.since or period.first > figure.first or tallied(scene, sentence, figure):
        return False
    words = scene.document.words
    between = words[period.stop : figure.first]
    came = any(spells(word, "away") and says(before, "ends-in") for before, word in pairwise(between))
    if not spells_any(between, "that-is-said") or came or _is_subject_matter(words, period):
        return False  # "أسفرت عن"
    low = max(sentence.first, period.first - BACK)
    said = sayings().find(words, low, period.first) or sayings().find(words, period.stop, period.stop + _SAID)
    return bool(said) and not any(
        cue.first in range(low, period.first) and says(words[cue.first], "throughout") for cue in scene.cues["during"]
    )


def _is_subject_matter(words: tuple[str, ...], period: Period) -> bool:
    """Say whether a period is what a bulletin is about, and not when it was issued: "في إحاطتها لشهر أيار"."""
    before = words[period.first - 1] if period.first else ""
    return spells(words[period.first], "for-month") or spells(before, "for-month") or spells(before, "away")


def _elsewhere(scene: Scene, figure: Figure, period: Period) -> bool:
    """Say whether a period belongs to something else: "أعنف مواجهات منذ", "المحاصرة منذ 2013", another figure."""
    sentence = next(one for one in scene.document.sentences if one.first <= period.first < one.stop)
    opens = period.first == sentence.first or scene.pause(period.first)
    before = "" if opens else scene.document.words[period.first - 1]
    definite = before.removeprefix("و")
    participle = (
        definite.startswith("ال")
        and definite[2:3] in ("م", "خ")
        and before.endswith("ه")
        and not spells(before, "lasting")
    )
    participle = participle and not figure.core <= period.first - 1 < figure.stop  # "عتبة المئة منذ"
    if period.since and participle and not _named(scene, period.first - 1) and not _is_young(period):
        return True
    if period.since and period.stop <= figure.first and _of_another(scene, period):
        return True
    low, high = figure.stop, period.first
    if scene.cues_in("superlative", low, high):
        return True
    heads = [cue for role in ("head", "running") for cue in scene.cues_in(role, low, high)]
    if any(number.first >= cue.stop for cue in heads for number in _counted_in(scene, period.first)):
        return True  # "18 قتيلاً، وعدد الجرحى 40 خلال", and not "18 قتيلاً حصيلة القصف خلال"
    return any(
        not _goes_on_since(scene, cue.stop, period)
        and not _began_then(scene, cue.stop, period)
        and not (cue.stop == period.first and says(scene.document.words[period.first], "lasted"))  # "التي دامت شهراً"
        for cue in scene.cues_in("elsewhere", low, high)
    )  # "قتل 412 في المعارك التي بدأت في 16 أيلول"


def _is_young(period: Period) -> bool:
    """Say whether a period is of but some days, and tells no state of a place: "الأحياء المحاصرة منذ فجر الجمعة"."""
    return period.start is not None and period.end is not None and (period.end - period.start).days < _YOUNG


def _counted_in(scene: Scene, at: int) -> list[NumberMention]:
    """Return the numbers that may count in the sentence of word `at`."""
    sentence = next(one for one in scene.document.sentences if one.first <= at < one.stop)
    return [
        one for one in scene.within(scene.annotations.numbers, sentence.first, sentence.stop) if may_total(scene, one)
    ]


def _of_another(scene: Scene, period: Period) -> bool:
    """Say whether a "since" ahead belongs to a superlative, a relative clause or a state of a place."""
    sentence = next(one for one in scene.document.sentences if one.first <= period.first < one.stop)
    low = max(scene.clause(sentence, period.first)[0], period.first - _STATE_REACH)
    since = spells(scene.document.words[period.first].lstrip("وف"), "since-told")
    near = since and not scene.pause(period.first) and scene.cues_in("elsewhere", period.first - 2, period.first)
    if near or scene.cues_in("superlative", low, period.first):
        return True
    return spells_any(scene.document.words[low : period.first], "place-state")


def _goes_on_since(scene: Scene, at: int, period: Period) -> bool:
    """Say whether a relative clause tells acts that go on since then: "المعارك التي اندلعت منذ الأحد"."""
    word = scene.document.words[at] if at < period.first else ""
    return period.since and period.first - at <= _STATE_REACH and spells(word, "breaks-out")


def _of_rank(scene: Scene, sentence: Sentence, period: Period, figure: Figure) -> bool:
    """Say whether a period is that of a rank told before people: "ثالث هجوم خلال أسبوعين عقب تفجير قتل 12"."""
    if period.first > figure.first or tallied(scene, sentence, figure):
        return False
    low, _ = scene.clause(sentence, period.first)
    return any(number.kind == "ordinal" for number in scene.within(scene.annotations.numbers, low, period.first))


def in_those(scene: Scene, first: int, figure: Figure) -> bool:
    """Say whether words from `first` to a figure point to acts counted before: "وقتل في تلك العمليات 38"."""
    words = scene.document.words
    told = {act.first for act in scene.acts} | {trigger.first for trigger in scene.annotations.triggers}
    numbered = {one.first - 1 for one in scene.annotations.numbers if words[one.first].startswith("ال")}
    numbered |= _counted_before(scene, first)
    return figure.measure != "events" and any(
        (spells(words[at - 1], "that-period") or (at in numbered and spells(words[at - 1], "into")))
        and words[at].startswith("ال")  # "في تلك العمليات", "في الهجمات الأربعة"
        for at in range(first + 1, min(figure.stop + _SAID + 1, len(words)))
        if at in told
    )


def _counted_before(scene: Scene, first: int) -> set[int]:
    """Return the nouns from word `first` on that point to acts counted before it: "14 هجوماً ... وقتل في الهجمات"."""
    counted = {one.stop for one in scene.annotations.numbers if one.kind == "cardinal" and one.stop < first}
    kinds = {act.what for act in scene.acts if act.first in counted and act.noun}
    words = scene.document.words
    return {
        act.first
        for act in scene.acts
        if act.first >= first and act.noun and act.what in kinds and words[act.first].startswith("ال")
        and words[act.stop - 1].endswith("ات") and act.stop - act.first == 1
    }  # fmt: skip


def _began_then(scene: Scene, at: int, period: Period) -> bool:
    """Say whether a relative clause is the one that dates a beginning, and tells no single act: "التي شنها"."""
    return period.happening and at == period.first and not spells(scene.document.words[at], "launched-on")


def _named(scene: Scene, at: int) -> bool:
    return any(one.first <= at < one.stop for one in (*scene.annotations.places, *scene.annotations.actors))


def has_day(scene: Scene, first: int, stop: int) -> bool:
    """Say whether words `first` to `stop` tell a mere day."""
    return any(one.day and not one.since and not one.firm for one in scene.within(scene.periods, first, stop))


def _told_apart(scene: Scene, sentence: Sentence, period: Period, figure: Figure) -> bool:
    """Say whether the clause of a period tells something else: "تزايدت الهجمات هذا الأسبوع، وقتل عاملان"."""
    low, high = scene.clause(sentence, period.first)
    if scene.document.words[scene.clause(sentence, figure.core)[0]].startswith("ف") and _has_verb(scene, figure):
        return False  # "صعد حملاته خلال تشرين، فاعتقل 44"
    if says(scene.document.words[scene.clause(sentence, figure.core)[0]], "reaching"):
        return False  # "زادت الاعتقالات خلال أيار، وشملت 64 شخصاً"
    if low <= figure.core < high or tallied(scene, sentence, figure) or in_those(scene, period.stop, figure):
        return False
    if spells(scene.document.words[figure.core - 1], "to") and scene.cues_in("head", low, high):
        return False  # "ارتفعت حصيلة القتلى خلال أسابيع، سواء من المدنيين أو غيرهم، إلى 610"
    if period.since and scene.cues_in("running", figure.stop, min(sentence.stop, figure.stop + _RUNS_ON)):
        return False  # "تقصف منذ 17 نيسان، وتقول إنها قتلت 62 حتى الآن"
    if scene.cues_in("result", high, figure.stop) or scene.cues_in("therein", high, figure.stop):
        return False
    outset = range(period.first, period.stop) if period.happening else range(0)  # "منذ بدء التصعيد"
    changes = (*scene.cues_in("rise", low, high), *scene.cues_in("fall", low, high))
    return bool(
        any(cue.first not in outset for cue in changes)
        or any(
            trigger.pos == "verb" and not (period.happening and period.first <= trigger.first < period.stop)
            for trigger in scene.within(scene.annotations.triggers, low, high)
        )
    )  # fmt: skip


def _has_verb(scene: Scene, figure: Figure) -> bool:
    return any(one.pos == "verb" and one.first == figure.first for one in scene.annotations.triggers)


def _breaks(scene: Scene, low: int, high: int, *, ahead: bool, since: bool) -> int | None:
    """Count the pauses between a figure and a period; None when they stand in clauses of their own.

    What is put in between pauses and goes on after it is none: "مقتل 21 مدنياً، بينهم 5 أطفال، في قصف". What came
    of acts since a day may be told some clauses later: "تشن منذ 18 شباط حملة، يتخللها قصف، ما تسبب بمقتل 850".
    """
    words = scene.document.words
    inserted = False
    count = 0
    for at in range(low, min(high + 1, len(words))):
        if not scene.pause(at) or ":" in scene.document.gap(at):
            continue
        if inserted:
            inserted = False
            if not words[at].startswith("و"):
                continue
            count += 1  # "خلال 24 ساعة، بحسب الجيش، وأصيب تسعة": nothing was put into a clause
        appended = ahead and at == low and spells(words[at], "set-off")  # "منذ 24 نيسان، يوم تفجر العنف، قتل"
        namely = at == high - 1 and words[at] == "اي"  # "في الفصل الثالث، أي بين تموز وأيلول"
        inserted = (
            appended
            or namely
            or _names_source(words[at])
            or (not ahead and any(cue.first == at for cue in scene.cues["subset"]))
        )
        if inserted:
            continue
        count += 1
        if not ahead and _starts_anew(scene, at):
            return None
    if ahead and count > 1:
        came = since and count <= _CLAUSES and _came_of_it(scene, low, high)
        return count if came else None
    return count


def _names_source(word: str) -> bool:
    return spells(word, "according-to") or spells(word, "source-of")


def _came_of_it(scene: Scene, low: int, high: int) -> bool:
    """Say whether the last clause before word `high` tells what came of the one before: "ما تسبب بمقتل"."""
    opens = max((at for at in range(low, high + 1) if scene.pause(at)), default=low)
    return spells(scene.document.words[opens], "came-of-it") and bool(scene.cues_in("result", opens, high + 1))


def _starts_anew(scene: Scene, at: int) -> bool:
    """Say whether a clause with a figure or verb of its own opens at word `at`: so no period behind it counts."""
    word = scene.document.words[at]
    return word.startswith(("و", "ف", "ل", "اي")) or spells(word, "opens-anew")


def tallied(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    """Say whether a word that counts stands before a figure in its sentence: "وثق", "حصيلة"."""
    return bool(scene.cues_in("tally", max(sentence.first, figure.first - BACK), figure.stop))
