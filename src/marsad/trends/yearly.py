"""What is left of a change when the time of the year is taken out: the wave of earlier years, and Ramadan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import exp, log

from marsad.analyse.heard import Heard
from marsad.errors import MissingPackageError
from marsad.trends.growth import SWING
from marsad.trends.panel import Panel
from marsad.trends.rates import LEVEL, Ratio, student
from marsad.trends.reported import YEAR, Reported
from marsad.trends.search import Search, matches
from marsad.trends.seasons import angle, fasting
from marsad.trends.weeks import Cut

__all__ = ["Left", "Years", "left_of", "years_of"]

_HALF = 26
_FEWEST = 52
"""Incidents of the earlier years below which they show no season."""
_ROUNDS = 50
_FURTHEST = 12.0
_SETTLED = 1e-8
_UNTOLD = 0.5
"""What is taken for a week's count to begin with, beside its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """Weekly counts of whole years before two periods and of these, on those of a panel who told throughout both."""

    panel: Panel
    counts: tuple[int, ...]

    @property
    def halves(self) -> tuple[tuple[int, ...], ...]:
        """The half years before both periods in which anything was told."""
        found = (self.counts[week : week + _HALF] for week in range(0, self.panel.weeks.before, _HALF))
        return tuple(half for half in found if any(half))


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What is left, in how many earlier years the season was seen, and who told of them."""

    ratio: Ratio
    years: int
    sources: frozenset[str]


def years_of(record: Sequence[Heard] | Reported, search: Search, panel: Panel) -> Years | None:
    """Count the whole years before both periods of a panel, and these, by those of it who reported throughout.

    Returns None where the record holds no such year, or too little in it to show a season.
    """
    reported = Reported.of(record)
    longer = reported.longer(panel)
    if longer is None:
        return None
    counts = _counts(reported, search, longer)
    earlier, turn = longer.weeks.before, longer.weeks.before + panel.weeks.before
    if sum(counts[:earlier]) < _FEWEST or not sum(counts[earlier:turn]) or not sum(counts[turn:]):
        return None
    return Years(panel=longer, counts=tuple(counts))


def left_of(years: Years, panel: Panel) -> Left:
    """Compare the two periods of a panel once more, less the season that whole years before both of them show."""
    weeks = years.panel.weeks
    ratio = _fitted(years.counts, weeks, weeks.before + panel.weeks.before)
    return Left(ratio=ratio, years=weeks.before // YEAR, sources=years.panel.sources)


def _counts(reported: Reported, search: Search, panel: Panel) -> list[int]:
    counts = [0] * panel.weeks.total
    for number, one in reported.within(panel.weeks):
        if matches(search, one.happening):
            counts[number] += panel.voice(one) is not None
    return counts


def _fitted(counts: Sequence[int], weeks: Cut, turn: int) -> Ratio:
    """Fit a generalised linear model: a level for each year, the wave, Ramadan, and a step at the turn, which is left.

    Weeks are Poisson, their errors scaled by how much they vary beyond chance. Before they are looked at, the wave is
    normal about none, with a swing of half as many again at one standard deviation: so one year, which shows it
    roughly, takes less of a step for a season. Raises MissingPackageError without numpy.
    """
    try:
        import numpy as np
    except ImportError:
        raise MissingPackageError("A season", package="numpy", extra="trends") from None
    starts = [weeks.start(number) for number in range(len(counts))]
    angles = np.array([angle(start + timedelta(days=3)) for start in starts])
    step = np.arange(len(counts)) >= turn
    years = np.minimum(np.arange(len(counts)) // YEAR, weeks.before // YEAR)
    fasts = np.array([fasting(start) for start in starts])
    columns = [step, np.sin(angles), np.cos(angles), *(years == year for year in np.unique(years))]
    if fasts[: weeks.before].any() and fasts[weeks.before :].any():
        columns.append(fasts)
    design, seen = np.column_stack(columns).astype(float), np.asarray(counts, float)
    known = np.zeros(design.shape[1])
    known[1:3] = (log(SWING) / 2) ** -2
    freedom, scale = len(counts) - len(known), 1.0
    fitted, found = np.log(seen + _UNTOLD), np.zeros(len(known))
    for _ in range(_ROUNDS):
        means, last = np.exp(fitted), found
        told = (design.T * means) @ design + np.diag(known * scale)
        found = np.linalg.solve(told, design.T @ (means * fitted + seen - means))
        fitted = np.clip(design @ found, -_FURTHEST, _FURTHEST)
        means = np.exp(fitted)
        scale = max(1.0, float(((seen - means) ** 2 / means).sum()) / freedom)
        if np.abs(found - last).max() < _SETTLED:
            break
    spread = student(LEVEL, freedom) * float(np.sqrt(np.linalg.inv(told)[0, 0] * scale))
    left = float(found[0])
    return Ratio(
        ratio=exp(left), low=exp(left - spread), high=exp(left + spread), model="season taken out",
        dispersion=(scale - 1) / (sum(counts) / len(counts)),
    )  # fmt: skip
