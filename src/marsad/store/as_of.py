"""The record as it stood at a moment: which codings were in force, and what incidents there were.

A moment is answered by the last change up to it. Numbers of changes grow with their times, and a change is seen by
readers before the next writer begins; so once a later change can be seen, or no writer is at work, the answer for a
moment is settled, and is the same for good.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Engine, and_, func, or_, select

from marsad.errors import StoreError
from marsad.store.batches import chunks
from marsad.store.change_tables import changes
from marsad.store.changes import FIRST_SEAL, Change, change_of
from marsad.store.clock import now, stamp
from marsad.store.engine import reading, writing
from marsad.store.tables import codings, incidents, meta, report_versions

__all__ = [
    "Point",
    "Standing",
    "coded_then",
    "in_pages",
    "incidents_then",
    "point_of",
    "standing_then",
    "stood",
    "texts_of",
    "was_then",
    "words_coded",
]

Standing = tuple[Change, str]
"""A change, and the record that stood from it on."""

_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A moment of the record: the last change up to it, and its seal, which names all that stood then."""

    as_of: str
    change: int
    seal: str


def point_of(engine: Engine, moment: datetime, *, store: str) -> Point:
    """Return the point of a moment that has passed.

    Raises StoreError for a moment that has not, and for one before changes were noted.
    """
    as_of = stamp(moment)
    if as_of >= now():
        remedy = "Name a moment that has passed, by a second at least."
        raise StoreError(f"What stands at {as_of} is not settled yet.", store=store, remedy=remedy)
    with reading(engine) as connection:
        since = connection.scalar(select(meta.c.value).where(meta.c.name == "changes_from"))
        if since is not None and as_of < since:
            problem = f"Changes were noted from {since} on: what stood at {as_of} cannot be told."
            raise StoreError(problem, store=store, remedy=f"Ask for {since} or later.")
        if connection.scalar(select(changes.c.change_key).where(changes.c.at > as_of).limit(1)) is not None:
            return _point(connection, as_of)
    with writing(engine) as connection:  # waits for a writer that began before that moment
        return _point(connection, as_of)


def _point(connection: Connection, as_of: str) -> Point:
    last = select(changes.c.change_key, changes.c.chain).where(changes.c.at <= as_of)
    row = connection.execute(last.order_by(changes.c.at.desc(), changes.c.change_key.desc()).limit(1)).first()
    return Point(as_of=as_of, change=row.change_key if row else 0, seal=row.chain if row else FIRST_SEAL)


def _stood(point: int) -> ColumnElement[bool]:
    return and_(changes.c.change_key <= point, or_(changes.c.until.is_(None), changes.c.until > point))


def stood(connection: Connection, point: int) -> dict[str, int]:
    """Return how many codings were in force, and how many incidents there were."""
    query = select(changes.c.kind, func.count().label("number")).where(_stood(point), changes.c.sha256.is_not(None))
    found = {row.kind: int(row.number) for row in connection.execute(query.group_by(changes.c.kind))}
    return {"coding": found.get("coding", 0), "incident": found.get("incident", 0)}


def in_pages(connection: Connection, kind: Literal["coding", "incident"], point: int) -> Iterator[list[Standing]]:
    """Yield all that `coded_then` or `incidents_then` finds, so many at a time as memory holds."""
    after = ""
    while found := _page(connection, kind, point, after, _AT_ONCE):
        yield found
        after = found[-1][0].item


def coded_then(connection: Connection, point: int, *, after: str, limit: int) -> list[Standing]:
    """Return changes by which codings were in force, with their lines, by the ids of reports, from one on."""
    return _page(connection, "coding", point, after, limit)


def incidents_then(connection: Connection, point: int, *, after: str, limit: int) -> list[Standing]:
    """Return changes by which incidents stood as they did, with the texts of their records, by id, from one on."""
    return _page(connection, "incident", point, after, limit)


def _page(connection: Connection, kind: str, point: int, after: str, limit: int) -> list[Standing]:
    query = (
        select(changes)
        .where(changes.c.kind == kind, changes.c.item > after, _stood(point), changes.c.sha256.is_not(None))
        .order_by(changes.c.item)
        .limit(limit)
    )
    found = [change_of(row) for row in connection.execute(query)]
    texts = texts_of(connection, found)
    return [(one, texts[one.number]) for one in found]


def standing_then(connection: Connection, kind: str, item: str, point: int) -> tuple[Change, str] | None:
    """Return how one thing stood, an incident also by an id that led to it; None when there was no such thing."""
    seen: set[str] = set()
    while item not in seen:
        seen.add(item)
        query = select(changes).where(changes.c.kind == kind, changes.c.item == item, _stood(point))
        row = connection.execute(query).first()
        if row is None:
            return None
        found = change_of(row)
        if found.sha256 is not None:
            return found, texts_of(connection, [found])[found.number]
        if found.into is None:
            return None
        item = found.into
    return None


def texts_of(connection: Connection, found: Sequence[Change]) -> dict[int, str]:
    """Return the record that stood from each change on, by its number; nothing for what ended something."""
    standing = [one for one in found if one.sha256 is not None]
    texts = {one.number: one.record for one in standing if one.record is not None}
    by_coding = {one.coding_key for one in standing if one.coding_key is not None}
    lines: dict[int, str] = {}
    for some in chunks(sorted(by_coding)):
        query = select(codings.c.coding_key, codings.c.record).where(codings.c.coding_key.in_(some))
        lines.update((row.coding_key, row.record) for row in connection.execute(query))
    now_there = _incident_texts(
        connection, {one.item for one in standing if one.coding_key is None and one.record is None}
    )
    for one in standing:
        if one.coding_key is not None:
            texts[one.number] = lines[one.coding_key]
        elif one.record is None:
            texts[one.number] = now_there[one.item]
    return texts


def words_coded(connection: Connection, found: Sequence[Change]) -> dict[str, tuple[str, str]]:
    """Return headline and text that each coding was read from, by the id of the report."""
    items = {one.coding_key: one.item for one in found if one.coding_key is not None}
    words: dict[str, tuple[str, str]] = {}
    for some in chunks(sorted(items)):
        query = (
            select(codings.c.coding_key, report_versions.c.headline, report_versions.c.text)
            .join(report_versions, report_versions.c.version_key == codings.c.version_key)
            .where(codings.c.coding_key.in_(some))
        )
        words.update((items[row.coding_key], (row.headline, row.text)) for row in connection.execute(query))
    return words


def _incident_texts(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for some in chunks(sorted(ids)):
        query = select(incidents.c.incident_id, incidents.c.record).where(incidents.c.incident_id.in_(some))
        found.update((row.incident_id, row.record) for row in connection.execute(query))
    return found


def was_then(connection: Connection, ids: Collection[str], point: int) -> dict[str, list[str]]:
    """Return the ids that led to each of some incidents then, directly or through others, sorted."""
    found: dict[str, set[str]] = {one: set() for one in ids}
    ahead = {one: {one} for one in ids}  # an id met, and those of `ids` that it leads to
    while ahead:
        onward: dict[str, set[str]] = {}
        for some in chunks(sorted(ahead)):
            query = select(changes.c.item, changes.c.merged_into).where(
                changes.c.kind == "incident", changes.c.merged_into.in_(some), _stood(point)
            )
            for row in connection.execute(query):
                for one in ahead[row.merged_into]:
                    if row.item not in found[one] and row.item != one:
                        found[one].add(row.item)
                        onward.setdefault(row.item, set()).add(one)
        ahead = onward
    return {one: sorted(names) for one, names in found.items()}


def moment_of(text: str) -> datetime:
    """Return the moment of "2026-01-31T00:00Z" or "2026-01-31", in UTC where no zone is told.

    Raises ValueError for anything else.
    """
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


def record_then(text: str, was: Sequence[str] | None = None) -> dict[str, Any]:
    """Return the record of a text; an incident's with its id first and the ids that led to it."""
    record: dict[str, Any] = json.loads(text)
    if was is None:
        return record
    return {"incident_id": record.pop("incident_id"), "was": list(was), **record}
