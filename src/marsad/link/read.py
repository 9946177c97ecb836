"""Coded reports as JSON into codings: the codebook's fields are enough, what marsad adds is used."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from marsad.errors import MarsadError
from marsad.gazetteer import Gazetteer
from marsad.link.coding import COUNTS, Coding, Member
from marsad.link.cues import cues
from marsad.link.marks import marks_of, own_passage
from marsad.link.same_day import OF_A_MOMENT
from marsad.link.where import locate
from marsad.link.words import stretches, telling, words_of
from marsad.model.quantity import Estimate
from marsad.model.what import EVENT_TYPES, Source
from marsad.model.when import day_read

__all__ = ["codings_of"]


def codings_of(
    record: Mapping[str, Any], gazetteer: Gazetteer, *, copy_group: str | None = None
) -> Iterator[Coding | MarsadError]:
    """Yield the codings of one report, and an error in place of each event that cannot be compared.

    `record` is a report with id, outlet, published, title, text and events; outlet and published may stand under
    "report", as `marsad code` writes them, and text may be absent. Raises MarsadError when the record has no id or
    no list of events.
    """
    if "incident_id" in record:
        raise MarsadError("This is an incident, which is linked already. Name the coded reports (marsad code FILE).")
    report_id, events = record.get("id"), record.get("events")
    if not isinstance(report_id, str) or not report_id:
        raise MarsadError('The record has no id. Add "id": "..." to it.')
    if not isinstance(events, list):
        raise MarsadError('The record has no list of events. Add "events": [...] to it, or run marsad code first.')
    about = record["report"] if isinstance(record.get("report"), dict) else {}
    outlet = _string(record.get("outlet")) or _string(about.get("outlet"))
    published = day_read(record.get("published")) or day_read(about.get("published"))
    title, text = _string(record.get("title")), _string(record.get("text"))
    quotations = [_string(event.get("evidence")) if isinstance(event, dict) else "" for event in events]
    parts = stretches(title, text, quotations) if text or title else [""] * len(events)
    for index, (event, quotation, part) in enumerate(zip(events, quotations, parts, strict=True)):
        kind = event.get("sub_event_type") if isinstance(event, dict) else None
        if kind not in EVENT_TYPES:
            yield MarsadError(
                f"Event {index} of {report_id!r} has the sub-event type {kind!r}, which is none of the 25. "
                "It is left out; write one of them."
            )
            continue
        yield _coding(
            Member(report_id, index), event, gazetteer,
            outlet=outlet, published=published, title=title, quotation=quotation, part=part, copy_group=copy_group,
            passage=own_passage(title, text, quotations, index) if kind in OF_A_MOMENT else None,
        )  # fmt: skip


def _coding(
    member: Member,
    event: Mapping[str, Any],
    gazetteer: Gazetteer,
    *,
    outlet: str,
    published: date | None,
    title: str,
    quotation: str,
    part: str,
    copy_group: str | None,
    passage: str | None,
) -> Coding:
    place = event.get("place")
    where = locate(place if isinstance(place, dict) else {}, gazetteer)
    when: dict[str, Any] = event["date"] if isinstance(event.get("date"), dict) else {}
    precision = when.get("precision")
    start, end = day_read(when.get("start")), day_read(when.get("end"))
    if start is not None and end is not None and end < start:
        end = start
    own_names = {word for name in (where.name, *where.also) for word in words_of(name)}
    again, follows = cues(f"{title}\n{quotation}")
    return Coding(
        member=member,
        outlet=sys.intern(outlet),
        published=published.toordinal() if published else None,
        sub_event_type=event["sub_event_type"],
        side1=_codes(event.get("side1")),
        side2=_codes(event.get("side2")),
        where=where,
        start=start.toordinal() if start else None,
        end=end.toordinal() if end else None,
        day_precision=precision if isinstance(precision, int) and 1 <= precision <= 3 else 1,
        counts=_shared(tuple(_estimate(event.get(name)) for name in COUNTS)),
        sources=tuple(
            Source(name=_string(source.get("name")), kind=_string(source.get("kind")))
            for source in event.get("sources") or ()
            if isinstance(source, dict)
        ),
        status=_string(event.get("status")) or "reported",
        evidence=quotation,
        words=telling(quotation, without=own_names),
        around=telling(part or quotation, without=own_names),
        marks=() if passage is None else marks_of(quotation, passage, names=(where.name, *where.also)),
        again=again,
        follows=follows,
        copy_group=copy_group,
    )


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""


def _codes(value: object) -> tuple[str, ...]:
    return tuple(sys.intern(code) for code in value if isinstance(code, str)) if isinstance(value, list) else ()


def _estimate(value: object) -> Estimate | None:
    if not isinstance(value, dict):
        return None
    low, best, high = (
        figure if isinstance(figure := value.get(name), int) and figure >= 0 else None
        for name in ("low", "best", "high")
    )
    return None if low is None and best is None and high is None else Estimate(low, best, high)


def _shared(counts: tuple[Estimate | None, ...]) -> tuple[Estimate | None, ...]:
    """Return one object for equal counts: a million codings have few different ones."""
    return _COUNTS.setdefault(counts, counts)


_COUNTS: dict[tuple[Estimate | None, ...], tuple[Estimate | None, ...]] = {}
