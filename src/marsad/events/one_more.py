"""One more shot at another place is an act of its own: "استهدفت غارة البلدة، وطالت غارة أخرى مدينة رفح"."""

from __future__ import annotations

from marsad.events.hypothesis import Hypothesis
from marsad.events.places import contains
from marsad.events.settle import outright
from marsad.frames.context import Context
from marsad.lexicon.role_words import role_words
from marsad.model.frame import Frame
from marsad.model.where import GeoPrecision

__all__ = ["hits_elsewhere_too"]

_STRIKING = frozenset(("airstrike", "shelling", "strike", "ied", "blast", "grenade", "suicide"))
_BROUGHT_DOWN = ("disrupt", "downing")
_OPENING = 5
"""Words of a stretch within which it is told that the shot is another one: "فيما استهدفت غارة أخرى"."""


def hits_elsewhere_too(context: Context, left: Hypothesis, right: Hypothesis) -> bool:
    """Say whether a stretch tells of another shot than the one before, each at a place that its own words name."""
    one, two = left.frame, right.frame
    if two.is_headline or one.is_headline or not {one.head.sense, two.head.sense} <= _STRIKING:
        return False
    if not _tells_of_another(context, two) or left.place is None or right.place is None:
        return False
    if any(trigger.sense in _BROUGHT_DOWN for frame in (one, two) for trigger in frame.triggers):
        return False  # "إسقاط طائرة حوثية قرب أبها، وتدمير طائرة أخرى في جازان"
    here, there = left.place.value, right.place.value
    if GeoPrecision.REGION in (here.precision, there.precision) or here.name == there.name:
        return False
    told = outright(context, one, left.place) and outright(context, two, right.place)
    return told and two.first <= there.first < two.stop and not contains(here, there) and not contains(there, here)


def _tells_of_another(context: Context, frame: Frame) -> bool:
    """Say whether a stretch opens with one more weapon or strike: "صاروخ آخر"; "حي آخر" is none."""
    words, stop = context.document.words, min(frame.first + _OPENING, frame.stop)
    named = {means.stop for means in context.means_in(frame.first, stop)}
    named |= {trigger.stop for trigger in frame.triggers if trigger.pos == "noun"}
    named |= {at + 1 for at in range(frame.first, stop) if words[at] in role_words("shot")}
    return any(at in named and words[at] in role_words("another") for at in range(frame.first + 1, stop))
