"""Training rows: what the coder would weigh for each decision, and which answer the gold takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from evaluation.train.label import Gold, Labelled
from marsad.events.act import act_features, gate_features
from marsad.events.casualties import OUTCOMES, toll_candidates
from marsad.events.choose import Candidate
from marsad.events.dates import date_candidates
from marsad.events.places import place_candidates
from marsad.events.sides import NOBODY, acting_candidates, affected_candidates, seen_actors, seen_foes
from marsad.events.taxonomy import type_candidates
from marsad.frames import Context

__all__ = ["Decision", "decisions_of"]

Decision = tuple[str, list[tuple[tuple[str, ...], bool]]]
"""(decision, candidates as (features, right or not)); "act" rows have one candidate."""


def decisions_of(context: Context, labelled: Sequence[Labelled], same_place: Any) -> Iterator[Decision]:
    """Yield the rows of one report for every decision that gold can teach."""
    carried: str | None = None
    for item in labelled:
        if item.act is not None:
            yield "gate", [(tuple(gate_features(context.document, item.frame)), item.act)]
            yield "act", [(act_features(context, item.frame), item.act)]
        gold = item.gold
        if gold is None:
            continue
        frame, kind = item.frame, gold["sub_event_type"]
        yield "type", _marked(type_candidates(context, frame), kind)
        side1 = (gold["side1"] or [NOBODY])[0]
        side2 = (gold["side2"] or [NOBODY])[0]
        seen = seen_actors(context, frame, kind)
        yield "side1", _marked(acting_candidates(seen), side1)
        others = (*seen, *seen_foes(context, frame, kind))
        yield "side2", _marked(affected_candidates(context, frame, others, side1, kind), side2)
        yield "place", _places(context, item, same_place, carried)
        carried = gold["place"]["name"]
        yield "date", _dates(date_candidates(context, frame), gold)
        for outcome in OUTCOMES:
            yield "toll", _tolls(toll_candidates(context, frame, outcome, kind), gold[outcome])


def _marked(candidates: Sequence[Candidate[Any]], right: str) -> list[tuple[tuple[str, ...], bool]]:
    return [(candidate.features, candidate.value == right) for candidate in candidates]


def _places(
    context: Context, item: Labelled, same_place: Any, carried: str | None
) -> list[tuple[tuple[str, ...], bool]]:
    gold = item.gold
    assert gold is not None
    place = gold["place"]
    candidates = place_candidates(context, item.frame, carried=carried)
    names = [place["name"], *place["also"]]
    named = [any(same_place(candidate.value.name, name) for name in names) for candidate in candidates]
    exact = [
        right and int(candidate.value.precision) == place["precision"]
        for candidate, right in zip(candidates, named, strict=True)
    ]
    chosen = exact if any(exact) else named
    return [(candidate.features, right) for candidate, right in zip(candidates, chosen, strict=True)]


def _dates(candidates: Sequence[Candidate[Any]], gold: Gold) -> list[tuple[tuple[str, ...], bool]]:
    def alike(candidate: Candidate[Any], level: int) -> bool:
        date, wanted = candidate.value, gold["date"]
        if date.start is None:
            return False
        start, end = date.start.isoformat(), date.end.isoformat()
        if level == 0:
            return (start, end, int(date.precision)) == (wanted["start"], wanted["end"], wanted["precision"])
        if level == 1:
            return start == wanted["start"]
        return start <= wanted["end"] and wanted["start"] <= end and wanted["precision"] > 1

    for level in range(3):
        right = [alike(candidate, level) for candidate in candidates]
        if any(right):
            break
    return [(candidate.features, mark) for candidate, mark in zip(candidates, right, strict=True)]


def _tolls(candidates: Sequence[Candidate[Any]], wanted: dict[str, Any] | None) -> list[tuple[tuple[str, ...], bool]]:
    def right(value: Any) -> bool:
        if value is None or wanted is None:
            return value is None and not wanted
        if wanted["best"] is not None:
            return bool(value.best == wanted["best"])
        return value.best is None and value.low == wanted["low"]

    return [(candidate.features, right(candidate.value)) for candidate in candidates]
