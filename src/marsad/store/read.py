"""What is kept, as it was handed in: reports, codings, and the lines of `marsad code`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Connection, Select, bindparam, func, select

from marsad.model.report import Report
from marsad.store.batches import chunks
from marsad.store.columns import keepable
from marsad.store.keep import coder_key, conflict
from marsad.store.model import CodedBy, KeptCoding, KeptReport, content_sha256
from marsad.store.tables import coders, codings, documents, latest_versions, report_versions, reports, users

__all__ = [
    "coded_before",
    "codings_of",
    "current_lines",
    "current_words",
    "latest",
    "line",
    "recoded",
    "report_of",
    "sees_report",
    "uncoded",
    "versions",
]

_AT_ONCE = 500


def report_of(row: Any) -> Report:
    """Return the report of a row of `report_versions` with its report_id."""
    return Report(
        report_id=row.report_id,
        headline=row.headline,
        text=row.text,
        published_on=date.fromisoformat(row.published) if row.published else None,
        outlet=row.outlet,
        url=row.url,
        sha256=row.sha256,
        published_at=datetime.fromisoformat(row.published_at) if row.published_at else None,
        edited=row.edited,
        forwarded_from=row.forwarded_from,
        reply_to=row.reply_to,
        extent=row.extent,
    )


def _kept(row: Any) -> KeptReport:
    return KeptReport(
        report=report_of(row),
        version=row.number,
        version_key=row.version_key,
        kept_at=row.kept_at,
        retrieved_at=row.retrieved_at,
        archive=row.archive,
        source_key=row.source_key,
        gone=row.state == "gone",
    )


_VERSIONS = select(reports.c.report_id, reports.c.source_key, report_versions)  # has report_key, too


_VERSIONS_OF = (
    _VERSIONS.select_from(reports.join(report_versions))
    .where(reports.c.report_id == bindparam("asked"))
    .order_by(report_versions.c.number)
)


def versions(connection: Connection, report_id: str) -> list[KeptReport]:
    """Return every version of a report, oldest first; none when there is no such report."""
    return [_kept(row) for row in connection.execute(_VERSIONS_OF, {"asked": report_id})]


def sees_report(connection: Connection, report_id: str) -> bool:
    """Say whether there is a report of an id for who reads."""
    return connection.scalar(select(reports.c.report_key).where(reports.c.report_id == report_id)) is not None


def latest(connection: Connection) -> Iterator[KeptReport]:
    """Yield the latest version of every report, in the order in which they were first kept."""
    query = _VERSIONS.select_from(latest_versions)
    for row in _in_pieces(connection, query):
        yield _kept(row)


def uncoded(connection: Connection, coded_by: CodedBy, *, after: int) -> list[tuple[int, KeptReport]]:
    """Return some of the latest versions that a coder has not coded, with their keys, from the key `after` on."""
    query = _VERSIONS.select_from(latest_versions)
    coder = coder_key(connection, coded_by, make=False)
    if coder is not None:
        done = select(codings.c.version_key).where(codings.c.coder_key == coder)
        query = query.where(report_versions.c.version_key.not_in(done))
    query = query.where(reports.c.report_key > after).order_by(reports.c.report_key).limit(_AT_ONCE)
    return [(row.report_key, _kept(row)) for row in connection.execute(query)]


def recoded(connection: Connection, coded_by: CodedBy) -> Iterator[tuple[str, str]]:
    """Yield (the line before, the line now) of the latest versions that a coder coded and another one before it."""
    coder = coder_key(connection, coded_by, make=False)
    if coder is None:
        return
    new, old = codings.alias("new"), codings.alias("old")
    earlier = (
        select(func.max(codings.c.coding_key))
        .where(
            codings.c.version_key == new.c.version_key,
            codings.c.coding_key < new.c.coding_key,
            codings.c.user_key.is_(None),
        )
        .scalar_subquery()
    )
    query = (
        select(documents.c.report_key, old.c.record.label("before"), new.c.record.label("now"))
        .select_from(
            documents.join(new, new.c.version_key == documents.c.version_key).join(old, old.c.coding_key == earlier)
        )
        .where(new.c.coder_key == coder, new.c.user_key.is_(None))
    )
    for row in _in_pieces(connection, query, documents.c.report_key):
        yield row.before, row.now


def current_lines(connection: Connection) -> Iterator[str]:
    """Yield the newest coding of the latest version of every report, as `marsad code` writes it, less line feeds."""
    query = select(reports.c.report_key, codings.c.record).select_from(
        documents.join(reports).join(codings, codings.c.coding_key == documents.c.coding_key)
    )
    for row in _in_pieces(connection, query):
        yield row.record


def current_words(connection: Connection) -> Iterator[tuple[str, str, str]]:
    """Yield what `current_lines` does, each with headline and text as they were coded."""
    query = select(
        reports.c.report_key, codings.c.record, report_versions.c.headline, report_versions.c.text
    ).select_from(
        documents.join(reports)
        .join(codings, codings.c.coding_key == documents.c.coding_key)
        .join(report_versions, report_versions.c.version_key == codings.c.version_key)
    )
    for row in _in_pieces(connection, query):
        yield row.record, row.headline, row.text


def _in_pieces(connection: Connection, query: Select[Any], key: Column[int] = reports.c.report_key) -> Iterator[Any]:
    """Yield rows in the order of reports, some hundred at a time, so that a store of any size fits in memory."""
    last = 0
    while rows := connection.execute(query.where(key > last).order_by(key).limit(_AT_ONCE)).all():
        yield from rows
        last = rows[-1].report_key


def line(connection: Connection, coding_key: int) -> str:
    """Return the line of one coding."""
    found: str = connection.execute(select(codings.c.record).where(codings.c.coding_key == coding_key)).scalar_one()
    return found


_CODINGS_OF = (
    select(reports.c.report_id, report_versions.c.number, codings, coders, users.c.name.label("user"))
    .select_from(
        reports.join(report_versions)
        .join(codings)
        .join(coders)
        .outerjoin(users, codings.c.user_key == users.c.user_key)
    )
    .where(reports.c.report_id == bindparam("asked"))
    .order_by(codings.c.coding_key)
)


def codings_of(connection: Connection, report_id: str) -> list[KeptCoding]:
    """Return every coding of every version of a report, oldest first."""
    return [kept_coding(row) for row in connection.execute(_CODINGS_OF, {"asked": report_id})]


def kept_coding(row: Any) -> KeptCoding:
    """Return the coding of a row of codings, coders, report_id, the number of the version and the name of the user."""
    return KeptCoding(
        report_id=row.report_id,
        version=row.number,
        coding_key=row.coding_key,
        coded_by=CodedBy(
            coder_version=row.coder_version,
            resources_version=row.resources_version,
            gazetteer=row.gazetteer,
            gazetteer_version=row.gazetteer_version,
            min_confidence=row.min_confidence,
        ),
        coded_at=row.coded_at,
        line=row.record,
        user=row.user,
        based_on=row.based_on,
    )


def coded_before(
    connection: Connection, items: Sequence[Report], coded_by: CodedBy
) -> tuple[dict[str, str], dict[str, str]]:
    """Return what need not be coded: ids with the line kept, and ids refused with the reason.

    A line is kept when this very content was coded by this very coder, in whichever version of the report.
    """
    coder = coder_key(connection, coded_by, make=False)
    wanted = {keepable(report.report_id): report for report in items}
    refused: dict[str, str] = {}
    lines: dict[str, str] = {}
    for some in chunks(list(wanted)):
        now = select(reports.c.report_id, report_versions.c.outlet, report_versions.c.url).select_from(latest_versions)
        for row in connection.execute(now.where(reports.c.report_id.in_(some))):
            reason = conflict(wanted[row.report_id], outlet=row.outlet, url=row.url)
            if reason:
                refused[wanted[row.report_id].report_id] = reason
        if coder is None:
            continue
        contents = {content_sha256(wanted[report_id]) for report_id in some}
        done = (
            select(reports.c.report_id, report_versions.c.content_sha256, codings.c.record)
            .select_from(reports.join(report_versions).join(codings))
            .where(
                reports.c.report_id.in_(some),
                report_versions.c.content_sha256.in_(contents),
                codings.c.coder_key == coder,
                codings.c.user_key.is_(None),
            )
        )
        for row in connection.execute(done):
            report = wanted[row.report_id]
            if content_sha256(report) == row.content_sha256:
                lines[report.report_id] = row.record
    return lines, refused
