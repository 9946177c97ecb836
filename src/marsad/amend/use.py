"""The words of a store put to use: written as a folder into the user's cache, and laid over those shipped."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection

from marsad.lexicon.layers import lay_over, own_words
from marsad.lexicon.load import cache_directory
from marsad.model.amendment import Amendment
from marsad.store import Store
from marsad.store.amendments import amendments_in_force, revision

__all__ = ["as_at_start", "folder_with", "layers_with", "use_words_of", "words_of"]

_made: dict[Path, Path] = {}
"""Folders of this program alone, by where they would lie in a cache that can be written."""

_at_start: list[tuple[Path, ...]] = []


def use_words_of(store: Store) -> bool:
    """Let what a team changed in a store count from now on, here and in processes started from here.

    It lies over the folders that MARSAD_WORDS names. Say whether that is news.
    """
    with store.reading() as connection:
        wanted = layers_with(words_of(connection))
    if not _at_start:
        _at_start.append(own_words())
    if wanted == own_words():
        return False
    lay_over(wanted)
    return True


def as_at_start() -> bool:
    """Say whether the words in use are those of the start of this process: what it has read of them holds."""
    return not _at_start or own_words() == _at_start[0]


def words_of(connection: Connection) -> Path | None:
    """Return the folder of what is in force in a store, None where nothing is."""
    amendments = amendments_in_force(connection)
    return folder_with(amendments, revision=revision(connection)) if amendments else None


def layers_with(folder: Path | None) -> tuple[Path, ...]:
    """Return the folders of one's own as they are named, with one of a store over them."""
    named = tuple(one for one in own_words() if one not in _made.values() and one.parent != _home())
    return named if folder is None else (*named, folder)


def folder_with(amendments: Sequence[Amendment], *, revision: int | None = None) -> Path:
    """Return a folder that holds just these amendments: the same ones lie in the same folder."""
    from marsad.amend.folder import write_folder

    told = json.dumps(
        [[one.kind, one.entry_id, one.act, one.value] for one in amendments], ensure_ascii=True, sort_keys=True
    )
    digest = hashlib.sha256(told.encode()).hexdigest()[:16]
    target = _home() / (f"try-{digest}" if revision is None else f"r{revision}-{digest}")
    if target.is_dir():
        return target
    if target in _made:
        return _made[target]
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(dir=target.parent, prefix=".draft-"))
    except OSError:  # a cache that cannot be written: this program alone has the folder
        _made[target] = Path(tempfile.mkdtemp(prefix="marsad-words-")).resolve()
        write_folder(_made[target], amendments, revision=revision)
        return _made[target]
    write_folder(draft, amendments, revision=revision)
    try:
        draft.rename(target)
    except OSError:  # another program was faster
        shutil.rmtree(draft, ignore_errors=True)
    return target


def _home() -> Path:
    return (cache_directory() / "words").expanduser().resolve()
