"""A report coded a second time by somebody who did not see the first coding, which stays the one in force."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, or_, select

from marsad.errors import StoreError
from marsad.store.access import hidden_from
from marsad.store.accounts import User
from marsad.store.batches import next_key
from marsad.store.clock import now
from marsad.store.log import Act, write
from marsad.store.model import record_text, text_sha256
from marsad.store.review import review_of
from marsad.store.revise import current
from marsad.store.sight import may_see
from marsad.store.tables import codings, documents, report_versions, reports, users
from marsad.store.team_tables import blind_codings, blind_readings
from marsad.store.work_tables import review_acts, reviews

__all__ = [
    "BlindReading", "DoubleCoding", "ask_blind", "code_blind", "double_codings", "draw_blind", "open_reading",
    "open_readings", "reading_done", "to_code_blind",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class BlindReading:
    """A report that waits for somebody to code it anew; `version_key` is the version that was coded first."""

    key: int
    report_id: str
    version_key: int
    asked_by: str
    asked_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubleCoding:
    """A report coded twice: by whom, and both records; `title` is its headline, or else how its text begins."""

    key: int
    report_id: str
    title: str
    made_at: str
    first_by: str
    second_by: str
    first: dict[str, Any]
    second: dict[str, Any]


def ask_blind(connection: Connection, report_id: str, *, reader: User, by: User) -> int:
    """Let somebody code a report a second time; return the key of the reading.

    Raises StoreError when no person answers for a coding of it yet, when that is the reader himself, when he worked
    on it, does not see it, or was asked before.
    """
    row = current(connection, report_id)
    first = review_of(connection, row.report_key) if row is not None else None
    if row is None or first is None or first.checked_by is None or not _answered(connection, row):
        problem = "Nobody answers for the coding of this report yet."
        raise StoreError(problem, store=report_id, remedy="Let somebody check it first.")
    if first.checked_by == reader.key:
        problem = "A second reading takes another person than the one who checked."
        raise StoreError(problem, store=report_id, remedy="Ask somebody else to read it.")
    if connection.scalar(select(_worked_on(row.report_key, reader))):
        problem = "This person worked on the report, and has seen how it was coded."
        raise StoreError(problem, store=report_id, remedy="Ask somebody else to read it.")
    seen = select(reports.c.report_key).where(reports.c.report_key == row.report_key, *_seen_by(connection, reader))
    if connection.scalar(seen) is None:
        problem = "This person does not see the report."
        raise StoreError(problem, store=report_id, remedy="Ask somebody else to read it.")
    asked = (blind_readings.c.report_key == row.report_key) & (blind_readings.c.user_key == reader.key)
    if connection.scalar(select(blind_readings.c.reading_key).where(asked)) is not None:
        problem = "This person was asked to code this report before."
        raise StoreError(problem, store=report_id, remedy="Ask somebody else to read it.")
    key = next_key(connection, blind_readings.c.reading_key)
    connection.execute(
        insert(blind_readings).values(
            reading_key=key,
            report_key=row.report_key,
            version_key=row.version_key,
            coding_key=row.coding_key,
            first_by=first.checked_by,
            user_key=reader.key,
            asked_by=by.key,
            asked_at=now(),
        )
    )
    detail = {"reading": key, "reader": reader.name, "first": row.coding_key}
    write(connection, [Act(act="ask blind", item=f"report:{report_id}", detail=detail)], who=by.name)
    return key


def _worked_on(report_key: Any, reader: User) -> ColumnElement[bool]:
    """Return the condition that somebody did anything with a report, and so had its coding before him."""
    of = review_acts.c.report_key == report_key
    return select(review_acts.c.act_key).where(of, review_acts.c.user_key == reader.key).exists()


_ANSWERED = ("accept", "save", "restore")
"""Acts by which a person answers for the coding that they leave in force."""


def _answered(connection: Connection, row: Any) -> bool:
    """Say whether a person answers for the very coding that is in force, not for one before it."""
    query = select(review_acts.c.act_key).where(
        review_acts.c.report_key == row.report_key,
        review_acts.c.coding_key == row.coding_key,
        review_acts.c.act.in_(_ANSWERED),
    )
    return connection.scalar(query.limit(1)) is not None


def _seen_by(connection: Connection, reader: User) -> list[ColumnElement[bool]]:
    """Return the condition on `reports` that somebody sees them."""
    hidden = hidden_from(connection, reader)
    return [or_(reports.c.collection_key.is_(None), reports.c.collection_key.not_in(hidden))] if hidden else []


def draw_blind(connection: Connection, *, reader: User, by: User, most: int) -> int:
    """Let somebody code reports drawn by chance from those that others answer for; return how many."""
    query = (
        select(reports.c.report_id)
        .select_from(
            reviews.join(reports, reports.c.report_key == reviews.c.report_key)
            .join(documents, documents.c.report_key == reviews.c.report_key)
            .outerjoin(blind_readings, blind_readings.c.report_key == reviews.c.report_key)
        )
        .where(
            reviews.c.checked_by.is_not(None),
            reviews.c.checked_by != reader.key,
            select(review_acts.c.act_key)
            .where(
                review_acts.c.report_key == documents.c.report_key,
                review_acts.c.coding_key == documents.c.coding_key,
                review_acts.c.act.in_(_ANSWERED),
            )
            .exists(),
            blind_readings.c.reading_key.is_(None),
            ~_worked_on(documents.c.report_key, reader),
            *_seen_by(connection, reader),
            *may_see(connection),
        )
        .order_by(func.random())
        .limit(most)
    )
    drawn = list(connection.scalars(query))
    for report_id in drawn:
        ask_blind(connection, report_id, reader=reader, by=by)
    return len(drawn)


def _open(user_key: int) -> ColumnElement[bool]:
    done = select(blind_codings.c.reading_key).where(blind_codings.c.reading_key == blind_readings.c.reading_key)
    return (blind_readings.c.user_key == user_key) & ~done.exists()


def open_readings(connection: Connection, user_key: int, *, report_id: str | None = None) -> list[BlindReading]:
    """Return what waits for somebody to code it blind, what was asked first before the rest.

    Whoever asks of a store that hides such reports from him, as his pages do, learns of none.
    """
    query = (
        select(blind_readings, reports.c.report_id, users.c.name)
        .select_from(
            blind_readings.join(reports, reports.c.report_key == blind_readings.c.report_key).join(
                users, users.c.user_key == blind_readings.c.asked_by
            )
        )
        .where(_open(user_key), *may_see(connection))
        .order_by(blind_readings.c.reading_key)
    )
    if report_id is not None:
        query = query.where(reports.c.report_id == report_id)
    return [
        BlindReading(
            key=row.reading_key,
            report_id=row.report_id,
            version_key=row.version_key,
            asked_by=row.name,
            asked_at=row.asked_at,
        )
        for row in connection.execute(query)
    ]


def to_code_blind(connection: Connection, user: User, *, hidden: frozenset[int]) -> frozenset[int]:
    """Return the keys of reports that somebody is to code blind, less those of collections hidden from him."""
    of = blind_readings.join(reports, reports.c.report_key == blind_readings.c.report_key)
    seen = or_(reports.c.collection_key.is_(None), reports.c.collection_key.not_in(hidden))
    return frozenset(connection.scalars(select(reports.c.report_key).select_from(of).where(_open(user.key), seen)))


def open_reading(connection: Connection, user_key: int, report_id: str) -> BlindReading | None:
    """Return the reading of a report that waits for somebody, None when none does."""
    return next(iter(open_readings(connection, user_key, report_id=report_id)), None)


def code_blind(connection: Connection, reading: BlindReading, record: dict[str, Any], *, user: User) -> None:
    """Keep the second coding of a report; the one in force stays. Raises StoreError when it was coded already."""
    if open_reading(connection, user.key, reading.report_id) is None:
        raise StoreError("You coded this report already.", store=reading.report_id, remedy="Go on to the next one.")
    line = record_text(record)
    connection.execute(insert(blind_codings).values(reading_key=reading.key, record=line, made_at=now()))
    detail = {"reading": reading.key, "events": len(record["events"]), "record": text_sha256(line)}
    write(connection, [Act(act="code blind", item=f"report:{reading.report_id}", detail=detail)], who=user.name)


def reading_done(connection: Connection, key: int) -> DoubleCoding | None:
    """Return a report coded twice by the key of the reading, None when it is not done."""
    return next(iter(_doubles(connection, blind_readings.c.reading_key == key, most=1)), None)


def double_codings(connection: Connection, *, most: int, people: Collection[str] = ()) -> list[DoubleCoding]:
    """Return reports coded twice, the latest first; with `people` only those that one of them coded."""
    first = select(users.c.user_key).where(users.c.name.in_(people)).scalar_subquery()
    of = or_(blind_readings.c.first_by.in_(first), blind_readings.c.user_key.in_(first)) if people else None
    return _doubles(connection, of, most=most)


def _doubles(connection: Connection, condition: ColumnElement[bool] | None, *, most: int) -> list[DoubleCoding]:
    first, second = users.alias("first"), users.alias("second")
    query = (
        select(
            blind_readings.c.reading_key,
            reports.c.report_id,
            report_versions.c.headline,
            report_versions.c.text,
            blind_codings.c.made_at,
            first.c.name.label("first_by"),
            second.c.name.label("second_by"),
            codings.c.record.label("first"),
            blind_codings.c.record.label("second"),
        )
        .select_from(
            blind_codings.join(blind_readings, blind_readings.c.reading_key == blind_codings.c.reading_key)
            .join(reports, reports.c.report_key == blind_readings.c.report_key)
            .join(report_versions, report_versions.c.version_key == blind_readings.c.version_key)
            .join(codings, codings.c.coding_key == blind_readings.c.coding_key)
            .join(first, first.c.user_key == blind_readings.c.first_by)
            .join(second, second.c.user_key == blind_readings.c.user_key)
        )
        .order_by(blind_codings.c.made_at.desc(), blind_codings.c.reading_key.desc())
        .limit(most)
    )
    if condition is not None:
        query = query.where(condition)
    return [
        DoubleCoding(
            key=row.reading_key,
            report_id=row.report_id,
            title=row.headline or row.text,
            made_at=row.made_at,
            first_by=row.first_by,
            second_by=row.second_by,
            first=json.loads(row.first),
            second=json.loads(row.second),
        )
        for row in connection.execute(query)
    ]
