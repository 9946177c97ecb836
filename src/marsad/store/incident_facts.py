"""What an index of incidents in memory is filled with, and how it learns that something changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from marsad.store.batches import chunks
from marsad.store.query import parse
from marsad.store.tables import (
    codings,
    documents,
    events,
    incident_members,
    incidents,
    log,
    meta,
    report_versions,
)
from marsad.store.word_index import keys_of

__all__ = ["IncidentFacts", "incident_facts", "keys_asked_for", "latest_act", "reports_by_key", "tellings"]

_AT_ONCE = 5_000


class IncidentFacts(NamedTuple):
    """An incident by what it is found by; `reports` is 0 when nothing tells it any more.

    `date_start` and `date_end` are days as "2024-03-20"; `side1`, `side2` and `outlets` have one value a line;
    `latitude` and `longitude` are None where no list has the place.
    """

    incident_id: str
    changed_at: str
    reports: int
    sub_event_type: str | None
    status: str | None
    country: str | None
    admin1: str | None
    place_precision: int | None
    latitude: float | None
    longitude: float | None
    date_start: str | None
    date_end: str | None
    side1: str | None
    side2: str | None
    outlets: str | None
    place_id: str | None
    places: str | None
    sources: int | None
    credibility: int | None
    attribution: str | None
    contested: int | None


_LAST_ENTRY = select(func.max(log.c.entry_key))
_EDITIONS_CHANGED = select(meta.c.value).where(meta.c.name == "editions_changed")


def latest_act(connection: Connection) -> tuple[int, str]:
    """Return the number of the last entry of the log: while it stays, nothing in the store has changed.

    For those who may not see all, also how often that changed which they see in place of it.
    """
    options = connection.get_execution_options()
    known: dict[str, tuple[int, str]] = options.get("marsad_known", {})
    if "act" not in known:
        entry = int(connection.scalar(_LAST_ENTRY) or 0)
        known["act"] = entry, (connection.scalar(_EDITIONS_CHANGED) or "") if options.get("marsad_limited") else ""
    return known["act"]


def incident_facts(connection: Connection, *, since: str = "") -> Iterator[IncidentFacts]:
    """Yield incidents that changed at a time or after it, those that nothing tells any more too; all without one."""
    query = select(*(incidents.c[name] for name in IncidentFacts._fields)).where(incidents.c.reports.is_not(None))
    if since:
        query = query.where(incidents.c.changed_at >= since)
    with connection.execute(query.execution_options(yield_per=_AT_ONCE)) as rows:
        for row in rows:
            yield IncidentFacts(*row)


def tellings(connection: Connection, ids: Sequence[str] | None = None) -> Iterator[tuple[str, int]]:
    """Yield (id of an incident, key of a report that tells it); of some incidents, or of all."""
    query = (
        select(incident_members.c.incident_id, report_versions.c.report_key)
        .join(events, events.c.event_key == incident_members.c.event_key)
        .join(codings, codings.c.coding_key == events.c.coding_key)
        .join(report_versions, report_versions.c.version_key == codings.c.version_key)
        .where(incident_members.c.left_at.is_(None))
    )
    queries = (
        [query] if ids is None else [query.where(incident_members.c.incident_id.in_(some)) for some in chunks(ids)]
    )
    for one in queries:
        with connection.execute(one.execution_options(yield_per=_AT_ONCE)) as rows:
            yield from ((row.incident_id, row.report_key) for row in rows)


def reports_by_key(connection: Connection, *, after: int = 0) -> Iterator[tuple[int, int]]:
    """Yield (key in the index of words, key of the report) of what can be searched, by the first; of keys `after` one.

    A report that is shown anew gets another key, greater than all before.
    """
    query = select(documents.c.search_key, documents.c.report_key).where(documents.c.search_key > after)
    rows = connection.execute(query.order_by(documents.c.search_key).execution_options(yield_per=_AT_ONCE))
    with rows:
        yield from ((row.search_key, row.report_key) for row in rows)


def keys_asked_for(connection: Connection, asked: str) -> list[int]:
    """Return the keys, in the index of words, of what holds the words that a person typed.

    Those of reports that were shown anew since, or that the person does not see, may be among them; see
    `reports_by_key`, and `marsad.store.query.parse`.
    """
    found: list[int] = list(connection.scalars(keys_of(connection, parse(asked))).all())
    return found
