"""Putting an archive in order after its writer was killed."""

from __future__ import annotations

import hashlib
import os
import zlib
from dataclasses import replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from marsad.archive.entry import Entry, read_entry
from marsad.archive.head import Head
from marsad.archive.item import Item, item_of
from marsad.archive.layout import INDEX, LOG, WARC
from marsad.archive.reading import lines_of
from marsad.errors import ArchiveError

if TYPE_CHECKING:
    from marsad.archive.ledger import Ledger

__all__ = ["in_order", "items_in", "repair", "size_of", "warc_files"]

_STEP = 256 * 1024


def warc_files(folder: Path) -> list[str]:
    """Return the names of the WARC files of an archive, in the order of their making."""
    return sorted(f"{WARC}/{path.name}" for path in (folder / WARC).glob("*.warc.gz"))


def size_of(path: Path) -> int:
    """Return the size of a file in bytes, 0 when there is none."""
    return path.stat().st_size if path.exists() else 0


def in_order(folder: Path, head: Head) -> bool:
    """Say whether every file ends where the head says: nobody was killed while writing."""
    files = warc_files(folder)
    return (
        size_of(folder / LOG) == head.log_bytes
        and size_of(folder / INDEX) == head.index_bytes
        and (files[-1] if files else None) == head.warc
        and (head.warc is None or size_of(folder / head.warc) == head.warc_bytes)
    )


def repair(ledger: Ledger, head: Head) -> Head:
    """Complete what was written whole, cut off what was not, and tell both in the log. Needs the archive's lock.

    A record that is whole but unknown to the log is kept (act "recover"); half a record or line is cut off (act
    "repair", with the number and SHA-256 of the bytes). Raises ArchiveError when files are shorter than they were, or
    the log does not go on as it must: that is no work of a killed writer.
    """
    folder = ledger.folder
    for name, least in ((LOG, head.log_bytes), (INDEX, head.index_bytes), (head.warc, head.warc_bytes)):
        if name and size_of(folder / name) < least:
            raise _tampered(folder, f"{name} is shorter than it was.")
    cut: list[dict[str, Any]] = []
    head, begun = _log_tail(folder, head, cut)
    _truncate(folder / INDEX, head.index_bytes)  # made from records, so nothing is lost by cutting it
    for entry in begun:
        items = _items(folder, entry.details)
        with (folder / INDEX).open("ab") as stream:
            stream.writelines(item.line() + b"\n" for item in items)
        head = replace(head, index_bytes=size_of(folder / INDEX))
    head.save(folder)
    for name in warc_files(folder):
        if head.warc is not None and name < head.warc:
            continue
        start = head.warc_bytes if name == head.warc else 0
        records, end = _whole_records(folder, name, start)
        if removed := _cut_off(folder, name, end):
            cut.append(removed)
        if not end:
            (folder / name).unlink()
        elif records:
            head = replace(head, warc=name, warc_bytes=end)
            details = {"file": name, "records": records}
            items = _items(folder, details)
            last = items[-1].id if items else None
            _, head = ledger.commit(head, act="recover", item=last, details=details, items=items)
    if cut:
        _, head = ledger.commit(head, act="repair", item=None, details={"cut": cut})
    return head


def _log_tail(folder: Path, head: Head, cut: list[dict[str, Any]]) -> tuple[Head, list[Entry]]:
    """Return the head with the whole acts behind it, and those acts; cut off a last line that is not whole."""
    begun: list[Entry] = []
    for line in lines_of(folder / LOG, head.log_bytes, None):
        entry = read_entry(line)
        if entry is None or entry.prev != head.hash or entry.seq != head.seq + 1:
            raise _tampered(folder, f"{LOG} does not go on from its act {head.seq}.")
        begun.append(entry)
        head = replace(head, seq=entry.seq, hash=entry.hash, log_bytes=head.log_bytes + len(line) + 1)
        if records := entry.details.get("records"):
            end = records[-1]["offset"] + records[-1]["length"]
            head = replace(head, warc=entry.details["file"], warc_bytes=end)
    if removed := _cut_off(folder, LOG, head.log_bytes):
        cut.append(removed)
    return head, begun


def _items(folder: Path, details: dict[str, Any]) -> list[Item]:
    items = []
    for record in details.get("records", ()):
        file, offset, length = details["file"], record["offset"], record["length"]
        with (folder / file).open("rb") as stream:
            stream.seek(offset)
            item = item_of(stream, file=file, offset=offset, length=length)
        items += [item] if item else []
    return items


def _whole_records(folder: Path, name: str, start: int) -> tuple[list[dict[str, Any]], int]:
    """Return what the log will say of the whole records from a byte on, and where they end."""
    records: list[dict[str, Any]] = []
    with (folder / name).open("rb") as stream:
        while length := member_length(stream, start):
            stream.seek(start)
            try:
                item = item_of(stream, file=name, offset=start, length=length)
            except ValueError:
                break
            stream.seek(start)
            sha256 = hashlib.sha256(stream.read(length)).hexdigest()
            kind = item.kind if item else "other"
            records.append({"type": kind, "offset": start, "length": length, "sha256": sha256})
            start += length
    return records, start


def member_length(stream: IO[bytes], start: int) -> int:
    """Return the length of the gzip member at a byte of a file, 0 when there is none or it is not whole."""
    stream.seek(start)
    unpacking = zlib.decompressobj(16 + zlib.MAX_WBITS)
    length = 0
    try:
        while piece := stream.read(_STEP):
            while piece:
                before = len(piece)
                unpacking.decompress(piece, _STEP)
                piece = unpacking.unconsumed_tail
                if unpacking.eof:
                    return length + before - len(unpacking.unused_data)
                length += before - len(piece)
    except zlib.error:
        pass
    return 0


def items_in(folder: Path, head: Head) -> list[Item]:
    """Return the items of all WARC files up to the head, by the files alone. Raises ArchiveError for broken records."""
    items = []
    for name in warc_files(folder):
        if head.warc is None or name > head.warc:
            break
        end = head.warc_bytes if name == head.warc else size_of(folder / name)
        start = 0
        with (folder / name).open("rb") as stream:
            while start < end:
                length = member_length(stream, start)
                if not length:
                    raise _tampered(folder, f"{name}, offset {start}: no whole record is there.")
                stream.seek(start)
                try:
                    item = item_of(stream, file=name, offset=start, length=length)
                except ValueError as error:
                    raise _tampered(folder, f"{name}, offset {start}: {error}.") from None
                items += [item] if item else []
                start += length
    return items


def _cut_off(folder: Path, name: str, end: int) -> dict[str, Any] | None:
    path = folder / name
    if size_of(path) <= end:
        return None
    with path.open("rb") as stream:
        stream.seek(end)
        rest = stream.read()
    _truncate(path, end)
    return {"file": name, "offset": end, "bytes": len(rest), "sha256": hashlib.sha256(rest).hexdigest()}


def _truncate(path: Path, size: int) -> None:
    if size_of(path) > size:
        with path.open("r+b") as stream:
            stream.truncate(size)
            os.fsync(stream.fileno())


def _tampered(folder: Path, problem: str) -> ArchiveError:
    remedy = "Nothing was changed. Run marsad archive verify, and go back to a copy."
    return ArchiveError(problem, archive=str(folder), remedy=remedy)
