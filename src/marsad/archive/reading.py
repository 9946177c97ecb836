"""An archive as its readers see it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from marsad.archive.entry import Entry, read_entry
from marsad.archive.head import Head, read_head
from marsad.archive.item import Item, original, read_item
from marsad.archive.layout import ABOUT, INDEX, LOG
from marsad.errors import ArchiveError, FetchError
from marsad.fetch.limits import Limits

__all__ = ["Archive", "lines_of"]

_SHORTEST = 6
_EVERYWHERE = Limits()


class Archive:
    """A folder of kept pages and files, opened to be read; `marsad.archive.Writer` adds to it.

    Raises ArchiveError when the folder is no archive.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            about = (folder / ABOUT).read_bytes()
            self.archive_id = str(json.loads(about)["archive_id"])
        except FileNotFoundError:
            problem = "There is no archive in this folder."
            raise ArchiveError(problem, archive=str(folder), remedy="Make one: marsad archive add.") from None
        except (OSError, ValueError, KeyError, TypeError):
            raise self._broken(f"{ABOUT} cannot be read.") from None
        self.genesis = hashlib.sha256(about).hexdigest()
        """What the first act of the log begins from."""

    def head(self) -> Head:
        """Return how far the archive is written."""
        try:
            head = read_head(self.folder)
        except ValueError as error:
            raise self._broken(f"head.json cannot be read. {error}") from None
        if head is None:
            head = Head(seq=0, hash=self.genesis, log_bytes=0, index_bytes=0, warc=None, warc_bytes=0)
            if (self.folder / LOG).exists() and sum(1 for _ in lines_of(self.folder / LOG, 0, None)) > 1:
                raise self._broken("head.json is missing.")
        return head

    def items(self) -> Iterator[Item]:
        """Yield everything kept, in the order it came in; the versions of one page among it."""
        for line in lines_of(self.folder / INDEX, 0, self.head().index_bytes):
            item = read_item(line)
            if item is None:
                raise self._broken(f"A line of {INDEX} cannot be read.")
            yield item

    def entries(self) -> Iterator[Entry]:
        """Yield the acts of the log."""
        for line in lines_of(self.folder / LOG, 0, self.head().log_bytes):
            entry = read_entry(line)
            if entry is None:
                raise self._broken(f"A line of {LOG} cannot be read.")
            yield entry

    def versions(self, url: str) -> list[Item]:
        """Return what an address, or a file's name, held over time: the first version first, 404 and 410 among them."""
        wanted = {url, _as_kept(url)}
        return [item for item in self.items() if item.url in wanted or item.name in wanted]

    def find(self, item_id: str) -> Item:
        """Return the item whose id begins like this, or else the latest version of this address or name.

        Raises ArchiveError when there is none, and when two different items could be meant.
        """
        wanted = item_id.lower()
        found = {item.id: item for item in reversed(list(self.items())) if item.id.startswith(wanted)}
        if len(found) == 1 and len(wanted) >= _SHORTEST:
            return next(iter(found.values()))
        if versions := self.versions(item_id):
            return versions[-1]
        problem = f"It holds nothing with the id, address or name {item_id}."
        if found:
            problem = (
                f"{len(found)} items have an id that begins with {item_id}; at least {_SHORTEST} signs are needed."
            )
        raise ArchiveError(problem, archive=str(self.folder), remedy="See marsad archive list.")

    def write_original(self, item: Item, write: Callable[[bytes], Any]) -> None:
        """Hand on the bytes of an item, checked against its id."""
        original(self.folder / item.file, item, write)

    def read(self, item: Item) -> bytes:
        """Return the bytes of an item, checked against its id."""
        content = bytearray()
        self.write_original(item, content.extend)
        return bytes(content)

    def record(self, item: Item) -> bytes:
        """Return the WARC record of an item as it lies in its file."""
        with (self.folder / item.file).open("rb") as stream:
            stream.seek(item.offset)
            return stream.read(item.length)

    def _broken(self, problem: str) -> ArchiveError:
        remedy = "Run marsad archive verify, and go back to a copy."
        return ArchiveError(problem, archive=str(self.folder), remedy=remedy)


def _as_kept(url: str) -> str:
    from marsad.fetch.url import target

    try:
        return target(url, limits=_EVERYWHERE, allow_private=True).url
    except FetchError:
        return url


def lines_of(path: Path, start: int, stop: int | None) -> Iterator[bytes]:
    """Yield the whole lines between two bytes of a file, without their line feeds; none when there is no file."""
    try:
        stream: IO[bytes] = path.open("rb")
    except FileNotFoundError:
        return
    with stream:
        stream.seek(start)
        at = start
        while (stop is None or at < stop) and (line := stream.readline()).endswith(b"\n"):
            at += len(line)
            yield line[:-1]
