"""A coding that a person made: a new one beside those before it, and from then on the one in force."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, bindparam, insert, select

from marsad.errors import StoreError
from marsad.store.batches import next_key
from marsad.store.clock import now
from marsad.store.keep import show
from marsad.store.keep_events import keep_events
from marsad.store.log import Act, write
from marsad.store.model import record_text, text_sha256
from marsad.store.read import report_of
from marsad.store.sight import may_see
from marsad.store.tables import codings, documents, latest_versions, report_versions, reports, users

__all__ = ["current", "revise"]


_CURRENT = (
    select(reports.c.report_id, documents.c.report_key, documents.c.version_key, documents.c.coding_key)
    .select_from(latest_versions)
    .where(reports.c.report_id == bindparam("asked"))
)


def current(connection: Connection, report_id: str) -> Any:
    """Return the row of a report as it stands: keys of report, version and coding in force; None when there is none."""
    only = may_see(connection)
    return connection.execute(_CURRENT.where(*only) if only else _CURRENT, {"asked": report_id}).first()


def revise(
    connection: Connection,
    report_id: str,
    record: dict[str, Any],
    *,
    based_on: int,
    in_force: int,
    user_key: int,
    why: str = "",
) -> int:
    """Keep a person's coding of the latest version of a report, made out of the coding `based_on`; return its key.

    `in_force` is the coding that the person saw, `why` what stands beside the change where changes are read. Raises
    StoreError when another one took its place meanwhile.
    """
    row = current(connection, report_id)
    if row is None or row.coding_key is None:
        raise StoreError("There is no coding to correct.", store=report_id, remedy="Code the report first.")
    if row.coding_key != in_force:
        problem = "Somebody else saved a coding of this report meanwhile."
        raise StoreError(problem, store=report_id, remedy="Look at that one, then save again.")
    at, key, line = now(), next_key(connection, codings.c.coding_key), record_text(record)
    coder = connection.scalar(select(codings.c.coder_key).where(codings.c.coding_key == based_on))
    connection.execute(
        insert(codings).values(
            coding_key=key,
            version_key=row.version_key,
            coder_key=coder,
            record=line,
            coded_at=at,
            user_key=user_key,
            based_on=based_on,
        )
    )
    keep_events(connection, [(key, record)], at=at)
    detail = {"coding": key, "events": len(record["events"]), "record": text_sha256(line), "based_on": based_on}
    who = connection.execute(select(users.c.name).where(users.c.user_key == user_key)).scalar_one()
    write(connection, [Act(act="code", item=f"report:{report_id}", detail=detail)], who=who)
    query = select(reports.c.report_id, report_versions).select_from(reports.join(report_versions))
    version = connection.execute(query.where(report_versions.c.version_key == row.version_key)).one()
    reason = {"act": "revise", "based_on": based_on, "why": why}
    show(connection, [(row.report_key, row.version_key, key, report_of(version), record)], who=who, reason=reason)
    return key
