"""Whether a file is a store of SQLite, told by its first bytes."""

from __future__ import annotations

from pathlib import Path

__all__ = ["SQLITE", "is_store_file"]

SQLITE = b"SQLite format 3\0"


def is_store_file(name: str) -> bool:
    """Say whether a name is that of a file of SQLite; False for what cannot be opened, and for a pipe, read once."""
    if not Path(name).is_file():
        return False
    try:
        with Path(name).open("rb") as stream:
            return stream.read(len(SQLITE)) == SQLITE
    except OSError:
        return False
