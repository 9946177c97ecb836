"""Groups of frames to coded events: the best-told answer to each question, with the words behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

from marsad.annotate.attribution.scope import sources_for, sources_of_act
from marsad.events.assists import assisting
from marsad.events.casualties import OUTCOMES, civilians_among
from marsad.events.choose import Choice
from marsad.events.hypothesis import Hypothesis
from marsad.events.quote import quote_of
from marsad.frames.context import Context
from marsad.model.event import Event, Evidence
from marsad.model.frame import Frame
from marsad.model.quantity import Estimate
from marsad.model.span import Mention
from marsad.model.what import EVENT_TYPES, CasualtyMention, Source
from marsad.model.when import EventDate
from marsad.model.where import EventPlace, GeoPrecision, Place, PlaceMention
from marsad.model.who import ActorMention, Participant

__all__ = ["Draft", "code_draft", "draft_of", "event_features"]

_RADIUS_KM = {GeoPrecision.EXACT: 2.0, GeoPrecision.NEAR: 15.0, GeoPrecision.REGION: 80.0}
_UNPLACED = EventPlace(name="", country="", admin1=None, precision=GeoPrecision.REGION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One act as its frames tell it together, before it is written down as an event."""

    lead: Hypothesis
    members: tuple[Hypothesis, ...]
    side1: Choice[str]
    side2: Choice[str]
    place: Choice[PlaceMention] | None
    date: Choice[EventDate]
    tolls: tuple[Choice[Estimate | None], ...]


def draft_of(context: Context, members: Sequence[Hypothesis]) -> Draft:
    """Settle each field of an act: the leading frame's answer, or another frame's when that one is told outright."""
    body = [member for member in members if not member.frame.is_headline] or list(members)
    lead = max(body, key=lambda member: (_strength(context, member), -member.frame.index))
    return Draft(
        lead=lead,
        members=tuple(members),
        side1=_settled(context, lead, members, "side1"),
        side2=_settled(context, lead, members, "side2"),
        place=_settled(context, lead, members, "place"),
        date=_settled(context, lead, members, "date"),
        tolls=tuple(_toll(lead, members, index) for index in range(len(OUTCOMES))),
    )


def _strength(context: Context, member: Hypothesis) -> float:
    """Weigh how fully a frame tells its act: dated, placed and counted in its own words."""
    told = member.act
    told += 0.3 * _outright(context, member.frame, member.date)
    told += 0.2 * (member.place is not None and _outright(context, member.frame, member.place))
    told += 0.1 * any(toll.value is not None for toll in member.tolls)
    return told + 0.1 * _outright(context, member.frame, member.side1)


def _outright(context: Context, frame: Frame, choice: Choice[Any]) -> bool:
    return choice.mention is not None and context.zone(frame, choice.mention)[0] in "CS"


def _settled(context: Context, lead: Hypothesis, members: Sequence[Hypothesis], field: str) -> Any:
    own = getattr(lead, field)
    if own is not None and (_outright(context, lead.frame, own) or own.probability > 0.8):
        return own
    told = [
        (choice.probability, -member.frame.index, choice)
        for member in members
        if member is not lead
        and (choice := getattr(member, field)) is not None
        and _outright(context, member.frame, choice)
    ]
    if not told:
        return own
    better = max(told, key=lambda item: item[:2])[2]
    return better if own is None or better.probability > own.probability else own


def _toll(lead: Hypothesis, members: Sequence[Hypothesis], index: int) -> Choice[Estimate | None]:
    own = lead.tolls[index]
    if own.value is not None:
        return own
    told = [member.tolls[index] for member in members if member.tolls[index].value is not None]
    return max(told, key=lambda choice: choice.probability) if told else own


def event_features(context: Context, draft: Draft, rival: float = -9.0) -> dict[str, float]:
    """Describe a draft for the last decision, event or not, and for its confidence.

    `rival` is the log-odds that the draft only tells again an act that another draft tells.
    """
    lead, members = draft.lead, draft.members
    odds = [log(max(member.act, 1e-4) / max(1 - member.act, 1e-4)) for member in members]
    body = [member for member in members if not member.frame.is_headline]
    features: dict[str, float] = {"best": max(odds), "lead": odds[members.index(lead)], "rival": max(rival, -9.0) / 3}
    kind = lead.sub_event_type.value
    names = [
        f"type={kind}", f"members={min(len(body), 3)}", f"headline={len(body) < len(members)}",
        f"sense={lead.frame.head.sense}.{lead.frame.head.pos}", f"weak={lead.frame.head.weak}",
        f"sentence={min(lead.frame.sentence, 6)}", f"body={bool(body)}",
        f"side1={draft.side1.value in ('', 'unidentified')}", f"side2={draft.side2.value == ''}",
        f"side1.told={_outright(context, lead.frame, draft.side1)}", f"date.told={_outright(context, lead.frame, draft.date)}",
        f"date.precision={int(draft.date.value.precision)}", f"killed={draft.tolls[0].value is not None}",
        f"tolls={any(toll.value is not None for toll in draft.tolls)}",
    ]  # fmt: skip
    if draft.place is not None:
        names.append(f"place.told={_outright(context, lead.frame, draft.place)}")
        names.append(f"place.precision={int(draft.place.value.precision)}")
        features["place.p"] = draft.place.probability
    published, start = context.document.published_on, draft.date.value.start
    if published is not None and start is not None:
        ago = (published - start).days
        names.append(
            f"ago={'future' if ago < 0 else 'fresh' if ago <= 1 else 'week' if ago <= 8 else 'month' if ago <= 31 else 'year' if ago <= 366 else 'old'}"
        )
    features["type.p"] = lead.sub_event_type.probability
    features["side1.p"] = draft.side1.probability
    features["side2.p"] = draft.side2.probability
    features["date.p"] = draft.date.probability
    names.append(
        f"rival={'likely' if rival > -1 else 'maybe' if rival > -3 else 'no'}|told={any(toll.value is not None for toll in draft.tolls)}"
    )
    names += [f"q={cue.kind}" for cue in context.qualifiers_over(lead.frame)]
    return features | dict.fromkeys(names, 1.0)


def code_draft(context: Context, draft: Draft, *, number: int, confidence: float) -> Event:
    """Write a draft down as an event; `number` makes its id within the report."""
    frame = draft.lead.frame
    kind = draft.lead.sub_event_type.value
    sources = _sources(context, draft)
    helpers = assisting(context, frame, (draft.side1.value, draft.side2.value))
    killed = draft.tolls[0]
    among = civilians_among(context, killed.mention) if isinstance(killed.mention, CasualtyMention) else None
    span = quote_of(context.document, frame)
    counts: Mapping[str, Estimate | None] = {
        outcome: toll.value for outcome, toll in zip(OUTCOMES, draft.tolls, strict=True)
    }
    report_id = context.document.report_id
    return Event(
        event_id=f"{report_id}#{number}",
        report_id=report_id,
        event_type=EVENT_TYPES[kind],
        sub_event_type=kind,
        participants=tuple(_participants(draft, helpers)),
        place=_event_place(context, draft.place.value) if draft.place is not None else _UNPLACED,
        date=draft.date.value,
        killed=counts["killed"],
        killed_civilians=among,
        wounded=counts["wounded"],
        detained=counts["detained"],
        abducted=counts["abducted"],
        sources=sources,
        status=_status(sources),
        confidence=confidence,
        quote=context.document.source_text[span.start : span.end],
        evidence=tuple(_evidence(context, draft, helpers, sources)),
    )


def _sources(context: Context, draft: Draft) -> tuple[Source, ...]:
    """Return who says so where the act is told best; only where nobody is quoted there, who does elsewhere."""
    mentions, frame = context.annotations.sources, draft.lead.frame
    told = sources_for(context.document, mentions, frame.first, frame.stop)
    if any(source.kind != "outlet" for source in told):
        return told
    others = [(member.frame.first, member.frame.stop) for member in draft.members if member is not draft.lead]
    return sources_of_act(context.document, mentions, [(frame.first, frame.stop), *others])


def _participants(draft: Draft, helpers: tuple[ActorMention, ...]) -> Iterable[Participant]:
    for role, choice in (("side1", draft.side1), ("side2", draft.side2)):
        if choice.value:
            mention = choice.mention if isinstance(choice.mention, ActorMention) else None
            yield Participant(
                code=choice.value,
                role=role,
                actor_id=mention.actor_id if mention else None,
                unit=mention.name if mention else None,
            )
    for helper in helpers:
        yield Participant(code=helper.code or "", role="assist1", actor_id=helper.actor_id, unit=helper.name)


def _event_place(context: Context, mention: PlaceMention) -> EventPlace:
    place = mention.place
    if place is None:
        parent = _parent_of(context, mention)
        return EventPlace(
            name=mention.name,
            country=parent.country if parent else context.annotations.country or "",
            admin1=_admin1(parent) if parent else None,
            precision=mention.precision,
            admin2=parent.admin2 if parent else None,
            latitude=parent.latitude if parent else None,
            longitude=parent.longitude if parent else None,
            uncertainty_km=_RADIUS_KM[GeoPrecision.REGION],
        )
    return EventPlace(
        name=mention.name,
        country=place.country,
        admin1=_admin1(place),
        precision=mention.precision,
        place_id=place.place_id,
        admin2=place.admin2,
        admin3=place.admin3,
        latitude=place.latitude,
        longitude=place.longitude,
        uncertainty_km=_RADIUS_KM[mention.precision],
        candidates=tuple(candidate.place_id for candidate, _ in mention.candidates[1:4]),
    )


def _admin1(place: Place) -> str | None:
    return place.admin1 if place.country == "SY" else place.admin1_name


def _parent_of(context: Context, mention: PlaceMention) -> Place | None:
    """Return the listed place whose area an unlisted one is put in: the nearest one named, its own sentence first."""
    sentence = context.sentence_of[mention.first]
    listed = [
        other for other in context.annotations.places if other.place is not None and other.place.feature != "country"
    ]
    nearest = min(
        listed,
        key=lambda other: (context.sentence_of[other.first] != sentence, abs(other.first - mention.first)),
        default=None,
    )
    return nearest.place if nearest else None


def _status(sources: tuple[Source, ...]) -> str:
    return "claimed" if sources and all(source.kind == "party" for source in sources) else "reported"


def _evidence(
    context: Context, draft: Draft, helpers: tuple[ActorMention, ...], sources: tuple[Source, ...]
) -> Iterable[Evidence]:
    source_text = context.document.source_text

    def of(field: str, mention: Mention, note: str | None = None) -> Evidence:
        span = mention.span
        entries = (mention.entry_id,) if mention.entry_id else ()
        quote = source_text[span.start : span.end]
        return Evidence(field=field, span=span, quote=quote, rule_id=mention.rule_id, entry_ids=entries, note=note)

    head = draft.lead.frame.head
    yield of("sub_event_type", head)
    fields: list[tuple[str, Choice[Any] | None]] = [
        ("side1", draft.side1), ("side2", draft.side2), ("place", draft.place), ("date", draft.date),
        *zip(OUTCOMES, draft.tolls, strict=True),
    ]  # fmt: skip
    for field, choice in fields:
        if choice is None or choice.value in (None, ""):
            continue
        if choice.mention is not None:
            yield of(field, choice.mention, f"p={choice.probability:.2f}")
        else:
            default = "the publication date" if field == "date" else "nobody is named in these words"
            yield Evidence(
                field=field,
                span=head.span,
                quote=source_text[head.span.start : head.span.end],
                rule_id=f"{field}.default",
                note=default,
            )
    for helper in helpers:
        yield of("assist1", helper)
    names = {source.name for source in sources}
    for mention in context.annotations.sources:
        if mention.name in names:
            names.discard(mention.name)
            yield of("sources", mention)
