"""Learn a yes-or-no decision: sparse logistic regression, with figures from reports it has not seen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit
from sklearn.metrics import average_precision_score, precision_recall_curve, roc_auc_score

from evaluation.train.fitted import Fitted, card, largest, weights_of
from evaluation.train.folds import FOLDS, deal, matrix, vocabulary
from marsad.lexicon.weights import Features

__all__ = ["Row", "fit_binary"]

_NEAR_BEST = 0.003  # average precision that a smaller model may lose


class Row(NamedTuple):
    """One case: its features, the answer, the report it stands in, and how much it counts."""

    features: Features
    answer: bool
    group_id: str
    weight: float = 1.0


def _fit(data: Any, answers: Any, counts: Any, strength: float) -> Any:
    """Return (weights..., bias) of least logistic loss plus |weights|^2 / (2 strength)."""
    sign = np.where(answers, 1.0, -1.0)

    def loss(point: Any) -> tuple[float, Any]:
        weights, bias = point[:-1], point[-1]
        margin = sign * (data @ weights + bias)
        value = float(counts @ np.logaddexp(0, -margin)) + weights @ weights / (2 * strength)
        slope = -sign * counts * expit(-margin)
        return value, np.append(data.T @ slope + weights / strength, slope.sum())

    start = np.zeros(data.shape[1] + 1)
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300, "maxcor": 20}).x


def _fit_kept(data: Any, answers: Any, counts: Any, strength: float, keep: int | None) -> tuple[Any, Any, float]:
    """Return (columns, weights, bias), fitted again on the columns kept when some are dropped."""
    point = _fit(data, answers, counts, strength)
    columns = largest(point[:-1], data, keep)
    if len(columns) < np.count_nonzero(point[:-1]):
        point = _fit(data[:, columns], answers, counts, strength)
        return columns, point[:-1], float(point[-1])
    return columns, point[:-1][columns], float(point[-1])


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
    values = matrix([row.features for row in rows], names)
    answers = np.array([row.answer for row in rows], dtype=bool)
    counts = np.array([row.weight for row in rows], dtype=np.float64)
    folds = deal(groups)

    def held_out(strength: float, size: int | None) -> tuple[Any, list[tuple[Any, Any, float]]]:
        scores, fits = np.zeros(len(rows)), []
        for fold in range(FOLDS):
            seen = folds != fold
            columns, weights, bias = _fit_kept(values[seen], answers[seen], counts[seen], strength, size)
            scores[~seen] = values[~seen][:, columns] @ weights + bias
            fits.append((columns, weights, bias))
        return scores, fits

    def precision(scores: Any) -> float:
        return float(average_precision_score(answers, scores))

    by_strength = {strength: held_out(strength, None) for strength in strengths}
    strength = max(strengths, key=lambda strength: precision(by_strength[strength][0]))
    runs = {size: held_out(strength, size) if size else by_strength[strength] for size in keep}
    best = max(precision(scores) for scores, _ in runs.values())
    size = min(
        (size for size in runs if precision(runs[size][0]) >= best - _NEAR_BEST),
        key=lambda size: len(names) if size is None else size,
    )
    scores, fits = runs[size]
    figures = {
        "C": strength,
        "positive": round(float(answers.mean()), 4),
        **_figures(answers, scores),
        "average_precision_by_C": {str(each): round(precision(by_strength[each][0]), 4) for each in strengths},
        "average_precision_by_size": {str(each): round(precision(runs[each][0]), 4) for each in keep},
    }
    about = card(data, on, len(rows), len(set(groups)), figures)
    columns, weights, bias = _fit_kept(values, answers, counts, strength, size)

    def named(columns: Any, weights: Any, bias: float) -> Any:
        return weights_of(name, "binary", [names[column] for column in columns], weights, bias, about)

    return Fitted(
        weights=named(columns, weights, bias),
        folds=tuple(named(*fit) for fit in fits),
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
