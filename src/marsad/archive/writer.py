"""Keeping pages and files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from marsad.archive.entry import Entry
from marsad.archive.head import Head, replace_file
from marsad.archive.item import Item, read_item
from marsad.archive.layout import INDEX, TIMESTAMPS
from marsad.archive.ledger import Ledger, readable
from marsad.archive.reading import Archive, lines_of
from marsad.archive.records import Packed, file_record, moment, page_records
from marsad.errors import ArchiveError

if TYPE_CHECKING:
    from marsad.fetch import Response

__all__ = ["Kept", "Writer"]

_NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What became of a page or file: its item, and whether it is a version that the archive did not have."""

    item: Item
    new: bool


class Writer:
    """Adds to the archive in a folder, which is made when it does not exist.

    Several writers, in several processes, may add to one archive: each act waits for its turn. `who` stands beside
    every act; `now` is the clock, `largest_file` the size in bytes after which a new WARC file is begun.
    """

    def __init__(
        self,
        folder: Path,
        *,
        who: str,
        now: Callable[[], datetime] | None = None,
        largest_file: int = 1024**3,
    ) -> None:
        self._ledger = Ledger(folder, who=who, now=now, largest_file=largest_file)
        self.folder = folder
        self._last: dict[str, Item] = {}
        self._indexed = 0

    def add_response(self, response: Response, *, details: Mapping[str, Any] | None = None) -> Kept:
        """Keep a page as it came, with its redirects; any status.

        A page whose status and bytes are those of its last version is not kept twice: the log tells that it was seen
        unchanged. So it is for 304, when there is a version to point at.
        """
        about = {"url": response.final_url, "status": response.status, **(details or {})}
        if response.url != response.final_url:
            about["asked"] = response.url
        sha256 = hashlib.sha256(response.body).hexdigest()
        with self._ledger.turn() as head:
            last = self._last_of(response.final_url, head)
            same = last is not None and (last.status, last.id) == (response.status, sha256)
            if last is not None and (same or response.status == _NOT_MODIFIED):
                self._ledger.commit(head, act="unchanged", item=last.id, details=about)
                return Kept(item=last, new=False)
            return self._keep(head, "fetch", page_records(response), about)

    def add_file(self, path: Path, *, name: str | None = None, details: Mapping[str, Any] | None = None) -> Kept:
        """Keep a file as it is, under a name of its own: a path with "/", which is the file's name when none is given.

        A later version under the same name stands beside the first; the same bytes under the same name are not kept
        twice. Raises ArchiveError when the file cannot be read, or changes meanwhile.
        """
        named = readable(name or path.name).replace("\\", "/").lstrip("/")
        try:
            changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
            record, sha256 = file_record(path, name=named, at=self._ledger.now())
        except OSError as error:
            problem = f"The file cannot be read ({error.strerror or error})."
            raise ArchiveError(problem, archive=str(path), remedy="Check its name and your rights to it.") from None
        about = {"name": named, "modified": moment(changed), **(details or {})}
        with record.content, self._ledger.turn() as head:
            last = self._last_of(str(record.url), head)
            if last is not None and last.id == sha256:
                self._ledger.commit(head, act="unchanged", item=last.id, details=about)
                return Kept(item=last, new=False)
            return self._keep(head, "import", [record], about)

    def note(self, act: str, *, item: str | None = None, details: Mapping[str, Any] | None = None) -> Entry:
        """Put an act into the log that adds no bytes: that something was coded, bundled, or could not be fetched."""
        with self._ledger.turn() as head:
            return self._ledger.commit(head, act=act, item=item, details=details or {})[0]

    def stamp(self, authority: str, ask: Callable[[bytes], bytes]) -> Entry:
        """Have the log's head stamped: `ask` sends a statement to a time authority and returns its token.

        Raises ArchiveError when another process had that head stamped meanwhile: its stamp stays.
        """
        with self._ledger.turn() as head:
            pass
        statement = head.line()
        token = ask(statement)
        with self._ledger.turn() as now:
            stamps = (entry for entry in Archive(self.folder).entries() if entry.act == "timestamp")
            if any(entry.details.get("stamped_seq") == head.seq for entry in stamps):
                problem = f"Another process had act {head.seq} stamped meanwhile."
                raise ArchiveError(
                    problem, archive=str(self.folder), remedy="Its stamp is kept; nothing is to be done."
                )
            files = {}
            for ending, content in (("head", statement), ("tsr", token)):
                name = f"{TIMESTAMPS}/{head.seq:06d}.{ending}"
                replace_file(self.folder / name, content)
                files[name] = hashlib.sha256(content).hexdigest()
            about = {"authority": authority, "stamped_seq": head.seq, "stamped_hash": head.hash, "files": files}
            return self._ledger.commit(now, act="timestamp", item=None, details=about)[0]

    def reindex(self) -> int:
        """Make the index again from the WARC files, and return how many items it holds."""
        self._last, self._indexed = {}, 0
        return self._ledger.reindex()

    def _last_of(self, url: str, head: Head) -> Item | None:
        """Return the latest version of an address; others may have added to the index since it was last read."""
        for line in lines_of(self.folder / INDEX, self._indexed, head.index_bytes):
            if item := read_item(line):
                self._last[item.url] = item
        self._indexed = head.index_bytes
        return self._last.get(url)

    def _keep(self, head: Head, act: str, records: Sequence[Packed], about: Mapping[str, Any]) -> Kept:
        placed, head = self._ledger.place(head, records)
        item = placed.items[-1]
        details = {**about, "file": placed.file, "records": placed.records}
        self._ledger.commit(head, act=act, item=item.id, details=details, items=placed.items)
        return Kept(item=item, new=True)
