"""What incidents are counted by, read from their records and the events that these were chosen from."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Connection, bindparam, select

from marsad.store.batches import chunks
from marsad.store.question import Question, conditions_on
from marsad.store.tables import (
    codings,
    event_actors,
    events,
    incident_members,
    incidents,
    report_versions,
    reports,
)

__all__ = ["Counted", "counted_since", "ids_asked_for", "read_counted"]


class Counted(NamedTuple):
    """An incident by what it is counted by; `record` is as it is kept, and may lack what other programs leave out.

    `placed` are (admin2, admin3) of the event that the place was chosen from, `helped` the supporters of both sides of
    those that the sides were chosen from, `outlets` those that the versions of its reports name, by report.
    """

    incident_id: str
    record: Mapping[str, Any]
    status: str | None
    placed: tuple[str | None, str | None]
    helped: tuple[tuple[str, ...], tuple[str, ...]]
    outlets: Mapping[str, str | None]


def counted_since(
    connection: Connection, since: str, *, anew: bool, among: Collection[str]
) -> list[tuple[str, str, bool]]:
    """Return (id, when, whether anything tells it) of incidents that changed after a time, with `anew` at it, too.

    Those `among` whose ids they are come along, whenever they changed: some twice.
    """
    query = select(incidents.c.incident_id, incidents.c.changed_at, incidents.c.reports)
    query = query.where(incidents.c.reports.is_not(None))
    queries = [query.where(incidents.c.incident_id.in_(some)) for some in chunks(sorted(among))] if since else []
    if since:
        query = query.where(incidents.c.changed_at >= since if anew else incidents.c.changed_at > since)
    rows = (row for one in (query, *queries) for row in connection.execute(one))
    return [(row.incident_id, row.changed_at, row.reports > 0) for row in rows]


def ids_asked_for(connection: Connection, question: Question) -> list[str]:
    """Return the ids of the incidents that a question asks for."""
    return list(connection.scalars(select(incidents.c.incident_id).where(*conditions_on(connection, question))))


_ASKED: BindParameter[Any] = bindparam("asked", expanding=True)
_RECORDS = select(incidents.c.incident_id, incidents.c.record, incidents.c.status).where(
    incidents.c.incident_id.in_(_ASKED)
)
_MEMBERS = select(incident_members.c.incident_id, incident_members.c.event_key).where(
    incident_members.c.left_at.is_(None), incident_members.c.incident_id.in_(_ASKED)
)
_TOLD = (  # by its own key: joined with members, PostgreSQL reads all events there are for who may not see all
    select(
        reports.c.report_id, events.c.number, events.c.event_key, events.c.admin2, events.c.admin3,
        report_versions.c.outlet,
    )
    .select_from(
        events.join(codings, codings.c.coding_key == events.c.coding_key)
        .join(report_versions, report_versions.c.version_key == codings.c.version_key)
        .join(reports, reports.c.report_key == report_versions.c.report_key)
    )
    .where(events.c.event_key.in_(_ASKED))
)  # fmt: skip
_HELPERS = (
    select(event_actors.c.event_key, event_actors.c.role, event_actors.c.code)
    .where(event_actors.c.event_key.in_(_ASKED), event_actors.c.role.in_(("assist1", "assist2")))
    .order_by(event_actors.c.event_key, event_actors.c.position)
)
_NOBODY: tuple[str, ...] = ()


def read_counted(connection: Connection, ids: Sequence[str]) -> Iterator[Counted]:
    """Yield some incidents, in no order."""
    for some in chunks(ids):
        members: dict[str, dict[tuple[str, int], Any]] = defaultdict(dict)
        standing = {row.event_key: row.incident_id for row in connection.execute(_MEMBERS, {"asked": some})}
        for keys in chunks(list(standing)):
            for row in connection.execute(_TOLD, {"asked": keys}):
                members[standing[row.event_key]][row.report_id, row.number] = row
        helpers = _helpers(connection, [row.event_key for of in members.values() for row in of.values()])
        for incident_id, text, status in connection.execute(_RECORDS, {"asked": some}):
            record, of = json.loads(text), members[incident_id]
            placed = _chosen(record, "place", of)
            yield Counted(
                incident_id=incident_id,
                record=record,
                status=status,
                placed=(placed.admin2, placed.admin3) if placed is not None else (None, None),
                helped=(_help(record, "1", of, helpers), _help(record, "2", of, helpers)),
                outlets={report_id: row.outlet for (report_id, _), row in of.items()},
            )


def _helpers(connection: Connection, keys: Sequence[int]) -> dict[tuple[int, str], tuple[str, ...]]:
    found: dict[tuple[int, str], tuple[str, ...]] = {}
    for some in chunks(keys):
        for key, role, code in connection.execute(_HELPERS, {"asked": some}):
            found[key, role] = (*found.get((key, role), _NOBODY), code)
    return found


def _chosen(record: Mapping[str, Any], field: str, of: Mapping[tuple[str, int], Any]) -> Any | None:
    """Return the event that the value of a field was chosen from."""
    told = ((record.get("choices") or {}).get(field) or {}).get("from")
    return of.get((told["report_id"], told["event"])) if told else None


def _help(
    record: Mapping[str, Any], side: str, of: Mapping[tuple[str, int], Any], helpers: Mapping[tuple[int, str], Any]
) -> tuple[str, ...]:
    chosen = _chosen(record, f"side{side}", of) if helpers else None
    if chosen is None:
        return _NOBODY
    found: tuple[str, ...] = helpers.get((chosen.event_key, f"assist{side}"), _NOBODY)
    return found
