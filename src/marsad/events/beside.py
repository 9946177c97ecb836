"""An act told beside a place named before: "حقل العمر ... لغماً في محيط الحقل"."""

from __future__ import annotations

from dataclasses import replace

from marsad.events.places import points_to
from marsad.frames.context import Context
from marsad.lexicon.role_words import forms_of
from marsad.model.frame import Frame
from marsad.model.where import GeoPrecision, PlaceMention

__all__ = ["beside"]

_STOPS = frozenset("،,؛;:.!؟?")


def beside(context: Context, frame: Frame, place: PlaceMention) -> PlaceMention:
    """Return the place of an act, only near when the act's own words put it around what points back to it."""
    if place.precision is not GeoPrecision.EXACT:
        return place
    words, near = context.document.words, forms_of("places", "near")
    for at in range(max(frame.first, place.stop), frame.stop - 1):
        told = words[at].removeprefix("ب") in near and points_to(words[at + 1], place)
        if told and not _parted(context, frame.head.first, at):
            return replace(place, precision=GeoPrecision.NEAR)
    return place


def _parted(context: Context, one: int, other: int) -> bool:
    """Say whether a comma or a stop stands between two words."""
    first, last = sorted((one, other))
    return any(not _STOPS.isdisjoint(context.document.gap(at)) for at in range(first + 1, last + 1))
