"""A coder whose events others told: each is taken as far as the words of the report bear it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from marsad.adopt.answers import Answers
from marsad.adopt.fields import Checked, Refused, check_fields
from marsad.adopt.words import find_words
from marsad.frozen import dataclass
from marsad.gazetteer import Gazetteer
from marsad.model.event import CodedReport, Event, Evidence, Skipped
from marsad.model.report import Document, Report
from marsad.model.span import Span
from marsad.model.what import EVENT_TYPES
from marsad.pipeline import prepare, who_where_when
from marsad.safely import failed

__all__ = ["AnswerCoder"]

_STAGE = "answers"
_LONGEST_EVIDENCE = 200
_UNSURE = 0.5
"""The confidence of an event whose coder says none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCoder:
    """Codes a report by what was answered for it; `name` says who answered, as every record then tells.

    An event whose evidence does not stand in the report is none, and a field without words of the report is left
    open; what is refused stands among what was passed over, with the reason.
    """

    name: str
    answers: Answers
    gazetteer: Gazetteer
    minimum: float = _UNSURE
    met: set[str] = field(default_factory=set)

    def code(self, report: Report) -> CodedReport:
        """Return the events answered for a report, each field with its words, and what was refused."""
        told = self.answers.events.get(report.report_id)
        if told is None:
            return failed(report, "The answers hold none for this report.")
        self.met.add(report.report_id)
        document = prepare(report)
        annotations = who_where_when(document, self.gazetteer)
        events: list[Event] = []
        skipped: list[Skipped] = []
        for number, answer in enumerate(told, 1):
            act = _act(document, answer)
            if isinstance(act, str):
                skipped.append(Skipped(report_id=report.report_id, stage=_STAGE, reason=act))
                continue
            checked = check_fields(document, annotations, answer, act)
            skipped += [_refused(document, act, one) for one in checked.refused]
            event = _event(document, number, answer, act, checked)
            if event.confidence >= self.minimum:
                events.append(event)
        return CodedReport(report_id=report.report_id, events=tuple(events), skipped=tuple(skipped), coder=self.name)


def _act(document: Document, answer: Mapping[str, Any]) -> Span | str:
    """Return where an answered act is told, or why it is not taken."""
    kind, quote = answer.get("sub_event_type"), answer.get("evidence")
    if not isinstance(kind, str) or kind not in EVENT_TYPES:
        return f"{kind!r} is none of the 25 sub-event types."
    if not isinstance(quote, str) or not quote.strip():
        return "No words are given that state the act."
    span = find_words(document, quote)
    if span is None:
        return f"The words that are to state the act do not stand in the report: {quote[:_LONGEST_EVIDENCE]!r}."
    if span.end - span.start > _LONGEST_EVIDENCE:
        return f"The words that state the act are longer than {_LONGEST_EVIDENCE} characters."
    return span


def _refused(document: Document, act: Span, refused: Refused) -> Skipped:
    return Skipped(
        report_id=document.report_id,
        stage=_STAGE,
        reason=f"{refused.field}: {refused.reason}",
        span=act,
        quote=document.source_text[act.start : act.end],
    )


def _event(document: Document, number: int, answer: Mapping[str, Any], act: Span, checked: Checked) -> Event:
    quote = document.source_text[act.start : act.end]
    kind = str(answer["sub_event_type"])
    sure = answer.get("confidence")
    known = isinstance(sure, int | float) and not isinstance(sure, bool) and 0 <= sure <= 1
    told = Evidence(field="sub_event_type", span=act, quote=quote, rule_id="answers.words")
    return Event(
        event_id=f"{document.report_id}#{number}",
        report_id=document.report_id,
        event_type=EVENT_TYPES[kind],
        sub_event_type=kind,
        participants=tuple(checked.participants),
        place=checked.place,
        date=checked.date,
        killed=checked.counts["killed"],
        killed_civilians=checked.counts["killed_civilians"],
        wounded=checked.counts["wounded"],
        detained=checked.counts["detained"],
        abducted=checked.counts["abducted"],
        sources=tuple(checked.sources),
        status=checked.status,
        confidence=float(sure) if known and sure is not None else _UNSURE,
        quote=quote,
        evidence=(told, *checked.evidence),
    )
