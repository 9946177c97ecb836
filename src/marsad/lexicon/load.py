"""Read resource files: YAML for people, a compiled copy in the user's cache for speed.

The compiled copy is named by the hash of the files it came from, so an edited word counts at once. Words of one's own
lie over those shipped (`marsad.lexicon.layers`), and are compiled beside them.
"""

from __future__ import annotations

import hashlib
import marshal
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from time import time_ns
from typing import Any

from marsad import arabic
from marsad.errors import ResourceError
from marsad.frozen import dataclass
from marsad.lexicon.layers import RESOURCES, layers, own_version, retired_words
from marsad.lexicon.table import Block, Table, mapped, packed, parted

__all__ = [
    "RESOURCES", "LexiconEntry", "cache_directory", "digest_of", "entries", "read_block", "read_cached",
    "read_compiled", "read_listed", "read_made", "resources_version", "shipped_version",
]  # fmt: skip

_CACHE_FORMAT = "1"
_COPIES = 12
"""So many compiled copies of one name are kept, those used last: words that are edited often must not fill a disk."""
_LISTS = 200
"""Of lists of forms, which all have one name: all commands together have some twenty."""
_DIGESTS = 400
"""Of files read together: fifty kinds, for some states of each."""
_SETTLED = 2_000_000_000
"""Nanoseconds after which a file that is changed once more has another time of change, on any file system."""
_WORTH_KEEPING = 300
"""So many words take longer to inflect than to read from the cache."""


@dataclass(frozen=True, slots=True)
class LexiconEntry:
    """An entry as the stages use it: id, forms, part of speech, and the fields of its own kind."""

    entry_id: str
    forms: tuple[str, ...]
    pos: str
    fields: tuple[tuple[str, Any], ...]

    def __getitem__(self, name: str) -> Any:
        """Return a field of the entry's kind, None when the entry leaves it out."""
        for field, value in self.fields:
            if field == name:
                return value
        return None


def cache_directory() -> Path:
    """Return where compiled resources are kept: MARSAD_CACHE, else the user's cache folder."""
    named = os.environ.get("MARSAD_CACHE")
    if named:
        return Path(named)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "marsad"


def digest_of(files: list[Path]) -> str:
    """Return a hash of the files, which is kept as long as none is touched: to read all takes 20 ms of a start."""
    states = [file.stat() for file in files]
    if time_ns() - max([max(_touched(state)[2:]) for state in states], default=0) < _SETTLED:
        return _hash(files)
    told = [(str(file), *_touched(state)) for file, state in zip(files, states, strict=True)]
    known = hashlib.sha256(repr(told).encode()).hexdigest()[:32]
    digest: str = read_compiled("digest", known, lambda: _hash(files), copies=_DIGESTS)
    return digest


def _touched(state: os.stat_result) -> tuple[int, ...]:
    return state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns


def _hash(files: list[Path]) -> str:
    digest = hashlib.sha256(_CACHE_FORMAT.encode())
    for file in files:
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:32]


def read_cached(name: str, files: list[Path], build: Any) -> Any:
    """Return `build()` from the cache when `files` are unchanged, else build it and try to keep it.

    The value must be one of those that Python compiles modules to (`marshal`): a cache that cannot be read, or is of
    another Python, is passed over, and so is one that cannot be written.
    """
    return read_compiled(name, digest_of(files), build)


def read_compiled(name: str, digest: str, build: Callable[[], Any], *, copies: int = _COPIES) -> Any:
    """Return `build()` as kept in the cache under a digest of all that it is made from, else build and keep it."""
    target = cache_directory() / f"{name}-{digest}.compiled"
    with suppress(OSError, ValueError, EOFError, TypeError):
        value = marshal.loads(target.read_bytes())  # noqa: S302 - of the user's own cache, as compiled modules are
        _in_use(target)
        return value
    value = build()
    _keep(target, marshal.dumps(value), name, copies)
    return value


def read_block(name: str, digest: str, build: Callable[[], bytes], *, copies: int = _COPIES) -> Block:
    """Return the block of `build()` where it lies in the cache, else build and keep it: only what is asked is read."""
    target = cache_directory() / f"{name}-{digest}.table"
    with suppress(OSError, ValueError):
        block = mapped(target)
        parted(block)  # says whether it is whole
        _in_use(target)
        return block
    made = build()
    _keep(target, made, name, copies)
    return made


def _in_use(target: Path) -> None:
    with suppress(OSError):
        os.utime(target)  # what is in use stays


def _keep(target: Path, data: bytes, name: str, copies: int) -> None:
    import tempfile  # which a start from what is kept need not load

    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=target.parent, delete=False, suffix=".tmp") as draft:
            draft.write(data)
        Path(draft.name).replace(target)
        _drop_old(target.parent, name, copies)
    except OSError:
        pass


def read_made(name: str, words: list[Any], build: Callable[[], Any]) -> Any:
    """Return `build()` as kept in the cache for these words and the grammar of today."""
    return read_compiled(name, _of_words(words), build)


def read_listed(name: str, words: list[Any], build: Callable[[Any], dict[str, str]]) -> Mapping[str, str]:
    """Return `build(words)`, what is said of each form that grammar makes of words; of many as kept in the cache."""
    if len(words) < _WORTH_KEEPING:
        return build(words)
    return Table(read_block(name, _of_words(words), lambda: packed(build(words)), copies=_LISTS))


def _of_words(words: list[Any]) -> str:
    digest = hashlib.sha256(marshal.dumps(words, 2) + _grammar())  # 2: the same words give the same bytes
    return digest.hexdigest()[:32]


@cache
def _grammar() -> bytes:
    """Return a hash of the code that inflects words and writes down their forms."""
    digest = hashlib.sha256()
    here = Path(__file__)
    makers = (here, *map(here.with_name, ("match.py", "companions.py", "table.py")))
    for file in (*makers, *sorted(Path(arabic.__path__[0]).glob("*.py"))):
        digest.update(file.read_bytes())
    return digest.digest()


def _drop_old(folder: Path, name: str, copies: int) -> None:
    kept = sorted(folder.glob(f"{name}-*"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in kept[copies:]:
        file.unlink(missing_ok=True)


def _files(kind: str, folder: Path) -> list[Path]:
    return sorted((folder / "ar" / kind).glob("*.yaml"))


_Row = tuple[str, tuple[str, ...], str, tuple[tuple[str, Any], ...]]
"""An entry as it is kept: the values of a `LexiconEntry` in their order."""


def _compile(kind: str, folder: Path) -> list[_Row]:
    from marsad.lexicon.read_yaml import read_entries

    compiled: list[_Row] = []
    for file in _files(kind, folder):
        for entry, _line in read_entries(file, kind):
            own = entry.model_dump(
                mode="json",
                exclude={"id", "forms", "pos", "source", "note", "matches", "rejects"},
                exclude_defaults=True,
            )
            fields = tuple((key, _frozen(value)) for key, value in own.items())
            compiled.append((entry.id, tuple(entry.forms), entry.pos, fields))
    return compiled


def entries(kind: str, folder: Path = RESOURCES) -> tuple[LexiconEntry, ...]:
    """Return the entries of one kind ("triggers", "qualifiers" ...), one's own in the place of those they change.

    Raises ResourceError naming file, line, entry and remedy when a file breaks its schema.
    """
    return _entries(kind, layers(folder, kind))


@lru_cache(maxsize=128)
def _entries(kind: str, folders: tuple[Path, ...]) -> tuple[LexiconEntry, ...]:
    found: dict[str, LexiconEntry] = {}
    for folder in folders:
        files = _files(kind, folder)
        if not files and folder == folders[0]:
            raise ResourceError(
                f"No {kind} files found.",
                file=str(folder / "ar" / kind),
                remedy="Reinstall marsad, or check the folder name.",
            )
        for row in _compiled(kind, folder, files):
            found[row[0]] = LexiconEntry(*row)
        for entry_id in retired_words(folder, kind):
            found.pop(entry_id, None)
    return tuple(found.values())


def _compiled(kind: str, folder: Path, files: list[Path]) -> list[_Row]:
    rows: list[_Row] = read_cached(f"lexicon-{kind}", files, lambda: _compile(kind, folder)) if files else []
    return rows


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def resources_version(folder: Path = RESOURCES) -> str:
    """Return what says which words are in use: two equal versions code alike.

    A hash of the shipped files, and behind it that of each folder of one's own: "4f1c2d9a03be+r12.3fa9c1d2".
    """
    return "+".join((shipped_version(folder), *map(own_version, layers(folder)[1:])))


@lru_cache(maxsize=8)
def shipped_version(folder: Path = RESOURCES) -> str:
    """Return a short hash of every shipped resource file."""
    files = [Path(where, name) for where, _, names in os.walk(folder) for name in names if not name.endswith(".py")]
    return digest_of(sorted(files))[:12]
