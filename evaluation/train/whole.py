"""Training rows of reports as a whole: is one worth reading, by what is known before it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from evaluation.train.calibrate import Drafted
from evaluation.train.fit import Fitted, Row
from marsad.annotate import triggers
from marsad.events.act import gate_score
from marsad.events.calibrate import event_confidence
from marsad.events.worth import report_features
from marsad.frames import assemble
from marsad.lexicon.weights import Weights
from marsad.model.sureness import sure_enough
from marsad.pipeline import MAY_TELL_AN_EVENT, WORTH_READING, Coder

__all__ = ["put_aside", "report_rows", "told"]


def report_rows(judged: Iterable[Drafted], fitted: Mapping[str, Fitted]) -> Iterator[Row]:
    """Yield a row for each report that the gate lets pass: is there an event in it.

    There is where the gold has one, or the coder told one by weights that never saw the report: what it would tell is
    to be read.
    """
    for report in judged:
        features = _described(report, fitted["gate"].unseen(report.report_id))
        if features is not None:
            answer = bool(report.gold) or any(told(report, fitted)[1])
            for _ in range(int(report.weight)):
                yield Row(features, answer, report.report_id)


def told(report: Drafted, fitted: Mapping[str, Fitted]) -> tuple[list[float], list[bool]]:
    """Return how sure each draft is by weights that never saw the report, and whether it is told as an event."""
    kept = fitted["calibration"].unseen(report.report_id)
    confidences = [event_confidence(score, kept) for score in report.scores]
    return confidences, sure_enough(confidences, Coder().minimum, alone=report.context.document.is_one_sentence)


def put_aside(report: Drafted, fitted: Mapping[str, Fitted]) -> bool:
    """Say whether weights that never saw a report would leave it unread."""
    features = _described(report, fitted["gate"].unseen(report.report_id))
    return features is None or fitted["report"].unseen(report.report_id).probability(features) < MAY_TELL_AN_EVENT


def _described(report: Drafted, gate: Weights) -> dict[str, float] | None:
    """Return what is known of a report before it is read; None where the gate lets no stretch of it pass."""
    document = report.context.document
    odds = [gate_score(document, frame, gate) for frame in assemble(document, triggers.find(document))]
    if not odds or gate.logistic(max(odds)) < WORTH_READING:
        return None
    return report_features(document, odds)
