"""What a report says about the record itself: rates, ranks, tallies and trends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from marsad.model.span import Span

__all__ = ["KINDS", "MEASURES", "Claim", "ClaimPlace", "Window"]

KINDS = ("ordinal", "count", "total", "trend")
MEASURES = ("events", "killed", "wounded", "detained", "abducted")


@dataclass(frozen=True, slots=True)
class Window:
    """The days that a claim speaks of, both counted: "خلال أسبوع" is publication - 7 to publication."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class ClaimPlace:
    """Where a claim counts: the name as a gazetteer lists it, ISO country, first-level unit as in the codebook."""

    name: str
    country: str | None = None
    admin1: str | None = None
    place_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One claim: "هو الهجوم الثاني خلال أسبوع" is an ordinal of 2 events in the week before publication.

    `kind` is ordinal, count, total or trend; `what` a sub-event type, an event type for its family, or None for any
    act. `measure` says what is counted: events, killed, wounded, detained or abducted. `number` is None for a trend,
    `direction` ("up", "down", "same") for all others. `window` is None where the wording is too vague for days.
    `span` is the stretch of the report that makes the claim, `rule_id` the rule that read it.
    """

    kind: str
    what: str | None
    actors: tuple[str, ...]
    place: ClaimPlace | None
    window: Window | None
    number: int | None
    direction: str | None
    measure: str
    span: Span
    quote: str
    rule_id: str
