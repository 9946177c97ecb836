"""Incidents listed: those that a question asks for, the latest first, page by page from the database."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, func, or_, select, true, tuple_

from marsad.store.batches import chunks
from marsad.store.question import Question, conditions_on
from marsad.store.tables import documents, events, incident_members, incidents
from marsad.store.ways import plan_anew
from marsad.store.whole import whole_incident

__all__ = ["FoundIncident", "count_incidents", "found_incidents", "ids_beginning", "incident_page", "latest_told"]

_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundIncident:
    """An incident that was asked for; `day` is the first one on which it may have happened, "" for none."""

    incident_id: str
    day: str
    record: dict[str, Any]

    @property
    def cursor(self) -> tuple[str, str]:
        """What a list goes on after."""
        return self.day, self.incident_id


def count_incidents(connection: Connection, question: Question, *, most: int | None = None) -> int:
    """Return how many incidents a question asks for; with `most` counting ends there."""
    plan_anew(connection)
    found = select(incidents.c.incident_id).where(*conditions_on(connection, question)).limit(most)
    return int(connection.scalar(select(func.count()).select_from(found.subquery())) or 0)


def ids_beginning(connection: Connection, first: date | None, last: date | None) -> list[str]:
    """Return the ids of incidents that begin between two days, both included, or that have no day."""
    began = incidents.c.date_start
    within = [began >= first.isoformat()] if first else []
    within += [began <= last.isoformat()] if last else []
    query = select(incidents.c.incident_id).where(incidents.c.reports > 0, or_(began.is_(None), and_(true(), *within)))
    return list(connection.scalars(query))


def latest_told(connection: Connection) -> date | None:
    """Return the day of the latest report that tells an incident."""
    here = (
        select(events.c.event_key)
        .join(incident_members, incident_members.c.event_key == events.c.event_key)
        .where(events.c.coding_key == documents.c.coding_key, incident_members.c.left_at.is_(None))
    )
    query = select(documents.c.published).where(documents.c.published.is_not(None), here.exists())
    told = connection.scalar(query.order_by(documents.c.published.desc()).limit(1))
    return date.fromisoformat(told[:10]) if told else None


def incident_page(
    connection: Connection, question: Question, *, after: tuple[str, str] | None = None, most: int
) -> list[FoundIncident]:
    """Return some incidents, the latest day first, undated ones last; `after` is the `cursor` of the last one seen."""
    plan_anew(connection)
    keys = _keys(connection, question, after, most)
    records: dict[str, str] = {}
    for some in chunks([incident_id for incident_id, _ in keys]):
        query = select(incidents.c.incident_id, incidents.c.record).where(incidents.c.incident_id.in_(some))
        records.update((row.incident_id, row.record) for row in connection.execute(query))
    return [
        FoundIncident(incident_id=incident_id, day=day, record=whole_incident(json.loads(records[incident_id])))
        for incident_id, day in keys
    ]


def found_incidents(
    connection: Connection, question: Question, *, most: int | None = None
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield ids and records, the latest day first; undated ones last."""
    after, left = None, most
    while left is None or left > 0:
        page = incident_page(connection, question, after=after, most=min(_AT_ONCE, left or _AT_ONCE))
        yield from ((found.incident_id, found.record) for found in page)
        if not page:
            return
        after, left = page[-1].cursor, None if left is None else left - len(page)


def _keys(
    connection: Connection, question: Question, after: tuple[str, str] | None, most: int
) -> list[tuple[str, str]]:
    """Return ids and days in their order, read backwards from the index of days; "" is the day of undated ones."""
    columns, conditions = incidents.c, list(conditions_on(connection, question))
    day, last = after or ("", "")
    found: list[tuple[str, str]] = []
    if after is None or day:
        dated = select(columns.incident_id, columns.date_start).where(columns.date_start.is_not(None), *conditions)
        if after is not None:
            dated = dated.where(tuple_(columns.date_start, columns.incident_id) < tuple_(day, last))
        dated = dated.order_by(columns.date_start.desc(), columns.incident_id.desc()).limit(most)
        found = [(row.incident_id, row.date_start) for row in connection.execute(dated)]
    if len(found) < most:
        undated = select(columns.incident_id).where(columns.date_start.is_(None), *conditions)
        if after is not None and not day:
            undated = undated.where(columns.incident_id < last)
        undated = undated.order_by(columns.incident_id.desc()).limit(most - len(found))
        found += [(incident_id, "") for incident_id in connection.scalars(undated)]
    return found
