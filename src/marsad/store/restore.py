"""A backup put in the place of a store: verified first, and never under a program that has the store open."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from marsad.errors import StoreError
from marsad.store import log, schema
from marsad.store.clock import now
from marsad.store.engine import connect, reading, writing
from marsad.store.problems import explain
from marsad.store.verify import verify

__all__ = ["Restored", "restore"]

_BESIDE = ("-wal", "-shm", "-journal")
"""Files that SQLite lays beside a store while it is open, and leaves there when its program was killed."""
_MAGIC = b"SQLite format 3\0"
_WAIT = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What became of a backup: acts and seal as it was verified, or what does not fit in it.

    `kept` is where the store lies now that was there before, None where there was none; `before` the schema of the
    backup and `after` that of the store.
    """

    problems: tuple[str, ...] = ()
    acts: int = 0
    seal: str = ""
    before: str = ""
    after: str = ""
    kept: Path | None = None


def restore(backup: Path, store: Path, *, who: str) -> Restored:
    """Put a copy of a backup in the place of a store; the backup and the store that was there are both kept.

    The backup is copied beside the store, brought up to date there, and verified; with any problem nothing else is
    done. Raises StoreError when there is no such backup, when a newer marsad made it, or while another program has the
    store open.
    """
    _refuse_unfit(backup, store)
    _refuse_open(store)
    made = store.with_name(f"{store.name}.restoring")
    _remove(made)
    try:
        _copy(backup, made)
        told = _verified(made, backup, who)
        if told.problems:
            return told
        _refuse_open(store)
        kept = _put_away(store) if store.exists() else None
        made.replace(store)
    finally:
        _remove(made)
    return Restored(acts=told.acts, seal=told.seal, before=told.before, after=told.after, kept=kept)


def _refuse_unfit(backup: Path, store: Path) -> None:
    if not backup.is_file():
        remedy = "Name the file of a backup: marsad store copy and VACUUM INTO make one."
        raise StoreError("There is no such backup.", store=str(backup), remedy=remedy)
    if store.is_dir() or not store.absolute().parent.is_dir():
        raise StoreError("No store can lie there.", store=str(store), remedy="Name a file in a folder that there is.")
    if store.exists() and backup.samefile(store):
        raise StoreError("That is the store itself.", store=str(store), remedy="Name the backup first, then the store.")


def _refuse_open(store: Path) -> None:
    """Raise StoreError while another program has a store open; what lay beside it is folded into it on the way.

    A store that cannot be read at all is let pass: it is what backups are for.
    """
    if not store.exists() or not _begins_as_one(store):
        return
    try:
        with closing(sqlite3.connect(store, timeout=0.0)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")  # only who is alone with a file may change this
            connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if "locked" not in str(error):
            raise _as_told(error, store) from error
        problem = "Another program has the store open, and would damage what is put in its place."
        remedy = "End marsad serve and every other command that works on it. Nothing was changed."
        raise StoreError(problem, store=str(store), remedy=remedy) from error
    except sqlite3.DatabaseError:
        return


def _begins_as_one(store: Path) -> bool:
    """Say whether SQLite would take a file for its own; of another it would throw away what lies beside it."""
    with store.open("rb") as stream:
        return stream.read(len(_MAGIC)) == _MAGIC


def _copy(backup: Path, made: Path) -> None:
    """Copy a backup with what lies beside it; one with nothing beside it is only read, wherever it lies."""
    how = "mode=ro" if any(_beside(backup, end).exists() for end in _BESIDE) else "immutable=1"
    address = f"file:{quote(str(backup.absolute()))}?{how}"
    try:
        with (
            closing(sqlite3.connect(address, uri=True, timeout=_WAIT)) as source,
            closing(sqlite3.connect(made)) as target,
        ):
            source.backup(target)
            found = [row[0] for row in target.execute("PRAGMA integrity_check(1)")]
    except sqlite3.DatabaseError as error:
        raise _as_told(error, backup) from error
    if found != ["ok"]:
        raise _as_told(sqlite3.DatabaseError("database disk image is malformed"), backup)


def _as_told(error: sqlite3.Error, file: Path) -> StoreError:
    problem, remedy = explain(error, sqlite=True) or (f"SQLite says: {error}.", "Try another backup.")
    if "damaged" in problem:
        remedy = "Try an earlier backup."
    return StoreError(problem, store=str(file), remedy=f"{remedy} Nothing was changed.")


def _verified(made: Path, backup: Path, who: str) -> Restored:
    """Bring the copy up to date, and look whether it is whole; its log then tells that it was put back."""
    engine = connect(made, wait=_WAIT)
    try:
        found = schema.revision(engine)
        if found is None:
            remedy = "Name a backup of a store. Nothing was changed."
            raise StoreError("The file is no store of marsad.", store=str(backup), remedy=remedy)
        if found > schema.newest():
            remedy = "Update marsad, then restore it. Nothing was changed."
            raise StoreError(f"It was made by a newer marsad (schema {found}).", store=str(backup), remedy=remedy)
        _, after = schema.upgrade(engine)
        with reading(engine) as connection:
            problems = tuple(verify(connection))
            acts, seal = log.last(connection)
        if not problems:
            act = log.Act(act="put back", item="store", detail={"from": backup.name, "number": acts, "seal": seal})
            with writing(engine) as connection:
                log.write(connection, [act], who=who)
    finally:
        engine.dispose()
    return Restored(problems=problems, acts=acts, seal=seal, before=found, after=after)


def _put_away(store: Path) -> Path:
    """Give the store that is there another name, with the moment in it, and what lies beside it, too."""
    stamp = now().replace("-", "").replace(":", "")
    kept = store.with_name(f"{store.stem}.before-{stamp}{store.suffix}")
    number = 1
    while kept.exists():
        number += 1
        kept = store.with_name(f"{store.stem}.before-{stamp}-{number}{store.suffix}")
    for end in _BESIDE:
        if _beside(store, end).exists():
            _beside(store, end).replace(_beside(kept, end))
    store.replace(kept)
    return kept


def _beside(file: Path, end: str) -> Path:
    return file.with_name(f"{file.name}{end}")


def _remove(made: Path) -> None:
    for file in (made, *(_beside(made, end) for end in _BESIDE)):
        file.unlink(missing_ok=True)
