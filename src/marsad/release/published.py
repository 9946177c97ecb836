"""Lines that a release published, which a later one takes over where the same program would make the same of them."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from marsad import __path__ as _package
from marsad.export.record import coder_version
from marsad.gazetteer import Gazetteer
from marsad.lexicon.load import resources_version
from marsad.redact.rules import Rules, read_rules
from marsad.release.manifest import EVENTS, RULES, Manifest, sha256_of
from marsad.store import Store

__all__ = ["Published", "made_by", "published_of"]


def made_by(places: Gazetteer) -> str:
    """Return what says by which code, words and places lines are made: equal ones make equal lines of equal records."""
    told = (coder_version(), platform.python_version(), _code(), resources_version(), places.name, places.version)
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


@cache
def _code() -> str:
    digest = hashlib.sha256()
    for file in sorted(Path(_package[0]).rglob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The lines of a release, and what they follow from: a change of the store, a day, rules."""

    path: Path
    change: int
    day: date
    rules: Rules

    def read(self) -> Iterator[dict[str, Any]]:
        """Yield its coded reports."""
        with self.path.open(encoding="utf-8") as stream:
            yield from map(json.loads, stream)


def published_of(store: Store, folder: Path, manifest: Manifest, made: str) -> Published | None:
    """Return what a release in a folder published; None unless it is whole, of this store, and made by the same.

    The store's log says which manifest was made by what: code that is changed under one version is another.
    """
    if not any(_is_of(entry.act, entry.detail, manifest, made) for entry in store.log("store")):
        return None
    for name in (EVENTS, RULES):
        if not (folder / name).exists() or sha256_of(folder / name) != manifest.files.get(name):
            return None
    day = date.fromisoformat(manifest.as_of[:10])
    return Published(path=folder / EVENTS, change=manifest.change, day=day, rules=read_rules(folder / RULES))


def _is_of(act: str, detail: dict[str, Any], manifest: Manifest, made: str) -> bool:
    return act == "release" and (detail.get("manifest"), detail.get("made")) == (manifest.sha256, made)
