"""How many are on none of several lists: log-linear models of who tells what, weighed, with profile intervals.

A cell is a set of lists that hold an incident; the empty one is not seen. A model has a rate for each list and, for
some pairs of lists, a factor by which one makes the other more or less likely. Every set of pairs is a model; they are
weighed by BIC. The interval is that of model-averaged tail areas (Fletcher and Turek 2012) over profile likelihoods.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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

    `chance` is how often data of this model would lie as far from it as these do; None where it has no freedom left.
    """

    pairs: tuple[tuple[int, int], ...]
    weight: float
    number: float
    chance: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Averaged:
    """All that happened, seen or not, and its 95 % interval; `high` is None where the data set no upper end."""

    number: float
    low: float
    high: float | None
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
    found: list[tuple[_Fitted, float, float | None]] = []
    for pairs in _models(width):
        fitted = _fit(cells, counts, pairs)
        if fitted is None:
            continue
        freedom = len(cells) - 1 - width - len(pairs)
        chance = float(gammaincc(freedom / 2, fitted.deviance / 2)) if freedom else None
        found.append((fitted, fitted.deviance + (1 + width + len(pairs)) * log(counts.sum()), chance))
    if not found:
        return None
    best = min(score for _, score, _ in found)
    raw = [(fitted, exp((best - score) / 2), chance) for fitted, score, chance in found]
    total = sum(weight for _, weight, _ in raw)
    kept = [(fitted, weight / total, chance) for fitted, weight, chance in raw if weight / total >= _NEGLIGIBLE]
    total = sum(weight for _, weight, _ in kept)
    models = [
        Model(pairs=fitted.pairs, weight=weight / total, number=float(counts.sum()) + fitted.unseen, chance=chance)
        for fitted, weight, chance in kept
    ]
    models.sort(key=lambda model: -model.weight)
    low, high = _interval(counts, [(fitted.profile, weight / total) for fitted, weight, _ in kept])
    return Averaged(
        number=sum(model.weight * model.number for model in models), low=low, high=high, models=tuple(models)
    )


def _models(width: int) -> Sequence[tuple[tuple[int, int], ...]]:
    pairs = list(combinations(range(width), 2))
    return [some for number in range(len(pairs) + 1) for some in combinations(pairs, number)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fitted:
    pairs: tuple[tuple[int, int], ...]
    unseen: float
    deviance: float
    profile: Callable[[float], float]
    """Log likelihood, at its best, were so many unseen."""


def _fit(cells: Sequence[Cell], counts: Any, pairs: tuple[tuple[int, int], ...]) -> _Fitted | None:
    """Fit one model to the cells that are seen; None where it has no finite answer."""
    import numpy as np

    design = np.array(
        [[1.0, *map(float, cell), *(float(cell[left] and cell[right]) for left, right in pairs)] for cell in cells]
    )
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

    return _Fitted(pairs=pairs, unseen=unseen, deviance=2 * float(parts.sum()), profile=profile)


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
