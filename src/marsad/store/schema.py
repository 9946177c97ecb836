"""The schema of a store: made, brought up to date, or refused with the way out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from sqlalchemy import Connection, Engine, inspect, text

from marsad.errors import StoreError
from marsad.store.clock import now
from marsad.store.engine import is_sqlite, name_of, reading, rebuilding
from marsad.store.guards import protect
from marsad.store.tables import meta
from marsad.store.word_index import index_all, index_version
from marsad.store.words import SEARCH_VERSION

if TYPE_CHECKING:
    from alembic.config import Config

__all__ = ["MIGRATIONS", "check", "newest", "refuse_missing", "revision", "upgrade"]

MIGRATIONS = Path(__file__).parent / "migrations"


def newest() -> str:
    """Return the revision that this marsad works with: the last of the numbered files."""
    return max(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def revision(engine: Engine) -> str | None:
    """Return the revision of a store, None when there is nothing of a store yet."""
    with reading(engine) as connection:
        return _revision(connection)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def upgrade(engine: Engine, target: str = "head") -> tuple[str | None, str]:
    """Make the tables, or bring them up to date; return the revisions before and after. All or nothing."""
    from alembic import command

    with rebuilding(engine) as connection:
        before = _revision(connection)
        _refuse_strangers(connection, before, name_of(engine.url))
        if not is_sqlite(connection):
            connection.execute(text("CREATE EXTENSION IF NOT EXISTS postgis"))
        command.upgrade(_config(connection), target)
        protect(connection)
        after = _revision(connection) or ""
        if before is None:
            connection.execute(meta.insert().values(name="created_at", value=now()))
        if target == "head" and index_version(connection) != SEARCH_VERSION:
            index_all(connection)
    return before, after


def _refuse_strangers(connection: Connection, before: str | None, store: str) -> None:
    if before is None and any(name in inspect(connection).get_table_names() for name in ("reports", "events", "log")):
        problem = "The database holds tables of another program."
        raise StoreError(problem, store=store, remedy="Name an empty database, or a new file.")
    if before is not None and before > newest():
        raise StoreError(f"It was made by a newer marsad (schema {before}).", store=store, remedy="Update marsad.")


def refuse_missing(engine: Engine) -> NoReturn:
    """Raise StoreError: there is no store."""
    store = name_of(engine.url)
    raise StoreError("There is no store yet.", store=store, remedy=f"Make it: marsad store init {store}")


def check(engine: Engine) -> None:
    """Raise StoreError unless the store is one that this marsad can work with."""
    store, found = name_of(engine.url), revision(engine)
    if found is None:
        refuse_missing(engine)
    if found > newest():
        raise StoreError(f"It was made by a newer marsad (schema {found}).", store=store, remedy="Update marsad.")
    with reading(engine) as connection:
        indexed = index_version(connection) if found == newest() else None
    if found < newest() or indexed != SEARCH_VERSION:
        problem = f"It was made by an older marsad (schema {found} of {newest()})."
        remedy = f"Back it up, then bring it up to date: marsad store init {store}"
        raise StoreError(problem, store=store, remedy=remedy)


def _config(connection: Connection) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
