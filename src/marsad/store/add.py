"""Rows added to a table: by COPY in PostgreSQL, which takes them several times faster, by INSERT in SQLite."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table, insert
from sqlalchemy.exc import DBAPIError

from marsad.store.engine import is_sqlite, tell

if TYPE_CHECKING:
    from psycopg import Copy

__all__ = ["add_rows", "copying"]

_FEW = 3
"""Fewer rows are inserted: COPY costs more than it saves."""


def add_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add rows that all have the columns of the first one; the others get what the table gives by itself.

    What constraints and triggers ask of a row they ask of it either way.
    """
    if not rows:
        return
    if is_sqlite(connection) or len(rows) < _FEW:
        connection.execute(insert(table), [dict(row) for row in rows])
        return
    dialect = connection.dialect
    quote = dialect.identifier_preparer.quote
    names = list(rows[0])
    kept = [(name, table.c[name].type.dialect_impl(dialect).bind_processor(dialect)) for name in names]
    into = f"COPY {quote(table.name)} ({', '.join(map(quote, names))}) FROM STDIN"
    with copying(connection, into) as copy:
        for row in rows:
            copy.write_row([keep(row[name]) if keep else row[name] for name, keep in kept])


@contextmanager
def copying(connection: Connection, statement: str) -> Iterator[Copy]:
    """Run COPY in the transaction of a connection to PostgreSQL; what goes wrong is told as elsewhere."""
    import psycopg

    driver: Any = connection.connection.driver_connection
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            yield copy
    except psycopg.Error as error:
        tell(error, connection.dialect, connection.engine)
        raise DBAPIError.instance(statement, None, error, psycopg.Error, dialect=connection.dialect) from error
