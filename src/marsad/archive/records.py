"""WARC records: pages and files as an archive keeps them, one gzip member each."""

from __future__ import annotations

import hashlib
import io
import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING
from urllib.parse import quote

from marsad.errors import ArchiveError

if TYPE_CHECKING:
    from marsad.fetch import Exchange, Response

__all__ = ["NAMED", "Packed", "file_record", "info_record", "moment", "page_records"]

NAMED = "urn:marsad:file:"
"""What the address of a file begins with; its name follows, percent-encoded."""

_STEP = 1024 * 1024
_HTTP = re.compile(rb"\r?\n\r?\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A record ready to be written: its type, address, and bytes."""

    kind: str
    url: str | None
    content: IO[bytes]
    size: int
    sha256: str


def moment(at: datetime) -> str:
    """Return a time as the archive writes it: "2024-03-20T10:15:00.000000Z"."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def info_record(*, name: str, software: str, at: datetime) -> Packed:
    """Return the record that opens a WARC file: what wrote it, and by which standard."""
    block = f"software: {software}\r\nformat: WARC File Format 1.1\r\n".encode()
    headers = [("WARC-Filename", name), ("Content-Type", "application/warc-fields")]
    return _pack("warcinfo", None, at, headers, io.BytesIO(block), _digests(io.BytesIO(block), payload_at=None))


def page_records(response: Response) -> list[Packed]:
    """Return the records of a fetch: request and answer of each redirect, then of the page."""
    return [record for exchange in (*response.redirects, response) for record in _pair(exchange, response)]


def _pair(exchange: Exchange, response: Response) -> list[Packed]:
    url = response.final_url if exchange is response else exchange.url
    blank = _HTTP.search(exchange.received)
    answer_id = _new_id()
    answer = _pack(
        "response",
        url,
        exchange.fetched_at,
        [("WARC-IP-Address", exchange.address), ("Content-Type", "application/http;msgtype=response")],
        io.BytesIO(exchange.received),
        _digests(io.BytesIO(exchange.received), payload_at=blank.end() if blank else len(exchange.received)),
        record_id=answer_id,
    )
    request = _pack(
        "request",
        url,
        exchange.fetched_at,
        [("WARC-Concurrent-To", answer_id), ("Content-Type", "application/http;msgtype=request")],
        io.BytesIO(exchange.sent),
        _digests(io.BytesIO(exchange.sent), payload_at=len(exchange.sent)),
    )
    return [request, answer]


def file_record(path: Path, *, name: str, at: datetime) -> tuple[Packed, str]:
    """Return the record of a file and the SHA-256 of its bytes; a file of any size is read in pieces.

    `name` is how the archive calls it: a path with "/", no folder of this machine. Raises ArchiveError when the file
    changes while it is read, OSError when it cannot be.
    """
    import mimetypes

    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    with path.open("rb") as stream:
        digests = _digests(stream, payload_at=0)
        stream.seek(0)
        url = NAMED + quote(name, safe="/")
        record = _pack("resource", url, at, [("Content-Type", kind)], stream, digests)
    return record, digests.block


@dataclass(frozen=True, slots=True, kw_only=True)
class _Digests:
    size: int
    block: str
    payload: str | None


def _digests(stream: IO[bytes], *, payload_at: int | None) -> _Digests:
    block, payload, count = hashlib.sha256(), hashlib.sha256(), 0
    while piece := stream.read(_STEP):
        block.update(piece)
        if payload_at is not None:
            payload.update(piece[max(payload_at - count, 0) :])
        count += len(piece)
    return _Digests(size=count, block=block.hexdigest(), payload=None if payload_at is None else payload.hexdigest())


def _new_id() -> str:
    return f"<urn:uuid:{uuid.uuid4()}>"


class _Hashing:
    """Hands bytes on, and counts and hashes them on the way."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out, self.sha256, self.size = out, hashlib.sha256(), 0

    def write(self, piece: bytes) -> None:
        self.sha256.update(piece)
        self.size += len(piece)
        self._out.write(piece)

    def flush(self) -> None:
        self._out.flush()


class _Watched(io.RawIOBase):
    """Hashes what is read through it, to tell a file that changes between two readings."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self.sha256 = stream, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        piece = self._stream.read(size)
        self.sha256.update(piece)
        return piece


def _pack(
    kind: str,
    url: str | None,
    at: datetime,
    headers: Sequence[tuple[str, str]],
    block: IO[bytes],
    digests: _Digests,
    *,
    record_id: str | None = None,
) -> Packed:
    """Return a record with SHA-256 digests, which `warcio check` and `sha256sum` understand.

    The block goes in as it is: warcio would write HTTP headers anew, in its own spelling.
    """
    import tempfile

    from warcio.recordloader import ArcWarcRecord
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    named = [("WARC-Type", kind), ("WARC-Record-ID", record_id or _new_id()), ("WARC-Date", moment(at))]
    named += [("WARC-Target-URI", url)] if url else []
    named += [*headers, ("WARC-Block-Digest", f"sha256:{digests.block}")]
    named += [("WARC-Payload-Digest", f"sha256:{digests.payload}")] if digests.payload else []
    watched = _Watched(block)
    about = StatusAndHeaders("", named, protocol="WARC/1.1")
    record = ArcWarcRecord("warc", kind, about, watched, None, about.get_header("Content-Type"), digests.size)
    record.payload_length = digests.size
    content: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=8 * _STEP)  # noqa: SIM115 - closed by who writes it
    out = _Hashing(content)
    WARCWriter(out, gzip=True, warc_version="1.1").write_record(record)
    if watched.sha256.hexdigest() != digests.block:
        content.close()
        raise ArchiveError(
            "It changed while it was read.", archive=str(url), remedy="Add it when nothing writes to it."
        )
    content.seek(0)
    return Packed(kind=kind, url=url, content=content, size=out.size, sha256=out.sha256.hexdigest())
