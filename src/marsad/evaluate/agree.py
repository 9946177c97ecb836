"""Field by field: where a predicted event says what the gold says."""

from __future__ import annotations

from marsad.evaluate.places import SamePlace, fold_name
from marsad.evaluate.records import EventRecord
from marsad.model.quantity import Estimate
from marsad.model.when import day_read
from marsad.model.who import is_coded_by_name

__all__ = ["FIELDS", "STRICT_FIELDS", "Agreement", "actors", "agree"]

Agreement = dict[str, bool]

FIELDS = (
    "sub_event_type", "side1", "side2", "actors", "admin1", "place", "place_precision", "day", "day_precision",
    "killed", "wounded", "detained", "abducted", "source_kind", "evidence",
)  # fmt: skip
STRICT_FIELDS = ("sub_event_type", "side1", "side2", "place", "admin1", "day", "killed")
"""An event is right, strictly, when all of these are."""

_SLACK_WEEK, _SLACK_MONTH = 1, 4  # days that a period may miss a vaguer gold period by


def _side(codes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold_name(code) if is_coded_by_name(code) else code for code in codes)


def actors(event: EventRecord) -> frozenset[str]:
    """Return both sides as one set; names outside the register are folded."""
    return _side(event.side1 + event.side2)


def _same_day(predicted: EventRecord, gold: EventRecord) -> bool:
    """Day-precise gold wants the same start; a vaguer gold period wants overlap."""
    start, wanted_start = day_read(predicted.start), day_read(gold.start)
    if start is None or wanted_start is None:
        return start == wanted_start
    if gold.day_precision is None or gold.day_precision == 1:
        return start == wanted_start
    end, wanted_end = day_read(predicted.end) or start, day_read(gold.end) or wanted_start
    slack = _SLACK_WEEK if gold.day_precision == 2 else _SLACK_MONTH
    return start.toordinal() - slack <= wanted_end.toordinal() and wanted_start.toordinal() - slack <= end.toordinal()


def _same_count(predicted: Estimate | None, gold: Estimate | None) -> bool:
    """Best against best; a gold count without a best wants the same low. None is nought."""
    left = predicted or Estimate.exactly(0)
    right = gold or Estimate.exactly(0)
    if right.best is not None:
        return left.best == right.best
    return left.best is None and left.low == right.low


def agree(predicted: EventRecord, gold: EventRecord, same_place: SamePlace, text: str | None) -> Agreement:
    """Return for each of FIELDS whether the two events agree; `text` is where evidence must stand.

    Two events whose reports tell no place agree on it.
    """
    nowhere = not predicted.place_name and not gold.place_name
    return {
        "sub_event_type": predicted.sub_event_type == gold.sub_event_type,
        "side1": _side(predicted.side1) == _side(gold.side1),
        "side2": _side(predicted.side2) == _side(gold.side2),
        "actors": actors(predicted) == actors(gold),
        "admin1": predicted.country == gold.country and (gold.country != "SY" or predicted.admin1 == gold.admin1),
        "place": nowhere or any(same_place(predicted.place_name, name) for name in (gold.place_name, *gold.also)),
        "place_precision": predicted.place_precision == gold.place_precision,
        "day": _same_day(predicted, gold),
        "day_precision": predicted.day_precision == gold.day_precision,
        "killed": _same_count(predicted.killed, gold.killed),
        "wounded": _same_count(predicted.wounded, gold.wounded),
        "detained": _same_count(predicted.detained, gold.detained),
        "abducted": _same_count(predicted.abducted, gold.abducted),
        "source_kind": predicted.source_kinds == gold.source_kinds,
        "evidence": bool(predicted.evidence) and (text is None or predicted.evidence in text),
    }
