"""What a team changed in the words, actors and places: the changes in their order, and what is in force of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, func, insert, select

from marsad.model.amendment import Amendment
from marsad.store.amend_tables import amendments
from marsad.store.batches import next_key
from marsad.store.clock import now
from marsad.store.columns import keepable
from marsad.store.log import Act, write

__all__ = [
    "Amended", "amended", "amended_after", "amendment_numbered", "amendments_in_force", "amendments_of",
    "keep_amendments", "revision",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """One change. `act` is "set", "retire" or "drop": from then on what is shipped counts again.

    Its number is the revision of the words that it made.
    """

    number: int
    at: str
    who: str
    kind: str
    entry_id: str
    act: Literal["set", "retire", "drop"]
    value: dict[str, Any] | None
    why: str


def revision(connection: Connection) -> int:
    """Return the number of the last change, 0 when there was none."""
    return int(connection.scalar(select(func.max(amendments.c.amendment_key))) or 0)


def amendments_in_force(connection: Connection) -> list[Amendment]:
    """Return what counts now, by kind and id."""
    last = select(func.max(amendments.c.amendment_key)).group_by(amendments.c.kind, amendments.c.entry_id)
    query = select(amendments).where(amendments.c.amendment_key.in_(last), amendments.c.act != "drop")
    return [
        Amendment(kind=one.kind, entry_id=one.entry_id, act=one.act, value=one.value, why=one.why)
        for one in map(_amended, connection.execute(query.order_by(amendments.c.kind, amendments.c.entry_id)))
    ]


def amendments_of(connection: Connection, kind: str, entry_id: str) -> list[Amended]:
    """Return the changes of an entry, the last first."""
    query = select(amendments).where(amendments.c.kind == kind, amendments.c.entry_id == keepable(entry_id))
    return list(map(_amended, connection.execute(query.order_by(amendments.c.amendment_key.desc()))))


def amendment_numbered(connection: Connection, number: int) -> Amended | None:
    """Return a change by its number."""
    row = connection.execute(select(amendments).where(amendments.c.amendment_key == number)).first()
    return None if row is None else _amended(row)


def amended(connection: Connection, *, before: int | None = None, most: int = 50) -> list[Amended]:
    """Return changes of all entries, the last first; with `before`, those before a number."""
    query = select(amendments).order_by(amendments.c.amendment_key.desc()).limit(most)
    if before is not None:
        query = query.where(amendments.c.amendment_key < before)
    return list(map(_amended, connection.execute(query)))


def amended_after(connection: Connection, after: int, *, most: int) -> list[Amended]:
    """Return the changes after a number, oldest first."""
    query = select(amendments).where(amendments.c.amendment_key > after).order_by(amendments.c.amendment_key)
    return list(map(_amended, connection.execute(query.limit(most))))


def keep_amendments(connection: Connection, changes: Sequence[Amendment], *, who: str) -> int:
    """Keep changes, those that change nothing passed over; return the revision that they make."""
    standing = {(one.kind, one.entry_id): (one.act, one.value) for one in amendments_in_force(connection)}
    key, at = next_key(connection, amendments.c.amendment_key), now()
    rows: list[dict[str, Any]] = []
    for one in changes:
        was = standing.get((one.kind, one.entry_id), ("drop", None))
        if was == (one.act, one.value):
            continue
        value = None if one.value is None else json.dumps(one.value, ensure_ascii=False)
        rows.append(
            {
                "amendment_key": key + len(rows),
                "at": at,
                "who": keepable(who),
                "kind": one.kind,
                "entry_id": keepable(one.entry_id),
                "act": one.act,
                "value": None if value is None else keepable(value),
                "why": keepable(one.why),
            }
        )
    if rows:
        connection.execute(insert(amendments), rows)
        write(connection, [_told(row) for row in rows], who=who)
    return key + len(rows) - 1


def _told(row: dict[str, Any]) -> Act:
    detail = {"act": row["act"], "revision": row["amendment_key"], "why": row["why"], "value": row["value"]}
    return Act(act="amend", item=f"words:{row['kind']}/{row['entry_id']}", detail=detail)


def _amended(row: Any) -> Amended:
    return Amended(
        number=row.amendment_key,
        at=row.at,
        who=row.who,
        kind=row.kind,
        entry_id=row.entry_id,
        act=row.act,
        value=None if row.value is None else json.loads(row.value),
        why=row.why,
    )
