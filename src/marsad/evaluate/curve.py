"""What a threshold on confidence costs and buys: precision and recall of the events that reach it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from marsad.evaluate.places import SamePlace
from marsad.evaluate.records import EventRecord, ReportRecord
from marsad.evaluate.score import Rates, score, summarise
from marsad.model.sureness import sure_enough

__all__ = ["Point", "chart", "curve", "reaching"]

_THRESHOLDS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)

_WIDTH = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """The rates of the events whose confidence is at least `threshold`."""

    threshold: float
    found: Rates
    strict: Rates


def reaching(records: Mapping[str, ReportRecord], threshold: float) -> dict[str, ReportRecord]:
    """Return the records with only the events that the coder would tell at a threshold."""
    return {report_id: replace(record, events=_told(record, threshold)) for report_id, record in records.items()}


def _told(record: ReportRecord, threshold: float) -> tuple[EventRecord, ...]:
    told = sure_enough([event.confidence for event in record.events], threshold)
    return tuple(event for event, is_told in zip(record.events, told, strict=True) if is_told)


def curve(
    gold: Mapping[str, ReportRecord],
    predicted: Mapping[str, ReportRecord],
    same_place: SamePlace,
    thresholds: Sequence[float] = _THRESHOLDS,
) -> list[Point]:
    """Return a point for each threshold; events are paired anew each time."""
    points = []
    for threshold in thresholds:
        scores = summarise(score(gold, reaching(predicted, threshold), same_place))
        points.append(Point(threshold=threshold, found=scores.found, strict=scores.strict))
    return points


def chart(points: Iterable[Point]) -> list[str]:
    """Return a line for each point: where precision (P) and recall (R) stand from 0 to 1, X for both.

    >>> chart([Point(threshold=0.5, found=Rates(hit=1, predicted=2, gold=4), strict=Rates(hit=0, predicted=2, gold=4))])
    ['··········R·········P····················']
    """
    lines = []
    for point in points:
        line = ["·"] * (_WIDTH + 1)
        precision, recall = round(point.found.precision * _WIDTH), round(point.found.recall * _WIDTH)
        line[recall] = "R"
        line[precision] = "X" if precision == recall else "P"
        lines.append("".join(line))
    return lines
