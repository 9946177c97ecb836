"""Entries that hold from one day to another: who fights in a land, who holds a district of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from marsad.lexicon.load import read_cached

__all__ = ["dated_rows"]


def dated_rows(kind: str, folder: Path) -> list[dict[str, Any]]:
    """Return every entry of `resources/KIND` with its days, in the order of the files; `until` None is until now.

    Raises ResourceError when a file breaks its schema.
    """
    files = sorted((folder / kind).glob("*.yaml"))
    rows: list[dict[str, Any]] = read_cached(kind, files, lambda: _compile(kind, files))
    return [
        row | {bound: row[bound] and date.fromisoformat(row[bound]) for bound in ("since", "until")} for row in rows
    ]


def _compile(kind: str, files: list[Path]) -> list[dict[str, Any]]:
    from marsad.lexicon.actor_schema import DATED
    from marsad.lexicon.read_yaml import read_models

    return [
        entry.model_dump(mode="json", exclude={"source"})
        for file in files
        for entry, _line in read_models(file, DATED[kind])
    ]
