"""Where a store lies, how it is reached, and what goes wrong there in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

from sqlalchemy import URL, Connection, Dialect, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DisconnectionError, NoSuchModuleError

from marsad.errors import StoreError, how_to_install
from marsad.store.problems import explain

__all__ = ["connect", "glancing", "is_sqlite", "name_of", "reading", "rebuilding", "tell", "writing"]

_WRITERS = 7_305_118_412_906_551_873  # the advisory lock that writers of one PostgreSQL store take in turn
_IDLE = 2.0
_READ_CACHE = 256 * 1024 * 1024
_POOL: dict[str, Any] = {"pool_size": 8, "max_overflow": 16, "pool_use_lifo": True}
"""More connections than threads of a workbench, so that none waits for one; the one used last has most at hand."""


def connect(store: str | Path | URL, *, wait: float) -> Engine:
    """Return the engine of a store: a file name is SQLite, "postgresql://..." a database with PostGIS.

    `wait` is how many seconds to wait for another writer. Nothing is opened yet. Raises StoreError for an address
    of another kind, and when the packages of marsad[postgres] are missing.
    """
    url = _url(store)
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, connect_args={"timeout": wait, "check_same_thread": False}, **_POOL)
        _set_up_sqlite(engine, wait)
    else:
        try:
            engine = create_engine(url, connect_args={"connect_timeout": 10}, **_POOL)
        except ModuleNotFoundError:
            problem = "PostgreSQL needs packages that are not installed."
            raise StoreError(problem, store=name_of(url), remedy=how_to_install("postgres")) from None
        _set_up_postgres(engine, wait)
        _ask_when_idle(engine)
    event.listen(engine, "handle_error", _told)
    return engine


def _url(store: str | Path | URL) -> URL:
    if isinstance(store, URL):
        return store
    text = str(store)
    if "://" not in text:
        return URL.create("sqlite+pysqlite", database=text)
    try:
        url = make_url(text)
        kind = url.get_backend_name()
    except (ArgumentError, NoSuchModuleError, ValueError):
        kind = ""
    if kind == "postgres":
        kind = "postgresql"
    if kind == "sqlite" and url.database:
        return url.set(drivername="sqlite+pysqlite")
    if kind == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    remedy = "Name a file, or postgresql://USER@HOST/DATABASE."
    raise StoreError("That is no address of a store.", store=text.split("://", maxsplit=1)[0] + "://...", remedy=remedy)


def name_of(url: URL) -> str:
    """Return how messages call a store: the file, or the address without its password."""
    if url.get_backend_name() == "sqlite":
        return url.database or ":memory:"
    return url.set(drivername="postgresql").render_as_string(hide_password=True)


def is_sqlite(connection: Connection | Engine) -> bool:
    """Say which of the two kinds a store is."""
    return connection.dialect.name == "sqlite"


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One view of the store, as it stood when this began; writers do not wait for it.

    Its option `marsad_known` holds what was found out about the store as a whole, for as long as the view lasts.
    """
    with engine.connect().execution_options(marsad_begin="BEGIN", marsad_known={}) as connection:
        if not is_sqlite(connection):
            connection = connection.execution_options(isolation_level="REPEATABLE READ")  # noqa: PLW2901
        with connection.begin():
            yield connection


@contextmanager
def glancing(engine: Engine) -> Iterator[Connection]:
    """As `reading`, for a single question: PostgreSQL is not asked to begin before it, and to end after it."""
    if is_sqlite(engine):
        with reading(engine) as connection:
            yield connection
        return
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT", marsad_known={}) as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """All that is written inside is kept together or not at all; one writer at a time, others wait their turn."""
    with engine.connect().execution_options(marsad_begin="BEGIN IMMEDIATE") as connection, connection.begin():
        if not is_sqlite(connection):
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")
        yield connection


@contextmanager
def rebuilding(engine: Engine) -> Iterator[Connection]:
    """As `writing`, for changes of the schema: SQLite may drop and rename tables that others point to.

    Raises StoreError when a row is left pointing nowhere; nothing is changed then.
    """
    with engine.connect().execution_options(marsad_begin="BEGIN IMMEDIATE", marsad_rebuild=True) as connection:
        with connection.begin():
            if not is_sqlite(connection):
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")
            yield connection
            if is_sqlite(connection) and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                remedy = "Nothing was changed. Keep a copy of the store and report this as a fault of marsad."
                raise StoreError("The change would tear rows apart.", store=name_of(engine.url), remedy=remedy)
        if is_sqlite(connection):
            connection.invalidate()  # opened anew, it minds foreign keys again


def _set_up_sqlite(engine: Engine, wait: float) -> None:
    @event.listens_for(engine, "connect")
    def _opened(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # transactions begin as `_begun` says, not when Python guesses
        for setting in (
            f"busy_timeout = {int(wait * 1000)}",
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
            "cache_size = -65536",
            "temp_store = MEMORY",
            f"mmap_size = {_READ_CACHE}",
        ):
            connection.execute(f"PRAGMA {setting}")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get("marsad_rebuild"):
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.exec_driver_sql(options.get("marsad_begin", "BEGIN IMMEDIATE"))


def _set_up_postgres(engine: Engine, wait: float) -> None:
    @event.listens_for(engine, "connect")
    def _opened(connection: Any, _record: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"SET lock_timeout = {int(wait * 1000)}")
            cursor.execute("SET timezone = 'UTC'")
            cursor.execute("SET jit = off")  # compiling what then runs for some milliseconds takes seconds
        connection.commit()


def _ask_when_idle(engine: Engine) -> None:
    """Ask a connection whether it is alive before it is used, unless it was used a moment ago."""

    @event.listens_for(engine, "checkin")
    def _used(_connection: Any, record: Any) -> None:
        record.info["used"] = monotonic()

    @event.listens_for(engine, "checkout")
    def _taken(connection: Any, record: Any, _proxy: Any) -> None:
        if monotonic() - record.info.get("used", monotonic()) < _IDLE:
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as error:
            raise DisconnectionError from error  # another one is taken


def _told(context: Any) -> None:
    tell(context.original_exception, context.dialect, context.engine)


def tell(error: BaseException | None, dialect: Dialect, engine: Engine | None) -> None:
    """Raise what a database says in its own terms as one sentence with the remedy, where there is one."""
    found = explain(error, sqlite=dialect.name == "sqlite")
    if found is not None:
        problem, remedy = found
        raise StoreError(problem, store=name_of(engine.url) if engine else "The store", remedy=remedy) from error
