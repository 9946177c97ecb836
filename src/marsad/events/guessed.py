"""Whose bomber it is when nobody is named: one who must be guessed is nobody known.

"فجّر انتحاري نفسه في السوق" in Iraq is read as of the organisation that usually sends them, which helps where the report
names it anywhere; where it does not, that is a guess.
"""

from __future__ import annotations

from marsad.events.choose import Choice
from marsad.frames.context import Context
from marsad.model.who import ActorMention

__all__ = ["is_guessed"]

_BOMBERS = "actor.generic-bombers"


def is_guessed(context: Context, side: Choice[str]) -> bool:
    """Say whether a side rests on words for a bomber alone, its name standing nowhere in the report."""
    mention = side.mention
    if not isinstance(mention, ActorMention) or mention.entry_id != _BOMBERS:
        return False
    return all(other.entry_id == _BOMBERS for other in context.annotations.actors if other.code == side.value)
