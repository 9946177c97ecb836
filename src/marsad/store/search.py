"""Search over reports and their events: the newest first, with counts by outlet, month, type, unit, actor, status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from marsad.model.report import Report
from marsad.model.span import Span
from marsad.store.filters import Filters
from marsad.store.highlight import highlights
from marsad.store.query import Query, parse
from marsad.store.read import report_of
from marsad.store.tables import documents, events, latest_versions, report_versions, reports
from marsad.store.word_index import matching

__all__ = ["FACETS", "Hit", "Hits", "search"]

FACETS = ("outlet", "month", "sub_event_type", "admin1", "actor", "status")
"""What hits are counted by: the first two count reports, the others events."""

_FIELD, _ROW = "\x1f", "\x1e"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A report found: its latest version, the words that were asked for, and the events that fit the filters.

    `highlights` are code points into `report.source_text`. `events` are positions in the record of its coding.
    """

    report: Report
    version_key: int
    coding_key: int | None
    highlights: tuple[Span, ...]
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """How many reports were found, the page of them asked for, and counts of all of them: (value, count) pairs."""

    reports: int
    events: int
    page: tuple[Hit, ...]
    facets: dict[str, tuple[tuple[str | None, int], ...]] = field(default_factory=dict)


def search(connection: Connection, asked: str, filters: Filters, *, limit: int, offset: int, facets: bool) -> Hits:
    """Return what is found, newest publication first; an empty question finds all that the filters leave."""
    query = parse(asked)
    of_events = filters.of_events(connection)
    conditions = matching(connection, query) + filters.of_reports()
    if of_events:
        fitting = select(events.c.coding_key).where(*of_events)
        conditions.append(documents.c.coding_key.in_(fitting))
    found = connection.execute(_counted(conditions, facets=facets)).one()
    event_counts = connection.execute(_events_counted(conditions, of_events, facets=facets)).one()
    page = _page(connection, query, conditions, of_events, limit=limit, offset=offset) if limit and found.number else ()
    counts = _facets(found.told, event_counts.told) if facets else {}
    return Hits(reports=found.number, events=event_counts.number, page=page, facets=counts)


def _counted(conditions: list[ColumnElement[bool]], *, facets: bool) -> Select[Any]:
    told = func.coalesce(documents.c.outlet, "") + _FIELD + func.coalesce(func.substr(documents.c.published, 1, 7), "")
    columns: list[ColumnElement[Any]] = [func.count().label("number")]
    if facets:
        columns.append(func.aggregate_strings(told, _ROW).label("told"))
    return select(*columns).select_from(documents).where(*conditions)


def _events_counted(
    conditions: list[ColumnElement[bool]], of_events: list[ColumnElement[bool]], *, facets: bool
) -> Select[Any]:
    told = (
        events.c.sub_event_type + _FIELD + func.coalesce(events.c.admin1, "") + _FIELD + events.c.status
        + _FIELD + events.c.actors
    )  # fmt: skip
    columns: list[ColumnElement[Any]] = [func.count().label("number")]
    if facets:
        columns.append(func.aggregate_strings(told, _ROW).label("told"))
    joined = documents.join(events, events.c.coding_key == documents.c.coding_key)
    return select(*columns).select_from(joined).where(*conditions, *of_events)


def _facets(of_reports: str | None, of_events: str | None) -> dict[str, tuple[tuple[str | None, int], ...]]:
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for row, times in _rows(of_reports):
        outlet, month = row.split(_FIELD)
        counts["outlet"][outlet] += times
        counts["month"][month] += times
    for row, times in _rows(of_events):
        kind, admin1, status, actors = row.split(_FIELD)
        counts["sub_event_type"][kind] += times
        counts["admin1"][admin1] += times
        counts["status"][status] += times
        for actor in filter(None, actors.split("\n")):
            counts["actor"][actor] += times
    return {
        name: tuple((value or None, count) for value, count in sorted(counter.items(), key=lambda one: (-one[1], one)))
        for name, counter in counts.items()
    }


def _rows(told: str | None) -> Iterable[tuple[str, int]]:
    return Counter(told.split(_ROW)).items() if told else ()


def _page(
    connection: Connection,
    query: Query,
    conditions: list[ColumnElement[bool]],
    of_events: list[ColumnElement[bool]],
    *,
    limit: int,
    offset: int,
) -> tuple[Hit, ...]:
    newest = (
        select(documents.c.search_key)
        .where(*conditions)
        .order_by(func.coalesce(documents.c.published, "").desc(), documents.c.report_key.desc())
        .limit(limit)
        .offset(offset)
    )
    keys = list(connection.scalars(newest))
    rows = connection.execute(
        select(documents.c.search_key, documents.c.coding_key, reports.c.report_id, report_versions)
        .select_from(latest_versions)
        .where(documents.c.search_key.in_(keys))
    )
    found = {row.search_key: row for row in rows}
    codings = [row.coding_key for row in found.values() if row.coding_key is not None]
    fitting: dict[int, list[int]] = {}
    numbers = select(events.c.coding_key, events.c.number).where(events.c.coding_key.in_(codings), *of_events)
    for row in connection.execute(numbers.order_by(events.c.coding_key, events.c.number)):
        fitting.setdefault(row.coding_key, []).append(row.number)
    hits = []
    for key in keys:
        row = found[key]
        report = report_of(row)
        hits.append(
            Hit(
                report=report,
                version_key=row.version_key,
                coding_key=row.coding_key,
                highlights=highlights(query, report.source_text),
                events=tuple(fitting.get(row.coding_key, ())),
            )
        )
    return tuple(hits)
