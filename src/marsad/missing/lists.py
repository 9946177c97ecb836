"""Sources as lists of incidents, and whether they may be compared: what an estimate of the unseen needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from marsad.analyse.heard import Heard

__all__ = ["Lists", "hold_back", "lists_of"]

_MOST = 4
_FEWEST = 3
_SMALLEST = 10
"""Incidents that a source must tell to be a list."""
_SHARED = 5
"""Incidents that each list must share with the others."""
_SEVERAL = 20
"""Incidents that two lists or more must tell in all."""
_EXPECTED = 5.0
"""Incidents of an area or kind that a list would tell by its share of all, at which telling none is no chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The sources that are lists, how many incidents are on which of them, and how many are on none of them.

    `cells` has a True for each list that holds an incident, in the order of `names`; `told` are the incidents on any.
    """

    names: tuple[str, ...]
    cells: Mapping[tuple[bool, ...], int]
    told: tuple[Heard, ...]
    beside: int

    @property
    def number(self) -> int:
        """How many incidents are on any list."""
        return len(self.told)

    def on(self, number: int) -> int:
        """Return how many are on one list."""
        return sum(count for cell, count in self.cells.items() if cell[number])


def lists_of(told: Sequence[Heard], sources: frozenset[str]) -> Lists:
    """Take as lists the sources that tell the most, four at most, of those that reported throughout."""
    counts = Counter(source for one in told for source in one.sources & sources)
    names = tuple(
        sorted((name for name in counts if counts[name] >= _SMALLEST), key=lambda name: (-counts[name], name))[:_MOST]
    )
    cells: Counter[tuple[bool, ...]] = Counter()
    on: list[Heard] = []
    for one in told:
        cell = tuple(name in one.sources for name in names)
        if any(cell):
            cells[cell] += 1
            on.append(one)
    return Lists(names=names, cells=dict(cells), told=tuple(on), beside=len(told) - len(on))


def hold_back(lists: Lists) -> tuple[str, ...]:
    """Return why these lists carry no estimate; empty when they may."""
    if len(lists.names) < _FEWEST:
        number = f"{'is' if len(lists.names) == 1 else 'are'} {len(lists.names)}"
        needed = f"Three independent sources that reported throughout and tell {_SMALLEST} incidents each are needed"
        return (f"{needed}; there {number}.",)
    return (*_overlap(lists), *_blind(lists))


def _overlap(lists: Lists) -> Iterator[str]:
    several = sum(count for cell, count in lists.cells.items() if sum(cell) > 1)
    if several < _SEVERAL:
        yield f"Only {several} incidents are told by two sources or more; {_SEVERAL} are needed."
    for number, name in enumerate(lists.names):
        shared = sum(count for cell, count in lists.cells.items() if cell[number] and sum(cell) > 1)
        if shared < _SHARED:
            yield f"{name} shares {shared} incidents with the others; {_SHARED} are needed."


def _blind(lists: Lists) -> Iterator[str]:
    """Yield the areas and kinds that a list never tells of, though the others do often."""
    for number, name in enumerate(lists.names):
        share = lists.on(number) / lists.number
        for word, told in _groups(lists.told):
            here = sum(name in one.sources for one in told)
            if not here and share * len(told) >= _EXPECTED:
                yield (
                    f"{name} tells nothing of {word}, of which the others tell {len(told)}: it does not look there. "
                    "Narrow the search with --area or --type, or leave the source out with --panel."
                )


def _groups(told: Sequence[Heard]) -> Iterator[tuple[str, list[Heard]]]:
    for level in ("country", "admin1", "admin2"):
        values = dict.fromkeys(value for one in told if (value := one.happening.place[level]))
        if len(values) > 1:
            for value in values:
                yield str(value), [one for one in told if one.happening.place[level] == value]
            break
    for kind in dict.fromkeys(one.happening.sub_event_type for one in told):
        yield kind or "", [one for one in told if one.happening.sub_event_type == kind]
