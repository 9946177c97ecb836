"""What an index of incidents in memory is filled with, and how it learns that something changed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, func, select

from marsad.store.batches import chunks
from marsad.store.query import parse
from marsad.store.tables import (
    acts,
    codings,
    documents,
    events,
    incident_members,
    incidents,
    log,
    meta,
    report_versions,
)
from marsad.store.told_otherwise import TIMES
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
    differing: int | None


_LAST_ENTRY = select(func.max(log.c.entry_key))
_EDITIONS_CHANGED = select(meta.c.value).where(meta.c.name == TIMES)


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


def incident_facts(connection: Connection, *, since: str = "", among: Collection[str] = ()) -> Iterator[IncidentFacts]:
    """Yield incidents that changed at a time or after it, those that nothing tells any more too; all without one.

    Those `among` whose ids they are come along, whenever they changed: some twice.
    """
    query = select(*(incidents.c[name] for name in IncidentFacts._fields)).where(incidents.c.reports.is_not(None))
    queries = [query.where(incidents.c.incident_id.in_(some)) for some in chunks(sorted(among))] if since else []
    if since:
        query = query.where(incidents.c.changed_at >= since)
    for one in (query, *queries):
        with connection.execute(one.execution_options(yield_per=_AT_ONCE)) as rows:
            yield from map(IncidentFacts._make, rows)


_HERE = (
    select(incident_members.c.incident_id, acts.c.report_key, incident_members.c.event_key)
    .select_from(incident_members.outerjoin(acts, acts.c.event_key == incident_members.c.event_key))
    .where(incident_members.c.left_at.is_(None))
)
_CODED_BEFORE = (
    select(incident_members.c.incident_id, report_versions.c.report_key)
    .select_from(incident_members.join(events).join(codings).join(report_versions))
    .where(incident_members.c.left_at.is_(None), incident_members.c.event_key.in_(bindparam("asked", expanding=True)))
)


def tellings(connection: Connection, ids: Sequence[str] | None = None) -> Iterator[tuple[str, int]]:
    """Yield (id of an incident, key of a report that tells it); of some incidents, or of all."""
    of = incident_members.c.incident_id
    queries = [_HERE] if ids is None else [_HERE.where(of.in_(some)) for some in chunks(ids)]
    others: list[int] = []  # events of a coding that another one has taken the place of, and that is linked still
    for one in queries:
        with connection.execute(one.execution_options(yield_per=_AT_ONCE)) as rows:
            for incident_id, report_key, event_key in rows:
                if report_key is None:
                    others.append(event_key)
                else:
                    yield incident_id, report_key
    for some in chunks(others):
        yield from ((incident_id, key) for incident_id, key in connection.execute(_CODED_BEFORE, {"asked": some}))


def reports_by_key(connection: Connection, *, after: int = 0, among: Collection[int] = ()) -> Iterator[tuple[int, int]]:
    """Yield (key in the index of words, key of the report) of what can be searched, by the first; of keys `after` one.

    A report that is shown anew gets another key, greater than all before. Reports `among` some keys come first.
    """
    query = select(documents.c.search_key, documents.c.report_key).order_by(documents.c.search_key)
    queries = [query.where(documents.c.report_key.in_(some)) for some in chunks(sorted(among))]
    for one in (*queries, query.where(documents.c.search_key > after)):
        with connection.execute(one.execution_options(yield_per=_AT_ONCE)) as rows:
            yield from ((search_key, report_key) for search_key, report_key in rows)


def keys_asked_for(connection: Connection, asked: str) -> list[int]:
    """Return the keys, in the index of words, of what holds the words that a person typed.

    Those of reports that were shown anew since, or that the person does not see, may be among them; see
    `reports_by_key`, and `marsad.store.query.parse`.
    """
    return keys_of(connection, parse(asked))
