"""A case bundle: everything that a second person needs to check a case, in one folder."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from marsad.archive import Archive, Item
from marsad.bundle import verify_bundle
from marsad.bundle.coded import Coded, Incident
from marsad.bundle.excerpt import excerpt
from marsad.bundle.originals import Source, find_sources
from marsad.bundle.readme import readme
from marsad.bundle.verify_bundle import HISTORY, MANIFEST, SUMS, canonical, quotations, stand_in, sums
from marsad.export.record import coder_version

__all__ = ["build", "ending_of"]

_PAGES = {
    "text/html": ".html", "application/xhtml+xml": ".xhtml", "text/plain": ".txt", "text/csv": ".csv",
    "application/json": ".json", "application/ld+json": ".json", "application/pdf": ".pdf", "text/xml": ".xml",
    "application/xml": ".xml", "application/rss+xml": ".xml", "application/atom+xml": ".xml",
    "image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/webp": ".webp", "video/mp4": ".mp4",
}  # fmt: skip
"""Kinds of pages by how their files end. Python's own table has what a machine knows besides, so bytes would differ."""

_FILES = frozenset((
    *_PAGES.values(), ".htm", ".text", ".mhtml", ".jsonl", ".ndjson", ".jl", ".tsv", ".md", ".rss", ".atom", ".eml",
    ".mbox", ".docx", ".xlsx", ".zip", ".gz", ".warc", ".wacz", ".jpeg", ".mp3", ".ogg", ".m4a", ".mov", ".webm",
))  # fmt: skip


def build(
    folder: Path, *, archive: Archive, coded: Sequence[Coded], incident: Incident | None = None, history: bytes = b""
) -> dict[str, Any]:
    """Write the bundle of coded reports into an empty folder, and return its manifest.

    `history` has a line for each coding of them that a store keeps, and each act of a person on them.
    The same reports from the same archive give the same bytes. Raises ArchiveError when an original is missing or
    damaged, OSError when the folder cannot be written.
    """
    sources = find_sources(archive, coded)
    told = excerpt(archive, [source.item for source in sources])
    files = _Files(folder)
    reports = [_report(files, archive, source, number) for number, source in enumerate(sources, 1)]
    files.put("events.jsonl", b"".join(one.line + b"\n" for one in coded))
    files.put("incidents.jsonl", incident.line + b"\n" if incident else b"")
    if history:
        files.put(HISTORY, history)
    files.put("log.jsonl", told.content)
    stamps = []
    for entry in told.stamps:
        for name in entry.details["files"]:
            files.put(name, (archive.folder / name).read_bytes())
        head, token = sorted(entry.details["files"])
        stamps.append({"act": entry.seq, "authority": entry.details["authority"], "head": head, "token": token})
    files.put("verify_bundle.py", Path(verify_bundle.__file__).read_bytes())
    manifest: dict[str, Any] = {
        "format": 1,
        "software": f"marsad {coder_version()}",
        "archive_id": archive.archive_id,
        "incident_id": incident.incident_id if incident else None,
        "reports": reports,
        "chain": told.chain,
        "stamps": stamps,
    }
    files.put("README.md", readme(manifest).encode("utf-8"))
    manifest["files"] = files.facts
    content = canonical(manifest) + b"\n"
    (folder / MANIFEST).write_bytes(content)
    (folder / SUMS).write_bytes(sums(manifest, content))
    return manifest


class _Files:
    """Files written into a folder, with the size and hash of each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.facts: dict[str, dict[str, Any]] = {}

    def put(self, name: str, content: bytes) -> None:
        """Write a file."""
        self.write(name, lambda write: write(content))

    def write(self, name: str, give: Callable[[Callable[[bytes], Any]], Any]) -> None:
        """Write a file from pieces; one that is there already is left, as its name tells what it holds."""
        if name in self.facts:
            return
        path = self._folder.joinpath(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        digest, size = hashlib.sha256(), 0
        with path.open("wb") as stream:

            def take(piece: bytes) -> None:
                nonlocal size
                stream.write(piece)
                digest.update(piece)
                size += len(piece)

            give(take)
        self.facts[name] = {"sha256": digest.hexdigest(), "size": size}

    def read(self, name: str) -> bytes:
        """Return a file that was written."""
        return self._folder.joinpath(name).read_bytes()


def _report(files: _Files, archive: Archive, source: Source, number: int) -> dict[str, Any]:
    """Write what belongs to one report, and return what the manifest says of it."""
    item = source.item
    names = {
        "original": f"originals/{item.id[:16]}{ending_of(item)}",
        "record": f"warc/{item.id[:16]}-{item.offset}.warc.gz",
        "text": f"texts/{number:04d}.txt",
    }
    files.write(names["original"], lambda write: archive.write_original(item, write))
    files.write(names["record"], lambda write: write(archive.record(item)))
    files.put(names["text"], source.text.encode("utf-8", "surrogatepass"))
    quotes = [quote for quote, _, _ in quotations(source.coded.value)]
    original = files.read(names["original"])
    coded = original[slice(*source.stretch)] if source.stretch else original
    return {
        "report_id": source.coded.report_id,
        "item": item.id,
        "name": item.name,
        "kept_at": item.at,
        "range": source.stretch,
        "quotes_in_original": stand_in(coded, quotes),
        **names,
    }


def ending_of(item: Item) -> str:
    """Return how a file of this kind is called, so that it opens with a click; nothing that would run."""
    if item.kind == "resource":
        ending = PurePosixPath(item.name).suffix.lower()
        return ending if ending in _FILES else ".bin"
    return _PAGES.get((item.content_type or "").partition(";")[0].strip().lower(), ".bin")
