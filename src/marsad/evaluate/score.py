"""Score predicted records against gold: what is found, what is strictly right, field by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from marsad.evaluate.agree import FIELDS, STRICT_FIELDS, Agreement, agree
from marsad.evaluate.pair import pair, similarity
from marsad.evaluate.places import SamePlace
from marsad.evaluate.records import EventRecord, ReportRecord

__all__ = ["Pair", "Rates", "ReportScore", "Scores", "score", "score_report", "summarise"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A predicted event that stands for a gold event, and where the two agree."""

    predicted: EventRecord
    gold: EventRecord
    agreement: Agreement

    @property
    def strict(self) -> bool:
        """Whether every key field agrees."""
        return all(self.agreement[name] for name in STRICT_FIELDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportScore:
    """What became of one report: its pairs, the gold events missed and the predicted events invented."""

    gold: ReportRecord
    predicted: tuple[EventRecord, ...]
    pairs: tuple[Pair, ...]
    missed: tuple[EventRecord, ...]
    invented: tuple[EventRecord, ...]
    absent: bool = False

    @property
    def perfect(self) -> bool:
        """Whether every event is found and strictly right, and none invented."""
        return not self.missed and not self.invented and all(found.strict for found in self.pairs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """Precision, recall and F1 of `hit` right among `predicted` and among `gold`."""

    hit: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of predicted events that are right."""
        return self.hit / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of gold events that are right."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        precision, recall = self.precision, self.recall
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def to_json(self) -> dict[str, float]:
        """Return the three figures to four decimals."""
        return {"precision": round(self.precision, 4), "recall": round(self.recall, 4), "f1": round(self.f1, 4)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """The measures of a run. `fields` are shares of the found events; `by_type` counts exact sub-event types."""

    reports: int
    missing_reports: int
    found: Rates
    strict: Rates
    perfect_reports: float
    quiet_reports_kept_quiet: float | None
    fields: dict[str, float]
    by_type: dict[str | None, Rates]

    def to_json(self) -> dict[str, Any]:
        """Return the measures as plain values, to four decimals."""
        quiet = self.quiet_reports_kept_quiet
        return {
            "reports": self.reports,
            "missing_reports": self.missing_reports,
            "gold_events": self.found.gold,
            "predicted_events": self.found.predicted,
            "found": self.found.to_json(),
            "strict": self.strict.to_json(),
            "perfect_reports": round(self.perfect_reports, 4),
            "quiet_reports_kept_quiet": None if quiet is None else round(quiet, 4),
            "fields": {name: round(share, 4) for name, share in self.fields.items()},
            "by_type": {name: {**rates.to_json(), "gold": rates.gold} for name, rates in self.by_type.items()},
        }


def score_report(
    gold: ReportRecord, predicted: tuple[EventRecord, ...], same_place: SamePlace, *, absent: bool = False
) -> ReportScore:
    """Pair the events of one report and say what is found, missed and invented."""
    text = gold.source_text
    table = [[agree(event, wanted, same_place, text) for wanted in gold.events] for event in predicted]
    likeness = [
        [similarity(event, wanted, table[row][column]) for column, wanted in enumerate(gold.events)]
        for row, event in enumerate(predicted)
    ]
    pairs = pair(likeness, len(gold.events))
    rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
    return ReportScore(
        gold=gold,
        predicted=predicted,
        pairs=tuple(
            Pair(predicted=predicted[row], gold=gold.events[column], agreement=table[row][column])
            for row, column in pairs
        ),
        missed=tuple(event for column, event in enumerate(gold.events) if column not in columns),
        invented=tuple(event for row, event in enumerate(predicted) if row not in rows),
        absent=absent,
    )


def score(
    gold: Mapping[str, ReportRecord], predicted: Mapping[str, ReportRecord], same_place: SamePlace
) -> list[ReportScore]:
    """Score every gold report; one that the prediction lacks counts as a report without events."""
    return [
        score_report(
            record,
            predicted[report_id].events if report_id in predicted else (),
            same_place,
            absent=report_id not in predicted,
        )
        for report_id, record in gold.items()
    ]


def summarise(reports: Iterable[ReportScore]) -> Scores:
    """Sum reports up to the measures of a run."""
    reports = list(reports)
    right: Counter[str] = Counter()
    hits: Counter[str | None] = Counter()
    wanted: Counter[str | None] = Counter()
    guessed: Counter[str | None] = Counter()
    types: dict[str | None, None] = {}
    for report in reports:
        for event in report.gold.events:
            types[event.sub_event_type] = None
            wanted[event.sub_event_type] += 1
        for event in report.predicted:
            types[event.sub_event_type] = None
            guessed[event.sub_event_type] += 1
        for found in report.pairs:
            right.update(name for name in FIELDS if found.agreement[name])
            hits[found.gold.sub_event_type] += found.agreement["sub_event_type"]
    found_count = sum(len(report.pairs) for report in reports)
    strict_count = sum(found.strict for report in reports for found in report.pairs)
    gold_count, predicted_count = wanted.total(), guessed.total()
    quiet = [report for report in reports if not report.gold.events]
    return Scores(
        reports=len(reports),
        missing_reports=sum(report.absent for report in reports),
        found=Rates(hit=found_count, predicted=predicted_count, gold=gold_count),
        strict=Rates(hit=strict_count, predicted=predicted_count, gold=gold_count),
        perfect_reports=sum(report.perfect for report in reports) / max(1, len(reports)),
        quiet_reports_kept_quiet=sum(not report.predicted for report in quiet) / len(quiet) if quiet else None,
        fields={name: right[name] / max(1, found_count) for name in FIELDS},
        by_type={
            name: Rates(hit=hits[name], predicted=guessed[name], gold=wanted[name])
            for name in sorted(types, key=lambda name: -wanted[name])
        },
    )
