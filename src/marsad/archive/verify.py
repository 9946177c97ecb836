"""Whether an archive still holds what it held: every byte of every file is accounted for."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from marsad.archive.entry import Entry, read_entry
from marsad.archive.head import Head, read_head
from marsad.archive.item import read_item
from marsad.archive.layout import ABOUT, HEAD, INDEX, LOCK, LOG, WARC, WATCH, is_stamp_name, is_warc_name
from marsad.archive.repair import size_of, warc_files
from marsad.archive.verdict import Verdict
from marsad.archive.verify_records import Lines, check_records, check_tails, records_of
from marsad.errors import ArchiveError

__all__ = ["verify"]


def verify(folder: Path, *, known_hash: str | None = None) -> Verdict:
    """Return what is wrong in an archive, reading every byte and changing nothing.

    `known_hash` is the hash of an act that was written down earlier: it must stand in the chain. An archive that is
    being written to may be verified; what its writer has not completed is a note. Raises ArchiveError when the folder
    holds no archive at all, OSError when a file cannot be read.
    """
    verdict = Verdict()
    if not any((folder / name).exists() for name in (ABOUT, LOG, HEAD, INDEX, WARC)):
        problem = "There is no archive in this folder."
        raise ArchiveError(problem, archive=str(folder), remedy="Name the folder that holds log.jsonl.")
    if not (folder / ABOUT).exists():
        verdict.missing(ABOUT)
        return verdict
    head = _head(folder, verdict)  # first: what a writer adds meanwhile lies behind it
    genesis = hashlib.sha256((folder / ABOUT).read_bytes()).hexdigest()
    entries = _log(folder, genesis, verdict, head)
    whole = [entry for entry in entries if entry]
    verdict.acts = len(whole)
    verdict.head = (whole[-1].seq, whole[-1].hash) if whole else (0, genesis)
    if known_hash and known_hash.lower() not in {entry.hash for entry in whole}:
        problem = f"No act has the hash {known_hash}, which was given as known: the log was replaced or cut."
        verdict.fault(LOG, None, "the chain", problem)
    given = check_records(folder, entries, verdict)
    check_tails(folder, entries, head, verdict)
    _index(folder, given, head, verdict)
    if head and not verdict.broken(LOG):
        _compare_head(head, whole, given, verdict)
    stamps = _stamps(folder, whole, verdict)
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        is_ours = is_warc_name(name) or name.startswith(f"{WATCH}/")
        if path.is_file() and name not in {ABOUT, HEAD, INDEX, LOCK, LOG, *stamps} and not is_ours:
            verdict.notes.append(f"{name} is no part of the archive.")
    return verdict


def _head(folder: Path, verdict: Verdict) -> Head | None:
    try:
        head = read_head(folder)
    except ValueError as error:
        verdict.fault(HEAD, 0, "line 1", str(error))
        return None
    if head is None:
        if warc_files(folder) or size_of(folder / INDEX):
            verdict.missing(HEAD)
        else:
            verdict.notes.append("Nothing was kept yet.")
    return head


def _log(folder: Path, genesis: str, verdict: Verdict, head: Head | None) -> list[Entry | None]:
    """Return the acts, None for a line that does not hold; the others are still used to check the records."""
    entries: list[Entry | None] = []
    prev: str | None = genesis
    offset = 0
    content = (folder / LOG).read_bytes() if (folder / LOG).exists() else b""
    completed = head.seq if head else 0
    for number, line in enumerate(_lines(content), 1):
        part = f"line {number}"
        if not line.endswith(b"\n") and number > completed and not verdict.broken(HEAD):
            verdict.torn(LOG, offset, len(line))
            break
        entry = read_entry(line[:-1]) if line.endswith(b"\n") else None
        if entry is None:
            verdict.fault(LOG, offset, part, "Its bytes are not those that its hash was made from.")
        elif prev is not None and (entry.prev != prev or entry.seq != number):
            behind = ABOUT if number == 1 else "the line before"
            verdict.fault(LOG, offset, part, f"Its hash does not follow from {behind}.")
        entries.append(entry)
        prev = entry.hash if entry else None
        offset += len(line)
    if len(entries) < completed and not verdict.broken(LOG):
        problem = f"It was cut: {completed:,} acts were completed, {len(entries):,} are there."
        verdict.fault(LOG, offset, f"line {len(entries) + 1}", problem)
    return entries


def _lines(content: bytes) -> list[bytes]:
    lines = [line + b"\n" for line in content.split(b"\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _index(folder: Path, given: Mapping[int, Lines], head: Head | None, verdict: Verdict) -> None:
    """Compare the index with the lines that the records give."""
    wanted = [line for lines in given.values() for line in lines]
    content = (folder / INDEX).read_bytes() if (folder / INDEX).exists() else b""
    remedy = "marsad archive index makes it again from the records."
    offset = 0
    for number, line in enumerate(_lines(content), 1):
        expected = wanted[number - 1] if number <= len(wanted) else b""
        blind = expected is None or verdict.broken(LOG)  # what the line must be is not known
        if read_item(line[:-1]) is None if blind else line != (expected or b"") + b"\n":
            expected = expected or b""
            if head and offset >= head.index_bytes and (expected + b"\n").startswith(line):
                verdict.torn(INDEX, offset, len(line))
                return
            verdict.fault(INDEX, offset, f"line {number}", f"It is not what the records give; {remedy}")
            return
        offset += len(line)
    if head and offset < head.index_bytes:
        problem = f"It was cut: {head.index_bytes:,} bytes were written, {offset:,} are there; {remedy}"
        verdict.fault(INDEX, offset, "its end", problem)


def _compare_head(head: Head, entries: Sequence[Entry], given: Mapping[int, Lines], verdict: Verdict) -> None:
    """Make the head anew from the acts and records up to its own, and compare."""
    behind = len(entries) - head.seq
    if behind > 0:
        verdict.notes.append(f"{LOG}: {behind} acts are whole that a writer had not completed.")
    done = entries[: head.seq]
    lines = [line for entry in done for line in given.get(entry.seq, ())]
    last = next(((file, records[-1]) for file, records in map(records_of, reversed(done)) if records), None)
    known = [line for line in lines if line is not None]
    expected = Head(
        seq=head.seq,
        hash=done[-1].hash if done else head.hash,
        log_bytes=sum(len(entry.line()) + 1 for entry in done),
        index_bytes=sum(len(line) + 1 for line in known) if len(known) == len(lines) else head.index_bytes,
        warc=last[0] if last else None,
        warc_bytes=last[1]["offset"] + last[1]["length"] if last else 0,
    )
    if expected != head:
        verdict.fault(HEAD, 0, "line 1", f"It does not say what {LOG} and the records say of act {head.seq}.")


def _stamps(folder: Path, entries: Sequence[Entry], verdict: Verdict) -> set[str]:
    """Check the files of time stamps against the log; return their names."""
    names: set[str] = set()
    for entry in entries:
        files = entry.details.get("files") if entry.act == "timestamp" else None
        for name, sha256 in files.items() if isinstance(files, dict) else ():
            if not is_stamp_name(name):
                continue
            names.add(name)
            if not (folder / name).exists():
                verdict.missing(name)
            elif hashlib.sha256((folder / name).read_bytes()).hexdigest() != sha256:
                verdict.fault(name, 0, f"stamp of act {entry.seq}", "Its bytes are not those that were kept.")
        verdict.stamps += bool(files)
    return names
