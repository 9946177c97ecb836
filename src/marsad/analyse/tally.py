"""What stands in a row of counts: how many, what they tell of people, and which records they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from marsad.model.quantity import Estimate

__all__ = ["Figure", "Tally", "figure_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """People of several events together.

    `low`: the lowest figures added, 0 where an event has none. `best`: the best figures added, the lowest in place of
    one that is not told; `without_best` says for how many. `high`: the highest figures added; of a range that is open
    upwards the highest told, and `open` says how many those are: the sum is then a "more than". `untold` is the number
    of events that tell no figure at all: they add nothing.
    """

    low: int = 0
    best: int = 0
    high: int = 0
    without_best: int = 0
    open: int = 0
    untold: int = 0

    def plus(self, other: Figure) -> Figure:
        """Add two."""
        return Figure(
            low=self.low + other.low,
            best=self.best + other.best,
            high=self.high + other.high,
            without_best=self.without_best + other.without_best,
            open=self.open + other.open,
            untold=self.untold + other.untold,
        )


def figure_of(told: Estimate | None) -> Figure:
    """Return the figure of one event.

    >>> figure_of(Estimate(20, 20, None))
    Figure(low=20, best=20, high=20, without_best=0, open=1, untold=0)
    """
    if told is None or (told.low is None and told.best is None and told.high is None):
        return Figure(untold=1)
    low, best = told.low or 0, told.best if told.best is not None else told.low or 0
    return Figure(
        low=low,
        best=best,
        high=told.high if told.high is not None else max(low, told.best or 0),
        without_best=int(told.best is None),
        open=int(told.high is None),
    )


@dataclass(slots=True, kw_only=True)
class Tally:
    """A number of events or incidents. `events` is how many events they consist of.

    `spanning` of them may have happened, wholly or partly, in another period than the one they are counted in (that of
    their first day); `elsewhere` adds up the shares of their days that lie outside it. `ids` are their ids.
    """

    number: int = 0
    events: int = 0
    spanning: int = 0
    elsewhere: Fraction = Fraction(0)
    figures: dict[str, Figure] = field(default_factory=dict)
    ids: list[str] = field(default_factory=list)

    def add(self, other: Tally, *, share: Fraction = Fraction(0)) -> None:
        """Add others, of each of which `share` lies in another period."""
        self.number += other.number
        self.events += other.events
        if share:
            self.spanning += other.number
            self.elsewhere += share * other.number
        for name, figure in other.figures.items():
            self.figures[name] = self.figures.get(name, Figure()).plus(figure)
        self.ids += other.ids
