"""Reports chosen by what they are, changed together as one batch, and a batch taken back as a whole."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, insert, select

from marsad.errors import StoreError
from marsad.store.accounts import User
from marsad.store.batches import chunks, next_key
from marsad.store.clock import now
from marsad.store.filters import Filters
from marsad.store.log import Act, write
from marsad.store.review import last_standing, undo
from marsad.store.sight import may_see
from marsad.store.tables import (
    acts,
    codings,
    documents,
    events,
    incident_members,
    report_versions,
    reports,
    users,
)
from marsad.store.team_tables import batch_acts, batches
from marsad.store.work_tables import review_acts, reviews

__all__ = ["Batch", "Chosen", "Undone", "choose", "keep_batch", "latest_batches", "undo_batch"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A report with its coding in force; `numbers` are the positions of the events that were asked for."""

    report_id: str
    headline: str
    coding_key: int
    record: dict[str, Any]
    numbers: frozenset[int]
    status: str
    assignee: int | None
    checked_by: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Changes made together: `what` says which, `count` how many reports, `undone` that they were taken back."""

    key: int
    user: str
    at: str
    what: dict[str, Any]
    count: int
    undone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What taking a batch back did: reports as before, and those left since somebody worked on them afterwards."""

    reports: int
    left: tuple[str, ...]


_CODED = (
    select(
        reports.c.report_id, report_versions.c.headline, documents.c.coding_key, codings.c.record,
        reviews.c.status, reviews.c.assignee, reviews.c.checked_by,
    )
    .select_from(
        documents.join(reports, reports.c.report_key == documents.c.report_key)
        .join(report_versions, report_versions.c.version_key == documents.c.version_key)
        .join(codings, codings.c.coding_key == documents.c.coding_key)
        .outerjoin(reviews, reviews.c.report_key == documents.c.report_key)
    )
    .order_by(documents.c.published.desc().nulls_last(), documents.c.search_key.desc())
)  # fmt: skip
"""Coded reports with where they stand in the work on them, the latest published first."""


def choose(
    connection: Connection, filters: Filters, *, status: str | None = None, incident: str | None = None, most: int
) -> list[Chosen]:
    """Return coded reports by their filters, their status and the incident that they tell, the latest published first.

    Filters on events choose events: a report comes when one of them fits, with the positions of all that do.
    """
    conditions = [*filters.of_reports(), documents.c.coding_key.is_not(None)]
    of_events = filters.of_events(connection)
    if incident is not None:
        standing = (incident_members.c.incident_id == incident) & incident_members.c.left_at.is_(None)
        of_events.append(events.c.event_key.in_(select(incident_members.c.event_key).where(standing)))
        telling = select(acts.c.report_key).join(incident_members, incident_members.c.event_key == acts.c.event_key)
        conditions.append(documents.c.report_key.in_(telling.where(standing)))
    if of_events:
        conditions.append(documents.c.coding_key.in_(select(events.c.coding_key).where(*of_events)))
    if status is not None:
        conditions.append(func.coalesce(reviews.c.status, "to check") == status)
    rows = connection.execute(_CODED.where(*conditions).limit(most)).all()
    numbers: dict[int, set[int]] = {row.coding_key: set() for row in rows}
    for some in chunks(list(numbers)):
        fitting = select(events.c.coding_key, events.c.number).where(events.c.coding_key.in_(some), *of_events)
        for row in connection.execute(fitting):
            numbers[row.coding_key].add(row.number)
    return [
        Chosen(
            report_id=row.report_id,
            headline=row.headline,
            coding_key=row.coding_key,
            record=json.loads(row.record),
            numbers=frozenset(numbers[row.coding_key]),
            status=row.status or "to check",
            assignee=row.assignee,
            checked_by=row.checked_by,
        )
        for row in rows
    ]


def keep_batch(
    connection: Connection, what: dict[str, Any], act_keys: Sequence[int], *, user: User, undoes: int | None = None
) -> int:
    """Keep that acts were done together, and return the key of the batch."""
    key = next_key(connection, batches.c.batch_key)
    told = json.dumps(what, ensure_ascii=False, sort_keys=True)
    connection.execute(
        insert(batches).values(batch_key=key, user_key=user.key, at=now(), what=told, undoes=undoes)
    )  # fmt: skip
    if act_keys:
        connection.execute(insert(batch_acts), [{"batch_key": key, "act_key": one} for one in act_keys])
    detail = {"what": what, "reports": len(act_keys), "undoes": undoes}
    write(connection, [Act(act="batch", item=f"batch:{key}", detail=detail)], who=user.name)
    return key


def undo_batch(connection: Connection, key: int, *, user: User) -> Undone:
    """Take a batch back: every report as before it, but for those on which somebody did something since.

    Raises StoreError when there is no such batch, it was taken back before, or has reports that `user` does not see.
    """
    standing = select(batches.c.batch_key).where(batches.c.batch_key == key, batches.c.undoes.is_(None))
    undone = select(batches.c.batch_key).where(batches.c.undoes == key)
    if connection.scalar(standing) is None or connection.scalar(undone) is not None:
        problem = "There is no such batch, or it was taken back before."
        raise StoreError(problem, store=str(key), remedy="Look at the batches again.")
    query = (
        select(review_acts.c.act_key, review_acts.c.report_key, reports.c.report_id)
        .select_from(
            batch_acts.join(review_acts, review_acts.c.act_key == batch_acts.c.act_key).join(
                reports, reports.c.report_key == review_acts.c.report_key
            )
        )
        .where(batch_acts.c.batch_key == key)
        .order_by(review_acts.c.act_key)
    )
    rows = connection.execute(query).all()
    if len(rows) != len(connection.execute(query.where(*may_see(connection))).all()):
        problem = "Reports that you do not see are in this batch, too."
        raise StoreError(problem, store=str(key), remedy="Ask somebody who sees them all.")
    done, left = [], []
    for row in rows:
        if last_standing(connection, row.report_key) != row.act_key:
            left.append(row.report_id)
            continue
        undo(connection, row.report_id, user=user, of_others=True)
        latest = select(func.max(review_acts.c.act_key)).where(review_acts.c.report_key == row.report_key)
        done.append(connection.execute(latest).scalar_one())
    keep_batch(connection, {"field": "undo"}, done, user=user, undoes=key)
    return Undone(reports=len(done), left=tuple(left))


def latest_batches(connection: Connection, *, most: int) -> list[Batch]:
    """Return the batches made last, the latest first; those that only took another one back are told by that one."""
    undoing = batches.alias("undoing")
    count = select(func.count()).where(batch_acts.c.batch_key == batches.c.batch_key).scalar_subquery()
    query = (
        select(batches, users.c.name, count.label("many"), undoing.c.batch_key.label("undone"))
        .select_from(
            batches.join(users, users.c.user_key == batches.c.user_key).outerjoin(
                undoing, undoing.c.undoes == batches.c.batch_key
            )
        )
        .where(batches.c.undoes.is_(None))
        .order_by(batches.c.batch_key.desc())
        .limit(most)
    )
    return [
        Batch(
            key=row.batch_key,
            user=row.name,
            at=row.at,
            what=json.loads(row.what),
            count=row.many,
            undone=row.undone is not None,
        )
        for row in connection.execute(query)
    ]
