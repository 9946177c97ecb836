"""What begins at a turn may come at once or week by week: is it growth, and is it more than a season would be?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import cos, exp, log, pi, sqrt

from marsad.trends.rates import HEAVY, Ratio, dispersion_of, student

__all__ = ["GROWN", "SWING", "as_by_a_season", "grown"]

GROWN = 0.96
"""Level of the interval of growth: a second look, so it asks for more than the first one of 95 %."""
SWING = 1.5
"""How many times as many at its height as half a year before a season has that nobody has seen yet."""

_DAYS = 365.2425
_ENDS = 90
_STEEPEST = 9.0
_LEAST, _MOST, _CHANGES = 1.2, 4.0, 8
_AMPLITUDES = 6
_PHASES = 36
_GROWTH = 2 / 3
"""How likely a change comes week by week rather than at once, before the weeks are looked at."""
_LIKELIER = 1.0
"""By how much, on the log scale, weeks must be likelier by a change than by a season: e times."""
_NORMAL = 1e9


def grown(now: Sequence[int], before: Sequence[int], *, earlier: Sequence[Sequence[int]] = ()) -> Ratio | None:
    """Compare weeks with those before them as what grew, or shrank, since the turn: the last week counts most.

    By how much weeks vary beyond chance is asked about a line from the turn on, so that growth itself is no such
    variation; weeks of `earlier` periods tell of that, too. None where there is nothing on one side.
    """
    if not sum(now) or not sum(before):
        return None
    whole = sum(now) + sum(before)
    counts = [*before, *now]
    line = max(_lines(len(before), len(now)), key=lambda rates: _likely(counts, rates))
    means = [rate * whole / sum(line) for rate in line]
    weights = [2 * week / (len(now) * (len(now) + 1)) for week in range(1, len(now) + 1)]
    free = len(counts) - 2 + sum(len(weeks) - 1 for weeks in earlier)
    others = [(week, sum(weeks) / len(weeks)) for weeks in earlier for week in weeks]
    dispersion = dispersion_of([*zip(counts, means, strict=True), *others], free)
    later = means[len(before) :]
    weighed = sum(weight * mean for weight, mean in zip(weights, later, strict=True))
    varied = sum(
        weight * weight * (mean + dispersion * mean * mean) for weight, mean in zip(weights, later, strict=True)
    )
    spread = student(GROWN, free / (1 + HEAVY * dispersion) if dispersion else _NORMAL) * sqrt(
        varied / weighed**2 + 1 / sum(before) + dispersion / len(before)
    )
    ratio = sum(weight * count for weight, count in zip(weights, now, strict=True)) * len(before) / sum(before)
    return Ratio(
        ratio=ratio, low=exp(log(ratio) - spread), high=exp(log(ratio) + spread), model="growth", dispersion=dispersion
    )


def as_by_a_season(now: Sequence[int], before: Sequence[int]) -> bool:
    """Say whether a yearly wave makes the weeks of both periods nearly as likely as a change that begins between them.

    It is asked where no earlier year shows a season. Then any wave up to a swing of half as many again is held for
    possible: it has come gradually in the weeks before, which a step, or what grows since the turn, has not. Weighed
    are the mean likelihoods of both, over steps and growths of every size and over waves of every height and phase.
    """
    counts = [*before, *now]
    up = sum(now) * len(before) >= sum(before) * len(now)
    begun = (1 - _GROWTH) * _mean(counts, _begun(len(before), len(now), up=up, growing=False))
    begun += _GROWTH * _mean(counts, _begun(len(before), len(now), up=up, growing=True))
    return log(begun) - log(_mean(counts, _waves(len(counts)))) < _LIKELIER


def _lines(before: int, now: int) -> Iterator[list[float]]:
    """Yield rates that grow, or shrink, by as much each week from the turn on, to many ends."""
    for end in range(1, _ENDS + 1):
        yield _from_the_turn(before, now, end / _ENDS * _STEEPEST, growing=True)


def _begun(before: int, now: int, *, up: bool, growing: bool) -> Iterator[list[float]]:
    """Yield rates that are others from the turn on, at once or week by week, by a fifth up to four times."""
    for number in range(_CHANGES):
        end = exp(log(_LEAST) + (log(_MOST) - log(_LEAST)) * number / (_CHANGES - 1))
        yield _from_the_turn(before, now, end if up else 1 / end, growing=growing)


def _from_the_turn(before: int, now: int, end: float, *, growing: bool) -> list[float]:
    return [1.0] * before + [1 + (end - 1) * (week / now if growing else 1) for week in range(1, now + 1)]


def _waves(weeks: int) -> Iterator[list[float]]:
    """Yield yearly waves of every height up to the greatest and every time of the year."""
    turns = [2 * pi * week * 7 / _DAYS for week in range(weeks)]
    for height in range(1, _AMPLITUDES + 1):
        amplitude = height / _AMPLITUDES * log(SWING) / 2
        for phase in range(_PHASES):
            yield [exp(amplitude * cos(turn - 2 * pi * phase / _PHASES)) for turn in turns]


def _mean(counts: Sequence[int], shapes: Iterable[list[float]]) -> float:
    """Return the mean likelihood by several shapes, as many times that by even weeks."""
    even = _likely(counts, [1.0] * len(counts))
    likely = [exp(min(_likely(counts, rates) - even, 700.0)) for rates in shapes]
    return sum(likely) / len(likely)


def _likely(counts: Sequence[int], rates: Sequence[float]) -> float:
    """Return the log likelihood of counts, given their sum, by rates of any unit."""
    whole = sum(rates)
    return sum(count * log(rate / whole) for count, rate in zip(counts, rates, strict=True) if count)
