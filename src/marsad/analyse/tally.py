"""What stands in a row of counts: how many, what they tell of people, and which records they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from marsad.model.quantity import Estimate

__all__ = ["Figure", "Sum", "Tally", "figure_of"]


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

    @classmethod
    def of(cls, sums: Sequence[int]) -> Figure:
        """Return a figure of its numbers in this order."""
        low, best, high, without_best, open_, untold = sums
        return cls(low=low, best=best, high=high, without_best=without_best, open=open_, untold=untold)


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

    def add(self, other: Tally) -> None:
        """Add others that lie in the same period."""
        both = Sum()
        for one in (self, other):
            both.add(one)
        names = (*self.figures, *other.figures)
        found = both.tally(names)
        self.number, self.events, self.figures = found.number, found.events, found.figures
        self.spanning += other.spanning
        self.elsewhere += other.elsewhere
        self.ids += other.ids


class Sum:
    """Adds up tallies: many are added in one row."""

    __slots__ = ("_elsewhere", "_events", "_figures", "_ids", "_number", "_spanning")

    def __init__(self) -> None:
        self._number = self._events = self._spanning = 0
        self._elsewhere = Fraction(0)
        self._figures: dict[str, list[int]] = {}
        self._ids: list[str] = []

    def add(self, other: Tally, *, share: Fraction | None = None) -> None:
        """Add others, of each of which `share` lies in another period."""
        self._number += other.number
        self._events += other.events
        if share:
            self._spanning += other.number
            self._elsewhere += share * other.number
        for name, figure in other.figures.items():
            sums = self._figures.get(name)
            if sums is None:
                sums = self._figures[name] = [0] * 6
            sums[0] += figure.low
            sums[1] += figure.best
            sums[2] += figure.high
            sums[3] += figure.without_best
            sums[4] += figure.open
            sums[5] += figure.untold
        self._ids += other.ids

    def tally(self, people: Sequence[str]) -> Tally:
        """Return what was added, with a figure of each of these people; ids stand in order."""
        names = dict.fromkeys((*self._figures, *people))
        return Tally(
            number=self._number,
            events=self._events,
            spanning=self._spanning,
            elsewhere=self._elsewhere,
            figures={name: Figure.of(self._figures.get(name, _NONE)) for name in names},
            ids=sorted(self._ids),
        )


_NONE = (0,) * 6
