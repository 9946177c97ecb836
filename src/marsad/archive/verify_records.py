"""Whether the WARC files hold what the log says, byte for byte."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from marsad.archive.entry import Entry
from marsad.archive.head import Head
from marsad.archive.item import item_of
from marsad.archive.layout import LOG, is_warc_name
from marsad.archive.repair import size_of, warc_files
from marsad.archive.verdict import Verdict

__all__ = ["Lines", "check_records", "check_tails", "records_of"]

_STEP = 1024 * 1024
_ITEMS = ("response", "resource")

Lines = tuple[bytes | None, ...]
"""The lines of the index that an act gives; None where a record cannot be read."""


def records_of(entry: Entry) -> tuple[str, Sequence[dict[str, Any]]]:
    """Return the file that an act wrote to, and its records; none when the act wrote no bytes.

    A name that is no WARC file of the archive counts as none, so a log can lead nowhere else.
    """
    file, records = entry.details.get("file"), entry.details.get("records")
    if not is_warc_name(file) or not isinstance(records, list):
        return "", ()
    good = [record for record in records if isinstance(record, dict) and _is_place(record)]
    return (str(file), good) if len(good) == len(records) else ("", ())


def _is_place(record: dict[str, Any]) -> bool:
    numbers = (record.get("offset"), record.get("length"))
    return all(type(number) is int and number >= 0 for number in numbers) and isinstance(record.get("sha256"), str)


def check_records(folder: Path, entries: Sequence[Entry | None], verdict: Verdict) -> dict[int, Lines]:
    """Check each record that the log tells of, and return what the index must say of it, by act."""
    given: dict[int, Lines] = {}
    ends: dict[str, int] = {}
    for entry in entries:
        file, records = records_of(entry) if entry else ("", ())
        if not records or entry is None:
            continue
        if not (folder / file).exists():
            if file not in ends:
                verdict.missing(file)
                ends[file] = 0
            given[entry.seq] = tuple(None for record in records if record.get("type") in _ITEMS)
            continue
        with (folder / file).open("rb") as stream:
            given[entry.seq] = tuple(_check(stream, file, entry, records, ends, verdict))
    verdict.files = len(ends)
    return given


def _check(
    stream: IO[bytes],
    file: str,
    entry: Entry,
    records: Sequence[dict[str, Any]],
    ends: dict[str, int],
    verdict: Verdict,
) -> Iterator[bytes | None]:
    for record in records:
        offset, length = record["offset"], record["length"]
        part = f"record of act {entry.seq} ({record.get('type')})"
        if offset != ends.get(file, 0) and not verdict.broken(LOG):
            verdict.fault(file, ends.get(file, 0), part, f"The log places it at {offset}.")
        ends[file] = offset + length
        stream.seek(offset)
        digest, left = hashlib.sha256(), length
        while left and (piece := stream.read(min(left, _STEP))):
            digest.update(piece)
            left -= len(piece)
        if left or digest.hexdigest() != record["sha256"]:
            cut = f"It was cut: its last {left:,} bytes are missing."
            verdict.fault(file, offset, part, cut if left else "Its bytes are not those that were kept.")
            yield from [None] * (record.get("type") in _ITEMS)
            continue
        stream.seek(offset)
        try:
            item = item_of(stream, file=file, offset=offset, length=length)
        except ValueError as error:
            verdict.fault(file, offset, part, f"It holds no WARC record: {error}.")
            yield from [None] * (record.get("type") in _ITEMS)
            continue
        if item:
            verdict.items += 1
            yield item.line()


def check_tails(folder: Path, entries: Sequence[Entry | None], head: Head | None, verdict: Verdict) -> None:
    """Look at what lies behind the last record of each file: unfinished work in the newest, a fault elsewhere."""
    ends: dict[str, int] = {}
    for entry in entries:
        file, records = records_of(entry) if entry else ("", ())
        if records:
            ends[file] = records[-1]["offset"] + records[-1]["length"]
    newest = max([*ends, head.warc if head and head.warc else ""])
    for file in warc_files(folder):
        end = ends.get(file, 0)
        beyond = size_of(folder / file) - end
        if beyond <= 0 or verdict.broken(LOG):
            continue
        if file >= newest and head is not None:
            verdict.torn(file, end, beyond)
        else:
            verdict.fault(file, end, "its end", f"It has {beyond:,} bytes that the log does not know.")
