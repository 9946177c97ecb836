"""Lists a page at a time, each from where the one before ended: what is added meanwhile comes at the end or not at all.

A page is read by an index and its rows are looked up by their keys, so that its cost does not grow with the store.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from marsad.model.report import Report
from marsad.store.batches import chunks
from marsad.store.filters import Filters
from marsad.store.keep import last_number
from marsad.store.log import LogEntry
from marsad.store.read import report_of
from marsad.store.search import Hit
from marsad.store.tables import (
    actors,
    codings,
    documents,
    events,
    latest_versions,
    log,
    places,
    report_versions,
    reports,
    users,
)
from marsad.store.work_tables import reviews

__all__ = [
    "CodingRow", "ReportRow", "actors_page", "coding_now", "codings_made", "codings_page", "log_page", "places_page",
    "report_now", "reports_found", "reports_named", "reports_page",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """The latest version of a report; `key` is its place in the list."""

    key: int
    report: Report
    version: int
    kept_at: str
    gone: bool
    coded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingRow:
    """A coding with who made it; `status` is where its report stands in the work of people, `line` the record."""

    key: int
    report_id: str
    coding_key: int
    coded_at: str
    user: str | None
    based_on: int | None
    status: str | None
    line: str


_REPORTS = select(
    reports.c.report_id, report_versions, documents.c.coding_key, last_number(reports.c.report_key).label("last")
).select_from(latest_versions)


def _report(row: Any) -> ReportRow:
    return ReportRow(
        key=row.report_key,
        report=report_of(row),
        version=row.number,
        kept_at=row.kept_at,
        gone=row.last != row.number,
        coded=row.coding_key is not None,
    )


def reports_page(connection: Connection, filters: Filters, *, after: int, limit: int) -> list[ReportRow]:
    """Return reports in the order in which they were first kept, from one on; only filters on reports are minded."""
    keys = select(documents.c.report_key).where(documents.c.report_key > after, *filters.of_reports())
    found = list(connection.scalars(keys.order_by(documents.c.report_key).limit(limit)))
    query = _REPORTS.where(documents.c.report_key.in_(found)).order_by(documents.c.report_key)
    return [_report(row) for row in connection.execute(query)]


def report_now(connection: Connection, report_id: str) -> ReportRow | None:
    """Return the latest version of one report."""
    row = connection.execute(_REPORTS.where(reports.c.report_id == report_id)).first()
    return None if row is None else _report(row)


def reports_named(connection: Connection, report_ids: Collection[str]) -> dict[str, ReportRow]:
    """Return the latest versions of some reports, by their ids."""
    return {
        row.report_id: _report(row)
        for some in chunks(list(report_ids))
        for row in connection.execute(_REPORTS.where(reports.c.report_id.in_(some)))
    }


_LAST_NUMBERS = (
    select(report_versions.c.report_key, func.max(report_versions.c.number).label("last"))
    .where(report_versions.c.report_key.in_(bindparam("asked", expanding=True)))
    .group_by(report_versions.c.report_key)
)


def reports_found(connection: Connection, hits: Collection[Hit]) -> list[ReportRow]:
    """Return the reports that a search found, in its order."""
    keys = [hit.report_key for hit in hits]
    last = {row.report_key: row.last for row in connection.execute(_LAST_NUMBERS, {"asked": keys})} if keys else {}
    return [
        ReportRow(
            key=hit.report_key,
            report=hit.report,
            version=hit.version,
            kept_at=hit.kept_at,
            gone=last[hit.report_key] != hit.version,
            coded=hit.coding_key is not None,
        )
        for hit in hits
    ]


_CODINGS = (
    select(
        documents.c.report_key, reports.c.report_id, codings, users.c.name.label("user"),
        reviews.c.status.label("review_status"),
    )
    .select_from(
        documents.join(reports)
        .join(codings, codings.c.coding_key == documents.c.coding_key)
        .outerjoin(users, users.c.user_key == codings.c.user_key)
        .outerjoin(reviews, reviews.c.report_key == documents.c.report_key)
    )
)  # fmt: skip


def _coding(row: Any) -> CodingRow:
    return CodingRow(
        key=row.report_key,
        report_id=row.report_id,
        coding_key=row.coding_key,
        coded_at=row.coded_at,
        user=row.user,
        based_on=row.based_on,
        status=row.review_status or "to check",
        line=row.record,
    )


def codings_page(connection: Connection, filters: Filters, *, after: int, limit: int) -> list[CodingRow]:
    """Return codings in force in the order in which their reports were first kept, from one on."""
    keys: Select[int] = select(documents.c.report_key).where(
        documents.c.report_key > after, documents.c.coding_key.is_not(None), *filters.of_reports()
    )
    of_events = filters.of_events(connection)
    if of_events:
        keys = keys.where(documents.c.coding_key.in_(select(events.c.coding_key).where(*of_events)))
    found = list(connection.scalars(keys.order_by(documents.c.report_key).limit(limit)))
    query = _CODINGS.where(documents.c.report_key.in_(found)).order_by(documents.c.report_key)
    return [_coding(row) for row in connection.execute(query)]


def coding_now(connection: Connection, report_id: str) -> CodingRow | None:
    """Return the coding in force of one report."""
    row = connection.execute(_CODINGS.where(reports.c.report_id == report_id)).first()
    return None if row is None else _coding(row)


def codings_made(connection: Connection, keys: Collection[int]) -> dict[int, CodingRow]:
    """Return codings by their keys, in force or not; where their reports stand is not told."""
    query = select(reports.c.report_key, reports.c.report_id, codings, users.c.name.label("user")).select_from(
        codings.join(report_versions, report_versions.c.version_key == codings.c.version_key)
        .join(reports, reports.c.report_key == report_versions.c.report_key)
        .outerjoin(users, users.c.user_key == codings.c.user_key)
    )
    return {
        row.coding_key: CodingRow(
            key=row.report_key,
            report_id=row.report_id,
            coding_key=row.coding_key,
            coded_at=row.coded_at,
            user=row.user,
            based_on=row.based_on,
            status=None,
            line=row.record,
        )
        for some in chunks(sorted(keys))
        for row in connection.execute(query.where(codings.c.coding_key.in_(some)))
    }


def actors_page(connection: Connection, *, after: str, limit: int) -> list[str]:
    """Return the codes of actors that events name, in the order of codes, from one on."""
    query = select(actors.c.code).where(actors.c.code > after).order_by(actors.c.code).limit(limit)
    return list(connection.scalars(query))


def places_page(connection: Connection, *, after: str, limit: int) -> list[dict[str, Any]]:
    """Return the listed places in which events happened, in the order of their ids, from one on."""
    there = select(events.c.event_key).where(events.c.place_id == places.c.place_id).exists()  # as the reader sees them
    query = select(places).where(places.c.place_id > after, there).order_by(places.c.place_id).limit(limit)
    return [dict(row) for row in connection.execute(query).mappings()]


def log_page(connection: Connection, *, after: int, limit: int, item: str | None = None) -> list[LogEntry]:
    """Return acts of the log in their order, from one on; of one item where it is named."""
    query = select(log).where(log.c.entry_key > after).order_by(log.c.entry_key).limit(limit)
    if item is not None:
        query = query.where(log.c.item == item)
    return [
        LogEntry(
            number=row.entry_key,
            at=row.at,
            who=row.who,
            act=row.act,
            item=row.item,
            detail=json.loads(row.detail),
            software=row.software,
            previous=row.previous,
            hash=row.hash,
        )
        for row in connection.execute(query)
    ]
