"""Where gold and prediction disagree, sorted by cause, so that the commonest is read first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from marsad.evaluate.agree import FIELDS, agree
from marsad.evaluate.places import SamePlace
from marsad.evaluate.records import COUNTS, EventRecord
from marsad.evaluate.score import ReportScore
from marsad.model.what import EVENT_TYPES

__all__ = ["Disagreement", "causes", "disagreements", "one_line"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """One event that is not wholly right.

    `kind` is missed, invented or field; `fields` are the fields that disagree: for a found event those of
    its pair, for a missed or invented one those that keep it from `gold` or `predicted`, the likest event
    left over on the other side (empty where there is none).
    """

    report_id: str
    kind: str
    fields: tuple[str, ...]
    gold: EventRecord | None
    predicted: EventRecord | None

    @property
    def cause(self) -> str:
        """The disagreement in a few words: "missed: nothing left over", "field: side2"."""
        if self.kind == "field":
            return "field: " + ", ".join(self.fields)
        if self.gold is None or self.predicted is None:
            return f"{self.kind}: nothing left over"
        blocking = [name for name in ("event_type", "admin1", "day", "actors") if name in self.fields]
        return f"{self.kind}: other " + ", ".join(blocking) if blocking else f"{self.kind}: another of its kind"


def disagreements(reports: Iterable[ReportScore], same_place: SamePlace) -> list[Disagreement]:
    """Return every disagreement, the commonest cause first, reports in order within a cause."""
    found = [item for report in reports for item in _of_report(report, same_place)]
    order = {cause: rank for rank, (cause, _) in enumerate(Counter(item.cause for item in found).most_common())}
    return sorted(found, key=lambda item: order[item.cause])


def causes(items: Iterable[Disagreement]) -> list[tuple[str, int]]:
    """Return how often each cause stands, the commonest first."""
    return Counter(item.cause for item in items).most_common()


def one_line(event: EventRecord) -> str:
    """Return an event in one line: type, sides, place, days, counts, source kinds, quotation."""

    def side(codes: tuple[str, ...], allies: tuple[str, ...]) -> str:
        return ",".join(codes or ("-",)) + (f" (+{','.join(allies)})" if allies else "")

    days = event.start if event.start == event.end else f"{event.start}..{event.end}"
    counts = "".join(
        f" {name}={count.low}/{count.best}/{count.high}"
        for name in COUNTS
        if (count := getattr(event, name)) is not None
    )
    kinds = ",".join(sorted(str(kind) for kind in event.source_kinds))
    return (
        f"{event.sub_event_type} | {side(event.side1, event.assist1)} > {side(event.side2, event.assist2)} | "
        f"{event.place_name} {event.country}/{event.admin1} p{event.place_precision} | {days} p{event.day_precision} |"
        f"{counts or ' no counts'} | {kinds} {event.status} | «{event.evidence}»"
    )


def _of_report(report: ReportScore, same_place: SamePlace) -> Iterator[Disagreement]:
    report_id, text = report.gold.report_id, report.gold.source_text
    for found in report.pairs:
        wrong = tuple(name for name in FIELDS if not found.agreement[name])
        if wrong:
            yield Disagreement(
                report_id=report_id, kind="field", fields=wrong, gold=found.gold, predicted=found.predicted
            )
    for event in report.missed:
        near, wrong = _likest(event, report.invented, same_place, text, gold_first=True)
        yield Disagreement(report_id=report_id, kind="missed", fields=wrong, gold=event, predicted=near)
    for event in report.invented:
        near, wrong = _likest(event, report.missed, same_place, text, gold_first=False)
        yield Disagreement(report_id=report_id, kind="invented", fields=wrong, gold=near, predicted=event)


def _likest(
    event: EventRecord, others: Iterable[EventRecord], same_place: SamePlace, text: str | None, *, gold_first: bool
) -> tuple[EventRecord | None, tuple[str, ...]]:
    """Return the likest of `others` and the fields that tell it from `event`."""
    best: tuple[EventRecord | None, tuple[str, ...]] = (None, ())
    for other in others:
        predicted, gold = (other, event) if gold_first else (event, other)
        agreement = agree(predicted, gold, same_place, text)
        wrong = tuple(name for name in FIELDS if not agreement[name])
        if EVENT_TYPES.get(event.sub_event_type or "") != EVENT_TYPES.get(other.sub_event_type or ""):
            wrong = ("event_type", *wrong)
        if best[0] is None or len(wrong) < len(best[1]):
            best = (other, wrong)
    return best
