"""What changed, in its order and without a gap: codings in force and incidents, with who, why and what it was before.

A number is given inside the writing transaction of the act itself, and writers take turns: whoever has read up to a
number has missed nothing before it. Each change is sealed with the one before, so that a number and its seal name
all that stood then.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from marsad.store.add import add_rows
from marsad.store.batches import chunks
from marsad.store.change_tables import changes
from marsad.store.clock import now
from marsad.store.columns import keepable
from marsad.store.model import text_sha256
from marsad.store.tables import codings, reports

__all__ = [
    "FIRST_SEAL",
    "Change",
    "Standing",
    "changes_after",
    "changes_numbered",
    "last_change",
    "note",
    "note_codings",
    "sealed",
]

FIRST_SEAL = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a thing stands after an act: the hash of its record, None when it is no more, `into` what took it in.

    `replaced` is the text of an incident's record before, which is overwritten where it stood.
    """

    item: str
    sha256: str | None
    coding_key: int | None = None
    into: str | None = None
    replaced: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change. `item` is the id of a report or of an incident; `before` the number of the thing's change before.

    `record` is the text of an incident's record that stood from here until another took its place, None while it does.
    """

    number: int
    at: str
    who: str
    kind: str
    item: str
    act: str
    reason: dict[str, Any]
    into: str | None
    before: int | None
    until: int | None
    coding_key: int | None
    record: str | None
    sha256: str | None
    seal: str


def sealed(previous: str, values: Mapping[str, Any]) -> str:
    """Return the seal of a change: a hash over it and the seal before."""
    names = ("change_key", "at", "who", "kind", "item", "act", "reason", "merged_into", "coding_key", "sha256")
    content = json.dumps([previous, *(values[name] for name in names)], ensure_ascii=True)
    return hashlib.sha256(content.encode("ascii")).hexdigest()


def last_change(connection: Connection) -> tuple[int, str, str]:
    """Return number, time and seal of the last change; 0, "" and noughts when there is none."""
    top = select(func.max(changes.c.change_key)).scalar_subquery()
    row = connection.execute(
        select(changes.c.change_key, changes.c.at, changes.c.chain).where(changes.c.change_key == top)
    ).first()
    return (row.change_key, row.at, row.chain) if row else (0, "", FIRST_SEAL)


def note(
    connection: Connection, kind: str, standings: Sequence[Standing], *, who: str, reason: Mapping[str, Any]
) -> None:
    """Note how things stand now, in the transaction that changed them; those that stand as before are passed over.

    `reason` says which act it was, and what whoever did it gave as the reason.
    """
    told = {keepable(one.item): one for one in standings}
    open_rows = _open(connection, kind, told)
    number, last_at, seal = last_change(connection)
    at = max(now(), last_at)  # a clock set back must not put a change before one that was read already
    text = json.dumps({name: value for name, value in reason.items() if value not in (None, "")}, sort_keys=True)
    rows: list[dict[str, Any]] = []
    ended: list[dict[str, Any]] = []
    for item, one in told.items():
        row = open_rows.get(item)
        act = _act(one, row)
        if act is None:
            continue
        number += 1
        values = {
            "change_key": number,
            "at": at,
            "who": keepable(who),
            "kind": kind,
            "item": item,
            "act": act,
            "reason": text,
            "merged_into": one.into,
            "before": row.change_key if row is not None else None,
            "coding_key": one.coding_key,
            "sha256": one.sha256,
        }
        seal = sealed(seal, values)
        rows.append(values | {"chain": seal})
        if row is not None:
            ended.append({"of": row.change_key, "until": number, "record": one.replaced if row.sha256 else None})
    if ended:
        connection.execute(update(changes).where(changes.c.change_key == bindparam("of")), ended)
    add_rows(connection, changes, rows)


def _act(one: Standing, row: Any) -> str | None:
    stood = row is not None and row.sha256 is not None
    if one.sha256 is None:
        return None if not stood else "merged" if one.into else "deleted"
    if not stood:
        return "created"
    same = (row.sha256, row.coding_key) == (one.sha256, one.coding_key)
    return None if same else "updated"


def _open(connection: Connection, kind: str, items: Collection[str]) -> dict[str, Any]:
    """Return the last change of each thing."""
    columns = (changes.c.change_key, changes.c.item, changes.c.sha256, changes.c.coding_key)
    return {
        row.item: row
        for some in chunks(list(items))
        for row in connection.execute(
            select(*columns).where(changes.c.kind == kind, changes.c.item.in_(some), changes.c.until.is_(None))
        )
    }


def note_codings(
    connection: Connection, in_force: Mapping[int, int | None], *, who: str, reason: Mapping[str, Any]
) -> None:
    """Note which coding of each report is in force, by their keys; None where a new version waits to be coded."""
    names: dict[int, str] = {}
    hashes: dict[int, str] = {}
    for some in chunks(list(in_force)):
        query = select(reports.c.report_key, reports.c.report_id).where(reports.c.report_key.in_(some))
        names.update((row.report_key, row.report_id) for row in connection.execute(query))
    for some in chunks([key for key in in_force.values() if key is not None]):
        told = select(codings.c.coding_key, codings.c.record).where(codings.c.coding_key.in_(some))
        hashes.update((row.coding_key, text_sha256(row.record)) for row in connection.execute(told))
    coded, uncoded = [], []
    for report_key, coding_key in in_force.items():
        if coding_key is None:
            uncoded.append(Standing(item=names[report_key], sha256=None))
        else:
            coded.append(Standing(item=names[report_key], sha256=hashes[coding_key], coding_key=coding_key))
    note(connection, "coding", uncoded, who=who, reason={"act": "edited"})
    note(connection, "coding", coded, who=who, reason=reason)


def changes_after(connection: Connection, after: int, *, limit: int, kind: str | None = None) -> list[Change]:
    """Return changes with numbers above one, in their order."""
    query = select(changes).where(changes.c.change_key > after).order_by(changes.c.change_key).limit(limit)
    if kind is not None:
        query = query.where(changes.c.kind == kind)
    return [change_of(row) for row in connection.execute(query)]


def changes_numbered(connection: Connection, numbers: Collection[int]) -> list[Change]:
    """Return changes by their numbers."""
    return [
        change_of(row)
        for some in chunks(sorted(numbers))
        for row in connection.execute(select(changes).where(changes.c.change_key.in_(some)))
    ]


def change_of(row: Any) -> Change:
    """Return the change of a row of `changes`."""
    return Change(
        number=row.change_key,
        at=row.at,
        who=row.who,
        kind=row.kind,
        item=row.item,
        act=row.act,
        reason=json.loads(row.reason),
        into=row.merged_into,
        before=row.before,
        until=row.until,
        coding_key=row.coding_key,
        record=row.record,
        sha256=row.sha256,
        seal=row.chain,
    )
