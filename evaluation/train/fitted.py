"""What training leaves: the weights to ship, and for each fold the weights that never saw its reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from folds import FOLDS, fold_of

from marsad.lexicon.load import RESOURCES
from marsad.lexicon.weights import Weights

__all__ = ["DIGITS", "Fitted", "largest", "weights_of"]

DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A trained model. `held_out` are scores of the rows by the weights of the folds that lack them."""

    weights: Weights
    folds: tuple[Weights, ...]
    held_out: tuple[float, ...]
    figures: dict[str, Any]
    rows: int
    reports: int

    def unseen(self, report_id: str) -> Weights:
        """Return the weights that were trained without this report."""
        return self.folds[fold_of(report_id)]

    def write(self, name: str, *, data: str, on: date, folder: Path = RESOURCES / "models") -> Path:
        """Write `<name>.json`: the weights that ship, and a card with data, date and figures on unseen reports."""
        card = {
            "data": data,
            "date": on.isoformat(),
            "rows": self.rows,
            "reports": self.reports,
            "cross_validation": {"folds": FOLDS, "by": "report", **self.figures},
        }
        file = folder / f"{name}.json"
        replace(self.weights, name=name, card=card).write(file)
        return file


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


def weights_of(kind: str, names: Sequence[str], values: Any, bias: float) -> Weights:
    """Return rounded weights by feature; what rounds to nought is left out."""
    rounded = {feature: round(float(value), DIGITS) for feature, value in zip(names, values, strict=True)}
    return Weights(
        name="",
        kind=kind,
        weights={feature: weight for feature, weight in sorted(rounded.items()) if weight},
        bias=round(float(bias), DIGITS),
    )
