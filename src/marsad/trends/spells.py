"""Spells and tempo of two actors: when they met, how often, who acted, and when it was quiet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

from marsad.analyse.heard import Heard

__all__ = ["Spell", "Tempo", "tempo"]

_DAY = 1
_QUIET = 14
"""Days without an incident after which the next one begins a new spell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """Days on which one incident followed the other without a long quiet; `by` is how often each of the two acted."""

    first: date
    last: date
    by: tuple[int, int]
    killed: tuple[int, int]
    ids: tuple[str, ...]

    @property
    def days(self) -> int:
        """How long it lasted."""
        return (self.last - self.first).days + 1

    @property
    def a_week(self) -> float:
        """How many incidents a week it had."""
        return len(self.ids) / max(self.days / 7, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tempo:
    """The spells of a pair, the usual days between two incidents in a spell, and whether the last one still lasts.

    `answered` is how many acts of each were followed within a week by one of the other, of how many.
    """

    pair: tuple[str, str]
    quiet: int
    spells: tuple[Spell, ...]
    gap: float | None
    since: int | None
    answered: tuple[tuple[int, int], tuple[int, int]]

    @property
    def lasts(self) -> bool:
        """Whether the last spell had no long quiet yet."""
        return self.since is not None and self.since <= self.quiet


def tempo(found: Iterable[Heard], pair: tuple[str, str], *, last: date) -> Tempo:
    """Return the tempo of two actors from incidents between them whose day is known.

    A spell ends where more than two weeks go by without an incident; `last` is the day from which it is asked.
    """
    dated = [(day, one) for one in found if (day := one.happening.start) and one.happening.date_precision == _DAY]
    dated.sort(key=lambda each: (each[0], each[1].happening.key))
    runs: list[list[tuple[date, Heard]]] = []
    for day, one in dated:
        if runs and (day - runs[-1][-1][0]).days <= _QUIET:
            runs[-1].append((day, one))
        else:
            runs.append([(day, one)])
    gaps = [(later - day).days for run in runs for (day, _), (later, _) in pairwise(run)]
    acts = [[day for day, one in dated if actor in _acting(one)] for actor in pair]
    return Tempo(
        pair=pair,
        quiet=_QUIET,
        spells=tuple(_spell(run, pair) for run in runs),
        gap=median(gaps) if gaps else None,
        since=(last - dated[-1][0]).days if dated else None,
        answered=(_answered(acts[0], acts[1]), _answered(acts[1], acts[0])),
    )


def _acting(told: Heard) -> set[str]:
    return {*told.happening.side1, *told.happening.assist1}


def _spell(run: Sequence[tuple[date, Heard]], pair: tuple[str, str]) -> Spell:
    low, high = (sum(one.happening.killed[at] for _, one in run) for at in range(2))
    by = [sum(actor in _acting(one) for _, one in run) for actor in pair]
    return Spell(
        first=run[0][0], last=run[-1][0], by=(by[0], by[1]), killed=(low, high),
        ids=tuple(one.happening.key for _, one in run),
    )  # fmt: skip


def _answered(acts: Sequence[date], others: Sequence[date]) -> tuple[int, int]:
    return sum(any(0 < (other - day).days <= 7 for other in others) for day in acts), len(acts)
