"""Gold records laid over frames: which frame tells which coded event, and which answers are right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from marsad.arabic.letters import fold
from marsad.events.taxonomy import possible_types
from marsad.frames import Context
from marsad.model.frame import Frame
from marsad.model.what import EVENT_TYPES

__all__ = ["Labelled", "evidence_of", "label_frames"]

Gold = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A frame and what the gold says of it: the event it tells, or none; `act` is None when it is unclear."""

    frame: Frame
    gold: Gold | None
    act: bool | None


def label_frames(context: Context, frames: Sequence[Frame], events: Sequence[Gold]) -> list[Labelled]:
    """Give each coded event the frame that holds most of its evidence and can tell its type."""
    told: dict[int, Gold] = {}
    touched: set[int] = set()
    spans = [evidence_of(context, event) for event in events]
    order = sorted(range(len(events)), key=lambda index: spans[index][1] - spans[index][0])
    for number in order:
        start, end = spans[number]
        event = events[number]
        ranked = sorted(
            (
                (event["sub_event_type"] in possible_types(frame), _overlap(context, frame, start, end), -frame.index)
                for frame in frames
                if not frame.is_headline
            ),
            reverse=True,
        )
        for fits, overlap, minus in ranked:
            if overlap <= 0:
                continue
            touched.add(-minus)
            if fits and -minus not in told and event not in told.values():
                told[-minus] = event
    labelled = []
    for frame in frames:
        gold = told.get(frame.index)
        unclear = frame.is_headline or frame.index in touched or _restates(context, frame, events)
        labelled.append(Labelled(frame, gold, True if gold else None if unclear else False))
    return labelled


def evidence_of(context: Context, event: Gold) -> tuple[int, int]:
    """Return where the words of an event stand in the report, first in its body; (0, 0) when they do not."""
    text = context.document.source_text
    body = next((context.document.starts[s.first] for s in context.document.sentences if not s.is_headline), 0)
    start = text.find(event["evidence"], body)
    start = text.find(event["evidence"]) if start < 0 else start
    return (start, start + len(event["evidence"])) if start >= 0 else (0, 0)


def _overlap(context: Context, frame: Frame, start: int, end: int) -> int:
    span = context.document.span(frame.first, frame.stop)
    return min(end, span.end) - max(start, span.start)


def _restates(context: Context, frame: Frame, events: Iterable[Gold]) -> bool:
    """Say whether a frame without a coded event of its own may tell one again: same family, a name in common."""
    families = {EVENT_TYPES[kind] for kind in possible_types(frame)}
    codes = {
        actor.code for actor in context.annotations.actors if frame.sentence_first <= actor.first < frame.sentence_stop
    }
    names = {
        fold(place.name)
        for place in context.annotations.places
        if frame.sentence_first <= place.first < frame.sentence_stop
    }
    for event in events:
        if EVENT_TYPES[event["sub_event_type"]] not in families:
            continue
        if fold(event["place"]["name"]) in names or codes & {*event["side1"], *event["side2"]}:
            return True
    return False
