"""A battle for a place that was won tells of the place taken: "انطلقت معركة تحرير البلدة. وسيطرت الفصائل عليها".

Announcing a battle is fighting by itself; where those who fought it take the place, that is the act.
"""

from __future__ import annotations

from collections.abc import Sequence

from marsad.events.choose import Choice
from marsad.events.hypothesis import Hypothesis
from marsad.frames.context import Context

__all__ = ["by_what_a_battle_won"]

_CLASH, _REGAINED, _OVERTAKEN = "Armed clash", "Government regains territory", "Non-state actor overtakes territory"
_BATTLES, _TAKING = ("offensive", "assault"), "seize-place"
_LIKELY = 0.25
"""How likely a frame must be an act: "كانت القوات سيطرت عليها قبل عام" is not."""


def by_what_a_battle_won(
    context: Context, lead: Hypothesis, members: Sequence[Hypothesis], sub_event_type: Choice[str], side1: str
) -> Choice[str]:
    """Return ground taken for a clash told by a battle for a place, if who fought it is told to take it.

    "دارت اشتباكات" beside the battle, or dead in it, leaves a clash, unless the taking is what is told most fully.
    """
    if sub_event_type.value != _CLASH:
        return sub_event_type
    takers = [member for member in members if member.side1.value == side1 and _takes(context, member)]
    fights = [member for member in members if member.sub_event_type.value == _CLASH and member not in takers]
    battles = [member for member in fights if _is_a_battle(member)]
    begun = any(member.act >= _LIKELY for member in battles)
    if not takers or (battles != fights and not (begun and lead in takers)):
        return sub_event_type
    surest = max(takers, key=lambda member: member.act)
    beliefs = dict(surest.beliefs.sub_event_type)
    taken = max((_REGAINED, _OVERTAKEN), key=lambda kind: beliefs.get(kind, 0.0))
    return Choice(taken, surest.frame.head, sub_event_type.probability)


def _takes(context: Context, member: Hypothesis) -> bool:
    """Say whether a frame tells by a verb, and outright, that a place was taken; to advance is not to take."""
    frame = member.frame
    if frame.is_headline or member.act < _LIKELY or frame.head.sense != _TAKING or frame.head.pos != "verb":
        return False
    if frame.head.weak or frame.head.sub_event_type == _CLASH or context.qualifiers_over(frame):
        return False
    if member.sub_event_type.value == _CLASH:
        return any(trigger.sense in _BATTLES and trigger.first < frame.head.first for trigger in frame.triggers)
    return True


def _is_a_battle(member: Hypothesis) -> bool:
    return all(trigger.sense in _BATTLES for trigger in member.frame.triggers)
