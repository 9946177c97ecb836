"""A draft written down as an event, every field with the words behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from marsad.events.area import UNPLACED, event_place
from marsad.events.assists import assisting, joined
from marsad.events.casualties import OUTCOMES, civilians_among
from marsad.events.choose import Choice
from marsad.events.draft import Draft
from marsad.events.evidence import evidence_of
from marsad.events.hit_too import hit_too
from marsad.events.quote import quote_of
from marsad.events.rival_tolls import with_rival
from marsad.events.speakers import speakers_of
from marsad.events.status import status_of
from marsad.frames.context import Context
from marsad.lexicon.weights import Weights
from marsad.model.event import Event
from marsad.model.quantity import Estimate
from marsad.model.what import EVENT_TYPES, CasualtyMention
from marsad.model.who import ActorMention, Participant

__all__ = ["code_draft"]


def code_draft(
    context: Context,
    draft: Draft,
    *,
    second: Weights,
    source: Weights,
    number: int,
    confidence: float,
    field_confidence: tuple[tuple[str, float], ...] = (),
) -> Event:
    """Write a draft down as an event, with the probabilities given; `number` makes its id within the report.

    `second` holds the weights that tell who is hit beside the first, `source` who of the quoted stands behind it.
    """
    frame = draft.lead.frame
    kind = draft.sub_event_type.value
    sources = speakers_of(context, draft, source)
    allies, fellows = joined(context, draft.side1), joined(context, draft.side2)
    beside = hit_too(context, draft, second, fellows=fellows)
    sides = (draft.side1.value, draft.side2.value, *(each.value for each in beside))
    fellows = tuple(fellow for fellow in fellows if fellow.code not in sides)
    sides += tuple(fellow.code or "" for fellow in fellows)
    helpers = _once((*allies, *assisting(context, [member.frame for member in draft.members], sides)), sides)
    killed = draft.tolls[0]
    among = civilians_among(context, killed.mention) if isinstance(killed.mention, CasualtyMention) else None
    span = quote_of(context.document, frame)
    counts: Mapping[str, Estimate | None] = {
        outcome: with_rival(context, toll, outcome) for outcome, toll in zip(OUTCOMES, draft.tolls, strict=True)
    }
    report_id = context.document.report_id
    return Event(
        event_id=f"{report_id}#{number}",
        report_id=report_id,
        event_type=EVENT_TYPES[kind],
        sub_event_type=kind,
        participants=tuple(_participants(draft, beside, fellows, helpers)),
        place=event_place(context, draft.place.value, frame) if draft.place is not None else UNPLACED,
        date=draft.date.value,
        killed=counts["killed"],
        killed_civilians=among,
        wounded=counts["wounded"],
        detained=counts["detained"],
        abducted=counts["abducted"],
        sources=sources,
        status=status_of(context, draft, sources),
        confidence=confidence,
        quote=context.document.source_text[span.start : span.end],
        evidence=tuple(evidence_of(context, draft, beside, fellows, helpers, sources)),
        field_confidence=field_confidence,
    )


def _once(mentions: tuple[ActorMention, ...], sides: tuple[str, ...]) -> tuple[ActorMention, ...]:
    """Return each actor once, those already on a side left out."""
    found = {mention.code: mention for mention in reversed(mentions) if mention.code not in sides}
    return tuple(reversed(found.values()))


def _participants(
    draft: Draft,
    beside: tuple[Choice[str], ...],
    fellows: tuple[ActorMention, ...],
    helpers: tuple[ActorMention, ...],
) -> Iterable[Participant]:
    for role, choice in (("side1", draft.side1), ("side2", draft.side2), *(("side2", other) for other in beside)):
        if choice.value:
            mention = choice.mention if isinstance(choice.mention, ActorMention) else None
            yield Participant(
                code=choice.value,
                role=role,
                actor_id=mention.actor_id if mention else None,
                unit=mention.name if mention else None,
            )
    for fellow in fellows:
        yield Participant(code=fellow.code or "", role="assist2", actor_id=fellow.actor_id, unit=fellow.name)
    for helper in helpers:
        yield Participant(code=helper.code or "", role="assist1", actor_id=helper.actor_id, unit=helper.name)
