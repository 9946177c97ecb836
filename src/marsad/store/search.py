"""Search over reports and their events: the newest first, with counts by outlet, month, type, unit, actor, status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    FromClause,
    Integer,
    ScalarSelect,
    Select,
    Text,
    bindparam,
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
from marsad.store.engine import is_sqlite
from marsad.store.facets import FACETS, counted, told_of_events, told_of_reports
from marsad.store.filters import Filters
from marsad.store.highlight import highlights
from marsad.store.lists import Order, Place, places_from
from marsad.store.query import Query, parse
from marsad.store.read import report_of
from marsad.store.tables import documents, events, latest_versions, report_versions, reports
from marsad.store.ways import MOST_COUNTED, Way, plan_anew
from marsad.store.word_index import found_by, matching, sought, way_to_words

__all__ = ["MOST_COUNTED", "Hit", "Hits", "search", "search_page"]

_UNFILTERED = Filters()
_TOLD = ("search_key", "report_key", "coding_key", "outlet", "published", "told")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A report found: its latest version, the words that were asked for, and the events that fit the filters.

    `version` is the number of that version, kept since `kept_at`; `highlights` are code points into
    `report.source_text`, `events` positions in the record of its coding.
    """

    report: Report
    report_key: int
    version_key: int
    version: int
    kept_at: str
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
    counted_too = after is None and offset + limit <= MOST_COUNTED
    alone = counted_too and filters == _UNFILTERED and not query.excluded
    plain = sought(connection, query.terms) if alone else None
    given: dict[str, Any] = {"most": MOST_COUNTED, "beyond": MOST_COUNTED + 1, "limit": limit, "offset": offset}
    if plain is not None:
        asking = _plainly(way_to_words(connection, plain), is_sqlite(connection))
        count, keys, told, told_of = connection.execute(asking, given | {"sought": plain}).one()
    else:
        if filters != _UNFILTERED:
            plan_anew(connection)
        conditions = _conditions(connection, query, filters, of_events)
        asking = _asking(conditions, of_events, after=after, counted_too=counted_too)
        count, keys, told, told_of = connection.execute(asking, given).one()
    counts = counted(told)
    if of_events:
        counts |= counted(told_of, FACETS[2:])
    return Hits(
        reports=min(count, MOST_COUNTED),
        more=count > MOST_COUNTED,
        events=sum(number for _, number in counts["sub_event_type"]),
        page=_page(connection, query, "search_key", list(map(int, keys.split())), of_events) if keys else (),
        facets=counts if facets else {},
    )


def _asking(
    conditions: Sequence[ColumnElement[bool]],
    of_events: Sequence[ColumnElement[bool]],
    *,
    after: tuple[str, int] | None,
    counted_too: bool,
) -> Select[Any]:
    """Return what asks for the number of documents found, the keys of a page of them, and what is counted by.

    What was found is looked for once, and counted, told and put in order from there. The values of the statement are
    how many are counted, one more than that, and the limit and the offset of the page.
    """
    all_found = select(*(documents.c[name] for name in _TOLD)).where(*conditions)
    beyond = _newest_of(all_found)
    found = select(beyond).limit(bindparam("most", type_=Integer)).cte("found")
    return select(
        select(func.count()).select_from(beyond).scalar_subquery(),
        _newest(found if counted_too else all_found.subquery(), after=after),
        told_of_reports(found, with_events=not of_events),
        told_of_events(found, of_events) if of_events else null(),
    )


@cache
def _plainly(way: Way, sqlite: bool) -> Select[Any]:
    """Return what asks for words alone, put together once, as it is long."""
    found = found_by(way, bindparam("sought", type_=Text), sqlite=sqlite)
    return _asking([found], (), after=None, counted_too=True)


def _conditions(
    connection: Connection, query: Query, filters: Filters, of_events: Sequence[ColumnElement[bool]]
) -> list[ColumnElement[bool]]:
    narrowed = filters.of_reports()
    if of_events:
        narrowed.append(documents.c.coding_key.in_(select(events.c.coding_key).where(*of_events)))
    return matching(connection, query, narrowed)


def search_page(
    connection: Connection, asked: str, filters: Filters, *, limit: int, after: tuple[str, int] | None = None
) -> tuple[Hit, ...]:
    """Return a page of what `search` finds, without counting all of it."""
    query = parse(asked)
    of_events = filters.of_events(connection)
    conditions = _conditions(connection, query, filters, of_events)
    order = Order(value=documents.c.published, key=documents.c.report_key, descending=True)
    start = None if after is None else Place(after[0] or None, after[1])
    found = places_from(connection, select(order.value, order.key).where(*conditions), order, start=start, limit=limit)
    return _page(connection, query, "report_key", [place.key for place in found], of_events)


def _newest_of(found: Select[Any]) -> CTE:
    """Return the newest of what was found, undated ones last, each part read in the order of its index."""
    columns, most = found.selected_columns, bindparam("beyond", type_=Integer)
    by = columns["published"].desc(), columns["report_key"].desc()
    dated = found.where(columns["published"].is_not(None)).order_by(*by).limit(most).subquery()
    undated = found.where(columns["published"].is_(None)).order_by(by[1]).limit(most).subquery()
    both = union_all(select(dated), select(undated)).subquery()
    return select(both).limit(most).cte("beyond")


def _newest(found: FromClause, *, after: tuple[str, int] | None) -> ScalarSelect[str]:
    keys = select(found.c.search_key)
    if after is not None:
        keys = keys.where(tuple_(func.coalesce(found.c.published, ""), found.c.report_key) < tuple_(*after))
    limit, offset = bindparam("limit", type_=Integer), bindparam("offset", type_=Integer)
    page = keys.order_by(*_order(found.c)).limit(limit).offset(offset).subquery()
    return select(func.aggregate_strings(cast(page.c.search_key, Text), " ")).scalar_subquery()


def _order(columns: ReadOnlyColumnCollection[str, Any]) -> tuple[ColumnElement[Any], ...]:
    return func.coalesce(columns["published"], "").desc(), columns["report_key"].desc()


_TOLD_BY = {
    name: select(documents.c.coding_key, reports.c.report_id, report_versions)
    .select_from(latest_versions)
    .where(documents.c[name].in_(bindparam("asked", expanding=True)))
    .order_by(*_order(documents.c))
    for name in ("search_key", "report_key")
}
_NUMBERS = (
    select(events.c.coding_key, events.c.number)
    .where(events.c.coding_key.in_(bindparam("codings", expanding=True)))
    .order_by(events.c.coding_key, events.c.number)
)


def _page(
    connection: Connection, query: Query, shown: str, keys: Sequence[int], of_events: list[ColumnElement[bool]]
) -> tuple[Hit, ...]:
    rows = connection.execute(_TOLD_BY[shown], {"asked": keys}).all()
    codings = [row.coding_key for row in rows if row.coding_key is not None]
    fitting: dict[int, list[int]] = {}
    numbers = _NUMBERS.where(*of_events) if of_events else _NUMBERS
    for row in connection.execute(numbers, {"codings": codings}):
        fitting.setdefault(row.coding_key, []).append(row.number)
    hits = []
    for row in rows:
        report = report_of(row)
        hits.append(
            Hit(
                report=report,
                report_key=row.report_key,
                version_key=row.version_key,
                version=row.number,
                kept_at=row.kept_at,
                coding_key=row.coding_key,
                highlights=highlights(query, report.source_text),
                events=tuple(fitting.get(row.coding_key, ())),
            )
        )
    return tuple(hits)
