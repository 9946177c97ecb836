"""Where an act was done when only the next sentence tells: "نفذ التحالف عملية. وتم تنفيذ العملية في ريف الرقة"."""

from __future__ import annotations

from marsad.events.taken_up import behind_the_act
from marsad.frames.context import Context
from marsad.model.frame import Frame
from marsad.model.where import GeoPrecision, PlaceMention

__all__ = ["placed_after"]

_NEAR = 6
"""Words behind "the operation" within which its place is named."""


def placed_after(context: Context, frame: Frame, place: PlaceMention | None) -> PlaceMention | None:
    """Return the place that the next sentence gives a frame's act, None where it gives none or `place` is as fine."""
    if frame.is_headline or (place is not None and place.precision is not GeoPrecision.REGION):
        return None
    following = frame.sentence + 1
    if following >= len(context.document.sentences):
        return None
    sentence = context.document.sentences[following]
    start = behind_the_act(context.document.words[sentence.first : sentence.stop], "carried-out")
    if start is None:
        return None
    first = sentence.first + start
    return next(
        (
            mention
            for mention in context.annotations.places
            if first <= mention.first < min(first + _NEAR, sentence.stop)
            and mention.precision is not GeoPrecision.REGION
        ),
        None,
    )
