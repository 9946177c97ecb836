"""Nouns for acts that a claim may count: "عملية الاغتيال", "حالة اعتقال", "هجوم"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from marsad.claims.lists import entry_of, says_any, spells, spells_any
from marsad.claims.words import Cue, Cues
from marsad.model.report import Document
from marsad.model.what import TriggerMention

__all__ = ["CASE_MEASURES", "Act", "act_type", "cause_type", "find_acts", "kill_type", "kills"]

_BY_SENSE = {
    "assassination": "Attack", "execution": "Attack", "blast": "Remote explosive/landmine/IED",
    "strike": "Shelling/artillery/missile attack", "shooting": "Armed clash",
}  # fmt: skip
"""What a sense without a type of its own counts, when nothing says more."""

_NO_ACT = frozenset(
    ("death", "injury", "agreement", "release", "surrender", "none", "transfer", "base", "seize-place", "dispersal")
)
_NO_CAUSE = frozenset(
    (
        "agreement", "change", "move", "landing", "release", "surrender", "disrupt", "downing", "transfer", "base",
        "other", "raid", "arrest", "abduction",
    )
)  # fmt: skip
_WEAK_ACTS = frozenset(("shelling", "clash"))
_NO_DEATH = frozenset(
    (
        "Arrests", "Abduction/forced disappearance", "Change to group/activity", "Disrupted weapons use",
        "Looting/property destruction",
    )
)  # fmt: skip
_PROTESTS = "Protests"
_CROWDS = frozenset(("Peaceful protest", "Protest with intervention", "Excessive force against protesters"))
"""Types of which people killed are those of protests."""
_MEANS_REACH, _CASE_REACH = 4, 40
_PAUSES = frozenset("،؛:.")

CASE_MEASURES = {"Arrests": "detained", "Abduction/forced disappearance": "abducted"}
"""Types of which one case is one person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A noun (words `first` to `stop`, excluded) for an act; `what` is None for a general one ("هجوم").

    `measure` is events, or detained or abducted for cases of it. `counts` is False for what is no act of conflict,
    `noun` True for a noun of the claim words, and not a trigger word that may be anything.
    """

    first: int
    stop: int
    what: str | None
    measure: str = "events"
    counts: bool = True
    noun: bool = False
    rule_id: str


def find_acts(document: Document, triggers: tuple[TriggerMention, ...], cues: Cues) -> tuple[Act, ...]:
    """Return the nouns for acts by position, none overlapping another; a claim word wins over a trigger of its span."""
    drafts = [_of_cue(cue) for role in ("act", "case", "other-act") for cue in cues[role]]
    drafts = [replace(act, stop=act.stop - 1, what=None) if _kills_in_them(document, act) else act for act in drafts]
    drafts += [act for trigger in triggers if (act := _of_trigger(document, trigger)) is not None]
    ranked = sorted(enumerate(drafts), key=lambda pair: (pair[1].first, -pair[1].stop, pair[0]))
    kept: list[Act] = []
    for _, act in ranked:
        if not kept or act.first >= kept[-1].stop:
            kept.append(act)
        elif act.first == kept[-1].first and not kept[-1].noun and kept[-1].what in (None, act.what):
            kept[-1] = replace(kept[-1], what=act.what, noun=act.noun)  # "12 مواجهة مسلحة"
    return tuple(_with_complements(document, [_by_means(document, act) for act in kept]))


def _by_means(document: Document, act: Act) -> Act:
    """Say what a general noun counts by the weapon told with it: "هجمات القاعدة بالعبوات", "استهداف مسيّرات"."""
    if act.what == _BY_SENSE["strike"] and act.stop < len(document.words) and document.gap(act.stop) == " ":
        flown = entry_of(document.words[act.stop], "weapon-told") if document.words[act.stop].startswith("ب") else None
        return act if flown is None else replace(act, what=flown["sub_event_type"])  # "14 قصفاً بالمسيرات"
    if act.what is not None or not act.noun or not act.counts:
        return act
    for at in range(act.stop, min(len(document.words), act.stop + _MEANS_REACH)):
        if not _PAUSES.isdisjoint(document.gap(at)):
            break
        word = document.words[at]
        told = entry_of(word, "weapon-told") if word.startswith("ب") or at == act.stop else None
        if told is not None:
            return replace(act, what=told["sub_event_type"])
    return act


def _of_cue(cue: Cue) -> Act:
    return Act(
        first=cue.first, stop=cue.stop, what=cue.what, counts=cue.role != "other-act", noun=True, rule_id=cue.entry_id,
        measure="case" if cue.role == "case" else "events",
    )  # fmt: skip


def _of_trigger(document: Document, trigger: TriggerMention) -> Act | None:
    if trigger.pos == "verb" or trigger.sense in _NO_ACT or (trigger.weak and trigger.sense not in _WEAK_ACTS):
        return None
    words = document.words[trigger.first : trigger.stop]
    what = trigger.sub_event_type or _BY_SENSE.get(trigger.sense)
    if trigger.sense == "strike" and not says_any(words, "shells"):
        what = None
    if trigger.sense == "offensive" and says_any(words, "operation"):
        what = None
    case = says_any(words[:1], "case-told") and what in CASE_MEASURES
    return Act(
        first=trigger.first, stop=trigger.stop, what=what, rule_id=trigger.entry_id or trigger.rule_id,
        measure=CASE_MEASURES[what or ""] if case else "events", noun=case,
    )  # fmt: skip


def _kills_in_them(document: Document, act: Act) -> bool:
    """Say whether a verb was read as what acts are: "310 عمليات قتل خلالها 55"."""
    behind = document.words[act.stop : act.stop + 1]
    return (
        act.stop - act.first > 1 and spells(document.words[act.stop - 1], "killing") and spells_any(behind, "in-them")
    )


def _tells_more(act: Act) -> bool:
    """Say whether a trigger word behind a noun for acts says of what kind they are, but not of which type."""
    return act.what is None and act.counts and not act.noun


def _with_complements(document: Document, acts: list[Act]) -> list[Act]:
    """Join a general noun with the act that it is of: "عمليات" + "القنص", "حالة" + "اعتقال تعسفي"."""
    joined: list[Act] = []
    for act in acts:
        last = joined[-1] if joined else None
        beside = last is not None and last.stop == act.first and not document.gap(act.first).strip()
        if last is not None and beside and last.noun and last.measure != "case" and _tells_more(act):
            joined[-1] = replace(last, stop=act.stop)  # "جرائم السطو المسلح"
            continue
        if last is not None and beside and last.measure == "case" and act.what is None and act.noun and act.counts:
            joined[-1] = replace(last, stop=act.stop, measure="events")  # "919 واقعة انتهاك"
            continue
        if last is not None and beside and act.what:
            if last.measure == "case":
                joined[-1] = replace(last, stop=act.stop, what=act.what, measure=CASE_MEASURES.get(act.what, "events"))
                continue
            if last.what is None and last.counts:
                joined[-1] = replace(last, stop=act.stop, what=act.what)
                continue
            if last.what == act.what:
                joined[-1] = replace(last, stop=act.stop)
                continue
        joined.append(act)
    return list(_typed_cases(document, joined))


def _typed_cases(document: Document, acts: list[Act]) -> Iterator[Act]:
    """Yield acts; a bare case is of the kind of the last one told: "972 حالة اعتقال ... وفي حزيران 143 حالة"."""
    last: Act | None = None
    for act in acts:
        if act.measure != "case":
            if act.measure in CASE_MEASURES.values():
                last = act
            elif last is None and act.what in CASE_MEASURES and _is_of_all(document.words, act):
                last = replace(act, measure=CASE_MEASURES[act.what])  # "معدل الاعتقالات ارتفع، إذ سجلت 158 حالة"
            yield act
        elif last is not None and act.first - last.stop <= _CASE_REACH and _is_alone(document, act.stop):
            yield replace(act, what=last.what, measure=last.measure)


def _is_of_all(words: tuple[str, ...], act: Act) -> bool:
    """Say whether acts are told as a whole, which has cases: "معدل الاعتقالات", "ظاهرة الخطف"."""
    of_it = act.first > 0 and spells(words[act.first - 1], "phenomenon")
    return words[act.stop - 1].endswith("ات") or of_it


def _is_alone(document: Document, at: int) -> bool:
    """Say whether no noun behind a case says of what it is: a pause or a preposition stands there."""
    if at >= len(document.words) or not _PAUSES.isdisjoint(document.gap(at)):
        return True
    return any(spells(document.words[at], role) for role in ("into", "year-opener", "of-them", "among-them", "no-more"))


def act_type(sense: str) -> str | None:
    """Return what a sense without a type of its own counts, None for one that may be anything."""
    return _BY_SENSE.get(sense)


def kills(act: Act) -> str | None:
    """Return the type of an act that people are killed or wounded by, None for arrests and the like."""
    return kill_type(act.what)


def kill_type(what: str | None) -> str | None:
    """Return a type as what people are killed by: protests as a family, and no arrests."""
    return None if what in _NO_DEATH else _PROTESTS if what in _CROWDS else what


def cause_type(trigger: TriggerMention, act: Act | None, *, shells: bool) -> str | None:
    """Return the type of act that a trigger names as what people were killed or wounded by, None when it does not.

    `shells` says that a verb of hitting tells of shelling ("قصفت"), and not of any blow ("طالت").
    """
    if trigger.sense in _NO_CAUSE or trigger.sense in ("death", "injury", "assault"):
        return None
    if act is not None and (act.what is not None or act.noun or trigger.sense == "offensive"):
        return kills(act)  # "32 عملية مشتركة قتل فيها أربعة": an operation may be anything
    if trigger.sense == "protest":
        return _PROTESTS
    if trigger.sense == "strike" and trigger.pos == "verb" and trigger.sub_event_type is None and not shells:
        return None  # "طالت", "استهدفت"
    return kill_type(trigger.sub_event_type or _BY_SENSE.get(trigger.sense))
