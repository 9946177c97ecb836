"""What marsad finds on a machine and in a store: what works, what is missing, and when to move to PostgreSQL."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path

from sqlalchemy import Connection, func, select, text

from marsad.errors import how_to_install
from marsad.store import Store
from marsad.store.engine import is_sqlite
from marsad.store.log import first_broken
from marsad.store.tables import codings

__all__ = ["MEASURED_CODINGS", "MOST_BYTES", "MOST_CODINGS", "Finding", "Level", "look_at_machine", "look_at_store"]

MOST_CODINGS = 1_000_000
"""Codings up to which a store in SQLite was measured (docs/benchmarks.md); one that holds more should move."""
MOST_BYTES = 4 * 1024**3
"""What these codings of short reports took there, with the linker's notes; larger files were not measured."""
MEASURED_CODINGS = 3_000_000
"""Codings up to which a store in PostgreSQL was measured (docs/benchmarks.md)."""
_UNKNOWN = (
    "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' "
    "AND reltuples < 0 AND pg_relation_size(oid) > 1048576 ORDER BY relname"
)
_OLDEST_SERVER = 15

_EXTRAS = {
    "postgres": ("psycopg", "stores in PostgreSQL"),
    "serve": ("fastapi", "the workbench"),
    "parquet": ("pyarrow", "Parquet files"),
    "report": ("typst", "charts, maps and situation reports"),
    "trends": ("statsmodels", "trends"),
    "grid": ("h3", "counts by H3 cells"),
    "timestamp": ("rfc3161_client", "stamps of a time authority"),
    "cluster": ("distributed", "coding on several machines"),
}


class Level(StrEnum):
    """How a finding is to be taken."""

    OK = "ok"
    NOTE = "note"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing looked at, and a sentence about it that ends with the remedy where there is something to do."""

    about: str
    level: Level
    said: str


def look_at_machine() -> Iterator[Finding]:
    """Yield what there is to say about Python, SQLite and the packages of marsad's extras."""
    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding(about="Python", level=Level.OK, said=f"{version}.")
    with sqlite3.connect(":memory:") as memory:
        options = {row[0] for row in memory.execute("PRAGMA compile_options")}
    if "ENABLE_FTS5" in options:
        yield Finding(about="SQLite", level=Level.OK, said=f"{sqlite3.sqlite_version}, with full-text search.")
    else:
        said = f"{sqlite3.sqlite_version} without FTS5: stores need it. Use another Python, or PostgreSQL."
        yield Finding(about="SQLite", level=Level.PROBLEM, said=said)
    for extra, (package, purpose) in _EXTRAS.items():
        if find_spec(package):
            yield Finding(about=f"marsad[{extra}]", level=Level.OK, said=f"Here: {purpose}.")
        else:
            said = f"Not here, so no {purpose.removeprefix('the ')}. {how_to_install(extra)}"
            yield Finding(about=f"marsad[{extra}]", level=Level.NOTE, said=said)


def look_at_store(store: Store) -> Iterator[Finding]:
    """Yield what there is to say about a store: whether it is whole, how large it is, and whether it should move."""
    with store.reading() as connection:
        broken = first_broken(connection)
        count = int(connection.scalar(select(func.count()).select_from(codings)) or 0)
        if broken is None:
            yield Finding(about="Log", level=Level.OK, said="Whole.")
        else:
            said = f"Broken at entry {broken}. Keep a copy, compare backups: marsad store verify {store.name}"
            yield Finding(about="Log", level=Level.PROBLEM, said=said)
        yield from _in_sqlite(connection, store, count) if is_sqlite(connection) else _in_postgres(connection, count)


def _in_sqlite(connection: Connection, store: Store, count: int) -> Iterator[Finding]:
    size = int(
        connection.scalar(text("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")) or 0
    )
    told = f"{count:,} codings in {size / 1024**2:,.0f} MiB"
    move = f"marsad store copy {store.name} postgresql://USER@HOST/DATABASE"
    if count > MOST_CODINGS:
        yield Finding(about="Size", level=Level.NOTE, said=f"{told}: time to move. {move}")
    elif size > MOST_BYTES:
        said = f"{told}, more than was measured. See how long your own questions take; to move: {move}"
        yield Finding(about="Size", level=Level.NOTE, said=said)
    else:
        said = f"{told}; SQLite was measured to {MOST_CODINGS:,} in {MOST_BYTES // 1024**3} GiB: move beyond that."
        yield Finding(about="Size", level=Level.OK, said=said)
    free = shutil.disk_usage(Path(store.name).resolve().parent).free
    if free < size:
        said = f"{free / 1024**2:,.0f} MiB free: not enough to copy the store. Make room, or move it."
        yield Finding(about="Disk", level=Level.PROBLEM, said=said)
    else:
        yield Finding(about="Disk", level=Level.OK, said=f"{free / 1024**3:,.1f} GiB free.")


def _in_postgres(connection: Connection, count: int) -> Iterator[Finding]:
    size = int(connection.scalar(text("SELECT pg_database_size(current_database())")) or 0)
    told = f"{count:,} codings in {size / 1024**2:,.0f} MiB"
    if count > MEASURED_CODINGS:
        said = f"{told}: beyond the {MEASURED_CODINGS:,} that were measured. See how long your own questions take."
        yield Finding(about="Size", level=Level.NOTE, said=said)
    else:
        yield Finding(about="Size", level=Level.OK, said=f"{told}; measured to {MEASURED_CODINGS:,}.")
    unknown = list(connection.scalars(text(_UNKNOWN)))
    if unknown:
        said = f"The planner knows nothing of {', '.join(unknown)}: searches take the long way. Run in it: ANALYZE"
        yield Finding(about="Statistics", level=Level.NOTE, said=said)
    version = int(connection.scalar(text("SHOW server_version_num")) or 0) // 10_000
    level = Level.OK if version >= _OLDEST_SERVER else Level.PROBLEM
    remedy = "" if level is Level.OK else f" Update it: marsad is tested from {_OLDEST_SERVER} on."
    yield Finding(about="PostgreSQL", level=level, said=f"Version {version}.{remedy}")
    buffers = int(
        connection.scalar(text("SELECT setting::bigint * 8192 FROM pg_settings WHERE name = 'shared_buffers'")) or 0
    )
    if buffers < min(size // 4, 2 * 1024**3):
        said = (
            f"shared_buffers is {buffers / 1024**2:,.0f} MiB: searches read from disk. Give it a quarter of the memory."
        )
        yield Finding(about="Memory", level=Level.NOTE, said=said)
