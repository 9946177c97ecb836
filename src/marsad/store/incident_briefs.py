"""Incidents in the few fields that a list shows, with the words that were asked for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, select

from marsad.model.report import Report
from marsad.model.span import Span
from marsad.store.batches import chunks
from marsad.store.highlight import highlights
from marsad.store.query import Query, parse
from marsad.store.tables import incidents, latest_versions, report_versions, reports
from marsad.store.whole import whole_incident

__all__ = ["IncidentBrief", "Passage", "incident_briefs", "incident_records", "passage", "places_of_incidents"]

_AROUND = 90
_LOOKED_THROUGH = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Some words of a report, in parts: (text, whether it was asked for). `cut` says at which ends more stands."""

    report_id: str
    parts: tuple[tuple[str, bool], ...]
    cut: tuple[bool, bool] = (False, False)


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentBrief:
    """An incident in a list; `record` is the whole of it, `place_id` the listed place, None where no list has it."""

    incident_id: str
    place_id: str | None
    status: str | None
    record: dict[str, Any]
    passage: Passage | None

    def figure(self, count: str) -> dict[str, int | None]:
        """Return lowest, best and highest figure of the people that a count tells; empty where none is told."""
        return (self.record.get("figures") or {}).get(count) or {}


_BRIEFS = select(
    incidents.c.incident_id, incidents.c.place_id, incidents.c.status, incidents.c.record
).where(incidents.c.incident_id.in_(bindparam("asked", expanding=True)))  # fmt: skip


def incident_briefs(connection: Connection, ids: Sequence[str], asked: str = "") -> list[IncidentBrief]:
    """Return incidents in the order of their ids, each with a passage that holds the words asked for."""
    found: dict[str, Any] = {}
    for some in chunks(ids):
        found.update((row.incident_id, row) for row in connection.execute(_BRIEFS, {"asked": some}))
    records = {key: whole_incident(json.loads(row.record)) for key, row in found.items()}
    passages = _passages(connection, records, parse(asked))
    return [
        IncidentBrief(
            incident_id=key,
            place_id=found[key].place_id,
            status=found[key].status,
            record=records[key],
            passage=passages.get(key),
        )
        for key in ids
        if key in found
    ]


def places_of_incidents(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Return the listed places of incidents by id, as the reader may know them; those that no list has are left out."""
    found: dict[str, str] = {}
    for some in chunks(ids):
        listed = incidents.c.incident_id.in_(some), incidents.c.place_id.is_not(None)
        query = select(incidents.c.incident_id, incidents.c.place_id).where(*listed)
        found.update((row.incident_id, row.place_id) for row in connection.execute(query))
    return found


def incident_records(connection: Connection, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return the records of incidents by id, in the order of the ids."""
    found: dict[str, str] = {}
    for some in chunks(ids):
        found.update((row.incident_id, row.record) for row in connection.execute(_BRIEFS, {"asked": some}))
    return {key: whole_incident(json.loads(found[key])) for key in ids if key in found}


def _passages(connection: Connection, records: dict[str, dict[str, Any]], query: Query) -> dict[str, Passage]:
    """Return a passage for each incident: words of an act that hold what was asked for, else words of its reports."""
    found: dict[str, Passage] = {}
    missing: dict[str, list[str]] = {}
    for key, record in records.items():
        members = [told for told in record.get("members") or () if told.get("evidence")]
        if not query.terms:
            if members:
                found[key] = Passage(report_id=members[0]["report_id"], parts=((members[0]["evidence"], False),))
            continue
        held = next((told for told in members if highlights(query, told["evidence"])), None)
        if held is not None:
            found[key] = passage(held["report_id"], held["evidence"], highlights(query, held["evidence"]))
        else:
            ids = dict.fromkeys(told["report_id"] for told in record.get("members") or ())
            missing[key] = list(ids)[:_LOOKED_THROUGH]
    texts = _texts(connection, sorted({report_id for ids in missing.values() for report_id in ids}))
    for key, of in missing.items():
        there = [report_id for report_id in of if report_id in texts]
        spans = {report_id: highlights(query, texts[report_id]) for report_id in there}
        best_id = next((report_id for report_id in there if spans[report_id]), there[0] if there else None)
        if best_id is not None:
            found[key] = passage(best_id, texts[best_id], spans[best_id])
    return found


def _texts(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for some in chunks(ids):
        query = select(reports.c.report_id, report_versions.c.headline, report_versions.c.text)
        for row in connection.execute(query.select_from(latest_versions).where(reports.c.report_id.in_(some))):
            found[row.report_id] = Report(report_id=row.report_id, headline=row.headline, text=row.text).source_text
    return found


def passage(report_id: str, text: str, spans: Sequence[Span]) -> Passage:
    """Return the part of a text around the first of some words in it, cut between words."""
    start, end = 0, len(text)
    if len(text) > 3 * _AROUND:
        middle = spans[0].start if spans else 0
        start = max(0, middle - _AROUND)
        end = min(len(text), start + 3 * _AROUND)
        start = 0 if start == 0 else _space(text, start, 1)
        end = len(text) if end == len(text) else _space(text, end, -1)
    parts: list[tuple[str, bool]] = []
    at = start
    for span in spans:
        if span.start >= start and span.end <= end:
            parts += [(text[at : span.start], False), (text[span.start : span.end], True)]
            at = span.end
    parts.append((text[at:end], False))
    return Passage(
        report_id=report_id, parts=tuple(part for part in parts if part[0]), cut=(start > 0, end < len(text))
    )


def _space(text: str, at: int, step: int) -> int:
    """Return the nearest place between two words in a direction, or where one began to look."""
    for place in range(at, min(len(text), max(0, at + 40 * step)) if step > 0 else max(0, at - 40), step):
        if text[place].isspace():
            return place
    return at
