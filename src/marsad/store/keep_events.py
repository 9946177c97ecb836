"""The events of codings as rows, with the places and actors they use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, select

from marsad.store.add import add_rows
from marsad.store.batches import chunks, next_key
from marsad.store.columns import keepable
from marsad.store.rows import actor_rows, event_row, place_row
from marsad.store.tables import actors, event_actors, events, places

__all__ = ["keep_events"]


def keep_events(connection: Connection, coded: Sequence[tuple[int, dict[str, Any]]], *, at: str) -> None:
    """Add the events of (coding key, record) pairs."""
    key = next_key(connection, events.c.event_key)
    event_rows: list[dict[str, Any]] = []
    who_rows: list[dict[str, Any]] = []
    used_places: dict[str, dict[str, Any]] = {}
    for coding_key, record in coded:
        for number, event in enumerate(record["events"]):
            event_rows.append({"event_key": key, "coding_key": coding_key, **event_row(event, number)})
            who_rows += ({"event_key": key, **row} for row in actor_rows(event))
            place = place_row(event)
            if place is not None:
                used_places.setdefault(keepable(place["place_id"]), place | {"used_at": at})
            key += 1
    used_actors = {row["code"]: {"code": row["code"], "used_at": at} for row in who_rows}
    _add_missing(connection, places, "place_id", used_places)
    _add_missing(connection, actors, "code", used_actors)
    add_rows(connection, events, event_rows)
    add_rows(connection, event_actors, who_rows)


def _add_missing(connection: Connection, table: Table, name: str, rows: dict[str, dict[str, Any]]) -> None:
    known: set[str] = set()
    for some in chunks(list(rows)):
        known.update(connection.scalars(select(table.c[name]).where(table.c[name].in_(some))))
    add_rows(connection, table, [row for value, row in rows.items() if value not in known])
