"""A frame with every question answered: what, who, whom, where, when, how many."""

from __future__ import annotations

from marsad.events.belief import Beliefs, spread
from marsad.events.beside import beside
from marsad.events.casualties import OUTCOMES, toll_candidates
from marsad.events.choose import Choice, agreed, best, ranked, weighed
from marsad.events.dates import date_candidates
from marsad.events.models import Models
from marsad.events.places import place_candidates
from marsad.events.sides import choose_act
from marsad.events.taker import by_who_is_told_to_take
from marsad.events.taxonomy import type_candidates
from marsad.frames.context import Context
from marsad.frozen import dataclass
from marsad.model.frame import Frame
from marsad.model.quantity import Estimate
from marsad.model.what import EVENT_TYPES
from marsad.model.when import EventDate
from marsad.model.where import PlaceMention

__all__ = ["Hypothesis", "answer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hypothesis:
    """One frame read as one act. `act` is the probability that it tells an act at all.

    `place` is None when the report names no place. `tolls` follow `OUTCOMES`: killed, wounded, detained,
    abducted. `beliefs` holds what the answers not taken were thought worth.
    """

    frame: Frame
    act: float
    sub_event_type: Choice[str]
    side1: Choice[str]
    side2: Choice[str]
    place: Choice[PlaceMention] | None
    date: Choice[EventDate]
    tolls: tuple[Choice[Estimate | None], ...]
    beliefs: Beliefs


def answer(context: Context, frame: Frame, models: Models, *, act: float, carried: str | None = None) -> Hypothesis:
    """Answer every question about a frame; `carried` is the name of the place of the frame before."""
    kinds = ranked(models.type, type_candidates(context, frame))
    told = choose_act(context, frame, kinds, models.side1, models.side2)
    kind = told.sub_event_type.value
    side1, side2 = by_who_is_told_to_take(context, frame, kind, told.side1, told.side2)
    places = weighed(models.place, found) if (found := place_candidates(context, frame, carried=carried)) else []
    place = max(places, key=lambda choice: choice.probability, default=None)
    if place is not None:
        place = place._replace(value=beside(context, frame, place.value))
    dates = weighed(models.date, date_candidates(context, frame))
    return Hypothesis(
        frame=frame,
        act=act,
        sub_event_type=told.sub_event_type,
        side1=side1,
        side2=side2,
        place=place,
        date=agreed(dates),
        tolls=tuple(best(models.toll, toll_candidates(context, frame, outcome, kind)) for outcome in OUTCOMES),
        beliefs=Beliefs(
            sub_event_type=spread((choice.value, choice.probability) for choice in kinds),
            event_type=spread((EVENT_TYPES[choice.value], choice.probability) for choice in kinds),
            side1=told.acting,
            side2=told.affected,
            place=spread((choice.value.name, choice.probability) for choice in places),
            date=spread(((choice.value.start, choice.value.end), choice.probability) for choice in dates),
        ),
    )
