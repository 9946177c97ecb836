"""Learn a choice among candidates: conditional logit, the softmax over the candidates of one choice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize

from evaluation.train.fitted import STOP, Fitted, card, largest, smallest, weights_of
from evaluation.train.folds import FOLDS, deal, matrix, vocabulary
from marsad.lexicon.weights import Features

__all__ = ["Group", "fit_ranker"]


class Group(NamedTuple):
    """One choice: the report it stands in, and its candidates, each with whether it is right.

    Several may be right; a choice without a right candidate teaches nothing and counts as wrong. Where
    "none of them" may be right, it is a candidate with features of its own.
    """

    group_id: str
    candidates: Sequence[tuple[Features, bool]]


class _Choices:
    """Candidates of many choices as one matrix, with where each choice starts."""

    def __init__(self, values: Any, right: Any, sizes: Any) -> None:
        self.values, self.right, self.sizes = values, right, sizes
        self.starts = np.concatenate(([0], np.cumsum(sizes)[:-1])).astype(np.int64)

    def pick(self, wanted: Any) -> _Choices:
        rows = np.repeat(wanted, self.sizes)
        return _Choices(self.values[rows], self.right[rows], self.sizes[wanted])

    def narrow(self, columns: Any) -> _Choices:
        return _Choices(self.values[:, columns], self.right, self.sizes)

    def answerable(self) -> Any:
        return np.maximum.reduceat(self.right, self.starts) > 0

    def first_right(self, scores: Any) -> Any:
        """Say of each choice whether its highest-scored candidate (the earlier of equals) is right."""
        picked = [
            int(start + np.argmax(scores[start : start + size]))
            for start, size in zip(self.starts, self.sizes, strict=True)
        ]
        return self.right[picked] > 0


def _fit(choices: _Choices, strength: float, start: Any = None) -> Any:
    """Return the weights of least -log P(right) plus |weights|^2 / (2 strength); `start` saves steps."""
    values, right, starts, sizes = choices.values, choices.right, choices.starts, choices.sizes

    def softmax_and_log(scores: Any) -> tuple[Any, Any]:
        top = np.maximum.reduceat(scores, starts)
        shares = np.exp(scores - np.repeat(top, sizes))
        total = np.add.reduceat(shares, starts)
        return shares / np.repeat(total, sizes), np.log(total) + top

    def loss(weights: Any) -> tuple[float, Any]:
        scores = values @ weights
        shares, norm = softmax_and_log(scores)
        kept, kept_norm = softmax_and_log(np.where(right > 0, scores, -1e9))
        value = float((norm - kept_norm).sum()) + weights @ weights / (2 * strength)
        return value, values.T @ (shares - kept) + weights / strength

    start = np.zeros(values.shape[1]) if start is None else start
    return minimize(loss, start, jac=True, method="L-BFGS-B", options=STOP).x


def _path(choices: _Choices, strengths: Sequence[float]) -> dict[float, Any]:
    """Return the weights at each strength, each fit starting from the one before."""
    path: dict[float, Any] = {}
    start = None
    for strength in sorted(strengths):
        start = path[strength] = _fit(choices, strength, start)
    return path


def _narrowed(choices: _Choices, weights: Any, strength: float, keep: int | None) -> tuple[Any, Any]:
    """Return (columns, weights), fitted again on the columns kept when some are dropped."""
    columns = largest(weights, choices.values, keep)
    if len(columns) < np.count_nonzero(weights):
        return columns, _fit(choices.narrow(columns), strength, weights[columns])
    return columns, weights[columns]


def fit_ranker(
    groups: Sequence[Group],
    *,
    name: str,
    data: str,
    on: date,
    strengths: Sequence[float] = (0.01, 0.03, 0.1, 0.3, 1.0),
    min_count: int = 2,
    keep: Sequence[int | None] = (None,),
) -> Fitted:
    """Learn from choices; reports are kept whole in the folds.

    The strength with the best accuracy is taken, then the smallest size of `keep` that loses next to nothing.
    Accuracy is the share of choices whose first candidate is right, among those that have a right one.
    """
    groups = [group for group in groups if group.candidates]
    rows = [features for group in groups for features, _ in group.candidates]
    owners = [group.group_id for group in groups for _ in group.candidates]
    names = vocabulary(rows, owners, min_count)
    choices = _Choices(
        matrix(rows, names),
        np.array([right for group in groups for _, right in group.candidates], dtype=np.int8),
        np.array([len(group.candidates) for group in groups]),
    )
    folds = deal([group.group_id for group in groups])
    answerable = choices.answerable()

    def held_out(fits: Sequence[tuple[Any, Any]]) -> Any:
        scores = np.zeros(len(rows))
        for fold, (columns, weights) in enumerate(fits):
            unseen = np.repeat(folds == fold, choices.sizes)
            scores[unseen] = choices.values[unseen][:, columns] @ weights
        return scores

    def accuracy(scores: Any) -> float:
        return float(choices.first_right(scores)[answerable].mean())

    learning = [choices.pick((folds != fold) & answerable) for fold in range(FOLDS)]
    paths = [_path(seen, strengths) for seen in learning]
    every = np.arange(len(names))
    by_strength = {each: accuracy(held_out([(every, path[each]) for path in paths])) for each in strengths}
    strength = max(strengths, key=lambda each: by_strength[each])
    fits = {
        size: [_narrowed(seen, path[strength], strength, size) for seen, path in zip(learning, paths, strict=True)]
        for size in keep
    }
    by_size = {size: accuracy(held_out(fits[size])) for size in keep}
    size = smallest(by_size)
    scores = held_out(fits[size])
    figures = {
        "C": strength,
        "accuracy": round(accuracy(scores), 4),
        "accuracy_of_all": round(float(choices.first_right(scores).mean()), 4),
        "with_a_right_candidate": round(float(answerable.mean()), 4),
        "candidates": round(float(choices.sizes.mean()), 2),
        "first_candidate": round(accuracy(np.zeros(len(rows))), 4),
        "accuracy_by_C": {str(each): round(by_strength[each], 4) for each in strengths},
        "accuracy_by_size": {str(each): round(by_size[each], 4) for each in keep},
    }
    about = card(data, on, len(groups), len({group.group_id for group in groups}), figures)
    taught = choices.pick(answerable)
    columns, weights = _narrowed(taught, _path(taught, strengths)[strength], strength, size)

    def named(columns: Any, weights: Any) -> Any:
        return weights_of(name, "ranker", [names[column] for column in columns], weights, 0.0, about)

    return Fitted(
        weights=named(columns, weights),
        folds=tuple(named(*fit) for fit in fits[size]),
        held_out=tuple(scores.tolist()),
        figures=figures,
    )
