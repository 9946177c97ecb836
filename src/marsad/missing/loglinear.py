"""How many are on none of several lists: log-linear models of who tells what, weighed, with profile intervals.

A cell is a set of lists that hold an incident; the empty one is not seen. A model has a rate for each list and, for
some pairs of lists, a factor by which one makes the other more or less likely. Every set of pairs is a model. So is a
set of one pair at most with a factor that all pairs share, where it makes them likelier: that is what it looks like
when all sources tell some incidents more readily than others (Darroch and others 1993). All are weighed by BIC. The
interval is that of model-averaged tail areas (Fletcher and Turek 2012) over profile likelihoods.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from math import erf, exp, lgamma, log, sqrt
from typing import Any

from marsad.errors import MissingPackageError

__all__ = ["Averaged", "Model", "averaged"]

Cell = tuple[bool, ...]

_TAIL = 0.025
_NEGLIGIBLE = 0.01
"""Weight below which a model has no say."""
_FARTHEST = 100.0
"""Times the number seen beyond which nothing unseen is looked for."""
_STEPS = 60
_CLOSE = 1e-8


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """One set of pairs of lists that depend on each other: its weight, its estimate of all, and how well it fits.

    `uneven` is whether some incidents are told more readily than others. `chance` is how often data of this model would
    lie as far from it as these do; None where it has no freedom left.
    """

    pairs: tuple[tuple[int, int], ...]
    uneven: bool
    weight: float
    number: float
    chance: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Averaged:
    """All that happened, seen or not, and its 95 % interval; `high` is None where the data set no upper end.

    `even` is how often data as uneven as these would come about, were all incidents told as readily; None where that
    cannot be tested.
    """

    number: float
    low: float
    high: float | None
    even: float | None
    models: tuple[Model, ...]


def averaged(seen: Mapping[Cell, int]) -> Averaged | None:
    """Estimate from how many incidents are on which lists; None where no model can be fitted.

    Raises SettingsError without numpy and scipy.
    """
    try:
        import numpy as np
        from scipy.special import gammaincc
    except ImportError:
        raise MissingPackageError("The estimate", package="scipy", extra="trends") from None
    width = len(next(iter(seen)))
    cells = [cell for cell in product((False, True), repeat=width) if any(cell)]
    counts = np.array([float(seen.get(cell, 0)) for cell in cells])
    found: list[_Fitted] = []
    for pairs, uneven in _models(width):
        fitted = _fit(cells, counts, pairs, uneven=uneven)
        if fitted is not None and (not uneven or fitted.shared > 0):
            found.append(fitted)
    if not found:
        return None
    best = min(fitted.score for fitted in found)
    raw = [(fitted, exp((best - fitted.score) / 2)) for fitted in found]
    total = sum(weight for _, weight in raw)
    kept = [(fitted, weight / total) for fitted, weight in raw if weight / total >= _NEGLIGIBLE]
    total = sum(weight for _, weight in kept)
    models = [
        Model(
            pairs=fitted.pairs,
            uneven=fitted.uneven,
            weight=weight / total,
            number=float(counts.sum()) + fitted.unseen,
            chance=float(gammaincc(fitted.freedom / 2, fitted.deviance / 2)) if fitted.freedom else None,
        )
        for fitted, weight in kept
    ]
    models.sort(key=lambda model: -model.weight)
    low, high = _interval(counts, [(fitted.profile, weight / total) for fitted, weight in kept])
    return Averaged(
        number=sum(model.weight * model.number for model in models), low=low, high=high,
        even=_even(cells, counts, found), models=tuple(models),
    )  # fmt: skip


def _models(width: int) -> Iterator[tuple[tuple[tuple[int, int], ...], bool]]:
    """Yield pairs that depend on each other, and whether incidents are told unevenly."""
    pairs = list(combinations(range(width), 2))
    for number in range(len(pairs) + 1):
        for some in combinations(pairs, number):
            yield some, False
            if number <= 1:
                yield some, True


def _even(cells: Sequence[Cell], counts: Any, found: Sequence[_Fitted]) -> float | None:
    """Test the factor that all pairs share, beside the pairs that fit best without it, for being more than 1."""
    best = min(
        (fitted for fitted in found if not fitted.uneven and fitted.freedom > 1),
        key=lambda fitted: fitted.score,
        default=None,
    )
    more = None if best is None else _fit(cells, counts, best.pairs, uneven=True)
    if best is None or more is None:
        return None
    distance = sqrt(max(0.0, best.deviance - more.deviance))
    return (1 - erf((distance if more.shared > 0 else -distance) / sqrt(2))) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fitted:
    pairs: tuple[tuple[int, int], ...]
    uneven: bool
    shared: float
    """Logarithm of the factor that all pairs share; 0 in a model without it."""
    unseen: float
    deviance: float
    freedom: int
    score: float
    """By BIC, less what all models share."""
    profile: Callable[[float], float]
    """Log likelihood, at its best, were so many unseen."""


def _fit(cells: Sequence[Cell], counts: Any, pairs: tuple[tuple[int, int], ...], *, uneven: bool) -> _Fitted | None:
    """Fit one model to the cells that are seen; None where it has no finite answer."""
    import numpy as np

    design = np.array([_row(cell, pairs, uneven=uneven) for cell in cells])
    if ((design.T @ counts) <= 0).any():
        return None  # a list that is empty, or two that depend on each other and never meet
    means = _means(design, counts)
    if means is None:
        return None
    coefficients, *_ = np.linalg.lstsq(design, np.log(means), rcond=None)
    unseen = exp(min(float(coefficients[0]), 700.0))
    if unseen > _FARTHEST * counts.sum():
        return None
    with np.errstate(divide="ignore", invalid="ignore"):
        parts = np.where(counts > 0, counts * np.log(counts / means), 0.0)
    whole = np.vstack((design, [1.0, *(0.0,) * (design.shape[1] - 1)]))

    def profile(missing: float) -> float:
        table = np.append(counts, missing)
        expected = _means(whole, table)
        if expected is None:
            return float("-inf")
        number = table.sum()
        shares = np.log(np.maximum(expected / number, 1e-300))
        return lgamma(number + 1) - lgamma(missing + 1) + float(table @ shares)

    deviance, width = 2 * float(parts.sum()), design.shape[1]
    return _Fitted(
        pairs=pairs, uneven=uneven, shared=float(coefficients[-1]) if uneven else 0.0, unseen=unseen,
        deviance=deviance, freedom=len(cells) - width, score=deviance + width * log(counts.sum()), profile=profile,
    )  # fmt: skip


def _row(cell: Cell, pairs: tuple[tuple[int, int], ...], *, uneven: bool) -> list[float]:
    """Return what a model knows of a cell; of one on k lists k(k - 1)/2 pairs share a factor."""
    on = sum(cell)
    shared = [on * (on - 1) / 2] if uneven else []
    return [1.0, *map(float, cell), *(float(cell[left] and cell[right]) for left, right in pairs), *shared]


def _means(design: Any, counts: Any) -> Any:
    """Return the means of a Poisson log-linear model by Newton's method; None where it does not settle."""
    import numpy as np

    linear = np.log(counts + 0.5)
    means = np.exp(linear)
    before = np.inf
    for _ in range(_STEPS):
        weighted = design * means[:, None]
        try:
            found = np.linalg.solve(design.T @ weighted, weighted.T @ (linear + (counts - means) / means))
        except np.linalg.LinAlgError:
            return None
        linear = np.clip(design @ found, -30.0, 30.0)
        means = np.exp(linear)
        now = float(counts @ linear - means.sum())
        if abs(now - before) < _CLOSE * (1 + abs(now)):
            return means
        before = now
    return None


def _interval(counts: Any, models: Sequence[tuple[Callable[[float], float], float]]) -> tuple[float, float | None]:
    """Return the numbers below and above which the models together leave a tail of 2.5 %."""
    from scipy.optimize import minimize_scalar

    number = float(counts.sum())
    farthest = log(_FARTHEST * number)
    tops = []
    for profile, weight in models:
        best = minimize_scalar(lambda at, told=profile: -told(exp(at)), bounds=(-3.0, farthest), method="bounded")
        tops.append((profile, weight, float(best.x), -float(best.fun)))

    def tail(at: float, *, above: bool) -> float:
        """Return the chance that more (or less) than the unseen number exp(at) is as likely as what was seen."""
        total = 0.0
        for profile, weight, top, height in tops:
            distance = sqrt(max(0.0, 2 * (height - profile(exp(at)))))
            below = (1 + erf((distance if at < top else -distance) / sqrt(2))) / 2
            total += weight * (below if above else 1 - below)
        return total

    low = _cross(lambda at: tail(at, above=False), -3.0, max(top for *_, top, _ in tops))
    high = _cross(lambda at: tail(at, above=True), farthest, min(top for *_, top, _ in tops))
    return (
        number if low is None else number + exp(low),
        None if high is None else number + exp(high),
    )


def _cross(tail: Callable[[float], float], outside: float, inside: float) -> float | None:
    """Return where a tail is 2.5 % between a place far outside and one inside; None when it is more everywhere."""
    if tail(outside) > _TAIL:
        return None
    for _ in range(40):
        middle = (outside + inside) / 2
        outside, inside = (middle, inside) if tail(middle) <= _TAIL else (outside, middle)
    return (outside + inside) / 2
