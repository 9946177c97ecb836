"""How many incidents nobody of several sources tells: an estimate, or the reasons why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from marsad.analyse.heard import Heard
from marsad.missing.delay import delays
from marsad.missing.least import at_least
from marsad.missing.lists import Lists, hold_back, lists_of
from marsad.missing.loglinear import Averaged, averaged
from marsad.trends.history import history
from marsad.trends.panel import Panel
from marsad.trends.search import Search, matches

__all__ = ["ASSUMPTIONS", "Missing", "missing"]

ASSUMPTIONS = (
    "Reports of one act were joined, and only those: a report left single looks like an act that others missed.",
    "Every list could have told every incident: all reported throughout, of the same areas and kinds.",
    "Lists find incidents independently, but for pairs that help or avoid each other, which the models allow for.",
    "Within the search all incidents are told about as readily; else the number is mostly too low.",
    "Nothing happened twice at one place on one day that the record takes for one.",
)
"""What an estimate rests on. Copies and quotations were taken for the source that they repeat before."""

_UNFIT = 0.01
_UNTESTED = 0.5
"""Weight of models that fit any data, or none like these, above which there is no estimate."""
_WIDEST = 3.0
"""How many times the lower end the upper end of an interval may be."""
_APART = 2.0
_SAY = 0.1
_UNEVEN = 0.1
"""How seldom data may come about where all incidents are told as readily, below which they are taken not to be."""
_KNOWN_BY_NOW = 0.9


_UNEVENLY = (
    "All sources tell some incidents more readily than others, so that no estimate is right. Narrow the search, with "
    "--area or --type, to what is told alike."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Incidents of a search between two days: all that anybody tells, the lists, and the estimate or why there is none.

    `doubts` are what an estimate, or the least, should be read with. `least` is how many happened at the least, where
    some incidents are told more readily than others and there is no estimate for that reason alone.
    """

    search: Search
    first: date
    last: date
    told: tuple[Heard, ...]
    panel: Panel
    lists: Lists
    estimate: Averaged | None
    refused: tuple[str, ...]
    least: float | None
    doubts: tuple[str, ...]


def missing(record: Sequence[Heard], search: Search, *, since: date, last: date) -> Missing:
    """Estimate how many incidents of a search happened in whole weeks that end on a day, told or not.

    The lists are the sources that reported throughout, copies and quotations taken for what they repeat.
    """
    long = history(record, search, since=since, last=last)
    first = long.weeks.first
    told = tuple(
        one
        for one in record
        if matches(search, one.happening) and one.happening.start and first <= one.happening.start <= last
    )
    lists = lists_of(told, long.panel.sources)
    refused = hold_back(lists)
    found = None if refused else averaged(lists.cells)
    least = None
    if not refused:
        refused = tuple(_unsure(found))
    if not refused and found is not None and found.even is not None and found.even < _UNEVEN:
        refused, least = (_UNEVENLY,), at_least(lists.cells)
    return Missing(
        search=search, first=first, last=last, told=told, panel=long.panel, lists=lists,
        estimate=None if refused else found, refused=refused, least=least,
        doubts=() if refused and least is None else tuple(_doubts(record, lists, last)),
    )  # fmt: skip


def _unsure(found: Averaged | None) -> Iterator[str]:
    """Yield why an estimate that was made does not stand."""
    if found is None:
        yield "No model has a finite answer: the sources overlap too little."
        return
    if sum(model.weight for model in found.models if model.chance is None) > _UNTESTED:
        yield (
            "Every two of the sources depend on each other, each two in another way, and nothing is left to check that "
            "by. Narrow the search."
        )
        return
    unfit = sum(model.weight for model in found.models if model.chance is not None and model.chance < _UNFIT)
    if unfit > _UNTESTED:
        yield f"The models do not fit: {unfit:.0%} of the weight is on models that hardly ever give such data."
    heard = [model.number for model in found.models if model.weight >= _SAY]
    if max(heard) > _APART * min(heard):
        yield f"Models that fit alike disagree: from {min(heard):,.0f} to {max(heard):,.0f} incidents."
    if found.high is None or found.high > _WIDEST * found.low:
        high = "any number" if found.high is None else f"{found.high:,.0f}"
        yield f"The interval is too wide to be of use: {found.low:,.0f} to {high}."


def _doubts(record: Sequence[Heard], lists: Lists, last: date) -> Iterator[str]:
    deadly = [one for one in lists.told if _killed(one)]
    others = [one for one in lists.told if not _killed(one)]
    if min(len(deadly), len(others)) >= 20:
        often, seldom = (
            sum(len(one.sources & set(lists.names)) > 1 for one in some) / len(some) for some in (deadly, others)
        )
        if often - seldom > 0.2:
            yield (
                f"Two sources or more tell {often:.0%} of what killed somebody and {seldom:.0%} of the rest: some are "
                "told more readily. Narrow the search."
            )
    late = delays(record, last=last)
    if late is not None and (known := late.within(6)) < _KNOWN_BY_NOW:
        yield f"Of the last week about {known:.0%} is told by now: end some weeks earlier with --until."
    if lists.beside:
        yield f"Incidents that only other sources tell, {lists.beside:,}, are among those on none of the lists."


def _killed(told: Heard) -> bool:
    return any(told.happening.killed)
