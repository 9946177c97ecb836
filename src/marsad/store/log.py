"""The log: every act on every item, each entry sealed with the one before it.

The hash of an entry covers all of it and the hash before, so nobody can change, drop or slip in an entry without
every later one giving him away.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from marsad.export.record import coder_version
from marsad.store.add import add_rows
from marsad.store.clock import now
from marsad.store.columns import keepable
from marsad.store.tables import log

__all__ = ["Act", "LogEntry", "acts_known", "entries", "first_broken", "last", "newest", "write"]

_FIRST = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What was done to which item: ("keep", "report:r1", {"version": 1, ...})."""

    act: str
    item: str
    detail: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """An act as logged: number from 1, time, who, software, and the seal."""

    number: int
    at: str
    who: str
    act: str
    item: str
    detail: dict[str, Any]
    software: str
    previous: str
    hash: str


_SEALED = ("entry_key", "at", "who", "act", "item", "detail", "software", "previous")


def _seal(row: Mapping[Any, Any]) -> str:
    """Return the hash of an entry as it stands in its row; with it each entry seals all before it."""
    content = json.dumps([row[name] for name in _SEALED], ensure_ascii=True)
    return hashlib.sha256(content.encode("ascii")).hexdigest()


def write(connection: Connection, acts: Sequence[Act], *, who: str) -> None:
    """Add acts to the log, in the transaction of the acts themselves."""
    if not acts:
        return
    number, previous = last(connection)
    at, software, who = now(), f"marsad {coder_version()}", keepable(who)
    rows = []
    for act in acts:
        number += 1
        row = {
            "entry_key": number,
            "at": at,
            "who": who,
            "act": act.act,
            "item": keepable(act.item),
            "detail": json.dumps(act.detail, ensure_ascii=True, sort_keys=True),
            "software": software,
            "previous": previous,
        }
        previous = _seal(row)
        rows.append({**row, "hash": previous})
    add_rows(connection, log, rows)


def last(connection: Connection) -> tuple[int, str]:
    """Return the number and the hash of the last entry; 0 and noughts when there is none."""
    top = select(func.max(log.c.entry_key)).scalar_subquery()
    row = connection.execute(select(log.c.entry_key, log.c.hash).where(log.c.entry_key == top)).first()
    return (row.entry_key, row.hash) if row else (0, _FIRST)


def entries(connection: Connection, *, item: str | None = None) -> Iterator[LogEntry]:
    """Yield the log, oldest first; of one item when one is named."""
    query = select(log).order_by(log.c.entry_key)
    if item is not None:
        query = query.where(log.c.item == item)
    with connection.execute(query.execution_options(yield_per=1000)) as rows:
        for row in rows:
            yield _entry(row)


def _entry(row: Any) -> LogEntry:
    return LogEntry(
        number=row.entry_key,
        at=row.at,
        who=row.who,
        act=row.act,
        item=row.item,
        detail=json.loads(row.detail),
        software=row.software,
        previous=row.previous,
        hash=row.hash,
    )


def acts_known(connection: Connection) -> list[str]:
    """Return every kind of act in the log, sorted."""
    return sorted(connection.scalars(select(log.c.act).distinct()))


def newest(
    connection: Connection, *, who: str = "", act: str = "", item: str = "", before: int | None = None, most: int = 100
) -> list[LogEntry]:
    """Return entries, the last first: of a person, of an act, on an item whose name begins so, before a number."""
    query = select(log).order_by(log.c.entry_key.desc()).limit(most)
    if who:
        query = query.where(log.c.who == keepable(who))
    if act:
        query = query.where(log.c.act == act)
    if item:
        query = query.where(log.c.item.startswith(keepable(item), autoescape=True))
    if before is not None:
        query = query.where(log.c.entry_key < before)
    return [_entry(row) for row in connection.execute(query)]


def first_broken(connection: Connection) -> int | None:
    """Return the number of the first entry that does not fit its seal or the one before, None when all do."""
    previous = _FIRST
    with connection.execute(select(log).order_by(log.c.entry_key).execution_options(yield_per=1000)) as found:
        for number, row in enumerate(found.mappings(), 1):
            if row["entry_key"] != number or row["previous"] != previous or row["hash"] != _seal(row):
                return number
            previous = row["hash"]
    return None
