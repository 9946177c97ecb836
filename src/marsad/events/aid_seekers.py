"""Fire on people who wait for aid is an attack on civilians: they are a crowd, and protest against nobody.

"قتل 14 فلسطينيا برصاص الجيش الإسرائيلي أثناء انتظارهم شاحنات المساعدات".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marsad.events.choose import Choice
from marsad.frames.context import Context
from marsad.lexicon.role_words import role_words

__all__ = ["by_aid_seekers"]

_EXCESSIVE, _ATTACK = "Excessive force against protesters", "Attack"
_PROTEST = frozenset(("protest", "dispersal", "riot"))
"""Senses of words that tell of a protest, or of its end."""


def by_aid_seekers(context: Context, settled: Mapping[str, Any]) -> dict[str, Any]:
    """Return what to change in an act told as force against protesters, where people waited for aid and none protested.

    Who fires was told as acting against the crowd: it acts, and the crowd are civilians.
    """
    if settled["sub_event_type"].value != _EXCESSIVE or any(
        trigger.sense in _PROTEST for trigger in context.annotations.triggers
    ):
        return {}
    words = set(context.document.words)
    if words.isdisjoint(role_words("waiting")) or words.isdisjoint(role_words("relief")):
        return {}
    told: dict[str, Any] = {"sub_event_type": settled["sub_event_type"]._replace(value=_ATTACK)}
    if settled["side1"].value == "protesters" and settled["side2"].value:
        shot = settled["side1"]
        told |= {"side1": settled["side2"], "side2": Choice("civilians", shot.mention, shot.probability)}
    return told
