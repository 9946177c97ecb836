"""Search over reports and their events: the newest first, with counts by outlet, month, type, unit, actor, status."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    FromClause,
    ScalarSelect,
    Select,
    Text,
    cast,
    func,
    null,
    select,
    tuple_,
    union_all,
)
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from marsad.model.report import Report
from marsad.model.span import Span
from marsad.store.facets import FACETS, counted, told_of_events, told_of_reports
from marsad.store.filters import Filters
from marsad.store.highlight import highlights
from marsad.store.lists import Order, Place, places_from
from marsad.store.query import Query, parse
from marsad.store.read import report_of
from marsad.store.tables import documents, events, latest_versions, report_versions, reports
from marsad.store.word_index import matching

__all__ = ["MOST_COUNTED", "Hit", "Hits", "search", "search_page"]

MOST_COUNTED = 10_000
"""Reports found that are counted; what is found of millions would take seconds to read."""

_TOLD = ("search_key", "report_key", "coding_key", "outlet", "published", "told")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A report found: its latest version, the words that were asked for, and the events that fit the filters.

    `highlights` are code points into `report.source_text`. `events` are positions in the record of its coding.
    """

    report: Report
    report_key: int
    version_key: int
    coding_key: int | None
    highlights: tuple[Span, ...]
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """How many reports were found, the page of them asked for, and counts of all of them: (value, count) pairs.

    Of more than MOST_COUNTED the newest are counted, and `more` is true.
    """

    reports: int
    events: int
    page: tuple[Hit, ...]
    facets: dict[str, tuple[tuple[str | None, int], ...]] = field(default_factory=dict)
    more: bool = False


def search(
    connection: Connection,
    asked: str,
    filters: Filters,
    *,
    limit: int,
    offset: int,
    facets: bool,
    after: tuple[str, int] | None = None,
) -> Hits:
    """Return what is found, newest publication first; an empty question finds all that the filters leave.

    `after` is the day of publication ("" for none) and the key of the report that a page before ended with.
    """
    query = parse(asked)
    of_events = filters.of_events(connection)
    conditions = matching(connection, query) + filters.of_reports()
    if of_events:
        conditions.append(documents.c.coding_key.in_(select(events.c.coding_key).where(*of_events)))
    # what was found is looked for once, and counted, told and put in order from there
    all_found = select(*(documents.c[name] for name in _TOLD)).where(*conditions)
    beyond = _newest_of(all_found, MOST_COUNTED + 1)
    found = select(beyond).limit(MOST_COUNTED).cte("found")
    counted_too = after is None and offset + limit <= MOST_COUNTED
    count, keys, told, told_of = connection.execute(
        select(
            select(func.count()).select_from(beyond).scalar_subquery(),
            _newest(found if counted_too else all_found.subquery(), limit=limit, offset=offset, after=after),
            told_of_reports(found, with_events=not of_events),
            told_of_events(found, of_events) if of_events else null(),
        )
    ).one()
    counts = counted(told)
    if of_events:
        counts |= counted(told_of, FACETS[2:])
    return Hits(
        reports=min(count, MOST_COUNTED),
        more=count > MOST_COUNTED,
        events=sum(number for _, number in counts["sub_event_type"]),
        page=_page(connection, query, documents.c.search_key.in_(map(int, keys.split())), of_events) if keys else (),
        facets=counts if facets else {},
    )


def search_page(
    connection: Connection, asked: str, filters: Filters, *, limit: int, after: tuple[str, int] | None = None
) -> tuple[Hit, ...]:
    """Return a page of what `search` finds, without counting all of it."""
    query = parse(asked)
    of_events = filters.of_events(connection)
    conditions = matching(connection, query) + filters.of_reports()
    if of_events:
        conditions.append(documents.c.coding_key.in_(select(events.c.coding_key).where(*of_events)))
    order = Order(value=documents.c.published, key=documents.c.report_key, descending=True)
    start = None if after is None else Place(after[0] or None, after[1])
    found = places_from(connection, select(order.value, order.key).where(*conditions), order, start=start, limit=limit)
    return _page(connection, query, documents.c.report_key.in_([place.key for place in found]), of_events)


def _newest_of(found: Select[Any], most: int) -> CTE:
    """Return the newest of what was found, undated ones last, each part read in the order of its index."""
    columns = found.selected_columns
    by = columns["published"].desc(), columns["report_key"].desc()
    dated = found.where(columns["published"].is_not(None)).order_by(*by).limit(most).subquery()
    undated = found.where(columns["published"].is_(None)).order_by(by[1]).limit(most).subquery()
    both = union_all(select(dated), select(undated)).subquery()
    return select(both).limit(most).cte("beyond")


def _newest(found: FromClause, *, limit: int, offset: int, after: tuple[str, int] | None) -> ScalarSelect[str]:
    keys = select(found.c.search_key)
    if after is not None:
        keys = keys.where(tuple_(func.coalesce(found.c.published, ""), found.c.report_key) < tuple_(*after))
    page = keys.order_by(*_order(found.c)).limit(limit).offset(offset).subquery()
    return select(func.aggregate_strings(cast(page.c.search_key, Text), " ")).scalar_subquery()


def _order(columns: ReadOnlyColumnCollection[str, Any]) -> tuple[ColumnElement[Any], ...]:
    return func.coalesce(columns["published"], "").desc(), columns["report_key"].desc()


def _page(
    connection: Connection, query: Query, shown: ColumnElement[bool], of_events: list[ColumnElement[bool]]
) -> tuple[Hit, ...]:
    rows = connection.execute(
        select(documents.c.coding_key, reports.c.report_id, report_versions)
        .select_from(latest_versions)
        .where(shown)
        .order_by(*_order(documents.c))
    ).all()
    codings = [row.coding_key for row in rows if row.coding_key is not None]
    fitting: dict[int, list[int]] = {}
    numbers = select(events.c.coding_key, events.c.number).where(events.c.coding_key.in_(codings), *of_events)
    for row in connection.execute(numbers.order_by(events.c.coding_key, events.c.number)):
        fitting.setdefault(row.coding_key, []).append(row.number)
    hits = []
    for row in rows:
        report = report_of(row)
        hits.append(
            Hit(
                report=report,
                report_key=row.report_key,
                version_key=row.version_key,
                coding_key=row.coding_key,
                highlights=highlights(query, report.source_text),
                events=tuple(fitting.get(row.coding_key, ())),
            )
        )
    return tuple(hits)
