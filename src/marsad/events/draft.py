"""Groups of frames to drafts: the best-told answer to each question about one act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from marsad.events.casualties import OUTCOMES
from marsad.events.choose import Choice
from marsad.events.hypothesis import Hypothesis
from marsad.events.merge import NO_RIVAL, group, rivals
from marsad.events.models import Models
from marsad.frames.context import Context
from marsad.model.frame import Frame
from marsad.model.quantity import Estimate
from marsad.model.when import EventDate
from marsad.model.where import PlaceMention

__all__ = ["Draft", "draft_of", "drafts_of", "outright"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One act as its frames tell it together, before it is written down as an event.

    `rival` is the log-odds that it only tells again the act of an earlier draft.
    """

    lead: Hypothesis
    members: tuple[Hypothesis, ...]
    side1: Choice[str]
    side2: Choice[str]
    place: Choice[PlaceMention] | None
    date: Choice[EventDate]
    tolls: tuple[Choice[Estimate | None], ...]
    rival: float = NO_RIVAL


def drafts_of(context: Context, hypotheses: Sequence[Hypothesis], models: Models) -> list[Draft]:
    """Return the acts that the frames of a report tell, in the order of the text."""
    groups = group(context, hypotheses, models)
    told = rivals(context, groups, models)
    drafts = [draft_of(context, members, rival) for members, rival in zip(groups, told, strict=True)]
    return _unshared(context, drafts)


def draft_of(context: Context, members: Sequence[Hypothesis], rival: float = NO_RIVAL) -> Draft:
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
        rival=rival,
        tolls=tuple(_toll(lead, members, index) for index in range(len(OUTCOMES))),
    )


def _strength(context: Context, member: Hypothesis) -> float:
    """Weigh how fully a frame tells its act: dated, placed and counted in its own words."""
    told = member.act
    told += 0.3 * outright(context, member.frame, member.date)
    told += 0.2 * (member.place is not None and outright(context, member.frame, member.place))
    told += 0.1 * any(toll.value is not None for toll in member.tolls)
    return told + 0.1 * outright(context, member.frame, member.side1)


def outright(context: Context, frame: Frame, choice: Choice[Any]) -> bool:
    """Say whether the words of an answer stand in the frame's own sentence."""
    return choice.mention is not None and context.zone(frame, choice.mention)[0] in "CS"


def _settled(context: Context, lead: Hypothesis, members: Sequence[Hypothesis], field: str) -> Any:
    own = getattr(lead, field)
    if own is not None and (outright(context, lead.frame, own) or own.probability > 0.8):
        return own
    told = [
        (choice.probability, -member.frame.index, choice)
        for member in members
        if member is not lead
        and (choice := getattr(member, field)) is not None
        and outright(context, member.frame, choice)
    ]
    if not told:
        return own
    better = max(told, key=lambda item: item[:2])[2]
    return better if own is None or better.probability > own.probability else own


def _toll(lead: Hypothesis, members: Sequence[Hypothesis], index: int) -> Choice[Estimate | None]:
    """Return the leading frame's toll, or another frame's where that one is silent or vague ("عشرات")."""
    own = lead.tolls[index]
    if own.value is not None and own.value.best is not None:
        return own
    told = [
        choice
        for choice in (member.tolls[index] for member in members)
        if choice.value is not None and (own.value is None or choice.value.best is not None)
    ]
    return max(told, key=lambda choice: choice.probability) if told else own


def _unshared(context: Context, drafts: list[Draft]) -> list[Draft]:
    """Give a toll that several acts claim to the one that tells it in its own words, else to the first."""
    owners: dict[int, int] = {}
    for index, draft in enumerate(drafts):
        for toll in draft.tolls:
            if toll.value is None or toll.mention is None:
                continue
            key = id(toll.mention)
            own = any(outright(context, member.frame, toll) for member in draft.members)
            if key not in owners or (own and not _tells(context, drafts[owners[key]], toll)):
                owners[key] = index
    return [
        replace(
            draft,
            tolls=tuple(
                toll
                if toll.value is None or toll.mention is None or owners[id(toll.mention)] == index
                else replace(toll, value=None, mention=None)
                for toll in draft.tolls
            ),
        )
        for index, draft in enumerate(drafts)
    ]


def _tells(context: Context, draft: Draft, toll: Choice[Any]) -> bool:
    return any(outright(context, member.frame, toll) for member in draft.members)
