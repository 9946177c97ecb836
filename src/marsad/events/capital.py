"""A capital that acts is not where it acts: "قصفت أنقرة مواقع في جبل قنديل", "سحبت أنقرة نقطة مراقبة من مورك"."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.annotate.actors.registry import state_of
from marsad.events.choose import Choice
from marsad.frames.context import Context
from marsad.lexicon.role_words import forms_of
from marsad.model.frame import Frame
from marsad.model.where import PlaceMention

__all__ = ["away_from_capital"]


def away_from_capital(
    context: Context, frames: Sequence[Frame], place: Choice[PlaceMention] | None, side1: str
) -> Choice[PlaceMention] | None:
    """Return where a state acts in place of the capital that stands for it right behind the verb of the act.

    "استهدفت دمشق بغارة" hits the capital, and so does any act of another than its state.
    """
    if place is None or place.value.place is None or place.value.type_word is not None:
        return place
    state = state_of(place.value.place.country, context.document.published_on)
    if state is None or state.actor.code != side1:
        return place
    for frame in frames:
        if any(trigger.stop == place.value.first and trigger.pos == "verb" for trigger in frame.triggers):
            other = _behind(context, frame, place.value)
            return place if other is None else Choice(other, other, place.probability)
    return place


def _behind(context: Context, frame: Frame, capital: PlaceMention) -> PlaceMention | None:
    """Return the first place abroad that is named behind a capital in its sentence, else the land abroad named so."""
    assert capital.place is not None
    abroad = [
        other for other in context.annotations.places
        if capital.stop <= other.first < frame.sentence_stop
        and other.place is not None
        and other.place.country != capital.place.country
    ]  # fmt: skip
    lands = (other for other in abroad if context.document.words[other.first - 1] in forms_of("places", "inside"))
    towns = (other for other in abroad if other.place is not None and other.place.feature != "country")
    return next(towns, None) or next(lands, None)
