"""The learned weights behind the decisions, one table a decision, read from `resources/models`."""

from __future__ import annotations

from functools import cache

from marsad.frozen import dataclass
from marsad.lexicon.weights import Weights

__all__ = ["Models", "load_models"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """Weights by decision: a stretch worth reading, a report, act or not, sub-event type, sides, place, date, toll.

    Then same act, whose answer, event or not, who else is hit, who says so, and how often such answers are right.
    """

    gate: Weights
    report: Weights
    act: Weights
    type: Weights
    side1: Weights
    side2: Weights
    place: Weights
    date: Weights
    toll: Weights
    same: Weights
    settle: Weights
    event: Weights
    second: Weights
    source: Weights
    calibration: Weights


@cache
def load_models() -> Models:
    """Return the weights that ship with marsad."""
    return Models(
        gate=Weights.load("gate"), report=Weights.load("report"), act=Weights.load("act"), type=Weights.load("type"),
        side1=Weights.load("side1"), side2=Weights.load("side2"), place=Weights.load("place"),
        date=Weights.load("date"), toll=Weights.load("toll"), same=Weights.load("same"),
        settle=Weights.load("settle"), event=Weights.load("event"), second=Weights.load("second"),
        source=Weights.load("source"), calibration=Weights.load("calibration"),
    )  # fmt: skip
