"""A frame with every question answered: what, who, whom, where, when, how many."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.events.act import act_features
from marsad.events.casualties import OUTCOMES, toll_candidates
from marsad.events.choose import Choice, agreed, best
from marsad.events.dates import date_candidates
from marsad.events.models import Models
from marsad.events.places import place_candidates
from marsad.events.sides import choose_sides
from marsad.events.taxonomy import type_candidates
from marsad.frames.context import Context
from marsad.model.frame import Frame
from marsad.model.quantity import Estimate
from marsad.model.when import EventDate
from marsad.model.where import PlaceMention

__all__ = ["Hypothesis", "answer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hypothesis:
    """One frame read as one act. `act` is the probability that it tells an act at all.

    `place` is None when the report names no place. `tolls` follow `OUTCOMES`: killed, wounded, detained,
    abducted.
    """

    frame: Frame
    act: float
    sub_event_type: Choice[str]
    side1: Choice[str]
    side2: Choice[str]
    place: Choice[PlaceMention] | None
    date: Choice[EventDate]
    tolls: tuple[Choice[Estimate | None], ...]


def answer(context: Context, frame: Frame, models: Models, *, act: float, carried: str | None = None) -> Hypothesis:
    """Answer every question about a frame; `carried` is the name of the place of the frame before."""
    sub_event_type = best(models.type, type_candidates(context, frame))
    kind = sub_event_type.value
    side1, side2 = choose_sides(context, frame, kind, models.side1, models.side2)
    places = place_candidates(context, frame, carried=carried)
    return Hypothesis(
        frame=frame,
        act=act,
        sub_event_type=sub_event_type,
        side1=side1,
        side2=side2,
        place=best(models.place, places) if places else None,
        date=agreed(models.date, date_candidates(context, frame)),
        tolls=tuple(best(models.toll, toll_candidates(context, frame, outcome, kind)) for outcome in OUTCOMES),
    )


def act_probability(context: Context, frame: Frame, models: Models) -> float:
    """Return the probability that the frame tells an act that happened."""
    return models.act.probability(act_features(context, frame))
