"""A report with all that the readers of claims look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from marsad.claims.acts import Act, find_acts
from marsad.claims.lists import entry_of, says, says_any, spells_any
from marsad.claims.periods import Period, find_periods
from marsad.claims.words import Cue, Cues, find_cues
from marsad.model.event import Event
from marsad.model.frame import Annotations
from marsad.model.quantity import NumberMention
from marsad.model.report import Document, Sentence
from marsad.model.where import PlaceMention

__all__ = ["Scene", "scene_of"]

_FIGHTING = frozenset(
    ("clash", "strike", "shelling", "airstrike", "ied", "suicide", "assassination", "arrest", "abduction")
)
"""Senses of acts that keep a sentence on topic where its other clause tells of votes or prices."""
_PAUSES = frozenset("،,؛;:()")
_COMMAS = frozenset("،, ")
_CAUSE = 6
"""Words within which a protest tells what it is about."""
_NO_NAMES = frozenset(("off-topic", "rise", "fall", "steady", "act", "case", "again", "head"))
"""Roles of words that are none inside the name of a place: "صعدة" rises not."""


class _Stretch(Protocol):
    @property
    def first(self) -> int: ...
    @property
    def stop(self) -> int: ...


S = TypeVar("S", bound=_Stretch)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One document, its mentions, its claim words, the acts it may count and the periods it may count them in.

    `events` are what the coder found, for claims whose noun ("هجوم") leaves open what is counted; `sites` are the
    places where something was, without who acts or speaks, what is pointed with and where people are from.
    """

    document: Document
    annotations: Annotations
    cues: Cues
    acts: tuple[Act, ...]
    periods: tuple[Period, ...]
    events: tuple[Event, ...]
    sites: tuple[PlaceMention, ...] = ()

    def within(self, found: Sequence[S], first: int, stop: int) -> Iterator[S]:
        """Yield what lies wholly inside words `first` to `stop`."""
        return (one for one in found if first <= one.first and one.stop <= stop)

    def cues_in(self, role: str, first: int, stop: int) -> list[Cue]:
        """Return the cues of a role inside words `first` to `stop`."""
        return list(self.within(self.cues[role], first, stop))

    def sentence_of(self, at: int) -> Sentence:
        """Return the sentence of word `at`."""
        return next(one for one in self.document.sentences if one.first <= at < one.stop)

    def clause(self, sentence: Sentence, at: int) -> tuple[int, int]:
        """Return the words around `at` up to the pauses of its sentence: commas, semicolons, colons.

        A period put in between is no clause of its own: "ألغام حصدت، خلال آذار، أرواح ستة".
        """
        first, stop = at, at + 1
        while first > sentence.first and not self._parts(sentence, first):
            first -= 1
        while stop < sentence.stop and not self._parts(sentence, stop):
            stop += 1
        return first, stop

    def _parts(self, sentence: Sentence, at: int) -> bool:
        """Say whether the pause before word `at` parts clauses, and does not but set off a period put in between."""
        if not self.pause(at):
            return False
        if not _COMMAS.issuperset(self.document.gap(at)):
            return True
        whole = [one for one in self.periods if not one.day]
        opens = next((one for one in whole if at <= one.first <= at + 1 and at > sentence.first), None)
        if opens is not None:
            return not self._inserted(sentence, at, opens.stop)
        closes = next((one for one in whole if one.stop == at), None)
        if closes is None:
            return True
        start = next(
            (one for one in (closes.first, closes.first - 1) if one > sentence.first and self.pause(one)), None
        )
        return start is None or not self._inserted(sentence, start, at)

    def _inserted(self, sentence: Sentence, first: int, stop: int) -> bool:
        """Say whether commas set off words `first` to `stop`, and what went before goes on behind them."""
        if stop >= sentence.stop or not self.pause(stop) or not _COMMAS.issuperset(self.document.gap(stop)):
            return False
        ahead = self.document.words[first]
        if says(self.document.words[stop], "that-is-said"):
            return False  # "وذكر التقرير، العام الماضي، أن"
        return not self.document.words[stop].startswith(("و", "ف", "ل")) and not ahead.startswith(("و", "ف"))

    def period_behind(self, number: NumberMention) -> Period | None:
        """Return the period that follows a number, at once or a word on: "الرابع في غضون أسبوع"."""
        return next((one for one in self.periods if number.stop <= one.first <= number.stop + 1), None)

    def pause(self, at: int) -> bool:
        """Say whether the report pauses before word `at`."""
        return not _PAUSES.isdisjoint(self.document.gap(at))

    def off_topic(self, sentence: Sentence) -> bool:
        """Say whether a sentence tells figures of accidents, disease, prices, sport and the like."""
        aside = self.cues_in("off-aside", sentence.first, sentence.stop)
        cues = self.cues_in("off-topic", sentence.first, sentence.stop) or (aside if len(aside) > 1 else [])
        if not cues:
            return False
        off = {self.clause(sentence, cue.first) for cue in cues}
        return not any(
            not trigger.weak and trigger.sense in _FIGHTING and self.clause(sentence, trigger.first) not in off
            for trigger in self.within(self.annotations.triggers, sentence.first, sentence.stop)
        )

    def violent(self, sentence: Sentence) -> bool:
        """Say whether a sentence has a word for an act of conflict."""
        return any(
            not trigger.weak and trigger.sense not in ("change", "move", "other", "agreement", "seize-place")
            for trigger in self.within(self.annotations.triggers, sentence.first, sentence.stop)
        )

    def told(self, first: int, stop: int, *, but: tuple[int, int] | None = None) -> Event | None:
        """Return the event coded from words `first` to `stop`: the one whose type was read there.

        What was read in words `but[0]` to `but[1]` does not count.
        """
        if stop <= first:
            return None
        span = self.document.span(first, stop)
        left_out = self.document.span(*but) if but is not None and but[0] < but[1] else None
        for event in self.events:
            for evidence in event.evidence:
                if evidence.field != "sub_event_type" or not evidence.span.overlaps(span):
                    continue
                if left_out is None or not evidence.span.overlaps(left_out):
                    return event
        return None


def _is_protested(annotations: Annotations, at: int) -> bool:
    """Say whether word `at` tells what is protested against: "احتجاجان في الرقة على أسعار المازوت"."""
    return any(one.sense == "protest" and not one.weak and 0 < at - one.stop < _CAUSE for one in annotations.triggers)


def _as_flown(document: Document, act: Act) -> Act:
    """Return killings by drones as strikes: "عمليات الاغتيال بالمسيّرات"."""
    by = document.words[act.stop] if act.what == "Attack" and act.noun and act.stop < len(document.words) else ""
    told = entry_of(by, "weapon-told") if by.startswith("ب") else None
    return act if told is None else replace(act, what=told["sub_event_type"])


def _as_shot_at(document: Document, annotations: Annotations, act: Act) -> Act:
    """Return shooting that is counted as an attack where nobody armed is told: "ثالث إطلاق نار على حافلة"."""
    beside = any(one.stop == act.first or one.first == act.stop for one in annotations.numbers)
    shot = act.what == "Armed clash" and says_any(document.words[act.first : act.stop], "shooting")
    if not beside or not shot:
        return act
    return _as_fought(document, annotations, replace(act, what="Attack"))


def _as_fought(document: Document, annotations: Annotations, act: Act) -> Act:
    """Return shooting at fighters as a clash: "4 عمليات إطلاق نار على حواجز، وأصيب جنديان"."""
    if act.what != "Attack" or not says_any(document.words[act.first : act.stop], "shooting"):
        return act
    stop = next(one.stop for one in document.sentences if one.first <= act.first < one.stop)
    armed = (one for one in annotations.actors if one.armed and act.stop <= one.first < stop)
    at_them = any(spells_any(document.words[max(act.stop, one.first - 2) : one.first], "onto") for one in armed)
    fighters = at_them or says_any(document.words[act.stop : stop], "fighter")
    return replace(act, what="Armed clash") if fighters else act


def scene_of(document: Document, annotations: Annotations, events: tuple[Event, ...]) -> Scene:
    """Return the scene of a document."""
    named = {at for one in annotations.places for at in range(one.first, one.stop)}
    cues = {
        role: tuple(cue for cue in found if role not in _NO_NAMES or cue.first not in named)
        for role, found in find_cues(document).items()
    }
    acting = {at for one in annotations.actors if one.armed for at in range(one.first + 1, one.stop)}  # "بركان الغضب"
    cues["off-topic"] = tuple(
        cue for cue in cues["off-topic"] if cue.first not in acting and not _is_protested(annotations, cue.first)
    )
    return Scene(
        document=document,
        annotations=annotations,
        cues=cues,
        acts=tuple(
            _as_flown(document, _as_shot_at(document, annotations, _as_fought(document, annotations, act)))
            for act in find_acts(document, annotations.triggers, cues)
        ),
        periods=find_periods(document, annotations.dates, cues, annotations.numbers),
        events=events,
    )
