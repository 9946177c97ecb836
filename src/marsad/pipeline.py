"""The whole chain: report -> folded text -> document -> mentions -> frames -> hypotheses -> events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import field, replace
from pathlib import Path

from marsad import __version__
from marsad import gazetteer as gazetteers
from marsad.annotate import actors, attribution, casualties, dates, means, numbers, places, qualifiers, triggers
from marsad.arabic.language import is_arabic
from marsad.events.act import act_probability, gate_score
from marsad.events.calibrate import event_confidence, field_confidence
from marsad.events.code import code_draft
from marsad.events.confidence import event_score
from marsad.events.draft import drafts_of, unshared
from marsad.events.held_up import NOT_AN_ACT, is_held_up
from marsad.events.hypothesis import Hypothesis, answer
from marsad.events.models import Models, load_models
from marsad.events.outright import LIKELY, told_outright
from marsad.events.worth import report_probability
from marsad.frames import Context, assemble
from marsad.frozen import dataclass
from marsad.gazetteer import Gazetteer
from marsad.model.event import CodedReport, Event, Skipped
from marsad.model.frame import Annotations, Frame
from marsad.model.report import Document, Report
from marsad.model.sureness import sure_enough
from marsad.model.what import TriggerMention
from marsad.model.where import PlaceMention
from marsad.model.who import ActorMention
from marsad.normalise import fold_text
from marsad.segment import split
from marsad.segment.parts import parts

__all__ = ["MAY_BE_AN_ACT", "MAY_TELL_AN_EVENT", "WORTH_READING", "Coder", "annotate", "prepare", "who_where_when"]

MAY_BE_AN_ACT = 0.08
"""Frames less likely than this to tell an act are not even asked who and where."""

WORTH_READING = 0.1
"""Frames whose trigger and words are less likely than this to tell an act are not read any further."""

MAY_TELL_AN_EVENT = 0.15
"""Reports less likely than this to tell an event, by their words and stretches, are not read any further.

Of reports that would tell one, two in a thousand are lost. Who asks for less sure events than usual has all read.
"""

_IS_AN_EVENT = 0.5


def prepare(report: Report) -> Document:
    """Fold and part a report; every offset points into `report.source_text`."""
    return split(report, fold_text(report.source_text))


def annotate(
    document: Document, found: tuple[TriggerMention, ...], gazetteer: Gazetteer, *, ranks: bool = False
) -> Annotations:
    """Read every dimension of a report that has trigger words; those inside a name ("جرف الصخر") tell no act.

    With `ranks`, times that only rank an act ("للمرة السابعة منذ بداية العام") are among the dates.
    """
    named = who_where_when(document, gazetteer, ranks=ranks)
    return replace(
        named,
        triggers=_outside_names(found, named.places, named.actors),
        means=means.find(document),
        casualties=casualties.find(document, numbers=named.numbers),
        qualifiers=qualifiers.find(document),
        sources=attribution.find(document),
    )


def who_where_when(document: Document, gazetteer: Gazetteer, *, ranks: bool = False) -> Annotations:
    """Read numbers, days, places and actors alone, for whoever is told the acts by others."""
    counted = numbers.find(document)
    where = places.find(document, gazetteer=gazetteer)
    country = _country(where)
    return Annotations(
        triggers=(),
        numbers=counted,
        dates=dates.find(document, numbers=counted, ranks=ranks),
        places=where,
        actors=actors.find(document, country=country),
        means=(),
        casualties=(),
        qualifiers=(),
        sources=(),
        country=country,
    )


def _outside_names(
    found: tuple[TriggerMention, ...], where: tuple[PlaceMention, ...], who: tuple[ActorMention, ...]
) -> tuple[TriggerMention, ...]:
    names = {word for place in where if place.stop - place.first > 1 for word in range(place.first, place.stop)}
    names |= {word for actor in who if actor.armed for word in range(actor.first + 1, actor.stop)}
    return tuple(trigger for trigger in found if trigger.first not in names)


def _country(where: tuple[PlaceMention, ...]) -> str | None:
    """Return the country that most places of the report lie in."""
    votes = Counter(mention.place.country for mention in where if mention.place is not None)
    return votes.most_common(1)[0][0] if votes else None


@dataclass(frozen=True, slots=True)
class Coder:
    """Codes reports, one at a time, with one gazetteer and one set of weights.

    >>> from datetime import date
    >>> report = Report(report_id="r1", text="قُتل عنصران من قسد بهجوم لداعش في بلدة ذيبان أمس.",
    ...                 published_on=date(2023, 5, 3))
    >>> [event.sub_event_type for event in Coder().code(report).events]
    ['Armed clash']
    """

    places: Path | str | None = None
    models: Models | None = None
    minimum: float = _IS_AN_EVENT
    _loaded: list[Gazetteer] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def name(self) -> str:
        """The version of marsad, by which records tell what coded them."""
        return __version__

    @property
    def gazetteer(self) -> Gazetteer:
        """The places in use, loaded when the first report needs them."""
        if not self._loaded:
            self._loaded.append(gazetteers.load(self.places))
        return self._loaded[0]

    def code(self, report: Report) -> CodedReport:
        """Return the events of a report and what was skipped, with stage and reason; a very long one goes in parts."""
        events: list[Event] = []
        skipped: list[Skipped] = []
        stage, reason = "triggers", "No word of the report tells an act of conflict."
        for part in parts(prepare(report)):
            found = triggers.find(part)
            frames, odds = self._frames(part, found)
            if frames and self._may_tell(part, odds):
                annotations = annotate(part, found, self.gazetteer)
                if len(annotations.triggers) < len(found):
                    frames, _ = self._frames(part, annotations.triggers)
                context = Context.of(part, annotations, frames)
                coded = self._events(context, frames, first_number=len(events) + 1)
                events += coded.events
                skipped += coded.skipped
            elif found:
                stage, reason = "gate", "Its words read as courts, sport, talk or the like, not as an act of conflict."
        if not events and not skipped:
            if not is_arabic(report.source_text):
                stage, reason = "language", "The report is not in Arabic, the only language that is read."
            skipped.append(Skipped(report_id=report.report_id, stage=stage, reason=reason))
        return CodedReport(report_id=report.report_id, events=tuple(events), skipped=tuple(skipped))

    @property
    def _models(self) -> Models:
        return self.models or load_models()

    def _frames(self, document: Document, found: Sequence[TriggerMention]) -> tuple[list[Frame], list[float]]:
        """Return the frames whose trigger and words alone do not rule an act out, and the log-odds of all of them."""
        gate, frames = self._models.gate, assemble(document, found)
        odds = [gate_score(document, frame, gate) for frame in frames]
        worth = [frame for frame, its in zip(frames, odds, strict=True) if gate.logistic(its) >= WORTH_READING]
        return worth, odds

    def _may_tell(self, document: Document, odds: Sequence[float]) -> bool:
        if self.minimum < _IS_AN_EVENT:
            return True
        return report_probability(document, odds, self._models.report) >= MAY_TELL_AN_EVENT

    def _events(self, context: Context, frames: Sequence[Frame], *, first_number: int) -> CodedReport:
        """Settle what the frames of a part tell into events; what is not sure enough is skipped with its reason."""
        models = self._models
        skipped: list[Skipped] = []
        drafts = drafts_of(context, self._hypotheses(context, frames, skipped), models)
        alike = unshared(context, drafts)
        scores = [event_score(context, draft, alike, models.event) for draft in alike]
        confidences = [event_confidence(score, models.calibration) for score in scores]
        settled = unshared(context, drafts, likely=[confidence >= self.minimum for confidence in confidences])
        confidences = [
            NOT_AN_ACT
            if is_held_up(context, draft)
            else max(confidence, LIKELY)
            if told_outright(context, draft)
            else confidence
            for draft, confidence in zip(settled, confidences, strict=True)
        ]
        told = sure_enough(confidences, self.minimum, alone=context.document.is_one_sentence)
        events: list[Event] = []
        for draft, score, confidence, is_told in zip(settled, scores, confidences, told, strict=True):
            if not is_told:
                skipped.append(self._unsure(context, draft.lead.frame, confidence))
                continue
            events.append(
                code_draft(
                    context,
                    draft,
                    second=models.second,
                    source=models.source,
                    number=first_number + len(events),
                    confidence=confidence,
                    field_confidence=field_confidence(context, draft, score, models.calibration),
                )
            )
        return CodedReport(report_id=context.document.report_id, events=tuple(events), skipped=tuple(skipped))

    def _hypotheses(self, context: Context, frames: Sequence[Frame], skipped: list[Skipped]) -> list[Hypothesis]:
        """Answer every question about the frames that may tell an act, in order; add the others to `skipped`."""
        hypotheses: list[Hypothesis] = []
        carried: str | None = None
        for frame in frames:
            act = act_probability(context, frame, self._models.act)
            if act < MAY_BE_AN_ACT:
                skipped.append(_skip(context, "act", "Reads as talk, a habit, a plan or background.", frame))
                continue
            hypothesis = answer(context, frame, self._models, act=act, carried=carried)
            hypotheses.append(hypothesis)
            carried = hypothesis.place.value.name if hypothesis.place else carried
        return hypotheses

    def _unsure(self, context: Context, frame: Frame, confidence: float) -> Skipped:
        alone = " in a report where nothing is surer" if confidence >= self.minimum else ""
        return _skip(context, "event", f"Not sure enough to be an event{alone} (confidence {confidence:.2f}).", frame)


def _skip(context: Context, stage: str, reason: str, frame: Frame) -> Skipped:
    return Skipped(
        report_id=context.document.report_id,
        stage=stage,
        reason=reason,
        span=context.document.span(frame.first, frame.stop),
        quote=context.document.quote(frame.first, frame.stop),
    )
