"""Incidents of a store as others read them: one record with members, reasons, grades and the ids that lead there."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from marsad.link.coding import COUNTS, Member
from marsad.link.figures import Claim, ranges
from marsad.model.quantity import Estimate
from marsad.store.columns import keepable
from marsad.store.incident_list import found_incidents
from marsad.store.incidents import incident, members_of, was, was_each
from marsad.store.links import lines_of, places_of
from marsad.store.question import Question
from marsad.store.sources import rated, ratings_of
from marsad.store.whole import whole_incident

__all__ = ["Case", "case", "line", "record_of", "records", "records_of", "without"]

_AT_ONCE = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An incident's line, its id, and the lines of the coded reports that tell it."""

    incident_id: str
    line: str
    coded: tuple[str, ...]


def record_of(connection: Connection, incident_id: str, *, reasons: bool = True) -> dict[str, Any] | None:
    """Return an incident as `marsad link` writes it, found by any id it ever had; None when nothing tells it.

    Members say how far their source could be relied on on the day of the report: "A" to "F", null for an outlet that
    the registry does not name.
    """
    found = incident(connection, incident_id)
    if found is None or not found.members:
        return None
    why = {member.event_key: member.explanation for member in found.members}
    place_of = places_of(connection, why)
    reasons_of = {place_of[key]: list(told) for key, told in why.items() if key in place_of}
    record: dict[str, Any] = {"incident_id": found.incident_id, "was": was(connection, found.incident_id)}
    record |= whole_incident(found.record)
    _rate(connection, [record])
    for told in record["members"]:
        if told["link"] and reasons:
            told["link"]["reasons"] = reasons_of.get((told["report_id"], told["event"]), [])
    return record


def records_of(connection: Connection, found: Sequence[tuple[str, dict[str, Any]]]) -> list[dict[str, Any]]:
    """Return incidents as `record_of` does, less the reasons, from their ids and the records that the store holds.

    However many there are, it asks the store a few times only.
    """
    led = was_each(connection, [incident_id for incident_id, _ in found])
    records = [{"incident_id": incident_id, "was": led[incident_id], **record} for incident_id, record in found]
    _rate(connection, records)
    return records


def _rate(connection: Connection, records: Sequence[dict[str, Any]]) -> None:
    """Let members say how far their source could be relied on."""
    members = [told for record in records for told in record["members"]]
    ratings = ratings_of(connection, {told["outlet"] for told in members if told["outlet"]})
    for told in members:
        link = told.pop("link")
        published = date.fromisoformat(told["published"]) if told["published"] else None
        told["reliability"] = rated(ratings.get(told["outlet"]), published)
        told["link"] = link


def records(
    connection: Connection, question: Question, *, most: int | None = None, reasons: bool = False
) -> Iterator[dict[str, Any]]:
    """Yield incidents as `record_of` returns them, the latest first, some hundred in memory at a time."""
    found = found_incidents(connection, question, most=most)
    while some := list(islice(found, _AT_ONCE)):
        if reasons:
            yield from filter(None, (record_of(connection, incident_id) for incident_id, _ in some))
            continue
        here = members_of(connection, [incident_id for incident_id, _ in some])
        yield from records_of(connection, [one for one in some if here[one[0]]])


def line(record: dict[str, Any]) -> str:
    """Return a record as the line that files hold: the same incident gives the same bytes."""
    return keepable(json.dumps(record, ensure_ascii=False))


def case(connection: Connection, incident_id: str) -> Case | None:
    """Return an incident with the coded reports that tell it, in the order of publication; None when there is none."""
    found = incident(connection, incident_id)
    record = record_of(connection, incident_id)
    if found is None or record is None:
        return None
    coded = lines_of(connection, [member.event_key for member in found.members])
    order = dict.fromkeys(told["report_id"] for told in record["members"])
    return Case(incident_id=found.incident_id, line=line(record), coded=tuple(coded[report_id] for report_id in order))


def without(record: dict[str, Any], source: str) -> dict[str, Any]:
    """Return the figures of an incident as if a source had never spoken, by the rule that made them."""
    claims = [
        Claim(
            source=told["source"],
            kind=told["kind"],
            outlet=told["outlet"] or "",
            member=Member(told["report_id"], told["event"]),
            published=None,
            count=told["count"],
            figure=Estimate(told["low"], told["best"], told["high"]),
            passed_over=told["passed_over"],
        )
        for told in record["ledger"]
    ]
    found = ranges(claims, without=source)
    return {
        count: {
            "low": found[count].figure.low,
            "best": found[count].figure.best,
            "high": found[count].figure.high,
            "sources": found[count].sources,
        }
        for count in COUNTS
        if count in found
    }
