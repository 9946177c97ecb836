"""Rows of features as a sparse matrix, and reports dealt into folds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from marsad.lexicon.weights import Features

__all__ = ["CUT", "FOLDS", "deal", "fold_of", "matrix", "vocabulary"]

FOLDS = 5

CUT = "/"
"""Parts the id of a report from the place where a post was cut out of it."""


def fold_of(group_id: str) -> int:
    """Return a report's fold: by its id alone, so that every model trained deals the reports alike.

    Stages that learn from the output of others need that: what a report is coded with must not have seen it, nor a post
    cut from it ("dev-1/120" is dealt as "dev-1").
    """
    report_id = group_id.partition(CUT)[0]
    return int.from_bytes(hashlib.sha256(report_id.encode()).digest()[:8], "big") % FOLDS


def deal(groups: Sequence[str]) -> Any:
    """Return the fold of each row's report; every fold must hold a report."""
    folds = np.array([fold_of(group) for group in groups], dtype=np.int64)
    if len(set(folds.tolist())) < FOLDS:
        raise ValueError(f"Too few reports: {len(set(groups))} do not fill {FOLDS} folds.")
    return folds


def _items(features: Features) -> Iterable[tuple[str, float]]:
    return features.items() if isinstance(features, Mapping) else ((feature, 1.0) for feature in features)


def vocabulary(rows: Sequence[Features], groups: Sequence[str], min_count: int) -> list[str]:
    """Return the features that stand in at least `min_count` reports, sorted."""
    seen: dict[str, set[str]] = {}
    for features, group in zip(rows, groups, strict=True):
        for feature, _ in _items(features):
            seen.setdefault(feature, set()).add(group)
    return sorted(feature for feature, reports in seen.items() if len(reports) >= min_count)


def matrix(rows: Sequence[Features], names: Sequence[str]) -> Any:
    """Return the rows as a CSR matrix with a column for each of `names`; a feature named twice counts twice."""
    columns = {name: index for index, name in enumerate(names)}
    indices: list[int] = []
    values: list[float] = []
    borders = [0]
    for features in rows:
        for feature, value in _items(features):
            column = columns.get(feature)
            if column is not None:
                indices.append(column)
                values.append(value)
        borders.append(len(indices))
    made = csr_matrix(
        (np.array(values, dtype=np.float64), np.array(indices, dtype=np.int32), np.array(borders, dtype=np.int64)),
        shape=(len(rows), len(names)),
    )
    made.sum_duplicates()
    return made
