"""What an archive keeps: pages and files, each known by the SHA-256 of its bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import unquote

from marsad.archive.layout import canonical, read_canonical
from marsad.archive.records import NAMED
from marsad.errors import ArchiveError, FetchError
from marsad.fetch.limits import Limits
from marsad.fetch.replay import Answer, replay
from marsad.fetch.unpack import unpack

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

__all__ = ["Item", "item_of", "original", "read_item"]

_STEP = 1024 * 1024
_ANY_SIZE = Limits(unpacked=2**40, ratio=2**40)  # it was within bounds when it came in


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A page or file in an archive.

    `id` is the SHA-256 of the bytes that `marsad archive show` gives: of a file as it is, of a page unpacked. `status`
    is the page's HTTP status, None for a file. `file`, `offset` and `length` say where its record lies, in bytes.
    """

    id: str
    kind: str
    url: str
    at: str
    status: int | None
    content_type: str | None
    size: int
    record_id: str
    file: str
    offset: int
    length: int

    @property
    def name(self) -> str:
        """The file's name; a page's address."""
        return unquote(self.url.removeprefix(NAMED)) if self.url.startswith(NAMED) else self.url

    def line(self) -> bytes:
        """Return the item as a line of the index, without its line feed."""
        return canonical(asdict(self))


def read_item(line: bytes) -> Item | None:
    """Return the item in a line of the index, None when the line holds none."""
    value = read_canonical(line)
    try:
        return Item(**value) if value else None
    except TypeError:
        return None


def _record(stream: IO[bytes]) -> ArcWarcRecord:
    """Return the WARC record that begins where a stream stands; raise ValueError when there is none."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        return next(iter(ArchiveIterator(stream, no_record_parse=True)))
    except (StopIteration, ArchiveLoadFailed, EOFError, OSError, UnicodeError) as error:
        raise ValueError(f"no record can be read ({error})") from None


def item_of(stream: IO[bytes], *, file: str, offset: int, length: int) -> Item | None:
    """Return the item in the record that begins where a stream stands, None for a request or the file's own record.

    `file`, `offset` and `length` are what the item will say of its place. Raises ValueError when there is none.
    """
    record = _record(stream)
    about = record.rec_headers
    kind, url = str(about.get_header("WARC-Type")), str(about.get_header("WARC-Target-URI"))
    if kind not in ("response", "resource"):
        return None
    status, content_type = None, about.get_header("Content-Type")
    digest, size = hashlib.sha256(), 0
    if kind == "response":
        answer = replay(record.raw_stream.read())
        status, content_type = answer.status, answer.header("Content-Type")
    for piece in [_body(answer, url)] if kind == "response" else _rest(record.raw_stream):
        digest.update(piece)
        size += len(piece)
    return Item(
        id=digest.hexdigest(),
        kind=kind,
        url=url,
        at=str(about.get_header("WARC-Date")),
        status=status,
        content_type=content_type,
        size=size,
        record_id=str(about.get_header("WARC-Record-ID")),
        file=file,
        offset=offset,
        length=length,
    )


def original(path: Path, item: Item, write: Callable[[bytes], Any]) -> None:
    """Hand the original bytes of an item on in pieces, and make sure that they are those its id names.

    Raises ArchiveError when they are not.
    """
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            stream.seek(item.offset)
            record = _record(stream)
            whole = item.kind == "response"
            for piece in [_body(replay(record.raw_stream.read()), item.url)] if whole else _rest(record.raw_stream):
                digest.update(piece)
                write(piece)
    except (ValueError, OSError) as error:
        raise _damaged(path, item, str(error)) from None
    if digest.hexdigest() != item.id:
        raise _damaged(path, item, "its bytes are not those that were kept")


def _rest(stream: IO[bytes]) -> Iterator[bytes]:
    while piece := stream.read(_STEP):
        yield piece


def _body(answer: Answer, url: str) -> bytes:
    packing = answer.header("Content-Encoding") if answer.raw_body else None
    try:
        return unpack(answer.raw_body, packing, url=url, limits=_ANY_SIZE)
    except FetchError as error:
        raise ValueError(error.problem) from None


def _damaged(path: Path, item: Item, problem: str) -> ArchiveError:
    return ArchiveError(
        f"The record of {item.id[:12]} at {path.name}, offset {item.offset}, is damaged: {problem}.",
        archive=str(path.parent.parent),
        remedy="Run marsad archive verify, and go back to a copy.",
    )
