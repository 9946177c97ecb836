"""What a watch knows of feeds, pages and reports, kept in a journal that a kill cannot spoil.

Every line of the journal is one whole fact; later lines replace earlier ones of the same key. A line that a kill
cut off is dropped when the journal is opened. What was done is written before what follows from it is forgotten: a
feed's state comes after the pages that it asks for, a page's after its reports.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any

from marsad.archive.head import replace_file
from marsad.errors import ReadError

__all__ = ["FeedState", "FileState", "HostState", "OutState", "PageState", "Pending", "Record", "ReportState", "State"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """What to send so as to get only news of a feed; `newest` is the last post of a channel up to which all are had."""

    key: str
    etag: str | None = None
    last_modified: str | None = None
    newest: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HostState:
    """How long a site asked to be left alone, in seconds since 1970."""

    key: str
    not_before: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PageState:
    """A page that was had, and when to look again (seconds since 1970); `told` is what its feed said of it."""

    key: str
    feed: str
    etag: str | None = None
    last_modified: str | None = None
    status: int = 200
    looks: int = 0
    next_look: float | None = None
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A page that is still to be had; `teaser` is what its feed told, as a record of a report. Done when `done`."""

    key: str
    feed: str
    told: str = ""
    teaser: dict[str, Any] | None = None
    tries: int = 0
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FileState:
    """A local file as it was when its reports were written."""

    key: str
    size: int
    changed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportState:
    """A report that was written."""

    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutState:
    """How many bytes a file of reports held when all reports in it were noted."""

    key: str
    size: int


Record = FeedState | HostState | PageState | Pending | FileState | ReportState | OutState

_KINDS: dict[str, type[Record]] = {
    "feed": FeedState, "host": HostState, "page": PageState, "pending": Pending, "file": FileState,
    "report": ReportState, "out": OutState,
}  # fmt: skip
_NAMES = {kind: name for name, kind in _KINDS.items()}


@dataclass(slots=True)
class State:
    """The facts of a journal by their keys; `save` adds to it."""

    path: Path
    feeds: dict[str, FeedState] = field(default_factory=dict)
    hosts: dict[str, HostState] = field(default_factory=dict)
    pages: dict[str, PageState] = field(default_factory=dict)
    pending: dict[str, Pending] = field(default_factory=dict)
    files: dict[str, FileState] = field(default_factory=dict)
    reports: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)  # what reports are about, whatever their version
    written: dict[str, int] = field(default_factory=dict)
    _stream: IO[bytes] | None = None

    @classmethod
    def open(cls, path: Path) -> State:
        """Return the state that a journal holds, and make the journal short again where it has grown."""
        state = cls(path)
        content = path.read_bytes() if path.exists() else b""
        lines = content[: content.rfind(b"\n") + 1].splitlines()
        for number, line in enumerate(lines, 1):
            try:
                kind, values = json.loads(line)
                state._take(_KINDS[kind](**values))
            except (ValueError, KeyError, TypeError):
                remedy = "Delete the file: pages are then fetched again, and nothing that was kept is lost."
                raise ReadError("The journal is damaged.", file=str(path), line=number, remedy=remedy) from None
        records = state._records()
        if len(lines) > 2 * len(records) + 1000 or not content.endswith(b"\n"):
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, b"".join(map(_line, records)))
        state._stream = path.open("ab")
        return state

    def save(self, records: Iterable[Record]) -> None:
        """Add facts in their order, and return when they are on the disk."""
        records = list(records)
        if not records or self._stream is None:
            return
        self._stream.write(b"".join(map(_line, records)))
        self._stream.flush()
        os.fsync(self._stream.fileno())
        for record in records:
            self._take(record)

    def close(self) -> None:
        """Let go of the journal."""
        if self._stream is not None:
            self._stream.close()

    def _take(self, record: Record) -> None:
        match record:
            case FeedState():
                self.feeds[record.key] = record
            case HostState():
                self.hosts[record.key] = record
            case PageState():
                self.pages[record.key] = record
            case Pending(done=True):
                self.pending.pop(record.key, None)
            case Pending():
                self.pending[record.key] = record
            case FileState():
                self.files[record.key] = record
            case ReportState():
                self.reports.add(record.key)
                self.named.add(record.key.rpartition("#")[0])
            case OutState():
                self.written[record.key] = record.size

    def _records(self) -> list[Record]:
        found: list[Record] = [ReportState(key=key) for key in self.reports]
        found += [OutState(key=name, size=size) for name, size in self.written.items()]
        for group in (self.hosts, self.pages, self.pending, self.files, self.feeds):
            found += group.values()
        return found


def _line(record: Record) -> bytes:
    values = {name: value for name, value in asdict(record).items() if value is not None}
    return json.dumps([_NAMES[type(record)], values], ensure_ascii=True).encode("ascii") + b"\n"
