"""Rises and falls: "تصاعد ملحوظ في هجمات التنظيم", "تراجعت وتيرة القصف", "استقر عدد القتلى"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from marsad.claims.acts import CASE_MEASURES, Act
from marsad.claims.causes import cause_of
from marsad.claims.draft import Draft
from marsad.claims.periods import Period
from marsad.claims.scene import Scene
from marsad.claims.words import Cue
from marsad.lexicon.load import entries
from marsad.lexicon.match import Matcher
from marsad.model.report import Sentence

__all__ = ["find_trends"]

_DIRECTIONS = {"rise": "up", "fall": "down", "steady": "same"}
_UNREAL = frozenset(("plan", "threat", "condition", "forecast", "call"))
_NEGATIONS = frozenset(("لم", "لا", "لن", "ما", "دون", "عدم", "ولم", "ولا"))
_MOVES = ("توغل",)
"""Nouns for moves that have a rate all the same."""
_NO_TREND = frozenset(
    ("Change to group/activity", "Other", "Disrupted weapons use", "Headquarters or base established", "Agreement")
)
_ONE = frozenset(
    (
        "هجوم", "هجم", "عملي", "حادث", "غار", "ضرب", "صاروخ", "قذيف", "انفجار", "تفجير", "جريم", "جرايم", "مجزر",
        "انتحاري",
    )
)  # fmt: skip
"""Nouns without their endings that name one act."""
_TOLLS = frozenset(("حصيله", "الحصيله", "اجمالي", "مجموع"))
"""Between a rise and its subject they make it a sum that grows, and no trend: "ارتفاع حصيلة الاغتيالات"."""
_AHEAD, _BEHIND = 9, 14


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
        for cue in sorted(
            (cue for role in _DIRECTIONS for cue in scene.cues_in(role, sentence.first, sentence.stop)),
            key=lambda cue: (cue.first, -cue.stop),
        ):
            if _is_unreal(scene, sentence, cue) or scene.cues_in("off-topic", *scene.clause(sentence, cue.first)):
                continue
            subject = _subject(scene, sentence, cue)
            if subject is None or any(one.first == subject.first for one in taken):
                continue
            if _is_running_toll(scene, sentence, cue, subject):
                continue
            taken.append(subject)
            yield _draft(scene, sentence, cue, subject)


def _draft(scene: Scene, sentence: Sentence, cue: Cue, subject: _Subject) -> Draft:
    first, stop = min(cue.first, subject.first), max(cue.stop, subject.stop)
    low, _ = scene.clause(sentence, first)
    period = _period(scene, sentence, first, stop)
    carried = period is not None and period.first < low
    if period is not None and not carried:
        first, stop = min(first, period.first), max(stop, period.stop)
    return Draft(
        kind="trend", what=subject.what, measure=subject.measure, number=None, direction=_DIRECTIONS[cue.role],
        sentence=sentence, first=first, stop=stop, core=subject.first, period=period, carried=carried,
        rule_id=f"claims.trend.{cue.role}",
    )  # fmt: skip


def _is_unreal(scene: Scene, sentence: Sentence, cue: Cue) -> bool:
    words = scene.document.words
    if cue.pos == "verb" and words[cue.first].removeprefix("و").startswith(("سي", "ست")):
        return True
    if cue.first > sentence.first and words[cue.first - 1] in ("منذ", "ومنذ"):
        return True  # a period begins with it: "منذ تصاعد العمليات"
    if cue.role == "steady" and cue.first > sentence.first and words[cue.first - 1] == "في":
        return True
    if cue.role != "steady" and words[max(cue.first - 1, 0)] in _NEGATIONS and cue.first > sentence.first:
        return True
    if any("دخان" in word for word in words[max(sentence.first, cue.first - 3) : cue.stop + 2]):
        return True  # "الدخان الأسود يتصاعد"
    low, high = scene.clause(sentence, cue.first)
    if scene.cues_in("unreal", max(low, cue.first - 12), min(high, cue.stop + 6)):
        return True
    return any(
        one.kind in _UNREAL and one.scope_first <= cue.first < one.scope_stop for one in scene.annotations.qualifiers
    )


def _subject(scene: Scene, sentence: Sentence, cue: Cue) -> _Subject | None:
    after = _after(scene, sentence, cue)
    if after is not None or (cue.pos == "noun" and cue.role != "steady"):
        return after or (_elided(scene, sentence, cue) if cue.pos == "noun" else None)
    return _before(scene, sentence, cue)


def _after(scene: Scene, sentence: Sentence, cue: Cue) -> _Subject | None:
    """Return the first act or people behind a direction, with nothing but words of degree and actors between."""
    limit = min(sentence.stop, cue.stop + _AHEAD)
    for subject in _subjects(scene, cue.stop, limit):
        if any(scene.document.words[at] in _TOLLS for at in range(cue.stop, subject.first)):
            return None
        if all(_may_stand_between(scene, at) for at in range(cue.stop, subject.first)) and not any(
            scene.pause(at) for at in range(cue.stop, subject.first + 1)
        ):
            return subject
        return None
    return None


def _may_stand_between(scene: Scene, at: int) -> bool:
    return (
        any(cue.first <= at < cue.stop for cue in scene.cues["filler"])
        or any(one.first <= at < one.stop for one in scene.annotations.actors)
        or any(one.first <= at < one.stop for one in scene.annotations.places)
        or any(one.first <= at < one.stop for one in scene.annotations.dates)
    )


def _before(scene: Scene, sentence: Sentence, cue: Cue) -> _Subject | None:
    """Return the act or people whose verb the direction is: "هجمات التنظيم في الأنبار تضاعفت"."""
    low, _ = scene.clause(sentence, cue.first)
    if "بل" in scene.document.words[max(sentence.first, cue.first - 1) : cue.first]:
        low = sentence.first
    found = list(_subjects(scene, max(low, cue.first - _BEHIND), cue.first))
    return found[0] if found else None


def _elided(scene: Scene, sentence: Sentence, cue: Cue) -> _Subject | None:
    """Return what was counted just before: "1025 احتجاجاً، بارتفاع قدره 20 بالمئة عن أكتوبر"."""
    if not cue.proclitics.endswith("ب") or cue.first - sentence.first < 3:
        return None
    acts = [act for act in scene.within(scene.acts, sentence.first, cue.first) if act.counts]
    return _Subject(acts[-1].what, acts[-1].measure, acts[-1].first, acts[-1].stop) if acts else None


@cache
def _outcomes() -> tuple[Matcher[int], tuple[str, ...]]:
    rows = entries("outcomes")
    return Matcher((form, row.pos, index) for index, row in enumerate(rows) for form in row.forms), tuple(
        row["outcome"] for row in rows
    )


def _subjects(scene: Scene, first: int, stop: int) -> Iterator[_Subject]:
    """Yield what may rise or fall in words `first` to `stop`, by position."""
    found = [
        _Subject(act.what, act.measure, act.first, act.stop)
        for act in scene.within(scene.acts, first, stop)
        if act.counts and (act.what not in _NO_TREND or _moves(scene, act)) and not _is_one(scene, act)
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
    matcher, outcomes = _outcomes()
    for hit in matcher.find(scene.document.words, first, stop):
        index: Any = hit.payload
        outcome = outcomes[index]
        if outcome in ("killed", "wounded", "detained", "abducted") and any(
            head.stop <= hit.first <= head.stop + 1 for head in heads
        ):
            what = {"detained": "Arrests", "abducted": "Abduction/forced disappearance"}.get(outcome)
            if what is None:
                sentence = next(one for one in scene.document.sentences if one.first <= hit.first < one.stop)
                what = cause_of(scene, sentence, hit.first, hit.stop).what
            found.append(_Subject(what, outcome, hit.first, hit.stop))
    yield from sorted(found, key=lambda one: (one.first, -one.stop))


def _moves(scene: Scene, act: Act) -> bool:
    return any(part in word for word in scene.document.words[act.first : act.stop] for part in _MOVES)


def _is_one(scene: Scene, act: Act) -> bool:
    """Say whether a noun is one act, which has no rate: "كثف الهجوم على"; "قصف" and "خطف" have."""
    words = scene.document.words[act.first : act.stop]
    return len(words) == 1 and words[0].lstrip("وبلف").removeprefix("ال").rstrip("ها") in _ONE


def _is_running_toll(scene: Scene, sentence: Sentence, cue: Cue, subject: _Subject) -> bool:
    """Say whether a rise is that of a sum: "ارتفع عدد القتلى منذ بداية العام إلى 153" is a total."""
    low, stop = scene.clause(sentence, cue.first)
    if _reaches_toll(scene, cue, stop):
        return True
    if subject.measure in {"killed", "wounded"} and not _periods(scene, low, stop)[0]:
        return True  # the toll of one act goes up as more are found
    reaches = [one for one in scene.cues_in("reach", cue.stop, stop) if scene.document.words[one.first] == "الي"]
    if not any(
        number.kind in ("cardinal", "dual") and 0 <= number.first - one.stop <= 2
        for one in reaches
        for number in scene.annotations.numbers
    ):
        return False
    if subject.measure != "events":
        return True
    periods = list(scene.within(scene.periods, sentence.first, sentence.stop))
    return not periods or any(one.since for one in periods)


def _reaches_toll(scene: Scene, cue: Cue, stop: int) -> bool:
    """Say whether people are what goes up to a number told at once: "ليرتفع إلى ثلاثة عدد القتلى"."""
    words = scene.document.words
    if words[cue.stop : cue.stop + 1] != ("الي",):
        return False
    number = next((one for one in scene.annotations.numbers if one.first == cue.stop + 1), None)
    return number is not None and bool(scene.cues_in("head", number.stop, min(stop, number.stop + 3)))


def _period(scene: Scene, sentence: Sentence, first: int, stop: int) -> Period | None:
    """Return the period said to be higher or lower: not the one compared with, not a mere day, nor a vague one."""
    low, high = scene.clause(sentence, first)
    found, compared = _periods(scene, low, max(high, stop))
    if not found and compared:
        found, _ = _periods(scene, sentence.first, first)
        found = [one for one in found if not one.since]
    after = [one for one in found if one.first >= first]
    return after[0] if after else found[-1] if found else None


def _periods(scene: Scene, first: int, stop: int) -> tuple[list[Period], bool]:
    """Return the periods of some words, and whether there is one that is only compared with."""
    found = [
        one for one in scene.within(scene.periods, first, stop) if one.firm or one.since or _is_compared(scene, one)
    ]
    own = [one for one in found if not _is_compared(scene, one)]
    return own, len(own) < len(found)


def _is_compared(scene: Scene, period: Period) -> bool:
    return any(period.first - 4 <= cue.first and cue.stop <= period.first for cue in scene.cues["compared"])
