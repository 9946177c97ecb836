"""Coded events and the words behind every field."""

from __future__ import annotations

from dataclasses import field

from marsad.frozen import dataclass
from marsad.model.quantity import Estimate
from marsad.model.span import Span
from marsad.model.what import Source
from marsad.model.when import EventDate
from marsad.model.where import EventPlace
from marsad.model.who import Participant

__all__ = ["KEY_FIELDS", "CodedReport", "Event", "Evidence", "Skipped"]

KEY_FIELDS = ("sub_event_type", "side1", "side2", "place", "admin1", "date", "killed")
"""The fields that make an event strictly right, each with a probability of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Why a field has its value: the words, the rule that read them and the entries behind it."""

    field: str
    span: Span
    quote: str
    rule_id: str
    entry_ids: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One act by one set of actors at one place on one day, as the codebook's section 8 records it.

    `confidence` is the probability that the report tells this event; `field_confidence` holds (field, probability
    that it is right, should the event be one).
    """

    event_id: str
    report_id: str
    event_type: str
    sub_event_type: str
    participants: tuple[Participant, ...]
    place: EventPlace
    date: EventDate
    killed: Estimate | None
    killed_civilians: Estimate | None
    wounded: Estimate | None
    detained: Estimate | None
    abducted: Estimate | None
    sources: tuple[Source, ...]
    status: str
    confidence: float
    quote: str
    evidence: tuple[Evidence, ...] = field(default=())
    field_confidence: tuple[tuple[str, float], ...] = ()

    def codes(self, role: str) -> list[str]:
        """Return the codebook ids in a role ("side1"), in the order of mention."""
        return [p.code for p in self.participants if p.role == role]


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """Something that was not coded, the stage that gave it up, and why."""

    report_id: str
    stage: str
    reason: str
    span: Span | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedReport:
    """What became of one report: its events, what was skipped, and who coded it where marsad did not."""

    report_id: str
    events: tuple[Event, ...]
    skipped: tuple[Skipped, ...] = ()
    coder: str | None = None
