"""What training leaves: the weights to ship, and for each fold the weights that never saw its reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf
from pathlib import Path
from typing import Any

import numpy as np

from evaluation.train.folds import FOLDS, fold_of
from marsad.lexicon.load import RESOURCES
from marsad.lexicon.weights import Weights

__all__ = ["DIGITS", "STOP", "Fitted", "card", "largest", "smallest", "weights_of"]

DIGITS = 4

_NEAR_BEST = 0.003  # what a smaller model may lose of its figure

STOP: dict[str, Any] = {"maxiter": 300, "maxcor": 20, "ftol": 1e-7, "gtol": 1e-4}
"""When the search for weights is over, for scipy's L-BFGS-B."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A trained model. `held_out` are scores of the rows by the weights of the folds that lack them."""

    weights: Weights
    folds: tuple[Weights, ...]
    held_out: tuple[float, ...]
    figures: dict[str, Any]

    def unseen(self, report_id: str) -> Weights:
        """Return the weights that were trained without this report."""
        return self.folds[fold_of(report_id)]

    def write(self, folder: Path = RESOURCES / "models") -> Path:
        """Write the weights that ship as `<name>.json`."""
        file = folder / f"{self.weights.name}.json"
        self.weights.write(file)
        return file


def card(data: str, on: date, rows: int, reports: int, figures: dict[str, Any]) -> dict[str, Any]:
    """Return the card that ships inside a model: what it was learned from, when, and how well it did."""
    return {
        "data": data,
        "date": on.isoformat(),
        "rows": rows,
        "reports": reports,
        "cross_validation": {"folds": FOLDS, "by": "report", **figures},
    }


def largest(values: Any, data: Any, keep: int | None) -> Any:
    """Return the columns of the `keep` weights that move the most rows, in order of column.

    A weight counts by its size times the root of how often its feature stands.
    """
    columns = np.flatnonzero(values)
    if keep is None or len(columns) <= keep:
        return columns
    often = np.sqrt(np.asarray(abs(data).sum(axis=0)).ravel()[columns])
    order = np.lexsort((columns, -np.abs(values[columns]) * often))
    return np.sort(columns[order[:keep]])


def smallest(figures: Mapping[int | None, float]) -> int | None:
    """Return the smallest size whose figure is next to the best; None, which keeps every weight, is the largest."""
    near = [size for size, figure in figures.items() if figure >= max(figures.values()) - _NEAR_BEST]
    return min(near, key=lambda size: inf if size is None else size)


def weights_of(name: str, kind: str, names: Sequence[str], values: Any, bias: float, about: dict[str, Any]) -> Weights:
    """Return rounded weights by feature; what rounds to nought is left out."""
    rounded = {feature: round(float(value), DIGITS) for feature, value in zip(names, values, strict=True)}
    return Weights(
        name=name,
        kind=kind,
        weights={feature: weight for feature, weight in sorted(rounded.items()) if weight},
        bias=round(float(bias), DIGITS),
        card=about,
    )
