"""What stands in the store of how finely events may be told: by their own words, and as they were made ready last."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Connection, bindparam, insert, select

from marsad.store.access_tables import event_limits, public_documents
from marsad.store.batches import chunks
from marsad.store.tables import codings, documents, events, incident_members, linked_events, report_versions

__all__ = [
    "Made", "Standing", "in_codings", "keep_own", "linked_of", "made_of", "members_now", "near", "records_of",
    "standings",
]  # fmt: skip


class Standing(NamedTuple):
    """An event with its report, its place and the incident it stands in now.

    `own` is its limit by its own words as JSON, "" for none, and None while nobody has looked.
    """

    event_key: int
    report_key: int
    coding_key: int
    number: int
    incident_id: str | None
    place_name: str | None
    place_id: str | None
    admin2: str | None
    own: str | None


class Made(NamedTuple):
    """A report that is made ready: the coding in force, and the limits by which it was made."""

    report_key: int
    coding_key: int | None
    limits: str | None


_ASKED: BindParameter[Any] = bindparam("asked", expanding=True)
_HERE = incident_members.c.left_at.is_(None)
_STANDING = (
    select(
        events.c.event_key, report_versions.c.report_key, events.c.coding_key, events.c.number,
        incident_members.c.incident_id, events.c.place_name, events.c.place_id, events.c.admin2, event_limits.c.own,
    )
    .select_from(
        events.join(codings, codings.c.coding_key == events.c.coding_key)
        .join(report_versions, report_versions.c.version_key == codings.c.version_key)
        .outerjoin(incident_members, (incident_members.c.event_key == events.c.event_key) & _HERE)
        .outerjoin(event_limits, event_limits.c.event_key == events.c.event_key)
    )
    .where(events.c.event_key.in_(_ASKED))
)  # fmt: skip
_MEMBERS = select(incident_members.c.event_key).where(incident_members.c.incident_id.in_(_ASKED), _HERE)
_OF_CODINGS = select(events.c.event_key).where(events.c.coding_key.in_(_ASKED))
_RECORDS = select(codings.c.coding_key, codings.c.record).where(codings.c.coding_key.in_(_ASKED))
_MADE = (
    select(documents.c.report_key, documents.c.coding_key, public_documents.c.limits)
    .select_from(documents.join(public_documents, public_documents.c.search_key == documents.c.search_key))
    .where(documents.c.report_key.in_(_ASKED))
)
_LINKED = (
    select(linked_events.c.event_key)
    .select_from(linked_events.join(incident_members, incident_members.c.event_key == linked_events.c.event_key))
    .where(linked_events.c.report_key.in_(_ASKED), _HERE)
)
_IN_FORCE = (
    select(events.c.event_key)
    .select_from(documents.join(events, events.c.coding_key == documents.c.coding_key))
    .where(documents.c.report_key.in_(_ASKED))
)


def standings(connection: Connection, keys: Collection[int]) -> dict[int, Standing]:
    """Return how some events stand, by key."""
    rows = (
        row for some in chunks(sorted(keys)) for row in connection.execute(_STANDING, {"asked": some})
    )  # fmt: skip
    return {row.event_key: Standing._make(row) for row in rows}


def members_now(connection: Connection, incident_ids: Collection[str]) -> set[int]:
    """Return the events that stand in some incidents now."""
    return _all(connection, _MEMBERS, sorted(incident_ids))


def in_codings(connection: Connection, coding_keys: Collection[int]) -> set[int]:
    """Return the events of some codings."""
    return _all(connection, _OF_CODINGS, sorted(coding_keys))


def near(connection: Connection, some: Iterable[Standing]) -> set[int]:
    """Return the events that stand in the same incidents and in the same reports, as they were coded or are linked."""
    listed = list(some)
    return (
        members_now(connection, {one.incident_id for one in listed if one.incident_id is not None})
        | in_codings(connection, {one.coding_key for one in listed})
        | _all(connection, _IN_FORCE, sorted({one.report_key for one in listed}))
        | linked_of(connection, {one.report_key for one in listed})
    )


def linked_of(connection: Connection, report_keys: Collection[int]) -> set[int]:
    """Return the events by which reports stand in incidents now, also those of a coding that is in force no more."""
    return _all(connection, _LINKED, sorted(report_keys))


def made_of(connection: Connection, report_keys: Collection[int]) -> dict[int, Made]:
    """Return those of some reports that are made ready, by key."""
    rows = (row for some in chunks(sorted(report_keys)) for row in connection.execute(_MADE, {"asked": some}))
    return {row.report_key: Made._make(row) for row in rows}


def records_of(connection: Connection, coding_keys: Collection[int]) -> dict[int, dict[str, Any]]:
    """Return the records of some codings."""
    rows = (row for some in chunks(sorted(coding_keys)) for row in connection.execute(_RECORDS, {"asked": some}))
    return {row.coding_key: json.loads(row.record) for row in rows}


def keep_own(connection: Connection, own: Mapping[int, str]) -> None:
    """Keep the limits of events by their own words, "" for none, where none is kept yet."""
    kept: set[int] = set()
    for some in chunks(sorted(own)):
        kept.update(connection.scalars(select(event_limits.c.event_key).where(event_limits.c.event_key.in_(some))))
    rows = [{"event_key": key, "own": limit} for key, limit in own.items() if key not in kept]
    if rows:
        connection.execute(insert(event_limits), rows)


def _all(connection: Connection, query: Any, asked: Sequence[Any]) -> set[int]:
    return {key for some in chunks(asked) for key in connection.scalars(query, {"asked": some})}
