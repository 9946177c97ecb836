"""The original of each coded report: which item of the archive it was read from, and the text that was coded."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from marsad.archive import Archive, Item
from marsad.archive.layout import WATCH
from marsad.archive.reading import lines_of
from marsad.bundle.coded import Coded
from marsad.bundle.verify_bundle import quotations
from marsad.errors import ArchiveError
from marsad.model.report import Report
from marsad.read import ReadProblem, read

__all__ = ["Source", "find_sources"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a coded report comes from: the item, the text that its offsets count in, and the bytes that were coded.

    `stretch` is where those bytes lie in the original, None when they are not one stretch of it (a row of a table).
    """

    coded: Coded
    item: Item
    text: str
    stretch: tuple[int, int] | None


def find_sources(archive: Archive, coded: Sequence[Coded]) -> list[Source]:
    """Return the sources of coded reports, in their order, by reading the archive's items again.

    A report is known by the SHA-256 of its bytes; by its id where it was coded from a file that marsad itself wrote
    (the reports of a watch). Raises ArchiveError, naming the reports, when the archive lacks an original or reads it
    otherwise than it was coded.
    """
    hints = _told_by_watch(archive, {one.report_id for one in coded})
    named = {name for one in coded for name in (one.sha256, one.url, one.report_id.rpartition("#")[0]) if name}
    named |= set(hints.values())
    items = list(archive.items())
    likely = [item for item in items if item.id in named or item.url in named]
    others = [item for item in items if item.id not in named and item.url not in named]
    found: dict[str, Source] = {}
    for group in (likely, others):
        left = [one for one in coded if one.report_id not in found]
        if left:
            found |= _search(archive, group, left)
    missing = [one.report_id for one in coded if one.report_id not in found]
    if missing:
        which = ", ".join(missing[:5]) + (f" and {len(missing) - 5} more" if len(missing) > 5 else "")
        problem = f"It does not hold what these reports were coded from, or reads it otherwise now: {which}."
        remedy = "Add the originals (marsad archive add), or code them again from the archive with this version."
        raise ArchiveError(problem, archive=str(archive.folder), remedy=remedy)
    return [found[one.report_id] for one in coded]


def _told_by_watch(archive: Archive, wanted: Collection[str]) -> dict[str, str]:
    """Return the items of reports as a watch noted them: where to look first, no more."""
    hints: dict[str, str] = {}
    for line in lines_of(archive.folder / WATCH / "reports.jsonl", 0, None):
        try:
            value = json.loads(line)
            if value["id"] in wanted:
                hints[value["id"]] = str(value["archive"])
        except (ValueError, KeyError, TypeError):  # that file is no part of the chain, and may be anything
            continue
    return hints


def _search(archive: Archive, items: Iterable[Item], coded: Sequence[Coded]) -> dict[str, Source]:
    by_hash: dict[str | None, list[Coded]] = {}
    by_id = {one.report_id: one for one in coded}
    for one in coded:
        by_hash.setdefault(one.sha256, []).append(one)
    sure: dict[str, Source] = {}
    by_name: dict[str, Source] = {}
    for item in items:
        lines: dict[str, tuple[int, int]] | None = None
        for report in _reports(archive, item):
            for one in by_hash.get(report.sha256, ()):
                # An id of its own decides between reports of the same words; without, the first such item serves.
                known = sure.get(one.report_id)
                if (known is None or report.report_id == one.report_id) and _reads_alike(report, one):
                    lines = _lines(archive, item) if lines is None else lines
                    stretch = (0, item.size) if one.sha256 == item.id else lines.get(str(one.sha256))
                    sure[one.report_id] = Source(coded=one, item=item, text=report.source_text, stretch=stretch)
            named = by_id.get(report.report_id)
            if named and named.report_id not in by_name and _reads_alike(report, named):
                by_name[named.report_id] = Source(coded=named, item=item, text=report.source_text, stretch=None)
    return by_name | sure


def _reports(archive: Archive, item: Item) -> Iterable[Report]:
    """Read an item as `marsad code` does: a page from its WARC record, a file by its name."""
    with tempfile.TemporaryDirectory() as folder:
        if item.kind == "response":
            path = Path(folder) / "page.warc.gz"
            path.write_bytes(archive.record(item))
        else:
            path = Path(folder) / PurePosixPath(item.name).name
            with path.open("wb") as stream:
                archive.write_original(item, stream.write)
        for report in read([path]):
            if not isinstance(report, ReadProblem):
                yield report


def _reads_alike(report: Report, coded: Coded) -> bool:
    text = report.source_text
    return all(
        quote in text if start is None else text[start:end] == quote for quote, start, end in quotations(coded.value)
    )


def _lines(archive: Archive, item: Item) -> dict[str, tuple[int, int]]:
    """Return where each line of a file stands, by its hash, with and without its carriage return."""
    places: dict[str, tuple[int, int]] = {}
    start = 0
    for line in archive.read(item).split(b"\n") if item.kind == "resource" else ():
        for end in {len(line), len(line.rstrip(b"\r"))}:
            places.setdefault(hashlib.sha256(line[:end]).hexdigest(), (start, start + end))
        start += len(line) + 1
    return places
