"""What is left of a change when the time of the year is taken out: the wave of earlier years, and Ramadan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from math import cos, exp, log, pi

from marsad.analyse.voices import Told
from marsad.errors import MissingPackageError
from marsad.trends.history import first_day
from marsad.trends.panel import Panel, panel_of
from marsad.trends.rates import LEVEL, Ratio, student
from marsad.trends.search import Search, matches
from marsad.trends.seasons import angle, fasting
from marsad.trends.weeks import Cut, Weeks

__all__ = ["Left", "as_by_a_season", "left_of"]

_YEAR = 52
_MOST_YEARS = 5
_FEWEST = 52
"""Incidents of the earlier years below which they show no season."""
_NEAR = 2
_DAYS = 365.2425
_SWING = 1.5
"""How many times as many at its height as half a year before a season has that nobody has seen yet."""
_GROWTH = 4.0
"""How many times as many there are in the last week of what grows since the turn, at most."""
_ENDS = 40
_AMPLITUDES = 6
_PHASES = 36


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What is left, in how many earlier years the season was seen, and who told of them."""

    ratio: Ratio
    years: int
    sources: frozenset[str]


def left_of(record: Sequence[Told], search: Search, panel: Panel) -> Left | None:
    """Compare the two periods of a panel once more, less the season that whole years before both of them show.

    It rests on those of the panel who reported throughout these years as well. Returns None where the record holds no
    such year, or too little in it to show a season. Raises MissingPackageError without statsmodels.
    """
    longer = _longer(record, panel)
    if longer is None:
        return None
    counts = _counts(record, search, longer)
    earlier, turn = longer.weeks.before, longer.weeks.before + panel.weeks.before
    if sum(counts[:earlier]) < _FEWEST or not sum(counts[earlier:turn]) or not sum(counts[turn:]):
        return None
    return Left(ratio=_fitted(counts, longer.weeks, turn), years=earlier // _YEAR, sources=longer.sources)


def as_by_a_season(now: Sequence[int], before: Sequence[int]) -> bool:
    """Say whether a yearly wave makes the weeks of both periods as likely as a change that begins between them does.

    It is asked where no earlier year shows a season. Then any wave up to a swing of half as many again is held for
    possible: it has come gradually in the weeks before, which a step, or what grows since the turn, has not.
    """
    counts = [*before, *now]
    step = [sum(before) / len(before)] * len(before) + [sum(now) / len(now)] * len(now)
    begun = (step, *_growing(len(before), len(now)))
    waves = _waves(len(counts))
    return max(_likely(counts, wave) for wave in waves) >= max(_likely(counts, rates) for rates in begun)


def _growing(before: int, now: int) -> Iterator[list[float]]:
    """Yield rates that grow, or shrink, by as much each week from the turn on, to many ends."""
    for end in range(1, _ENDS + 1):
        last = end / _ENDS * _GROWTH
        yield [1.0] * before + [1 + (last - 1) * week / now for week in range(1, now + 1)]


def _waves(weeks: int) -> Iterator[list[float]]:
    """Yield yearly waves of every height up to the greatest and every time of the year."""
    turns = [2 * pi * week * 7 / _DAYS for week in range(weeks)]
    for height in range(1, _AMPLITUDES + 1):
        amplitude = height / _AMPLITUDES * log(_SWING) / 2
        for phase in range(_PHASES):
            yield [exp(amplitude * cos(turn - 2 * pi * phase / _PHASES)) for turn in turns]


def _likely(counts: Sequence[int], rates: Sequence[float]) -> float:
    """Return the log likelihood of counts, given their sum, by rates of any unit."""
    whole = sum(rates)
    return sum(count * log(rate / whole) for count, rate in zip(counts, rates, strict=True) if count)


def _longer(record: Sequence[Told], panel: Panel) -> Panel | None:
    """Return the panel with as many whole years before both periods as the same sources reported throughout.

    Its `before` are those years, its `now` both periods together.
    """
    found: Panel | None = None
    begins = first_day(record)
    for years in range(_MOST_YEARS):
        later = Weeks(last=panel.weeks.last, now=panel.weeks.total + years * _YEAR, before=_YEAR)
        if begins is None or begins >= later.start(1):
            break
        sources = panel_of(record, later).sources & panel.sources
        if not sources or (found is not None and sources != found.sources):
            break
        weeks = Weeks(last=later.last, now=panel.weeks.total, before=(years + 1) * _YEAR)
        found = replace(panel, weeks=weeks, sources=sources)
    return found


def _counts(record: Sequence[Told], search: Search, panel: Panel) -> list[int]:
    counts = [0] * panel.weeks.total
    for one in record:
        day = one.happening.start
        number = None if day is None else panel.weeks.number(day)
        if number is None or one.happening.date_precision > _NEAR or not matches(search, one.happening):
            continue
        counts[number] += panel.voice(one) is not None
    return counts


def _fitted(counts: Sequence[int], weeks: Cut, turn: int) -> Ratio:
    """Fit a generalised linear model: a level for each year, the wave, Ramadan, and a step at the turn, which is left.

    Weeks are Poisson, their errors scaled by how much they vary beyond chance.
    """
    try:
        import numpy as np
        from statsmodels.genmod.families import Poisson
        from statsmodels.genmod.generalized_linear_model import GLM
    except ImportError:
        raise MissingPackageError("A season", package="statsmodels", extra="trends") from None
    starts = [weeks.start(number) for number in range(len(counts))]
    angles = np.array([angle(start + timedelta(days=3)) for start in starts])
    step = np.arange(len(counts)) >= turn
    years = np.minimum(np.arange(len(counts)) // _YEAR, weeks.before // _YEAR)
    fasts = np.array([fasting(start) for start in starts])
    columns = [step, *(years == year for year in np.unique(years)), np.sin(angles), np.cos(angles)]
    if fasts[: weeks.before].any() and fasts[weeks.before :].any():
        columns.append(fasts)
    found = GLM(np.asarray(counts), np.column_stack(columns).astype(float), family=Poisson()).fit(scale="X2")
    spread = student(LEVEL, found.df_resid) * float(found.bse[0]) * max(1.0, found.scale**-0.5)
    left = float(found.params[0])
    return Ratio(
        ratio=exp(left), low=exp(left - spread), high=exp(left + spread), model="season taken out",
        dispersion=max(0.0, float(found.scale) - 1) / (sum(counts) / len(counts)),
    )  # fmt: skip
