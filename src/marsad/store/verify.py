"""Whether a store is what its log says: the chain, every hash, and as many rows as acts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, select

from marsad.store.change_tables import changes
from marsad.store.changes import FIRST_SEAL, sealed
from marsad.store.columns import keepable
from marsad.store.gone import NOTHING
from marsad.store.log import entries, first_broken
from marsad.store.model import content_sha256, text_sha256
from marsad.store.read import report_of
from marsad.store.rows import actor_rows, event_row
from marsad.store.tables import (
    codings,
    event_actors,
    events,
    incident_members,
    incidents,
    judgements,
    report_versions,
    reports,
)
from marsad.store.team_tables import blind_codings

__all__ = ["verify"]

_AT_ONCE = 500


def verify(connection: Connection) -> Iterator[str]:
    """Yield a sentence for everything that does not fit; nothing is changed.

    Versions of reports, codings (second ones, too), judgements and incidents are hashed or read again and compared with
    the acts that tell of them; acts without a row, and rows without an act, are told, too. So are columns of events
    that are not what the record of their coding says.
    """
    broken = first_broken(connection)
    if broken is not None:
        yield f"The log is broken at entry {broken}: it was changed from outside. What follows may be wrong, too."
    try:
        yield from _of_rows(connection)
    except (LookupError, TypeError, ValueError, AttributeError):  # rows of two files that were mixed, for example
        if broken is None:
            raise
        yield "What follows in the store cannot be read. Keep a copy of it as it is, and go back to the last backup."


def _of_rows(connection: Connection) -> Iterator[str]:
    told = _Told(connection)
    yield from _versions(connection, told)
    yield from _codings(connection, told)
    yield from _blind_codings(connection, told)
    yield from _judgements(connection, told)
    yield from _incidents(connection, told)
    yield from _changes(connection)


class _Told:
    """What the log tells of each thing: the last act on it that says what it is."""

    def __init__(self, connection: Connection) -> None:
        self.versions: dict[tuple[str, int], str | None] = {}
        self.codings: dict[int, dict[str, Any]] = {}
        self.blind: dict[int, str] = {}
        self.judgements: dict[int, tuple[str, str]] = {}
        self.incidents: dict[str, dict[str, Any]] = {}
        for entry in entries(connection):
            kind, _, name = entry.item.partition(":")
            match entry.act:
                case "keep" | "gone" if kind == "report":
                    self.versions[name, entry.detail["version"]] = entry.detail.get("content_sha256")
                case "code" if kind == "report":
                    self.codings[entry.detail["coding"]] = entry.detail
                case "code blind":
                    self.blind[entry.detail["reading"]] = entry.detail["record"]
                case _ if kind == "report" and isinstance(entry.detail.get("coding"), int):  # a person's
                    self.codings.setdefault(entry.detail["coding"], {})
                case "link" | "dissolve" if kind == "incident":
                    self.incidents[name] = entry.detail
                case "redirect" | "end redirect":
                    pass
                case _ if "judgement" in entry.detail and "verdict" in entry.detail:
                    self.judgements[entry.detail["judgement"]] = (entry.act, entry.detail["verdict"])


def _versions(connection: Connection, told: _Told) -> Iterator[str]:
    known = dict(told.versions)
    query = select(reports.c.report_id, report_versions).select_from(reports.join(report_versions))
    with connection.execute(query.execution_options(yield_per=_AT_ONCE)) as rows:
        for row in rows:
            name = f"Version {row.number} of report {row.report_id!r}"
            if (row.report_id, row.number) not in known:
                yield f"{name} is in no act of the log."
                continue
            logged = known.pop((row.report_id, row.number))
            fresh = NOTHING if row.state == "gone" else content_sha256(report_of(row))
            if fresh != row.content_sha256 or (logged is not None and logged != fresh):
                yield f"{name} is not what was kept: its words, day, outlet or address were changed."
    for report_id, number in known:
        yield f"Version {number} of report {report_id!r} is missing: the log tells that it was kept."


def _codings(connection: Connection, told: _Told) -> Iterator[str]:
    known = dict(told.codings)
    query, last = select(codings.c.coding_key, codings.c.record).order_by(codings.c.coding_key), 0
    while rows := connection.execute(query.where(codings.c.coding_key > last).limit(_AT_ONCE)).all():
        last = rows[-1].coding_key
        held = _event_rows(connection, [row.coding_key for row in rows])
        for row in rows:
            logged = known.pop(row.coding_key, None)
            if logged is None:
                yield f"Coding {row.coding_key} is in no act of the log."
                continue
            there = held.get(row.coding_key, [])
            sha256 = text_sha256(row.record)
            unchanged = logged.get("record", sha256) == sha256
            if not unchanged:
                yield f"Coding {row.coding_key} is not what was kept: its record was changed."
            told_events = json.loads(row.record)["events"]
            if not logged.get("events", len(told_events)) == len(there) == len(told_events):
                yield f"Coding {row.coding_key} has other events than were kept."
            elif unchanged:
                yield from _event_columns(row.coding_key, told_events, there)
    for key in known:
        yield f"Coding {key} is missing: the log tells that it was made."


_Event = tuple[dict[str, Any], list[dict[str, Any]]]
"""The columns of an event, and those of each who takes part in it."""


def _event_rows(connection: Connection, keys: Sequence[int]) -> dict[int, list[_Event]]:
    """Return the rows of events by coding, in their order."""
    acting: dict[int, list[dict[str, Any]]] = {}
    among = select(events.c.event_key).where(events.c.coding_key.in_(keys))
    query = select(event_actors).where(event_actors.c.event_key.in_(among))
    for row in connection.execute(query.order_by(event_actors.c.event_key, event_actors.c.position)).mappings():
        acting.setdefault(row["event_key"], []).append({name: row[name] for name in row if name != "event_key"})
    found: dict[int, list[_Event]] = {}
    told = select(events).where(events.c.coding_key.in_(keys)).order_by(events.c.coding_key, events.c.number)
    for event in connection.execute(told).mappings():
        found.setdefault(event["coding_key"], []).append((dict(event), acting.get(event["event_key"], [])))
    return found


def _event_columns(key: int, told: Sequence[dict[str, Any]], there: Sequence[_Event]) -> Iterator[str]:
    """Say which columns of events are not what the record of their coding tells: counts and searches read these."""
    for number, (event, (row, acting)) in enumerate(zip(told, there, strict=True)):
        expected = _kept(event_row(event, number))
        other = [name for name, value in expected.items() if row[name] != value]
        if [_kept(who) for who in actor_rows(event)] != acting:
            other.append("who takes part")
        if other:
            yield f"Event {number} of coding {key} is not what its record tells: {', '.join(other)}."


def _kept(row: dict[str, Any]) -> dict[str, Any]:
    return {name: keepable(value) if isinstance(value, str) else value for name, value in row.items()}


def _blind_codings(connection: Connection, told: _Told) -> Iterator[str]:
    known = dict(told.blind)
    for row in connection.execute(select(blind_codings).order_by(blind_codings.c.reading_key)):
        if known.pop(row.reading_key, None) != text_sha256(row.record):
            yield f"Second coding {row.reading_key} is not what the log tells."
    for key in known:
        yield f"Second coding {key} is missing: the log tells that it was made."


def _judgements(connection: Connection, told: _Told) -> Iterator[str]:
    known = dict(told.judgements)
    for row in connection.execute(select(judgements).order_by(judgements.c.judgement_key)):
        if known.pop(row.judgement_key, None) != (row.kind, row.verdict):
            yield f"Judgement {row.judgement_key} is not what the log tells."
    for key in known:
        yield f"Judgement {key} is missing: the log tells that it was made."


def _incidents(connection: Connection, told: _Told) -> Iterator[str]:
    known = dict(told.incidents)
    members: dict[str, list[int]] = {}
    query = select(incident_members.c.incident_id, incident_members.c.event_key)
    query = query.where(incident_members.c.left_at.is_(None)).order_by(incident_members.c.event_key)
    for row in connection.execute(query):
        members.setdefault(row.incident_id, []).append(row.event_key)
    kept = select(incidents.c.incident_id, incidents.c.record)
    with connection.execute(kept.execution_options(yield_per=_AT_ONCE)) as rows:
        for row in rows:
            logged = known.pop(row.incident_id, None)
            if logged is None:
                yield f"Incident {row.incident_id} is in no act of the log."
                continue
            if logged.get("events", []) != members.get(row.incident_id, []):
                yield f"Incident {row.incident_id} has other members than the log tells."
            if logged.get("record", text_sha256(row.record)) != text_sha256(row.record):
                yield f"Incident {row.incident_id} is not what the linker wrote."
    for incident_id in known:
        yield f"Incident {incident_id} is missing: the log tells of it."


def _changes(connection: Connection) -> Iterator[str]:
    """Read the seals of all changes again, and hash the records that each says stood."""
    seal = FIRST_SEAL
    query = (
        select(changes, codings.c.record.label("coded"), incidents.c.record.label("now"))
        .select_from(
            changes.outerjoin(codings, codings.c.coding_key == changes.c.coding_key).outerjoin(
                incidents, (changes.c.kind == "incident") & (incidents.c.incident_id == changes.c.item)
            )
        )
        .order_by(changes.c.change_key)
    )
    with connection.execute(query.execution_options(yield_per=_AT_ONCE)).mappings() as rows:
        for number, row in enumerate(rows, 1):
            seal = sealed(seal, dict(row))
            if row["change_key"] != number or row["chain"] != seal:
                yield f"The changes are broken at number {number}: one was changed, dropped or slipped in."
                return
            text = row["record"] if row["until"] is not None else row["now"]
            if row["coding_key"] is not None:
                text = row["coded"]
            if row["sha256"] is not None and (text is None or text_sha256(text) != row["sha256"]):
                yield f"Change {number} of {row['kind']} {row['item']!r} tells of a record that is not there any more."
