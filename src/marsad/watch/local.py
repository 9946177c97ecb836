"""Folders of a source: files that were dropped there, and letters."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from marsad.errors import ReadError
from marsad.read.inputs import Input, inputs
from marsad.sources import Feed
from marsad.watch.state import FileState, State

__all__ = ["changed_files"]


def changed_files(folder: Path, feed: Feed, state: State) -> Iterator[tuple[Path, FileState] | ReadError]:
    """Yield the files that are new or were changed since they were noted, and what to note when they are read.

    A file that cannot be looked at gives a problem, and costs no other. In a folder of mail every file counts, whatever
    its name. Raises ReadError when there is no such folder.
    """
    if not folder.is_dir():
        raise ReadError("There is no such folder.", file=str(folder), remedy="Check its name, or make it.")
    for path in _letters(folder) if feed.kind == "mail" else _files(folder):
        try:
            facts = path.stat()
        except OSError as error:
            problem = f"The file cannot be read ({error.strerror})."
            yield ReadError(problem, file=str(path), remedy="Check its name and your rights to it.")
            continue
        noted = FileState(key=str(path.resolve()), size=facts.st_size, changed=facts.st_mtime_ns)
        if facts.st_size and state.files.get(noted.key) != noted:
            yield path, noted


def _files(folder: Path) -> Iterator[Path]:
    for item in inputs([folder]):
        if isinstance(item, Input) and item.path is not None:
            yield item.path


def _letters(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "tmp")
        for name in sorted(files):
            if not name.startswith("."):
                yield Path(parent) / name
