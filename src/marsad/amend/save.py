"""Changes kept in a store: all of them, after all that is in use with them was checked, or none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection

from marsad.amend.bench import Bench
from marsad.amend.compare import wordings
from marsad.amend.entries import entry_of
from marsad.amend.folder import read_folder
from marsad.amend.kinds import REDACTED_BY
from marsad.amend.states import standing
from marsad.amend.strays import unread_files
from marsad.amend.use import folder_with, layers_with, words_of
from marsad.errors import StoreError
from marsad.lexicon.problems import Problem
from marsad.model.amendment import Amendment
from marsad.store import Store
from marsad.store.amendments import amendments_in_force, keep_amendments, revision
from marsad.store.edited import edit_anew

__all__ = ["keep_checked", "keep_folder", "with_changes"]

_TRIES = 3


def with_changes(store: Store, changes: Sequence[Amendment]) -> tuple[int, tuple[Path, ...]]:
    """Return the revision that a store is at, and the folders of words as they would be with changes."""
    with store.reading() as connection:
        standing = {(one.kind, one.entry_id): one for one in amendments_in_force(connection)}
        at = revision(connection)
    for one in changes:
        standing.pop((one.kind, one.entry_id), None)
        if one.act != "drop":
            standing[one.kind, one.entry_id] = one
    return at, layers_with(folder_with(list(standing.values())) if standing else None)


def keep_checked(store: Store, changes: Sequence[Amendment], *, checked_at: int | None = None) -> list[Problem]:
    """Keep changes where nothing is wrong with them; return what is.

    They were checked by whoever calls as of the revision `checked_at`; what others change meanwhile is checked again.
    """
    for _ in range(_TRIES):
        at, words = with_changes(store, changes)
        if at != checked_at:
            with Bench(words) as bench:
                problems = bench.check()
            if problems:
                return problems
        with store.reading() as connection:
            forms = [form for one in changes if one.kind in REDACTED_BY for form in _touched(connection, one)]
        with store.writing() as connection:
            if revision(connection) == at:
                keep_amendments(connection, changes, who=store.who)
                edit_anew(connection, forms, who=store.who)
                return []
        checked_at = None
    raise StoreError("Others change the words all the time.", store=store.name, remedy="Try once more.")


def _touched(connection: Connection, change: Amendment) -> list[tuple[str, str]]:
    """Return the wordings that are read otherwise by a change of what stands in a store."""
    before = standing(connection, change.kind, change.entry_id)
    known = entry_of(change.kind, change.entry_id, shipped=True) if change.act == "drop" else None
    return wordings(change.kind, before, known.value if known else change.value)


def keep_folder(store: Store, folder: Path, *, replace: bool = False) -> tuple[int, list[Problem]]:
    """Keep what a folder of words says; return how many entries it holds, and what is wrong with it.

    With `replace`, what a store holds beside it is as shipped again. Raises ResourceError when it cannot be read.
    """
    found, problems = read_folder(folder)
    problems += unread_files(folder)
    if problems:
        return len(found), problems
    with store.reading() as connection:
        at, standing = revision(connection), amendments_in_force(connection)
        below = layers_with(None if replace else words_of(connection))
    with Bench((*below, folder.resolve())) as bench:
        problems = bench.check()
    if problems:
        return len(found), problems
    held = {(one.kind, one.entry_id) for one in found}
    gone = [
        Amendment(kind=one.kind, entry_id=one.entry_id, act="drop", why=f"not in {folder.name}")
        for one in standing
        if replace and (one.kind, one.entry_id) not in held
    ]
    return len(found), keep_checked(store, [*found, *gone], checked_at=at)
