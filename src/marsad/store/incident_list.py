"""Incidents found by what they are: kind, day, place, who, how many tell them, how they are graded."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from marsad.arabic.letters import fold
from marsad.store.tables import incidents

__all__ = ["IncidentFilters", "count_incidents", "found_incidents"]

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


def count_incidents(connection: Connection, filters: IncidentFilters) -> int:
    """Return how many incidents there are of that kind."""
    query = select(func.count()).select_from(incidents).where(*_conditions(filters))
    return int(connection.scalar(query) or 0)


def found_incidents(
    connection: Connection, filters: IncidentFilters, *, most: int | None = None
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield ids and records, the latest day first; undated ones last."""
    query = (
        select(incidents.c.incident_id, incidents.c.record)
        .where(*_conditions(filters))
        .order_by(func.coalesce(incidents.c.date_start, "").desc(), incidents.c.incident_id)
    )
    if most is not None:
        query = query.limit(most)
    with connection.execute(query, execution_options={"yield_per": _AT_ONCE}) as rows:
        for row in rows:
            yield row.incident_id, json.loads(row.record)


def _conditions(filters: IncidentFilters) -> Iterator[ColumnElement[bool]]:
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
