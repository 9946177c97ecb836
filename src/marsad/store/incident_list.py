"""Incidents found by what they are: kind, day, place, who, how many tell them, how they are graded."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select, tuple_

from marsad.arabic.letters import fold
from marsad.store.batches import chunks
from marsad.store.tables import incidents
from marsad.store.whole import whole_incident

__all__ = ["FoundIncident", "IncidentFilters", "conditions_on", "count_incidents", "found_incidents", "incident_page"]

_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentFilters:
    """What incidents must be; None asks for nothing.

    `since` and `until` are days, both included; `place` a part of the name of place, unit or country; `actor` a code
    of either side; `sources` how many independent sources there are at least; `credibility` the grade that the best
    report has at most (2 is confirmed or probable); `attribution` how sure it is who did it, `contested` that it is not
    agreed on.
    """

    since: date | None = None
    until: date | None = None
    place: str | None = None
    actor: str | None = None
    kind: str | None = None
    sources: int | None = None
    credibility: int | None = None
    attribution: str | None = None
    contested: bool = False


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


def count_incidents(connection: Connection, filters: IncidentFilters, *, most: int | None = None) -> int:
    """Return how many incidents there are of that kind; with `most` counting ends there."""
    found = select(incidents.c.incident_id).where(*conditions_on(filters)).limit(most)
    return int(connection.scalar(select(func.count()).select_from(found.subquery())) or 0)


def incident_page(
    connection: Connection, filters: IncidentFilters, *, after: tuple[str, str] | None = None, most: int
) -> list[FoundIncident]:
    """Return some incidents, the latest day first, undated ones last; `after` is the `cursor` of the last one seen."""
    keys = _keys(connection, filters, after, most)
    records: dict[str, str] = {}
    for some in chunks([incident_id for incident_id, _ in keys]):
        query = select(incidents.c.incident_id, incidents.c.record).where(incidents.c.incident_id.in_(some))
        records.update((row.incident_id, row.record) for row in connection.execute(query))
    return [
        FoundIncident(incident_id=incident_id, day=day, record=whole_incident(json.loads(records[incident_id])))
        for incident_id, day in keys
    ]


def found_incidents(
    connection: Connection, filters: IncidentFilters, *, most: int | None = None
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield ids and records, the latest day first; undated ones last."""
    after, left = None, most
    while left is None or left > 0:
        page = incident_page(connection, filters, after=after, most=min(_AT_ONCE, left or _AT_ONCE))
        yield from ((found.incident_id, found.record) for found in page)
        if not page:
            return
        after, left = page[-1].cursor, None if left is None else left - len(page)


def _keys(
    connection: Connection, filters: IncidentFilters, after: tuple[str, str] | None, most: int
) -> list[tuple[str, str]]:
    """Return ids and days in their order, read backwards from the index of days; "" is the day of undated ones."""
    columns, conditions = incidents.c, list(conditions_on(filters))
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


def conditions_on(filters: IncidentFilters) -> Iterator[ColumnElement[bool]]:
    """Yield what filters ask of an incident that anything tells."""
    columns = incidents.c
    yield columns.reports > 0
    if filters.since is not None:
        yield func.coalesce(columns.date_end, columns.date_start) >= filters.since.isoformat()
    if filters.until is not None:
        yield columns.date_start <= filters.until.isoformat()
    if filters.place is not None:
        yield columns.places.contains(fold(filters.place), autoescape=True)
    if filters.actor is not None:
        yield columns.actors.contains(f"\n{filters.actor}\n", autoescape=True)
    if filters.kind is not None:
        yield columns.sub_event_type == filters.kind
    if filters.sources is not None:
        yield columns.sources >= filters.sources
    if filters.credibility is not None:
        yield columns.credibility <= filters.credibility
    if filters.contested:
        yield columns.contested == 1
    if filters.attribution is not None:
        yield columns.attribution == filters.attribution
