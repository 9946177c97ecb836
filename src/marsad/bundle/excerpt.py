"""The acts of the log that belong to a case, and the proof of their place in the chain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from marsad.archive import Archive, Item
from marsad.archive.entry import Entry
from marsad.archive.layout import canonical

__all__ = ["Excerpt", "excerpt"]

_NOT_TOLD = "bundle"  # to whom a case was handed out before is not for its next reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """Lines of the log from the first act of the case to the last: in full, or as a digest where they are of others.

    `stamps` are the acts that tell of time stamps.
    """

    content: bytes
    chain: dict[str, Any]
    stamps: tuple[Entry, ...]


def excerpt(archive: Archive, items: Sequence[Item]) -> Excerpt:
    """Return what the log tells of some items; nothing in it depends on acts that came later."""
    wanted, records = {item.id for item in items}, {(item.file, item.offset) for item in items}
    entries = list(archive.entries())
    own = {entry.seq for entry in entries if _is_own(entry, wanted, records)}
    keeping = [entry.seq for entry in entries if entry.seq in own and entry.details.get("records")]
    stamps = _stamps(entries, min(keeping), max(keeping))
    told = own | {entry.seq for entry in stamps}
    first, last = min(told), max(told)
    lines = [
        entry.line() if entry.seq in told else canonical({"seq": entry.seq, "digest": entry.digest})
        for entry in entries[first - 1 : last]
    ]
    chain = {"from": first, "prev": entries[first - 1].prev, "to": last, "hash": entries[last - 1].hash}
    return Excerpt(content=b"".join(line + b"\n" for line in lines), chain=chain, stamps=tuple(stamps))


def _is_own(entry: Entry, wanted: set[str], records: set[tuple[str, int]]) -> bool:
    file, placed = entry.details.get("file"), entry.details.get("records") or ()
    if any((file, place["offset"]) in records for place in placed):
        return True
    return entry.item in wanted and entry.act != _NOT_TOLD


def _stamps(entries: Sequence[Entry], first: int, last: int) -> list[Entry]:
    """Return the stamps from the first kept item's on, up to one that covers them all."""
    found = []
    for entry in entries:
        if entry.act == "timestamp" and entry.details["stamped_seq"] >= first:
            found.append(entry)
            if entry.details["stamped_seq"] >= last:
                break
    return found
