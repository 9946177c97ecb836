"""How many times as many, with an interval: counts of weeks against counts of weeks before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, inf, log, sqrt

from marsad.errors import MissingPackageError

__all__ = ["HEAVY", "LEVEL", "Ratio", "dispersion_of", "rate_ratio", "student"]

LEVEL = 0.95
"""How often an interval is to hold the truth."""

_FAR = 1000
"""Beyond so many times as many an upper end says nothing."""
_LARGEST = 700.0
"""The logarithm beyond which a number is too large to be one."""
_PRECISE = 1e-9
HEAVY = 3.0
"""How much less a sample tells of a variance, by dispersion, than of a normal one's: half a gamma's excess kurtosis."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """Rate now by rate before, with an interval; `model` is the distribution that gave it.

    `dispersion` is by how much the counts of weeks vary beyond chance: variance = mean + dispersion × mean², 0 for
    Poisson. `ratio` and `high` are infinite when there was nothing before.
    """

    ratio: float
    low: float
    high: float
    model: str
    dispersion: float

    @property
    def shows(self) -> bool:
        """Whether the interval shows a change: it does not hold 1."""
        return not self.low <= 1 <= self.high

    @property
    def unbounded(self) -> bool:
        """Whether so little is known that the upper end says nothing: it may be a number of millions."""
        return self.high > _FAR


def rate_ratio(
    now: Sequence[int],
    before: Sequence[int],
    *,
    level: float = LEVEL,
    days: tuple[int, int] | None = None,
    earlier: Sequence[Sequence[int]] = (),
) -> Ratio:
    """Compare the counts of some weeks with those of others; `days` are those of `before` and `now`, if not of weeks.

    `earlier` are weeks of periods before both, which tell by how much weeks vary beyond chance, and nothing else.

    The Poisson interval is exact, given the sum of both, with half the probability of what was seen (mid-P). Where the
    weeks differ by more than chance, the interval is the wider of that one and the negative binomial one: its
    dispersion by the method of moments, its quantiles by Student's t, as weeks are few, with the fewer degrees of
    freedom the heavier the tails are. Raises SettingsError without scipy, and ValueError when there is nothing to
    compare.
    """
    if not sum(now) + sum(before):
        raise ValueError("There is nothing in either period.")
    length_before, length_now = days or (len(before), len(now))
    low, high = _exact(sum(now), sum(before), length_now, length_before, level)
    ratio = _by(sum(now) / length_now, sum(before) / length_before)
    periods = (now, before, *earlier)
    free = sum(len(weeks) - 1 for weeks in periods)
    means = [(weeks, sum(weeks) / len(weeks)) for weeks in periods]
    dispersion = dispersion_of([(week, mean) for weeks, mean in means for week in weeks], free)
    if dispersion <= 0 or not sum(now) or not sum(before):
        return Ratio(ratio=ratio, low=low, high=high, model="Poisson", dispersion=0.0)
    spread = student(level, free / (1 + HEAVY * dispersion)) * sqrt(
        1 / sum(now) + 1 / sum(before) + dispersion / len(now) + dispersion / len(before)
    )
    return Ratio(
        ratio=ratio,
        low=min(low, exp(log(ratio) - spread)),
        high=max(high, exp(log(ratio) + spread) if log(ratio) + spread < _LARGEST else inf),
        model="negative binomial",
        dispersion=dispersion,
    )


def _by(one: float, other: float) -> float:
    return one / other if other else inf


def _exact(now: int, before: int, length_now: int, length_before: int, level: float) -> tuple[float, float]:
    """Return the mid-P interval of the share of `now` in both, as a ratio of rates."""
    try:
        from scipy.optimize import brentq
        from scipy.special import bdtr
    except ImportError:
        raise MissingPackageError("An interval", package="scipy", extra="trends") from None
    both, tail = now + before, (1 - level) / 2

    def below(share: float) -> float:
        """Return the chance of less than what was seen, and half of that of what was seen."""
        return float(bdtr(now, both, share) + (bdtr(now - 1, both, share) if now else 0.0)) / 2

    low = brentq(lambda share: 1 - below(share) - tail, _PRECISE, 1 - _PRECISE) if now else 0.0
    high = brentq(lambda share: below(share) - tail, _PRECISE, 1 - _PRECISE) if before else 1.0
    return _odds(low) * length_before / length_now, _odds(high) * length_before / length_now


def _odds(share: float) -> float:
    return share / (1 - share) if share < 1 else inf


def student(level: float, freedom: float) -> float:
    """Return the quantile of Student's t within which a share of it lies, on both sides."""
    from scipy.special import stdtrit

    return float(stdtrit(max(freedom, 1), (1 + level) / 2))


def dispersion_of(weeks: Sequence[tuple[int, float]], freedom: int) -> float:
    """Return the dispersion with which Pearson's statistic is what it should be; 0 where that is none or less.

    `weeks` have the count and what was to be expected.
    """
    alike = Counter(weeks)  # of many weeks, most count what others do
    squares = [(number * (count - mean) ** 2, mean) for (count, mean), number in alike.items() if mean]

    def excess(dispersion: float) -> float:
        return sum(square / (mean + dispersion * mean * mean) for square, mean in squares) - freedom

    if not freedom or excess(0) <= 0:
        return 0.0
    least, most = 0.0, 1.0
    while excess(most) > 0:
        most *= 2
    for _ in range(60):
        middle = (least + most) / 2
        least, most = (middle, most) if excess(middle) > 0 else (least, middle)
    return most
