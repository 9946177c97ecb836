"""A place named before that is told to be taken: "وتمكنت الفصائل من السيطرة عليها", "وسيطرت عليها".

Such words tell no place and often no taker, so by themselves they seldom read as an act; behind the fight for the place
they say how it ended.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from marsad.events.choose import Choice
from marsad.events.hypothesis import Hypothesis
from marsad.events.taker import managed_to_take, taker_of
from marsad.frames.context import Context
from marsad.frozen import dataclass
from marsad.model.frame import Frame
from marsad.model.who import ActorMention

__all__ = ["by_who_mastered_it", "tells_how_it_ended"]

_CLASH, _OVERTAKEN = "Armed clash", "Non-state actor overtakes territory"
_FIGHTS = frozenset(("offensive", "assault", "clash", "raid"))
_BEGUN = frozenset(("offensive", "assault", "raid"))
"""Senses of words for a fight that side1 began."""


@dataclass(frozen=True, slots=True)
class _Mastery:
    """A frame that tells a place taken which was named before it, and by whom, where its words say so."""

    frame: Frame
    taker: ActorMention | None


def by_who_mastered_it(
    context: Context, lead: Hypothesis, members: Sequence[Hypothesis], settled: dict[str, Any]
) -> dict[str, Any]:
    """Return what to change in a fight for a place that the words behind it tell taken, and by whom."""
    side1, side2 = settled["side1"], settled["side2"]
    if settled["sub_event_type"].value != _CLASH or settled["place"] is None or lead.frame.head.sense not in _FIGHTS:
        return {}
    for member in members:
        ended = _behind(context, member.frame)
        if ended is None or member.frame.head.sense not in _FIGHTS:
            continue
        begun = lead.frame.head.sense in _BEGUN
        taker = ended.taker.code if ended.taker is not None else side1.value if begun else ""
        if not taker or taker not in (side1.value, side2.value) or (begun and taker != side1.value):
            continue
        kind = Choice(_OVERTAKEN, ended.frame.head, settled["sub_event_type"].probability)
        turned = {"side1": side2, "side2": side1} if taker == side2.value else {}
        return {"sub_event_type": kind, **turned}
    return {}


def tells_how_it_ended(context: Context, left: Hypothesis, right: Hypothesis) -> bool:
    """Say whether the later frame tells that the place fought for in the earlier one was taken by who fought there."""
    if left.frame.head.sense not in _FIGHTS or left.sub_event_type.value != _CLASH:
        return False
    ended = _behind(context, left.frame)
    if ended is None or ended.frame.index != right.frame.index:
        return False
    taker = ended.taker.code if ended.taker is not None else right.side1.value
    begun = left.frame.head.sense in _BEGUN
    return taker == left.side1.value or (not begun and taker == left.side2.value)


def _behind(context: Context, fight: Frame) -> _Mastery | None:
    """Return the frame behind a fight, in its sentence or the next one, that tells its place taken."""
    if fight.is_headline:
        return None
    following = (frame for frame in context.frames if frame.index == fight.index + 1)
    frame = next(following, fight)
    for each in (fight, frame):
        if each.is_headline or not 0 <= each.sentence - fight.sentence <= 1 or context.qualifiers_over(each):
            continue
        at = managed_to_take(context, each)
        if at is not None and not any(each.first <= one.first < at for one in _places(context, each, fight)):
            return _Mastery(each, taker_of(context, each, at))
    return None


def _places(context: Context, frame: Frame, fight: Frame) -> list[Any]:
    """Return the places that a frame names itself; those of the fight are what the pronoun points back to."""
    return [] if frame.index == fight.index else list(frame.inside(context.annotations.places))
