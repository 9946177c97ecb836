"""Which sub-event types a trigger's sense leaves open, for the frame to decide."""

from __future__ import annotations

__all__ = ["SENSES", "possible_types"]

_CLASH = "Armed clash"
_REGAINS = "Government regains territory"
_OVERTAKES = "Non-state actor overtakes territory"
_AIR = "Air/drone strike"
_SHELLING = "Shelling/artillery/missile attack"
_SUICIDE = "Suicide bomb"
_IED = "Remote explosive/landmine/IED"
_GRENADE = "Grenade"
_CHEMICAL = "Chemical weapon"
_ATTACK = "Attack"
_ABDUCTION = "Abduction/forced disappearance"
_SEXUAL = "Sexual violence"
_PROTEST = "Peaceful protest"
_INTERVENTION = "Protest with intervention"
_EXCESSIVE = "Excessive force against protesters"
_VIOLENT = "Violent demonstration"
_MOB = "Mob violence"
_ARRESTS = "Arrests"
_DISRUPTED = "Disrupted weapons use"
_AGREEMENT = "Agreement"
_CHANGE = "Change to group/activity"
_BASE = "Headquarters or base established"
_LOOTING = "Looting/property destruction"
_TRANSFER = "Non-violent transfer of territory"
_OTHER = "Other"

_ANY_FORCE = (
    _CLASH, _ATTACK, _AIR, _SHELLING, _IED, _SUICIDE, _GRENADE, _CHEMICAL, _EXCESSIVE, _VIOLENT, _MOB, _SEXUAL,
)  # fmt: skip

SENSES: dict[str, tuple[str, ...]] = {
    "clash": (_CLASH, _ATTACK, _EXCESSIVE, _VIOLENT, _MOB, _INTERVENTION),
    "seize-place": (_REGAINS, _OVERTAKES, _TRANSFER, _CLASH),
    "airstrike": (_AIR, _CLASH),
    "shelling": (_SHELLING, _AIR, _CLASH),
    "suicide": (_SUICIDE, _IED),
    "ied": (_IED, _SUICIDE, _DISRUPTED),
    "grenade": (_GRENADE, _INTERVENTION),
    "chemical": (_CHEMICAL,),
    "attack": (_ATTACK, _EXCESSIVE, _MOB),
    "body": (_ATTACK, _OTHER, _EXCESSIVE, _MOB),
    "abduction": (_ABDUCTION, _ARRESTS),
    "sexual": (_SEXUAL,),
    "protest": (_PROTEST, _INTERVENTION, _EXCESSIVE, _VIOLENT),
    "dispersal": (_INTERVENTION, _EXCESSIVE),
    "riot": (_VIOLENT, _MOB, _INTERVENTION, _PROTEST),
    "mob": (_MOB, _VIOLENT, _CLASH),
    "arrest": (_ARRESTS, _ABDUCTION, _CLASH, _INTERVENTION),
    "raid": (_ARRESTS, _CLASH, _DISRUPTED, _ATTACK, _ABDUCTION),
    "disrupt": (_DISRUPTED, _ARRESTS),
    "downing": (_DISRUPTED, _CLASH),
    "agreement": (_AGREEMENT,),
    "surrender": (_AGREEMENT, _ARRESTS, _CHANGE, _TRANSFER),
    "change": (_CHANGE, _TRANSFER),
    "move": (_CHANGE, _REGAINS, _OVERTAKES, _TRANSFER, _CLASH),
    "landing": (_CHANGE, _ARRESTS, _CLASH, _DISRUPTED, _ATTACK, _ABDUCTION),
    "base": (_BASE, _CHANGE),
    "looting": (_LOOTING, _VIOLENT, _MOB),
    "transfer": (_TRANSFER, _AGREEMENT),
    "other": (_OTHER,),
    "strike": (_SHELLING, _AIR, *_ANY_FORCE, _DISRUPTED),
    "assault": _ANY_FORCE,
    "shooting": (_CLASH, _ATTACK, _EXCESSIVE, _INTERVENTION, _MOB),
    "assassination": (_ATTACK, _CLASH, _IED, _AIR),
    "execution": (_ATTACK, _CLASH),
    "death": _ANY_FORCE,
    "injury": _ANY_FORCE,
    "blast": (_IED, _SUICIDE, _AIR, _SHELLING, _LOOTING),
    "release": (_ARRESTS, _AGREEMENT),
    "offensive": (_CLASH, _ARRESTS),
    "none": (),
}
"""Sense to the types it can come to mean, the likeliest first."""


def possible_types(sub_event_type: str | None, sense: str) -> tuple[str, ...]:
    """Return the types a trigger may end as ("قتل": an attack, a clash), its own first."""
    senses = SENSES.get(sense, ())
    if sub_event_type is None:
        return senses
    return (sub_event_type, *(name for name in senses if name != sub_event_type))
