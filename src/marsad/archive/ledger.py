"""One act after another into an archive, each whole or not at all."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from marsad.archive.entry import Entry
from marsad.archive.head import Head, replace_file, sync_folder
from marsad.archive.item import Item, item_of
from marsad.archive.layout import ABOUT, FORMAT, INDEX, LOCK, LOG, TIMESTAMPS, WARC, canonical
from marsad.archive.reading import Archive
from marsad.archive.records import Packed, info_record, moment
from marsad.errors import ArchiveError

if TYPE_CHECKING:
    from filelock import BaseFileLock

__all__ = ["Ledger", "Placed", "readable"]

_GIB = 1024**3
_STEP = 1024 * 1024
_PATIENCE = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Records in their place: the file, what the log says of each, and the items that they hold."""

    file: str
    records: tuple[dict[str, Any], ...]
    items: tuple[Item, ...]


class Ledger:
    """Writes acts, records and the index of an archive; makes the folder when it does not exist.

    The order of writing is records, log, index, head: what the head does not speak of was not completed.
    """

    def __init__(self, folder: Path, *, who: str, now: Callable[[], datetime] | None, largest_file: int = _GIB) -> None:
        from filelock import FileLock

        self.folder, self._who = folder, readable(who) or "unknown"
        self.now = now or (lambda: datetime.now(UTC))
        self._largest_file = largest_file
        with self._told():
            (folder / WARC).mkdir(parents=True, exist_ok=True)
            (folder / TIMESTAMPS).mkdir(exist_ok=True)
        self._lock: BaseFileLock = FileLock(folder / LOCK, timeout=_PATIENCE)
        with self._told(), self._lock:
            self._make()

    @contextmanager
    def turn(self) -> Iterator[Head]:
        """Hold the archive's lock, and give the head from which to go on.

        What a killed writer left half done is put in order first. Raises ArchiveError for what the disk refuses.
        """
        from marsad.archive.repair import in_order, repair

        with self._told(), self._lock:
            head = Archive(self.folder).head()
            if not in_order(self.folder, head):
                head = repair(self, head)
            if not head.seq:
                _, head = self.commit(head, act="create", item=None, details={})
            yield head

    def commit(
        self, head: Head, *, act: str, item: str | None, details: Mapping[str, Any], items: Sequence[Item] = ()
    ) -> tuple[Entry, Head]:
        """Write an act into the log, its items into the index, and then that all this is complete."""
        from marsad.export.record import coder_version

        entry = Entry(
            seq=head.seq + 1,
            at=moment(self.now()),
            who=self._who,
            act=readable(act),
            item=item,
            details=_readable(dict(details)),
            version=coder_version(),
            prev=head.hash,
        )
        log = _append(self.folder / LOG, entry.line() + b"\n", at=head.log_bytes)
        lines = b"".join(item.line() + b"\n" for item in items)
        index = _append(self.folder / INDEX, lines, at=head.index_bytes)
        head = replace(head, seq=entry.seq, hash=entry.hash, log_bytes=log, index_bytes=index)
        head.save(self.folder)
        return entry, head

    def place(self, head: Head, records: Sequence[Packed]) -> tuple[Placed, Head]:
        """Write records to the end of the day's WARC file, or of a new one, and close them.

        The log does not know them yet. Raises ArchiveError, and writes nothing, when one of them cannot be read again.
        """
        name = self._file_for(head)
        if name != head.warc:
            software = f"marsad, archive format {FORMAT}"
            records = [info_record(name=Path(name).name, software=software, at=self.now()), *records]
            head = replace(head, warc=name, warc_bytes=0)
        with ExitStack() as closing:
            for record in records:
                closing.enter_context(record.content)
            return self._place(head, name, records)

    def _place(self, head: Head, name: str, records: Sequence[Packed]) -> tuple[Placed, Head]:
        told, items, offset = [], [], head.warc_bytes
        for record in records:
            told.append({"type": record.kind, "offset": offset, "length": record.size, "sha256": record.sha256})
            try:
                item = item_of(record.content, file=name, offset=offset, length=record.size)
            except ValueError as error:
                problem = f"It cannot be kept: {error}."
                raise ArchiveError(
                    problem, archive=str(record.url), remedy="Save it as a file, and add that."
                ) from None
            items += [item] if item else []
            offset += record.size
        with (self.folder / name).open("ab") as stream:
            for record in records:
                record.content.seek(0)
                while piece := record.content.read(_STEP):
                    stream.write(piece)
            stream.flush()
            os.fsync(stream.fileno())
        if not head.warc_bytes:
            sync_folder(self.folder / WARC)
        return Placed(file=name, records=tuple(told), items=tuple(items)), replace(head, warc_bytes=offset)

    def reindex(self) -> int:
        """Make the index again from the WARC files alone, and return how many items it holds."""
        from marsad.archive.repair import items_in

        with self._told(), self._lock:
            head = Archive(self.folder).head()
            items = items_in(self.folder, head)
            lines = b"".join(item.line() + b"\n" for item in items)
            replace_file(self.folder / INDEX, lines)
            replace(head, index_bytes=len(lines)).save(self.folder)
        with self.turn() as head:
            self.commit(head, act="index", item=None, details={"items": len(items)})
        return len(items)

    def _file_for(self, head: Head) -> str:
        _, last_day, rest = (head.warc or "warc/marsad--0.").split("-")
        day = max(f"{self.now():%Y%m%d}", last_day)  # a clock set back does not bring the files out of their order
        if last_day == day and head.warc_bytes < self._largest_file:
            return str(head.warc)
        number = int(rest.split(".")[0]) + 1 if last_day == day else 1
        return f"{WARC}/marsad-{day}-{number:05d}.warc.gz"

    def _make(self) -> None:
        if (self.folder / ABOUT).exists():
            return
        if any((self.folder / name).exists() for name in (LOG, INDEX)):
            raise ArchiveError(f"{ABOUT} is missing.", archive=str(self.folder), remedy="Go back to a copy.")
        about = {"archive_id": str(uuid.uuid4()), "created": moment(self.now()), "format": FORMAT}
        replace_file(self.folder / ABOUT, canonical(about) + b"\n")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except TimeoutError:  # filelock's
            problem = f"Another process has been writing to it for {_PATIENCE:.0f} s."
            raise ArchiveError(problem, archive=str(self.folder), remedy="Try again when it is done.") from None
        except OSError as error:
            problem = f"The archive cannot be written ({error.strerror or error})."
            remedy = "Make room on the disk, or check your rights to the folder; what was kept before is whole."
            raise ArchiveError(problem, archive=str(self.folder), remedy=remedy) from None


def _append(path: Path, content: bytes, *, at: int) -> int:
    """Add bytes to the end of a file, which lies at a known byte, and return where it ends now."""
    new = not path.exists()
    with path.open("ab") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    if new:
        sync_folder(path.parent)
    return at + len(content)


def readable(text: str) -> str:
    """Return a text that UTF-8 can hold: a file name in another encoding has marks in the place of its bytes."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _readable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8") if not value.isascii() else value
    if isinstance(value, dict):
        return {str(_readable(key)): _readable(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_readable(inner) for inner in value]
    return value
