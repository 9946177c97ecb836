"""A store copied into another, from SQLite to PostgreSQL or back: every row, verified by counts and hashes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Row, Table, func, select

from marsad.errors import StoreError
from marsad.store import log, schema
from marsad.store.add import add_rows
from marsad.store.bulk import indexed_afterwards, tidy
from marsad.store.engine import name_of, reading, writing
from marsad.store.every_table import metadata
from marsad.store.store import Store
from marsad.store.tables import meta
from marsad.store.word_index import index_all

__all__ = ["Copied", "copy_store"]

_AT_ONCE = 1000
_MODULUS = 2**256
_LATER_FIRST = frozenset(("judgements",))
"""Tables whose rows point at later ones of the same table; in others they point at earlier ones."""
_OWN = ("search_version", "editions")
"""What a store says in `meta` of itself alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """How many rows a table has, and their digest: the sum of the SHA-256 of every row, in whatever order."""

    table: str
    rows: int
    digest: str


def copy_store(store: Store, target: Engine, *, progress: Callable[[Copied], None]) -> tuple[Copied, ...]:
    """Copy all that a store holds into an empty one, which is made where there is none; all of it, or nothing.

    The log goes along with its hashes, and then tells of the copy; words are indexed anew. Raises StoreError when the
    target is not empty, or does not hold in the end what was read.
    """
    if schema.revision(target) is None:
        schema.upgrade(target)
    schema.check(target)
    name = name_of(target.url)
    done: list[Copied] = []
    with reading(store.engine) as source, writing(target) as connection:
        _refuse_held(connection, name)
        connection.execute(meta.delete().where(meta.c.name.not_in(_OWN)))
        with indexed_afterwards(connection):
            for table in metadata.sorted_tables:
                copied = _told(table, _sent(source, connection, table))
                if _told(table, _rows(connection, table)) != copied:
                    problem = f"What it holds in {table.name} is not what was read from {store.name}."
                    raise StoreError(problem, store=name, remedy="Nothing was kept. Check the disk, and try again.")
                done.append(copied)
                progress(copied)
            index_all(connection)
        told = {one.table: [one.rows, one.digest] for one in done if one.rows}
        act = log.Act(act="copy", item="store", detail={"from": store.name, "tables": told})
        log.write(connection, [act], who=store.who)
    tidy(target)
    return tuple(done)


def _refuse_held(connection: Connection, name: str) -> None:
    for table in metadata.sorted_tables:
        if table is not meta and connection.scalar(select(func.count()).select_from(table)):
            problem = f"It is not empty: there are rows in {table.name}."
            raise StoreError(problem, store=name, remedy="Name an empty database, or a new file.")


def _rows(connection: Connection, table: Table) -> Iterator[Sequence[Row[Any]]]:
    """Yield the rows of a table by key, some at once: those first that others point at."""
    keys = list(table.primary_key.columns)
    order = [key.desc() for key in keys] if table.name in _LATER_FIRST else keys
    query = select(table).order_by(*order)
    if table is meta:
        query = query.where(meta.c.name.not_in(_OWN))
    with connection.execute(query.execution_options(yield_per=_AT_ONCE)) as found:
        yield from found.partitions()


def _sent(source: Connection, target: Connection, table: Table) -> Iterator[Sequence[Row[Any]]]:
    names = [column.name for column in table.columns]
    for rows in _rows(source, table):
        add_rows(target, table, [dict(zip(names, row, strict=True)) for row in rows])
        yield rows


def _told(table: Table, found: Iterator[Sequence[Row[Any]]]) -> Copied:
    count, total = 0, 0
    for rows in found:
        for row in rows:
            count += 1
            total += int.from_bytes(hashlib.sha256(_bytes(row)).digest())
    return Copied(table=table.name, rows=count, digest=f"{total % _MODULUS:064x}")


def _bytes(row: Row[Any]) -> bytes:
    values = [value.hex() if isinstance(value, bytes | memoryview) else value for value in row]
    return json.dumps(values, ensure_ascii=True).encode("ascii")
