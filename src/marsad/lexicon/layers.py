"""Words of one's own, laid over those shipped: folders of the very same files, each over the ones before it.

An entry with the id of one below stands in its place; `retired.yaml` names what is read no more. Which folders lie
over the shipped words is said once for a program and for the processes that it starts: MARSAD_WORDS names them.

    own/actors/*.yaml  own/ar/triggers/*.yaml  own/places/supplement.csv  own/retired.yaml  own/revision.txt
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from functools import lru_cache, wraps
from pathlib import Path
from typing import Annotated, TypeVar

from marsad.errors import ResourceError

__all__ = [
    "OF_PEOPLE", "PLACE_WORDS", "RESOURCES", "RETIRED", "REVISION", "VARIABLE", "lay_over", "layers", "made_of_words",
    "own_version", "own_words", "retired", "retired_words",
]  # fmt: skip

_T = TypeVar("_T")

RESOURCES = Path(__file__).parent.parent / "resources"
VARIABLE = "MARSAD_WORDS"
RETIRED = "retired.yaml"
REVISION = "revision.txt"
PLACE_WORDS = "place-words"
"""What `retired.yaml` calls the word lists of the folder ar/places: "places" are those on a map."""

OF_PEOPLE = frozenset(("names", "name-words", "name-grammar", "contact-words", "public-people"))
"""Word lists that decide whose names stay public: only the shipped ones count."""


def own_words() -> tuple[Path, ...]:
    """Return the folders that lie over the shipped words, the lowest first.

    Raises ResourceError for one that is not there: coding without it would go unnoticed.
    """
    return _folders(os.environ.get(VARIABLE, ""))


@lru_cache(maxsize=8)
def _folders(named: str) -> tuple[Path, ...]:
    folders = tuple(Path(one).expanduser().resolve() for one in named.split(os.pathsep) if one)
    for folder in folders:
        if not folder.is_dir():
            raise ResourceError(
                "There is no such folder of words.",
                file=str(folder),
                remedy=f"Name a folder that is there with --words or {VARIABLE}, or none.",
            )
    return folders


def lay_over(folders: Iterable[Path]) -> None:
    """Let these folders lie over the shipped words from now on, here and in processes started from here."""
    named = os.pathsep.join(map(str, folders))
    if named:
        os.environ[VARIABLE] = named
    else:
        os.environ.pop(VARIABLE, None)


def layers(folder: Path = RESOURCES, kind: str = "") -> tuple[Path, ...]:
    """Return the folders to read, the lowest first: over the shipped one lie those of one's own.

    Of a `kind` of lists that tell of people's names the shipped folder alone is read.
    """
    return (folder, *own_words()) if folder == RESOURCES and kind not in OF_PEOPLE else (folder,)


def made_of_words(make: Callable[[], _T]) -> Callable[[], _T]:
    """Keep what a function makes of the words, and make it anew when others come into use.

    For what a program shows; what codes keeps its words for as long as its process lives.
    """
    kept: dict[tuple[Path, ...], _T] = {}

    @wraps(make)
    def made() -> _T:
        words = own_words()
        if words not in kept:
            value = make()
            kept.clear()
            kept[words] = value
            return value
        return kept[words]

    return made


@lru_cache(maxsize=256)
def retired(folder: Path, kind: str) -> frozenset[str]:
    """Return the ids of a kind ("actors", "places", "triggers" ...) that a folder takes out of those below it."""
    file = folder / RETIRED
    if not file.exists():
        return frozenset()
    from pydantic import BaseModel, ConfigDict, Field

    from marsad.lexicon.read_yaml import read_models

    class Retired(BaseModel):
        model_config = ConfigDict(extra="forbid", frozen=True)
        kind: str
        id: str
        source: Annotated[str, Field(min_length=1)]

    return frozenset(one.id for one, _line in read_models(file, Retired) if one.kind == kind)


def retired_words(folder: Path, name: str) -> frozenset[str]:
    """Return the ids that a folder takes out of the word lists in ar/<name>."""
    return retired(folder, PLACE_WORDS if name == "places" else name)


@lru_cache(maxsize=64)
def own_version(folder: Path) -> str:
    """Return what tells one state of a folder from another: "r12.3fa9c1d2" where it says its revision, else a hash."""
    digest = hashlib.sha256()
    files = sorted(path for kind in ("*.yaml", "*.csv") for path in folder.rglob(kind))
    for file in files:
        digest.update(f"{file.relative_to(folder).as_posix()}\0".encode())
        digest.update(file.read_bytes())
    said = folder / REVISION
    number = said.read_text(encoding="utf-8").strip() if said.exists() else ""
    return f"r{number}.{digest.hexdigest()[:8]}" if number.isdecimal() else digest.hexdigest()[:8]
