"""Rows that nobody may change: the databases themselves refuse it.

Set up after every change of the schema, since a table that SQLite has to rebuild loses its triggers without a word.
"""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, inspect, text

from marsad.store.engine import is_sqlite

__all__ = ["GUARDS", "Guard", "protect"]


class Guard(NamedTuple):
    """A table, what is refused there (UPDATE or DELETE), and the case in which it is not."""

    table: str
    refused: str
    unless: str | None = None

    @property
    def name(self) -> str:
        """What the trigger is called."""
        return f"guard_{self.table}_{self.refused.lower()}"


_SUPERSEDED = "OLD.superseded_by IS NULL AND NEW.superseded_by IS NOT NULL AND " + " AND ".join(
    f"NEW.{name} = OLD.{name}" for name in ("judgement_key", "kind", "subject", "verdict", "detail", "who", "made_at")
)

_ENDED = "OLD.until IS NULL AND NEW.until IS NOT NULL AND OLD.record IS NULL AND " + " AND ".join(
    f"NEW.{name} = OLD.{name}" for name in ("change_key", "at", "who", "kind", "item", "act", "reason", "chain")
)

GUARDS = (
    Guard("log", "UPDATE"),
    Guard("log", "DELETE"),
    Guard("report_versions", "UPDATE"),
    Guard("report_versions", "DELETE"),
    Guard("codings", "UPDATE"),
    Guard("codings", "DELETE"),
    Guard("review_acts", "UPDATE"),
    Guard("review_acts", "DELETE"),
    Guard("judgements", "UPDATE", unless=_SUPERSEDED),
    Guard("judgements", "DELETE"),
    Guard("changes", "UPDATE", unless=_ENDED),
    Guard("changes", "DELETE"),
    *(
        Guard(table, refused)
        for table in ("blind_readings", "blind_codings", "batches", "batch_acts", "amendments")
        for refused in ("UPDATE", "DELETE")
    ),
)
"""What is only added to; a judgement may be marked as superseded, a change as followed by another, once."""


def protect(connection: Connection) -> None:
    """Set up every guard anew."""
    if not is_sqlite(connection):
        connection.execute(
            text(
                "CREATE OR REPLACE FUNCTION marsad_refuse() RETURNS trigger LANGUAGE plpgsql AS "
                "'BEGIN RAISE EXCEPTION ''rows of % are never changed'', TG_TABLE_NAME; END'"
            )
        )
    there = set(inspect(connection).get_table_names())
    for guard in (guard for guard in GUARDS if guard.table in there):  # an older schema has fewer
        when = f" WHEN (NOT ({guard.unless}))" if guard.unless else ""
        start = f"CREATE TRIGGER {guard.name} BEFORE {guard.refused} ON {guard.table} FOR EACH ROW{when}"
        if is_sqlite(connection):
            connection.execute(text(f"DROP TRIGGER IF EXISTS {guard.name}"))
            refuse = f"BEGIN SELECT RAISE(ABORT, 'rows of {guard.table} are never changed'); END"
            connection.exec_driver_sql(f"{start} {refuse}")
        else:
            connection.execute(text(f"DROP TRIGGER IF EXISTS {guard.name} ON {guard.table}"))
            connection.exec_driver_sql(f"{start} EXECUTE FUNCTION marsad_refuse()")
