"""What a release says of itself: number, moment, software, and the hash of every file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from marsad.errors import ReadError

__all__ = [
    "EVENTS", "MANIFEST", "RULES", "SUMS", "Manifest", "faults", "folder_of", "read_manifest", "releases", "sha256_of",
    "sums_of",
]  # fmt: skip

MANIFEST, SUMS, RULES, EVENTS = "manifest.json", "SHA256SUMS", "rules.toml", "events.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A release. `as_of` is the moment that it tells of, `change` and `seal` what had changed in the store by then.

    `previous` is the SHA-256 of the manifest before, None of the first; `files` hashes by name.
    """

    number: int
    as_of: str
    change: int
    seal: str
    software: str
    resources: str
    gazetteer: str
    note: str
    previous: str | None
    counts: Mapping[str, int]
    files: Mapping[str, str]

    @property
    def bytes(self) -> bytes:
        """The manifest as it is written: the same for the same release."""
        return (json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")

    @property
    def sha256(self) -> str:
        """The hash that the next release names."""
        return hashlib.sha256(self.bytes).hexdigest()


def folder_of(releases_folder: Path, number: int) -> Path:
    """Return where a release lies: "0001" for the first."""
    return releases_folder / f"{number:04d}"


def sha256_of(path: Path) -> str:
    """Return the hash of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def sums_of(files: Mapping[str, str], manifest_sha256: str) -> bytes:
    """Return what `sha256sum -c` takes: the hashes of files, and that of their manifest."""
    sums = [(sha256, name) for name, sha256 in files.items()] + [(manifest_sha256, MANIFEST)]
    return "".join(f"{sha256}  {name}\n" for sha256, name in sums).encode("utf-8")


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a release. Raises ReadError when there is none, or it is none."""
    path = folder / MANIFEST
    remedy = "Name a folder that `marsad release make` wrote to, and the number of a release there."
    try:
        value: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return Manifest(**value)
    except (OSError, ValueError, TypeError) as error:
        gone = isinstance(error, FileNotFoundError)
        problem = "There is no release here." if gone else "What stands here is no manifest of a release."
        raise ReadError(problem, file=str(path), remedy=remedy) from None


def releases(folder: Path) -> list[Manifest]:
    """Return the releases in a folder, the first first; copies beside them, under names of their own, are none."""
    numbers = sorted({int(path.name) for path in folder.glob("[0-9]*") if path.name.isdecimal()})
    return [read_manifest(path) for path in (folder_of(folder, one) for one in numbers) if (path / MANIFEST).exists()]


def faults(folder: Path) -> Iterator[str]:
    """Yield a sentence for every file that is not as it was released, and every release that does not follow."""
    previous: str | None = None
    for number, one in enumerate(releases(folder), 1):
        here = folder_of(folder, one.number)
        if one.number != number or one.previous != previous:
            yield f"Release {one.number} does not follow the one before it."
        for name, known in one.files.items():
            if not (here / name).exists():
                yield f"{here / name} is missing."
            elif sha256_of(here / name) != known:
                yield f"{here / name} is not what was released."
        previous = sha256_of(here / MANIFEST)
        if not (here / SUMS).exists():
            yield f"{here / SUMS} is missing."
        elif (here / SUMS).read_bytes() != sums_of(one.files, previous):
            yield f"{here / SUMS} does not fit {MANIFEST}: one of them is not what was released."
