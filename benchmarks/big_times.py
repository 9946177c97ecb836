"""A store made several times as large inside PostgreSQL, for sizes whose rows a machine cannot make one by one in time.

Every coding and incident is there `times` times, under ids of its own, on its day and in its place: what a question
finds grows as the store does. Records of the copies are bare, so that they fit on a small disk: no question of
`benchmarks.big_store` reads them.
"""

from __future__ import annotations

from sqlalchemy import Connection, text

from marsad.store import Store
from marsad.store.bulk import indexed_afterwards
from marsad.store.engine import writing

__all__ = ["multiply"]

_KEYS = frozenset(("report_key", "version_key", "coding_key", "event_key", "search_key", "member_key"))
_TABLES = (
    "reports", "report_versions", "codings", "events", "event_actors", "documents", "search_words", "incidents",
    "incident_members",
)  # fmt: skip
_BARE = """CASE WHEN k = 0 THEN record ELSE '{"events": [], "skipped": []}' END"""


def multiply(store: Store, times: int) -> None:
    """Let a store in PostgreSQL, just filled, hold everything `times` times; in one transaction."""
    with writing(store.engine) as connection, indexed_afterwards(connection):
        connection.execute(text("SET LOCAL lock_timeout = 0"))
        for name in _TABLES:
            connection.execute(text(f"CREATE TEMP TABLE source_of_{name} AS TABLE {name}"))
        connection.execute(text(f"TRUNCATE {', '.join(_TABLES)} CASCADE"))
        for name in _TABLES:
            _again(connection, name, times)
            connection.execute(text(f"DROP TABLE source_of_{name}"))


def _again(connection: Connection, table: str, times: int) -> None:
    told = "SELECT column_name FROM information_schema.columns WHERE table_name = :name AND is_generated = 'NEVER'"
    columns = list(connection.scalars(text(f"{told} AND table_schema = current_schema()"), {"name": table}))
    values = []
    for column in columns:
        if column in _KEYS:
            values.append(f"({column} - 1) * {times} + k + 1")
        elif column in {"report_id", "incident_id"}:
            values.append(f"CASE WHEN k = 0 THEN {column} ELSE {column} || '-' || k END")
        elif table == "codings" and column == "record":
            values.append(_BARE)
        else:
            values.append(column)
    connection.execute(
        text(
            f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)} "
            f"FROM source_of_{table}, generate_series(0, {times - 1}) AS k"
        )
    )
