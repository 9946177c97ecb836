"""Learn what confidence means: how often events and fields that looked so were right, in reports never seen.

Drafts come from weights that had not seen their report, so that an answer is as sure of itself here as it will be
in a report of tomorrow. An event is right when it is found in the gold as the measures count; a field is asked
about in found events alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

from evaluation.train.fit import FOLDS, Fitted, Row, fit_binary, fold_of
from evaluation.train.fitted import DIGITS
from marsad.evaluate.agree import agree
from marsad.evaluate.calibration import Judged, binned, brier, calibration_error
from marsad.evaluate.pair import pair, similarity
from marsad.evaluate.places import SamePlace
from marsad.evaluate.records import EventRecord
from marsad.events.calibrate import event_row, field_rows
from marsad.events.draft import Draft
from marsad.frames import Context
from marsad.lexicon.weights import Weights
from marsad.model.event import KEY_FIELDS

__all__ = ["Drafted", "fit_calibration", "rows_of"]

_EVENT = "event"
_MEASURED_BY = {"date": "day"}
_IS_AN_EVENT = 0.0  # log-odds
_STRENGTH = 0.1  # least log loss of those tried on reports held out
_MIN_REPORTS = 10

Asked = tuple[str, Row]
"""What a probability is asked for, "event" or a field, and the case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """The drafts of one report, as records too, with the log-odds that each is an event; `weight` is what it counts."""

    report_id: str
    context: Context
    gold: Sequence[EventRecord]
    drafts: Sequence[Draft]
    records: Sequence[EventRecord]
    scores: Sequence[float]
    weight: float = 1.0


def rows_of(report: Drafted, same_place: SamePlace) -> Iterator[Asked]:
    """Yield a row for each draft, and one for each key field of those found."""
    found = _paired(report, [index for index, score in enumerate(report.scores) if score >= _IS_AN_EVENT], same_place)
    for index, (draft, score) in enumerate(zip(report.drafts, report.scores, strict=True)):
        if score >= _IS_AN_EVENT:
            right = index in found
        else:  # what a lower threshold would let in: this one, and all that are surer
            surer = [other for other, its in enumerate(report.scores) if its >= score]
            right = index in _paired(report, surer, same_place)
        yield _EVENT, Row(event_row(score), right, report.report_id, report.weight)
        if index in found:
            record, gold = report.records[index], report.gold[found[index]]
            agreement = agree(record, gold, same_place, report.context.document.source_text)
            for field, features in field_rows(report.context, draft, score):
                answer = agreement[_MEASURED_BY.get(field, field)]
                yield field, Row(features, answer, report.report_id, report.weight)


def _paired(report: Drafted, wanted: Sequence[int], same_place: SamePlace) -> dict[int, int]:
    """Return which gold event each of the wanted drafts stands for."""
    if not report.gold:
        return {}
    text = report.context.document.source_text
    table = [
        [
            similarity(report.records[index], gold, agree(report.records[index], gold, same_place, text))
            for gold in report.gold
        ]
        for index in wanted
    ]
    return {wanted[row]: column for row, column in pair(table, len(report.gold))}


def fit_calibration(reports: Iterable[Drafted], same_place: SamePlace, *, data: str, on: date) -> Fitted:
    """Fit one table for events and fields; its card tells the error that is left on reports held out."""
    asked = [item for report in reports for item in rows_of(report, same_place)]
    events = [row for name, row in asked if name == _EVENT]
    fields = [(name, row) for name, row in asked if name != _EVENT]
    fitted = fit_binary(
        [row for _, row in fields], name="calibration", data=data, on=on, strengths=(_STRENGTH,), min_count=_MIN_REPORTS
    )
    slopes = [_slopes([row for row in events if fold_of(row.group_id) != fold]) for fold in range(FOLDS)]
    judged: dict[str, list[Judged]] = {_EVENT: [], "draft": []}
    for row in events:
        slope, features = slopes[fold_of(row.group_id)], row.features
        assert isinstance(features, dict)
        score = sum(slope[name] * value for name, value in features.items())
        judged["draft"].append((float(expit(score)), row.answer))
        if score >= _IS_AN_EVENT:
            judged[_EVENT].append(judged["draft"][-1])
    for (name, row), score in zip(fields, fitted.held_out, strict=True):
        judged.setdefault(name, []).append((float(expit(score)), row.answer))
    figures = {name: _figures(items) for name, items in judged.items()}
    about = {**fitted.weights.card, "cross_validation": {"folds": FOLDS, "by": "report", "C": _STRENGTH, **figures}}
    return replace(
        fitted,
        weights=_joined(fitted.weights, _slopes(events), about),
        folds=tuple(_joined(weights, slope, about) for weights, slope in zip(fitted.folds, slopes, strict=True)),
        figures=figures,
    )


def _slopes(rows: Sequence[Row]) -> dict[str, float]:
    """Return how much steeper or flatter log-odds should be on either side of even odds, which stay where they are.

    So whatever is likelier than not stays so: calibration moves no event over the line.
    """
    names = list(event_row(0.0))
    values = np.array([[dict(row.features)[name] for name in names] for row in rows])
    counts = np.array([row.weight for row in rows])
    sign = np.array([1.0 if row.answer else -1.0 for row in rows])

    def loss(point: Any) -> float:
        return float(counts @ np.logaddexp(0, -sign * (values @ point)))

    found = minimize(loss, np.ones(len(names)), bounds=[(0.1, 10.0)] * len(names), method="L-BFGS-B").x
    return {name: round(float(value), DIGITS) for name, value in zip(names, found, strict=True)}


def _joined(weights: Weights, slopes: dict[str, float], about: dict[str, Any]) -> Weights:
    """Return one table for both; the bias goes to the fields, each of which has a weight of its own for it."""
    table = dict(weights.weights)
    for field in KEY_FIELDS:
        table[f"given|{field}"] = round(table.get(f"given|{field}", 0.0) + weights.bias, DIGITS)
    return replace(weights, weights=dict(sorted((table | slopes).items())), bias=0.0, card=about)


def _figures(judged: list[Judged]) -> dict[str, Any]:
    return {
        "rows": len(judged),
        "right": round(sum(right for _, right in judged) / max(1, len(judged)), 4),
        "calibration_error": round(calibration_error(judged) or 0.0, 4),
        "brier": round(brier(judged) or 0.0, 4),
        "bins": [
            f"{part.low:.1f}: {part.count} said {part.said:.3f} right {part.right:.3f}" for part in binned(judged)
        ],
    }
