"""Groups of frames to drafts: the best-told answer to each question about one act."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from typing import Any

from marsad.events.aid_seekers import by_aid_seekers
from marsad.events.blame import accused_by_each_other
from marsad.events.capital import away_from_capital
from marsad.events.casualties import OUTCOMES
from marsad.events.choose import Choice, best
from marsad.events.destination import destination
from marsad.events.ground import by_who_takes_it, only_by_fire
from marsad.events.guessed import is_guessed
from marsad.events.held_up import by_what_is_seized
from marsad.events.hypothesis import Hypothesis
from marsad.events.mastery import by_who_mastered_it
from marsad.events.merge import NO_RIVAL, Likeness, group, rivals
from marsad.events.models import Models
from marsad.events.only_hit import by_who_is_only_hit
from marsad.events.placed_after import placed_after
from marsad.events.repelled import assault_told
from marsad.events.rockets import by_rockets
from marsad.events.settle import FIELDS, answer_of, outright, settle_candidates
from marsad.events.unknown_doer import done_by_nobody_known
from marsad.events.won import by_what_a_battle_won
from marsad.frames.context import Context
from marsad.frozen import dataclass
from marsad.model.quantity import Estimate
from marsad.model.when import EventDate
from marsad.model.where import PlaceMention

__all__ = ["Draft", "draft_of", "drafts_of", "leading", "unshared"]

_LIKELY = 0.5

_CLASH, _ARRESTS, _MOVEMENT = "Armed clash", "Arrests", "Change to group/activity"
_WITHOUT_FIRE = frozenset(("raid", "arrest", "disrupt"))
"""Senses of words that tell of an operation but not of fire."""
_EXCESSIVE = "Excessive force against protesters"
_OUTRANKED = {"Peaceful protest": ("Protest with intervention", _EXCESSIVE), "Protest with intervention": (_EXCESSIVE,)}
"""The types that win over a type within one act."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One act as its frames tell it together, before it is written down as an event.

    `rival` is the log-odds that it only tells again the act of an earlier draft.
    """

    lead: Hypothesis
    members: tuple[Hypothesis, ...]
    sub_event_type: Choice[str]
    side1: Choice[str]
    side2: Choice[str]
    place: Choice[PlaceMention] | None
    date: Choice[EventDate]
    tolls: tuple[Choice[Estimate | None], ...]
    rival: float = NO_RIVAL


def drafts_of(context: Context, hypotheses: Sequence[Hypothesis], models: Models) -> list[Draft]:
    """Return the acts that the frames of a report tell, in the order of the text; several may claim one toll."""
    likeness = Likeness(context, models, len(hypotheses))
    groups = group(likeness, hypotheses)
    told = rivals(likeness, groups)
    return [draft_of(context, members, models, rival) for members, rival in zip(groups, told, strict=True)]


def draft_of(context: Context, members: Sequence[Hypothesis], models: Models, rival: float = NO_RIVAL) -> Draft:
    """Settle each field of an act among what its frames answer."""
    lead = leading(context, members)
    if len(members) == 1:
        settled: dict[str, Any] = {field: answer_of(lead, field) for field in FIELDS}
    else:
        settled = {field: _settled(context, lead, members, field, models) for field in FIELDS}
    if settled["sub_event_type"].value == _CLASH and (caught := _caught(members)) is not None:
        settled["sub_event_type"] = caught
    settled["sub_event_type"] = by_rockets(context.document, members, settled["sub_event_type"])
    settled |= by_aid_seekers(context, settled)
    if settled["sub_event_type"].value == _MOVEMENT:
        # a movement is upon nobody: who is named beside it moves along, or is whom it was agreed with
        settled["side2"] = Choice("", None, settled["side2"].probability)
    settled["place"] = _where(context, lead, members, settled["sub_event_type"].value, settled["place"])
    sides = settled["side1"].value, settled["side2"].value
    if sides[0] and sides[0] == sides[1] and lead.side1.value != lead.side2.value:
        # two frames put one actor on either side; no frame says that it fought itself
        settled |= {"side1": lead.side1, "side2": lead.side2}
    if settled["sub_event_type"].value == _CLASH and _attacked_by_the_other(context, lead, members, settled):
        settled |= {"side1": settled["side2"], "side2": settled["side1"]}
    frames = [member.frame for member in members]
    settled |= by_who_is_only_hit(context, frames, settled)
    settled |= by_what_is_seized(context, frames, settled)
    if (
        accused_by_each_other(context, frames)
        or is_guessed(context, settled["side1"])
        or done_by_nobody_known(context, frames, settled["side1"])
    ):
        settled["side1"] = Choice("unidentified", None, settled["side1"].probability)
    settled["place"] = away_from_capital(context, frames, settled["place"], settled["side1"].value)
    settled |= by_who_mastered_it(context, lead, members, settled)
    taken = by_what_a_battle_won(context, lead, members, settled["sub_event_type"], settled["side1"].value)
    return Draft(
        lead=lead,
        members=tuple(members),
        sub_event_type=only_by_fire(context, lead.frame, by_who_takes_it(taken, settled["side1"].value)),
        side1=settled["side1"],
        side2=settled["side2"],
        place=settled["place"],
        date=settled["date"],
        rival=rival,
        tolls=tuple(settled[outcome] for outcome in OUTCOMES),
    )


def _where(
    context: Context, lead: Hypothesis, members: Sequence[Hypothesis], kind: str, place: Choice[PlaceMention] | None
) -> Choice[PlaceMention] | None:
    """Return where an act was done: where forces move to ("إلى الرقة"), or the next sentence says, else as answered."""
    if kind == _MOVEMENT and place is not None:
        goal = destination(context, [lead.frame, *(member.frame for member in members)], place.value)
        place = place if goal is None else Choice(goal, goal, place.probability)
    told = (placed_after(context, member.frame, place.value if place else None) for member in members)
    later = next(filter(None, told), None)
    return place if later is None else Choice(later, later, place.probability if place else 1.0)


def _attacked_by_the_other(
    context: Context, lead: Hypothesis, members: Sequence[Hypothesis], settled: dict[str, Any]
) -> bool:
    """Say whether the one taken for hit made the attack that a clash is told by: "أفشلت القوات هجوما للحوثيين"."""
    side1, side2 = settled["side1"].value, settled["side2"].value
    if not side1 or not side2 or side1 == side2:
        return False
    assault = assault_told(context, lead.frame, [member.frame for member in members])
    if assault is None:
        return False
    return assault.attacker == side2 or (assault.attacker is None and assault.defender == side1)


def _caught(members: Sequence[Hypothesis]) -> Choice[Any] | None:
    """Return the arrests that an operation ended in, None where fire, dead or wounded are told: then it is a clash."""
    senses = {trigger.sense for member in members for trigger in member.frame.triggers}
    hurt = any(toll.value is not None for member in members for toll in member.tolls[:2])
    if hurt or not senses <= _WITHOUT_FIRE:
        return None
    told = [member for member in members if member.sub_event_type.value == _ARRESTS]
    surest = max(told, key=lambda member: member.sub_event_type.probability, default=None)
    return answer_of(surest, "sub_event_type") if surest is not None else None


def _settled(
    context: Context, lead: Hypothesis, members: Sequence[Hypothesis], field: str, models: Models
) -> Choice[Any] | None:
    candidates = settle_candidates(context, lead, members, field)
    return best(models.settle, candidates).value if candidates else None


def leading(context: Context, members: Sequence[Hypothesis]) -> Hypothesis:
    """Return the frame that tells an act most fully; a headline leads only when it stands alone.

    A protest that is dispersed later in the text is no peaceful one: what was done to it leads.
    """
    body = [member for member in members if not member.frame.is_headline] or list(members)
    told = {member.sub_event_type.value for member in body if member.act > _LIKELY}
    body = [member for member in body if told.isdisjoint(_OUTRANKED.get(member.sub_event_type.value, ()))] or body
    return max(body, key=lambda member: (_strength(context, member), -member.frame.index))


def _strength(context: Context, member: Hypothesis) -> float:
    """Weigh how fully a frame tells its act: dated, placed and counted in its own words."""
    told = member.act
    told += 0.3 * outright(context, member.frame, member.date)
    told += 0.2 * (member.place is not None and outright(context, member.frame, member.place))
    told += 0.1 * any(toll.value is not None for toll in member.tolls)
    return told + 0.1 * outright(context, member.frame, member.side1)


def unshared(context: Context, drafts: Sequence[Draft], likely: Sequence[bool] | None = None) -> list[Draft]:
    """Give a toll that several acts claim to one: a likely event, then the act in whose own stretch it stands.

    The first of those comes before the others. `likely` says which drafts are; without it, all are alike.
    """

    def claim(index: int, toll: Choice[Any]) -> tuple[bool, bool]:
        return likely is None or likely[index], _tells(context, drafts[index], toll)

    owners: dict[int, int] = {}
    for index, draft in enumerate(drafts):
        for toll in draft.tolls:
            if toll.mention is None:
                continue
            key = id(toll.mention)
            if key not in owners or claim(index, toll) > claim(owners[key], toll):
                owners[key] = index
    return [_keeping(draft, [key for key, owner in owners.items() if owner == at]) for at, draft in enumerate(drafts)]


def _keeping(draft: Draft, owned: Container[int]) -> Draft:
    """Return a draft without the tolls that are another's."""
    if all(toll.mention is None or id(toll.mention) in owned for toll in draft.tolls):
        return draft
    tolls = [
        toll if toll.mention is None or id(toll.mention) in owned else toll._replace(value=None, mention=None)
        for toll in draft.tolls
    ]
    return replace(draft, tolls=tuple(tolls))


def _tells(context: Context, draft: Draft, toll: Choice[Any]) -> bool:
    """Say whether a toll stands in the stretch of one of a draft's frames."""
    return toll.mention is not None and any(
        context.zone(member.frame, toll.mention)[0] == "C" for member in draft.members
    )
