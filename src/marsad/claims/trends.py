"""Rises and falls: "تصاعد ملحوظ في هجمات التنظيم", "تراجعت وتيرة القصف", "استقر عدد القتلى"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from marsad.claims.acts import CASE_MEASURES, Act
from marsad.claims.belongs import has_day
from marsad.claims.bulletins import bulletin_period, counts_through
from marsad.claims.causes import are_civilians, cause_of
from marsad.claims.comparisons import comparisons, is_compared, is_past, next_to_compared
from marsad.claims.counted import told_as
from marsad.claims.draft import Draft
from marsad.claims.figure import MEASURES, OWN_TYPE, outcome_words
from marsad.claims.lists import entry_of, says, says_any, spells, spells_any
from marsad.claims.periods import Period
from marsad.claims.predicates import goes_back, goes_elsewhere, has_it, is_predicate, is_under_way
from marsad.claims.scene import Scene
from marsad.claims.sums import reaches_sum
from marsad.claims.units import unit_of
from marsad.claims.unreal import is_unreal
from marsad.claims.words import Cue
from marsad.model.report import Sentence

__all__ = ["find_trends"]

_DIRECTIONS = {"rise": "up", "fall": "down", "steady": "same"}
_NO_TREND = frozenset(
    ("Change to group/activity", "Other", "Disrupted weapons use", "Headquarters or base established", "Agreement")
)
_AHEAD, _BEHIND, _BY_NUMBER = 9, 14, 2
_WORST = 3
"""Words at most from what is the worst to since when."""
_USE_REACH = 6
"""Words from a use to the weapon used."""


@dataclass(frozen=True, slots=True)
class _Subject:
    """What rises or falls, in words `first` to `stop`."""

    what: str | None
    measure: str
    first: int
    stop: int


def find_trends(scene: Scene) -> Iterator[Draft]:
    """Yield the trends of a document, by position; what is feared, called for, threatened or denied is none."""
    for sentence in scene.document.sentences:
        if sentence.furniture:
            continue
        taken: list[_Subject] = []
        cues = [cue for role in _DIRECTIONS for cue in scene.cues_in(role, sentence.first, sentence.stop)]
        for cue in sorted([*cues, *comparisons(scene, sentence)], key=lambda cue: (cue.first, -cue.stop)):
            if is_unreal(scene, sentence, cue) or scene.cues_in("off-topic", *scene.clause(sentence, cue.first)):
                continue
            subject = _subject(scene, sentence, cue)
            if subject is None or any(one.first == subject.first for one in taken):
                subject = replace(taken[-1], first=cue.first) if taken and goes_elsewhere(scene, cue) else None
            if subject is None:
                continue
            if _is_of_accidents(scene, subject):
                continue
            if _is_running_toll(scene, sentence, cue, subject):
                continue
            draft = _draft(scene, sentence, cue, subject)
            if draft.period is None and _is_of_a_day(scene, sentence, cue):
                continue
            taken.append(subject)
            yield draft


def _is_of_a_day(scene: Scene, sentence: Sentence, cue: Cue) -> bool:
    """Say whether a rise or fall is but that of a day: "كثف الطيران غاراته على البلدات الخميس"."""
    low, high = scene.clause(sentence, cue.first)
    if any(is_compared(scene, one) for one in scene.within(scene.periods, low, high)):
        return False
    return has_day(scene, low, high) or any(_is_but_day(scene, sentence, at) for at in (low - 1, high))


def _is_but_day(scene: Scene, sentence: Sentence, at: int) -> bool:
    """Say whether the clause of word `at` is a day and nothing else: "كثفت غاراتها على الغوطة، السبت، لترتفع"."""
    if not sentence.first <= at < sentence.stop:
        return False
    low, high = scene.clause(sentence, at)
    return any(one.first == low and one.stop == high and one.day and not one.since for one in scene.periods)


def _draft(scene: Scene, sentence: Sentence, cue: Cue, subject: _Subject) -> Draft:
    first, stop = min(cue.first, subject.first), max(cue.stop, subject.stop)
    low, _ = scene.clause(sentence, first)
    period = _period(scene, sentence, first, stop, people=subject.measure != "events")
    sniped = subject.what == "Armed clash" and says_any(scene.document.words[subject.first : subject.stop], "sniping")
    what = "Attack" if sniped and are_civilians(scene, sentence.first, sentence.stop) else subject.what
    bare = what is None and subject.stop == subject.first + 1
    again = told_as(scene, subject.first, sentence.first, low) if bare else None
    what = again.what if again is not None else what
    carried = (period is not None and period.first < low) or again is not None
    if period is not None and period.first >= low:
        first, stop = min(first, period.first), max(stop, period.stop)
    return Draft(
        kind="trend", what=what, measure=subject.measure, number=None, direction=_DIRECTIONS[cue.role],
        sentence=sentence, first=first, stop=stop, core=subject.first, period=period, carried=carried,
        rule_id=f"claims.trend.{cue.role}",
    )  # fmt: skip


def _is_of_accidents(scene: Scene, subject: _Subject) -> bool:
    """Say whether a noun points back to what is no act: "ازداد عدد الحوادث" behind "حوادث السير"."""
    noun = scene.document.words[subject.first]
    headline = any(one.is_headline and one.first <= subject.first < one.stop for one in scene.document.sentences)
    others = (cue for cue in scene.cues["other-act"] if cue.stop - cue.first > 1)
    earlier = (cue for cue in others if headline or cue.stop <= subject.first)
    told = {scene.document.words[cue.first].lstrip("وبل") for cue in earlier}
    return subject.what is None and noun.startswith("ال") and noun.removeprefix("ال") in told


def _subject(scene: Scene, sentence: Sentence, cue: Cue) -> _Subject | None:
    by = cue.proclitics.endswith("ب") and any(one.first == cue.stop for one in scene.annotations.numbers)
    after = None if by else _after(scene, sentence, cue)  # "27 محاولة اغتيال، بزيادة 8 عمليات عن تموز"
    if after is not None or (cue.pos == "noun" and cue.role != "steady"):
        if after is None and goes_back(scene, sentence, cue) and _is_toll(scene, sentence, cue):
            return None  # "واصلت حصيلة القصف الارتفاع"
        again = any(so(scene, sentence, cue) for so in (goes_back, is_under_way, has_it))
        if after is None and (again or is_predicate(scene, sentence, cue)):
            return _before(scene, sentence, cue)
        return after or (_elided(scene, sentence, cue) if cue.pos == "noun" else None)
    if cue.stop < sentence.stop and spells(scene.document.words[cue.stop], "its-pace"):
        return _told_last(scene, sentence, cue)
    return _before(scene, sentence, cue) or (_compared_so(scene, sentence, cue) if cue.pos == "fixed" else None)


def _told_last(scene: Scene, sentence: Sentence, cue: Cue) -> _Subject | None:
    """Return the acts told last, of which the pace is told: "عادت الاغتيالات، وتسارعت وتيرتها"."""
    before = scene.document.sentences[max(sentence.index - 1, 0)].first
    told = [one for one in _subjects(scene, before, cue.first) if one.stop <= cue.first]
    return replace(told[-1], first=cue.stop, stop=cue.stop + 1) if told else None


def _is_toll(scene: Scene, sentence: Sentence, cue: Cue) -> bool:
    low, _ = scene.clause(sentence, cue.first)
    return spells_any(scene.document.words[low : cue.first], "toll-word")


def _after(scene: Scene, sentence: Sentence, cue: Cue) -> _Subject | None:
    """Return the first act or people behind a direction, with nothing but words of degree and actors between."""
    limit = min(sentence.stop, cue.stop + _AHEAD)
    for subject in _subjects(scene, cue.stop, limit):
        if any(spells(scene.document.words[at], "toll-word") for at in range(cue.stop, subject.first)):
            return None
        if cue.pos == "verb" and subject.first == cue.stop and scene.document.words[subject.first].startswith("و"):
            return None  # "الاغتيالات تتراجع والخطف يزداد"
        paused = any(scene.pause(at) for at in range(cue.stop, subject.first + 1))
        apart = paused and scene.clause(sentence, cue.first)[1] <= subject.first  # and not "صعّدت، خلال أيار، هجماتها"
        if not apart and all(_may_stand_between(scene, at) for at in range(cue.stop, subject.first)):
            return subject
        return None
    return None


def _may_stand_between(scene: Scene, at: int) -> bool:
    return (
        any(cue.first <= at < cue.stop for cue in scene.cues["filler"])
        or any(one.first <= at < one.stop for one in scene.annotations.actors)
        or any(one.first <= at < one.stop for one in scene.annotations.places)
        or any(one.first <= at < one.stop for one in scene.annotations.dates)
        or any(one.first <= at < one.stop for one in scene.annotations.numbers)
        or scene.document.words[at] == "%"
        or spells(scene.document.words[at], "share")
    )


def _before(scene: Scene, sentence: Sentence, cue: Cue) -> _Subject | None:
    """Return the act or people whose verb the direction is: "هجمات التنظيم في الأنبار تضاعفت"."""
    low, _ = scene.clause(sentence, cue.first)
    if spells_any(scene.document.words[max(sentence.first, cue.first - 1) : cue.first], "rather"):
        low = sentence.first
    words = scene.document.words
    found = list(_subjects(scene, max(low, cue.first - _BEHIND), cue.first))
    found = [one for one in found if not _is_means(words[one.first])]
    joined = [one for one in found if one.stop == cue.first and words[one.first].startswith("و")]
    return joined[-1] if joined else found[0] if found else None


def _is_means(word: str) -> bool:
    """Say whether an act is what something was done with: "تدخلت دورية بإطلاق الرصاص ثم تراجعت"."""
    return word.removeprefix("و").startswith("ب") and word.removeprefix("و")[1:2] != "ر"  # "براميل"


def _elided(scene: Scene, sentence: Sentence, cue: Cue) -> _Subject | None:
    """Return what was counted just before: "1025 احتجاجاً، بارتفاع قدره 20 بالمئة عن أكتوبر"."""
    if not cue.proclitics.endswith("ب") or cue.first - sentence.first < 3:
        return None
    measured = (one.stop for one in scene.annotations.numbers if cue.stop <= one.first <= cue.stop + 1)
    if any(spells_any(scene.document.words[at : at + 1], "measured") for at in measured if not _is_share(scene, at)):
        return None  # "بارتفاع قدره 25 كيلومتراً"
    return _counted_last(scene, sentence, cue)


def _is_share(scene: Scene, at: int) -> bool:
    return scene.document.words[at].startswith("%") or spells(scene.document.words[at], "share")


def _compared_so(scene: Scene, sentence: Sentence, cue: Cue) -> _Subject | None:
    """Return what a clause that only compares says more or less of: "34 عملية، أي أكثر من آب"."""
    low, high = scene.clause(sentence, cue.first)
    compared = any(is_compared(scene, one) for one in scene.within(scene.periods, low, high))
    compared = compared and not spells_any(scene.document.words[low:high], "times")  # "أي أكثر من ضعف حصيلة آب"
    opens = cue.first - low <= 1 and low > sentence.first and not spells(scene.document.words[cue.first], "times")
    return _counted_last(scene, sentence, cue) if opens and compared else None


def _counted_last(scene: Scene, sentence: Sentence, cue: Cue) -> _Subject | None:
    """Return the people or acts of the sentence that were counted last before a direction."""
    people = [one for one in scene.within(scene.annotations.casualties, sentence.first, cue.first) if not one.subset]
    if people and people[-1].outcome in ("killed", "wounded", "detained", "abducted"):
        last = people[-1]
        what = OWN_TYPE.get(last.outcome)
        cause = cause_of(scene, sentence, last.first, last.stop)
        return _Subject(what or cause.what, last.outcome, last.first, last.stop)
    if scene.cues_in("off-topic", sentence.first, cue.first):
        return None  # "وبلغت وفيات الوباء 402، بانخفاض عن العام السابق"
    acts = [act for act in scene.within(scene.acts, sentence.first, cue.first) if act.counts]
    return _Subject(acts[-1].what, acts[-1].measure, acts[-1].first, acts[-1].stop) if acts else None


def _subjects(scene: Scene, first: int, stop: int) -> Iterator[_Subject]:
    """Yield what may rise or fall in words `first` to `stop`, by position."""
    found = [
        _Subject(act.what, act.measure, act.first, act.stop)
        for act in scene.within(scene.acts, first, stop)
        if act.counts and (act.what not in _NO_TREND or _moves(scene, act)) and not _is_one(scene, act)
    ]
    found += [
        _Subject(None, "events", one.first - 1, one.stop)
        for one in scene.within(scene.annotations.actors, first + 1, stop)
        if one.armed and says(scene.document.words[one.first - 1], "activity")
    ]
    found += [
        _Subject(None, "events", at - 1, at + 1)
        for at in range(first + 1, stop)
        if says(scene.document.words[at], "armed-ones") and says(scene.document.words[at - 1], "activity")
    ]
    found += [
        _Subject(weapon["sub_event_type"], "events", at, use + 1)
        for at in range(first, stop)
        if says(scene.document.words[at], "use-of")
        for use in range(at + 1, min(at + _USE_REACH, stop))
        if (weapon := entry_of(scene.document.words[use], "weapon-told")) is not None
    ]
    heads = [cue for cue in scene.cues["head"] if first - 1 <= cue.first < stop]
    found += [
        _Subject(trigger.sub_event_type, CASE_MEASURES[trigger.sub_event_type], trigger.first, trigger.stop)
        for trigger in scene.within(scene.annotations.triggers, first, stop)
        if trigger.weak
        and trigger.pos == "noun"
        and trigger.sub_event_type in CASE_MEASURES
        and any(head.stop <= trigger.first <= head.stop + 1 for head in heads)
    ]
    for begins, ends, outcome in outcome_words(scene.document.words, first, stop):
        told = says(scene.document.words[begins], "tolls-rise") or any(
            head.stop <= begins <= head.stop + 1 for head in heads
        )
        if outcome in MEASURES and told:
            what = OWN_TYPE.get(outcome)
            if what is None:
                sentence = next(one for one in scene.document.sentences if one.first <= begins < one.stop)
                what = cause_of(scene, sentence, begins, ends).what
            found.append(_Subject(what, outcome, begins, ends))
    yield from sorted(found, key=lambda one: (one.first, -one.stop))


def _moves(scene: Scene, act: Act) -> bool:
    return says_any(scene.document.words[act.first : act.stop], "moves")


def _is_one(scene: Scene, act: Act) -> bool:
    """Say whether a noun is one act, which has no rate: "كثف الهجوم على"; "قصف" and "خطف" have."""
    words = scene.document.words[act.first : act.stop]
    if words[0].startswith("ال") and says(words[0], "many-acts"):
        return False  # "هذه الجرائم تراجعت"
    return len(words) == 1 and says(words[0], "one-act")


def _is_running_toll(scene: Scene, sentence: Sentence, cue: Cue, subject: _Subject) -> bool:
    """Say whether a rise is that of a sum: "ارتفع عدد القتلى منذ بداية العام إلى 153" is a total."""
    low, stop = scene.clause(sentence, cue.first)
    if stop < sentence.stop and spells(scene.document.words[stop], "to"):
        _, stop = scene.clause(sentence, stop)  # "ارتفاع عدد القتلى منذ بدء العملية، إلى 255"
    if reaches_sum(scene, cue, stop):
        return True
    bounded = [one for one in scene.within(scene.periods, sentence.first, cue.first) if one.firm and not one.since]
    own, compared = _periods(scene, low, stop)
    if subject.measure in {"killed", "wounded"} and not own and not compared and not bounded:
        return True  # the toll of one act goes up as more are found
    if spells_any(scene.document.words[cue.stop : cue.stop + 1], "rate"):
        return False  # "ارتفع معدل الهجمات إلى ستة"
    reaches = [one for one in scene.cues_in("reach", cue.stop, stop) if spells(scene.document.words[one.first], "to")]
    if not any(
        number.kind in ("cardinal", "dual") and 0 <= number.first - one.stop <= 2
        for one in reaches
        for number in scene.annotations.numbers
    ):
        return False
    low, stop = scene.clause(sentence, cue.first)
    bounded = [one for one in scene.within(scene.periods, low, stop) if not one.since and not one.day]
    if cue.role == "fall" and bounded:
        return False  # "تراجع عدد القتلى خلال حزيران إلى 60"
    if subject.measure != "events":
        return True
    periods = [one for one in scene.within(scene.periods, sentence.first, sentence.stop) if one.since or not one.day]
    return not periods or any(one.since for one in periods)


def _period(scene: Scene, sentence: Sentence, first: int, stop: int, *, people: bool) -> Period | None:
    """Return the period said to be higher or lower: not the one compared with, not a mere day, nor a vague one."""
    low, high = scene.clause(sentence, first)
    found, compared = _periods(scene, low, max(high, stop))
    if not found and not compared:
        found = _set_before(scene, sentence, low)
        bounded = [one for one in scene.within(scene.periods, sentence.first, first) if one.firm and not one.since]
        found = found or (bounded[-1:] if people else [])
    if not found and compared:
        found, _ = _periods(scene, sentence.first, first)
        found = [one for one in found if not one.since or _follows_compared(scene, one, low, high)]
        whole = (bulletin_period(scene) or next_to_compared(scene, sentence, low)) if not found else None
        whole = whole or (counts_through(scene) if not found else None)
        found = [whole] if whole is not None and not whole.since else found
    if not found and low > sentence.first and ":" in scene.document.gap(low):
        found, _ = _periods(scene, *scene.clause(sentence, low - 1))  # "حصيلة أيار: الاغتيالات تتراجع"
    if not found and any(unit_of(word) for word in scene.document.words[first:high]):
        through = counts_through(scene)  # "تراجعت الخروقات عن الشهر الذي سبق"
        found = [through] if through is not None and through.stop <= sentence.first else []
    after = [one for one in found if one.first >= first]
    reached = [one for one in after if _is_reached(scene, one)]
    if reached:
        return reached[-1]  # "من 56 في 2022 إلى 480 في 2023"
    return after[0] if after else found[-1] if found else None


def _follows_compared(scene: Scene, period: Period, low: int, high: int) -> bool:
    """Say whether a period begins as the one compared with ends: "منذ مطلع نوفمبر، وارتفعت مقارنة بأكتوبر"."""
    return any(
        is_compared(scene, one) and one.end is not None and period.start == one.end + timedelta(1)
        for one in scene.within(scene.periods, low, high)
    )


def _is_reached(scene: Scene, period: Period) -> bool:
    """Say whether a period follows the number that something rose or fell to."""
    words = scene.document.words
    return any(
        number.kind == "cardinal"
        and 0 <= period.first - number.stop <= _BY_NUMBER
        and spells(words[number.first - 1], "to")
        for number in scene.annotations.numbers
    )


def _set_before(scene: Scene, sentence: Sentence, low: int) -> list[Period]:
    """Return the period that a clause before word `low` holds and nothing else: "منذ الاثنين الماضي، ارتفعت حدة"."""
    if low == sentence.first:
        return []
    first, stop = scene.clause(sentence, low - 1)
    found, _ = _periods(scene, first, stop)
    return [one for one in found if one.stop == stop and one.first - first <= 1]


def _periods(scene: Scene, first: int, stop: int) -> tuple[list[Period], bool]:
    """Return the periods of some words, and whether there is one that is only compared with."""
    found = [
        one
        for one in scene.within(scene.periods, first, stop)
        if (one.firm or one.since or is_past(scene, one) or is_compared(scene, one))
        and not (one.since and scene.cues_in("superlative", max(one.first - _WORST, first), one.first))
    ]  # and not "في أعنف يوم منذ عام"
    own = [one for one in found if not is_compared(scene, one)]
    return own, len(own) < len(found)
