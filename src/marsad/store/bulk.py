"""Many rows into an empty PostgreSQL store: its indexes are built, and references checked, once they are all there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, text

from marsad.store.engine import is_sqlite

__all__ = ["indexed_afterwards", "tidy"]

_REFERENCES = """
SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY 1
"""
_INDEXES = """
SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
WHERE relnamespace = current_schema()::regnamespace
AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid) ORDER BY 1
"""


@contextmanager
def indexed_afterwards(connection: Connection) -> Iterator[None]:
    """Take indexes and references away while an empty store is filled in one transaction, and bring all of them back.

    What is unique and what every row must say is checked row by row as ever. A reference that leads nowhere raises at
    the end; nothing is kept then. Planners then know the tables, too. SQLite fills as fast with its indexes in place.
    """
    if is_sqlite(connection):
        yield
        return
    taken = [tuple(row) for query in (_REFERENCES, _INDEXES) for row in connection.execute(text(query))]
    for drop, _ in taken:
        connection.exec_driver_sql(drop)
    yield
    for _, make in reversed(taken):
        connection.exec_driver_sql(make.replace("%", "%%"))
    connection.exec_driver_sql("ANALYZE")


def tidy(engine: Engine) -> None:
    """Let PostgreSQL note which pages everybody may read, and what is frequent: until then its plans are worse."""
    if is_sqlite(engine):
        return
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("VACUUM (ANALYZE)")
