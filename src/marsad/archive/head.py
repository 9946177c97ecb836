"""How far an archive was written when its last act was complete."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass
from pathlib import Path

from marsad.archive.layout import FORMAT, HEAD, canonical, is_warc_name, read_canonical

__all__ = ["Head", "read_head", "replace_file", "sync_folder"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The last complete act, and the sizes in bytes that files had then; what lies beyond was not completed.

    `warc` is the file written to last, None before the first.
    """

    seq: int
    hash: str
    log_bytes: int
    index_bytes: int
    warc: str | None
    warc_bytes: int

    def line(self) -> bytes:
        """Return the head as head.json holds it."""
        return canonical({"format": FORMAT, **asdict(self)}) + b"\n"

    def save(self, folder: Path) -> None:
        """Put this head in the place of the one before, in one step."""
        replace_file(folder / HEAD, self.line())


def read_head(folder: Path) -> Head | None:
    """Return the head of an archive, None when head.json is missing; raise ValueError when it holds no head."""
    try:
        content = (folder / HEAD).read_bytes()
    except FileNotFoundError:
        return None
    value = read_canonical(content.removesuffix(b"\n")) if content.endswith(b"\n") else None
    if value is None or value.pop("format", None) != FORMAT or value.keys() != Head.__annotations__.keys():
        raise ValueError("It is not written as marsad writes it.")
    numbers = (value["seq"], value["log_bytes"], value["index_bytes"], value["warc_bytes"])
    if not all(type(number) is int and number >= 0 for number in numbers):
        raise ValueError("A number in it is none.")
    if not isinstance(value["hash"], str) or not (value["warc"] is None or is_warc_name(value["warc"])):
        raise ValueError("A name in it is none.")
    return Head(**value)


def replace_file(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all, whatever happens."""
    temporary = path.with_name(path.name + ".new")
    with temporary.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    temporary.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make sure that a new name is on the disk; Windows does so by itself."""
    if os.name == "nt":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
