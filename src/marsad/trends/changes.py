"""When the rate changed: change points of weekly counts, by PELT with the likelihood of a Poisson count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from marsad.errors import MissingPackageError
from marsad.trends.rates import Ratio, rate_ratio

__all__ = ["Change", "changes"]

_SHORTEST = 3
"""Weeks of the shortest stretch."""
_FLAT, _LONG = 5.0, 2.0
"""What a change must gain in twice the log likelihood: so that at most five of a hundred steady series show one; see
docs/trends.md."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The week from which the rate was another: its number, the rates of the stretches before and after it, a week."""

    week: int
    before: float
    after: float
    ratio: Ratio


def changes(counts: Sequence[int]) -> tuple[Change, ...]:
    """Return the weeks at which the rate of a series changed, in order.

    The cost of a stretch is twice the negative log likelihood of one Poisson rate, divided by how much neighbouring
    weeks vary beyond chance. Raises SettingsError without ruptures.
    """
    if len(counts) < 2 * _SHORTEST or not sum(counts):
        return ()
    penalty = (_FLAT + _LONG * log(len(counts))) * _spread(counts)
    ends = _stretches(counts, penalty)
    starts = [0, *ends[:-1]]
    stretches = [counts[start:end] for start, end in zip(starts, ends, strict=True)]
    return tuple(
        Change(
            week=start,
            before=sum(before) / len(before),
            after=sum(after) / len(after),
            ratio=rate_ratio(after, before),
        )
        for start, before, after in zip(starts[1:], stretches, stretches[1:], strict=False)
    )


def _spread(counts: Sequence[int]) -> float:
    """Return by how much neighbouring weeks differ beyond Poisson chance, at least 1; a change adds little."""
    pairs = [(one, other) for one, other in pairwise(counts) if one + other]
    return max(1.0, sum((one - other) ** 2 / (one + other) for one, other in pairs) / max(len(pairs), 1))


def _stretches(counts: Sequence[int], penalty: float) -> list[int]:
    """Return where the stretches end, the end of the series last."""
    try:
        import numpy as np
        import ruptures
    except ImportError:
        raise MissingPackageError("A change point", package="ruptures", extra="trends") from None

    class PoissonCost(ruptures.base.BaseCost):  # type: ignore[misc]
        """Twice the negative log likelihood of one rate, less what no stretch changes."""

        model = "poisson"
        min_size = _SHORTEST

        def fit(self, signal: np.ndarray) -> PoissonCost:
            self.signal = signal
            self.sums = np.concatenate(([0.0], np.cumsum(signal)))
            return self

        def error(self, start: int, end: int) -> float:
            found = float(self.sums[end] - self.sums[start])
            return 2 * (found - found * log(found / (end - start))) if found else 0.0

    search = ruptures.Pelt(custom_cost=PoissonCost(), min_size=_SHORTEST, jump=1)
    ends: list[int] = search.fit(np.asarray(counts, dtype=float)).predict(pen=penalty)
    return ends
