"""Learn a yes-or-no decision: sparse logistic regression, with figures from reports it has not seen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit
from sklearn.metrics import average_precision_score, precision_recall_curve, roc_auc_score

from evaluation.train.fitted import STOP, Fitted, card, largest, smallest, weights_of
from evaluation.train.folds import FOLDS, deal, matrix, vocabulary
from marsad.lexicon.weights import Features

__all__ = ["Row", "fit_binary"]


class Row(NamedTuple):
    """One case: its features, the answer, the report it stands in, and how much it counts."""

    features: Features
    answer: bool
    group_id: str
    weight: float = 1.0


class _Cases(NamedTuple):
    """Rows as a matrix, their answers and how much each counts."""

    values: Any
    answers: Any
    counts: Any

    def pick(self, wanted: Any) -> _Cases:
        return _Cases(self.values[wanted], self.answers[wanted], self.counts[wanted])


def _fit(cases: _Cases, strength: float, start: Any = None) -> Any:
    """Return (weights..., bias) of least logistic loss plus |weights|^2 / (2 strength); `start` saves steps."""
    data, answers, counts = cases
    sign = np.where(answers, 1.0, -1.0)

    def loss(point: Any) -> tuple[float, Any]:
        weights, bias = point[:-1], point[-1]
        margin = sign * (data @ weights + bias)
        value = float(counts @ np.logaddexp(0, -margin)) + weights @ weights / (2 * strength)
        slope = -sign * counts * expit(-margin)
        return value, np.append(data.T @ slope + weights / strength, slope.sum())

    start = np.zeros(data.shape[1] + 1) if start is None else start
    return minimize(loss, start, jac=True, method="L-BFGS-B", options=STOP).x


def _path(cases: _Cases, strengths: Sequence[float]) -> dict[float, Any]:
    """Return the fit at each strength, each starting from the one before."""
    path: dict[float, Any] = {}
    start = None
    for strength in sorted(strengths):
        start = path[strength] = _fit(cases, strength, start)
    return path


def _narrowed(cases: _Cases, point: Any, strength: float, keep: int | None) -> tuple[Any, Any, float]:
    """Return (columns, weights, bias), fitted again on the columns kept when some are dropped."""
    columns = largest(point[:-1], cases.values, keep)
    kept = point[np.append(columns, len(point) - 1)]
    if len(columns) < np.count_nonzero(point[:-1]):
        kept = _fit(cases._replace(values=cases.values[:, columns]), strength, kept)
    return columns, kept[:-1], float(kept[-1])


def fit_binary(
    rows: Sequence[Row],
    *,
    name: str,
    data: str,
    on: date,
    strengths: Sequence[float] = (0.01, 0.03, 0.1, 0.3, 1.0),
    min_count: int = 2,
    keep: Sequence[int | None] = (None,),
) -> Fitted:
    """Learn from rows; reports are kept whole in the folds.

    The strength (sklearn's C) with the best average precision is taken, then the smallest size of `keep` that
    loses next to nothing. `data` and `on` go into the model's card.
    """
    groups = [row.group_id for row in rows]
    names = vocabulary([row.features for row in rows], groups, min_count)
    cases = _Cases(
        matrix([row.features for row in rows], names),
        np.array([row.answer for row in rows], dtype=bool),
        np.array([row.weight for row in rows], dtype=np.float64),
    )
    folds = deal(groups)

    def held_out(fits: Sequence[tuple[Any, Any, float]]) -> Any:
        scores = np.zeros(len(rows))
        for fold, (columns, weights, bias) in enumerate(fits):
            unseen = folds == fold
            scores[unseen] = cases.values[unseen][:, columns] @ weights + bias
        return scores

    def precision(scores: Any) -> float:
        return float(average_precision_score(cases.answers, scores))

    learning = [cases.pick(folds != fold) for fold in range(FOLDS)]
    paths = [_path(seen, strengths) for seen in learning]
    every = np.arange(len(names))
    by_strength = {
        each: precision(held_out([(every, path[each][:-1], path[each][-1]) for path in paths])) for each in strengths
    }
    strength = max(strengths, key=lambda each: by_strength[each])
    fits = {
        size: [_narrowed(seen, path[strength], strength, size) for seen, path in zip(learning, paths, strict=True)]
        for size in keep
    }
    by_size = {size: precision(held_out(fits[size])) for size in keep}
    size = smallest(by_size)
    scores = held_out(fits[size])
    figures = {
        "C": strength,
        "positive": round(float(cases.answers.mean()), 4),
        **_figures(cases.answers, scores),
        "average_precision_by_C": {str(each): round(by_strength[each], 4) for each in strengths},
        "average_precision_by_size": {str(each): round(by_size[each], 4) for each in keep},
    }
    about = card(data, on, len(rows), len(set(groups)), figures)
    columns, weights, bias = _narrowed(cases, _path(cases, strengths)[strength], strength, size)

    def named(columns: Any, weights: Any, bias: float) -> Any:
        return weights_of(name, "binary", [names[column] for column in columns], weights, bias, about)

    return Fitted(
        weights=named(columns, weights, bias),
        folds=tuple(named(*fit) for fit in fits[size]),
        held_out=tuple(scores.tolist()),
        figures=figures,
    )


def _figures(answers: Any, scores: Any) -> dict[str, Any]:
    """Return AP, AUC, F1 at even odds and at its best, and what a veto costs at high recall."""
    precisions, recalls, thresholds = precision_recall_curve(answers, scores)
    f1 = 2 * precisions * recalls / np.maximum(precisions + recalls, 1e-12)
    best = int(np.argmax(f1[:-1]))
    yes = scores > 0
    hit = int((yes & answers).sum())
    at_even = 2 * hit / max(1, int(yes.sum() + answers.sum()))
    figures: dict[str, Any] = {
        "average_precision": round(float(average_precision_score(answers, scores)), 4),
        "auc": round(float(roc_auc_score(answers, scores)), 4),
        "f1": round(at_even, 4),
        "best_f1": round(float(f1[best]), 4),
        "best_f1_at": round(float(thresholds[best]), 4),
    }
    for recall in (0.99, 0.95, 0.9):
        index = int(np.flatnonzero(recalls[:-1] >= recall)[-1])
        figures[f"at_recall_{recall}"] = {
            "score": round(float(thresholds[index]), 4),
            "precision": round(float(precisions[index]), 4),
            "dropped": round(float((scores < thresholds[index]).mean()), 4),
        }
    return figures
