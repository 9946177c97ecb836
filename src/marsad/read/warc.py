"""Web archives: the pages, feeds and texts among the responses of a WARC file, or of the WARC files in a WACZ."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from typing import IO, Any

from marsad.errors import ReadError
from marsad.read.problem import Found, ReadProblem
from marsad.read.streams import LIMIT, open_stream

__all__ = ["read_wacz", "read_warc"]

_TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/xml": "feed",
    "text/xml": "feed",
}
_RECORDS = {"response", "resource", "revisit"}


class _Short:
    """A stream whose reads end early rather than wait for more, so that damage costs nothing that stands before it."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self.read = stream.read1


class _Unpacked(io.RawIOBase):
    """A file of a ZIP archive as a stream, a piece at a time."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._left = pieces, b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        self._left = self._left or next(self._pieces, b"")
        count = min(len(buffer), len(self._left))
        buffer[:count], self._left = self._left[:count], self._left[count:]
        return count


def read_wacz(raw: IO[bytes], file: str) -> Iterator[Found]:
    """Yield the reports of the WARC files that a WACZ packs; nothing is unpacked to disk."""
    from marsad.fetch.members import members

    found = False
    for member in members(raw, file=file):
        if member.name.endswith((".warc", ".warc.gz")):
            found = True
            stream = io.BufferedReader(_Unpacked(member.pieces()))
            yield from read_warc(open_stream(stream, file), f"{file}, {member.name}")
    if not found:
        problem = "The zip file holds no WARC file."
        raise ReadError(problem, file=file, remedy="Unpack it, and name the folder.")


def read_warc(stream: io.BufferedReader, file: str) -> Iterator[Found]:
    """Yield what the responses of a WARC file hold, one response in memory at a time.

    Responses that are no text (pictures, scripts) and the records of requests are passed over; error pages and
    pages stored twice come as problems that cost nothing. The id of a page is its address and a hash of its words.
    """
    seen: set[bytes] = set()
    try:
        for number, record in enumerate(_records(stream, file), 1):
            if record.rec_type in _RECORDS:
                yield from _read_record(record, file, f"record {number}", seen)
    except ReadError as error:
        yield ReadProblem(error)


def _records(stream: io.BufferedReader, file: str) -> Iterator[Any]:
    from warcio.archiveiterator import ArchiveIterator

    number = 0
    try:
        for record in ArchiveIterator(_Short(stream), arc2warc=True):
            number += 1
            yield record
    except Exception as error:  # noqa: BLE001 - on broken records warcio fails in many ways
        problem = f"The archive is damaged ({error}); what stood before was read."
        part = f"record {number + 1}"
        raise ReadError(problem, file=file, part=part, remedy="Fetch it again.") from None


def _read_record(record: Any, file: str, part: str, seen: set[bytes]) -> Iterator[Found]:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    where = f"{file}, {part}, {url}"

    def aside(problem: str) -> ReadProblem:
        return ReadProblem(ReadError(problem, file=where, remedy="Nothing is lost."), lost=False)

    told = (record.http_headers.get_header("Content-Type") if record.http_headers else None) or ""
    content_type, _, parameters = told.lower().partition(";")
    kind = _TYPES.get(content_type.strip())
    if kind is None or url.endswith("/robots.txt"):
        if told:
            yield aside(f"A response of this type is not read ({content_type.strip()}).")
        return
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if record.rec_type == "revisit":
        yield aside("The page was stored before, with the same bytes.")
        return
    if not str(status).startswith("2"):
        yield aside(f"An answer without a page is not read (status {status}).")
        return
    try:
        content = record.content_stream().read(LIMIT + 1)
    except Exception as error:  # noqa: BLE001 - unpacking a broken body fails in many ways
        yield ReadProblem(ReadError(f"The page is damaged ({error}).", file=where, remedy="Fetch it again."))
        return
    if len(content) > LIMIT:
        problem = "The page is over 8 MB, too long for one report."
        yield ReadProblem(ReadError(problem, file=where, remedy="Cut it into reports."))
        return
    if not content.strip():
        yield aside("The page is empty.")
        return
    digest = hashlib.sha256(url.encode() + b"\x1f" + content).digest()[:16]
    if digest in seen:
        yield aside("The page was stored before, with the same bytes.")
        return
    seen.add(digest)
    charset = parameters.partition("charset=")[2].strip(" \"'") or None
    from marsad.read.dispatch import read_page

    yield from read_page(content, where, url=url, kind=kind, charset=charset)
