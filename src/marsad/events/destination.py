"""Where a movement goes: by the codebook it is placed there, when that is named, and not where it began."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from marsad.events.places import contains
from marsad.frames.context import Context
from marsad.lexicon.role_words import plays, role_words
from marsad.model.frame import Frame
from marsad.model.where import PlaceMention

__all__ = ["destination"]

_REACH = 4
"""Words between "إلى" and the name that it leads into: "إلى القاعدة التركية في مورك" has another preposition."""


def destination(context: Context, frames: Iterable[Frame], place: PlaceMention) -> PlaceMention | None:
    """Return where the frames of a movement say that it goes, None where they do not, or where `place` is that.

    "انسحب المسلحون من الحي نحو تدمر" goes to تدمر. A country is too wide to take the place of a town that is left.
    """
    goals = [goal for frame in frames if not frame.is_headline for goal in _goals(context, frame)]
    if any(goal.name == place.name or contains(goal, place) or contains(place, goal) for goal in goals):
        return None
    return goals[0] if goals else None


def _goals(context: Context, frame: Frame) -> list[PlaceMention]:
    """Return the places of a frame that its words of going lead to, in the order of the text."""
    words = context.document.words
    going = next((at for at in range(frame.first, frame.stop) if plays(words[at], "going")), None)
    if going is None:
        return []
    named = {mention.first for mention in context.annotations.places}
    return [
        mention
        for mention in context.annotations.places
        if going < mention.first < frame.stop and not _is_wide(mention) and _is_led_to(words, going, mention, named)
    ]


def _is_wide(mention: PlaceMention) -> bool:
    return mention.place is not None and mention.place.feature == "country"


def _is_led_to(words: Sequence[str], going: int, mention: PlaceMention, named: Container[int]) -> bool:
    """Say whether the nearest preposition before a place leads to it; `named` is where places begin."""
    for at in range(mention.first - 1, max(going, mention.first - _REACH - 1), -1):
        forms = {words[at], words[at].removeprefix("و")}  # "ووجهتها", "وجهتها"
        if forms & role_words("goal"):
            return True
        if at in named or forms & role_words("whence"):
            return False
    return False
