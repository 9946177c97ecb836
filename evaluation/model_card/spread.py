"""Shares of sums with 95 % intervals, by drawing reports anew: events of one report stand or fall together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from marsad.evaluate.score import ReportScore

__all__ = ["Figure", "field", "found", "kept_quiet", "perfect", "precision", "recall", "share", "strict", "typed"]

_DRAWS, _SEED, _SHARE = 1000, 20110315, 95


class Figure(NamedTuple):
    """A share, the interval that it may lie in, and how many things it was counted over."""

    value: float
    low: float
    high: float
    count: int

    def __str__(self) -> str:
        """Return "0.79 (0.76 to 0.82)"."""
        return f"{self.value:.2f} ({self.low:.2f} to {self.high:.2f})"


def share(parts: Sequence[float], wholes: Sequence[float], count: int | None = None) -> Figure | None:
    """Return the share of two sums over reports; None where the whole is nought."""
    part, whole = np.array(parts, dtype=float), np.array(wholes, dtype=float)
    if not whole.sum():
        return None
    draws: Any = np.random.default_rng(_SEED).multinomial(len(whole), [1 / len(whole)] * len(whole), size=_DRAWS)
    sums = draws @ whole
    drawn = (draws @ part)[sums > 0] / sums[sums > 0]
    edge = (100 - _SHARE) / 2
    low, high = np.percentile(drawn, [edge, 100 - edge])
    return Figure(
        float(part.sum() / whole.sum()), float(low), float(high), int(whole.sum() if count is None else count)
    )


def _both(report: ReportScore) -> int:
    return len(report.predicted) + len(report.gold.events)


def found(reports: Sequence[ReportScore]) -> Figure | None:
    """Return F1 of events found, over as many gold events."""
    gold = sum(len(report.gold.events) for report in reports)
    return share([2 * len(report.pairs) for report in reports], [_both(report) for report in reports], gold)


def strict(reports: Sequence[ReportScore]) -> Figure | None:
    """Return F1 of events strictly right, over as many gold events."""
    right = [2 * sum(pair.strict for pair in report.pairs) for report in reports]
    gold = sum(len(report.gold.events) for report in reports)
    return share(right, [_both(report) for report in reports], gold)


def precision(reports: Sequence[ReportScore]) -> Figure | None:
    """Return the share of predicted events that are found in the gold."""
    return share([len(report.pairs) for report in reports], [len(report.predicted) for report in reports])


def recall(reports: Sequence[ReportScore]) -> Figure | None:
    """Return the share of gold events that are found."""
    return share([len(report.pairs) for report in reports], [len(report.gold.events) for report in reports])


def perfect(reports: Sequence[ReportScore]) -> Figure | None:
    """Return the share of reports coded without a mistake."""
    return share([report.perfect for report in reports], [1] * len(reports))


def kept_quiet(reports: Sequence[ReportScore]) -> Figure | None:
    """Return the share of reports without an event for which none is coded."""
    quiet = [not report.gold.events for report in reports]
    kept = [still and not report.predicted for still, report in zip(quiet, reports, strict=True)]
    return share(kept, quiet)


def field(reports: Sequence[ReportScore], name: str) -> Figure | None:
    """Return the share of found events in which a field is right."""
    right = [sum(pair.agreement[name] for pair in report.pairs) for report in reports]
    return share(right, [len(report.pairs) for report in reports])


def typed(reports: Sequence[ReportScore], sub_event_type: str) -> Figure | None:
    """Return F1 of events found with just this sub-event type, over as many gold events."""
    hits = [
        2 * sum(pair.gold.sub_event_type == sub_event_type == pair.predicted.sub_event_type for pair in report.pairs)
        for report in reports
    ]
    gold = [sum(event.sub_event_type == sub_event_type for event in report.gold.events) for report in reports]
    said = [sum(event.sub_event_type == sub_event_type for event in report.predicted) for report in reports]
    return share(hits, [left + right for left, right in zip(gold, said, strict=True)], sum(gold))
