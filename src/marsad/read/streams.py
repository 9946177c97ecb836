"""Bytes of an input: plain or gzip, a bounded piece at a time."""

from __future__ import annotations

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from typing import IO, cast

from marsad.errors import ReadError
from marsad.frozen import dataclass

__all__ = ["LIMIT", "Line", "lines", "open_stream", "pieces", "whole"]

LIMIT = 8 * 1024 * 1024
"""Bytes of the largest record read; a report is some thousand, so a longer one is no report."""

_GZIP = b"\x1f\x8b"
_TRANSCODED = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_BOM = b"\xef\xbb\xbf"
_TOO_LONG = "Cut the input into records of at most 8 MB, one report each."


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an input without its end, and its number from 1; `error` where it could not be read."""

    number: int
    content: bytes
    error: ReadError | None = None


class _Recoded(io.RawIOBase):
    """A UTF-16 or UTF-32 stream as UTF-8 bytes, so that a line feed is one byte again."""

    def __init__(self, stream: IO[bytes], encoding: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._left = b""
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._left and not self._ended:
            piece = self._stream.read(32_768)
            self._ended = not piece
            self._left = self._decoder.decode(piece, final=self._ended).encode("utf-8", "replace")
        count = min(len(buffer), len(self._left))
        buffer[:count] = self._left[:count]
        self._left = self._left[count:]
        return count


class _Gunzipped(io.RawIOBase):
    """A gzip stream a piece at a time; asked for more, it would throw away what stands before damage."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = gzip.GzipFile(fileobj=stream)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._stream.read1(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


def open_stream(raw: IO[bytes], file: str) -> io.BufferedReader:
    """Return the stream that a file holds: gunzipped when it is gzip, as UTF-8 when it is UTF-16 or UTF-32.

    The byte order mark is dropped. What a name ends in is not asked: the first bytes tell.
    Raises ReadError when not even they can be read.
    """
    try:
        return _opened(raw)
    except (OSError, EOFError, zlib.error) as error:
        raise _damaged(error, file, None) from None


def _opened(raw: IO[bytes]) -> io.BufferedReader:
    stream = raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", raw))
    if stream.peek(2)[:2] == _GZIP:
        stream = io.BufferedReader(_Gunzipped(stream))
    head = stream.peek(64)[:64]
    if head.startswith(_BOM):
        stream.read(3)
        return stream
    encoding = next((name for mark, name in _TRANSCODED if head.startswith(mark)), None) or _unmarked_utf16(head)
    return io.BufferedReader(_Recoded(stream, encoding)) if encoding else stream


def _unmarked_utf16(head: bytes) -> str | None:
    """Tell UTF-16 without a mark from the bytes of its ASCII signs: every other one is zero."""
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        other = head[1 - first :: 2]
        if len(head) >= 8 and head[first::2].count(0) >= len(head) // 4 and other.count(0) == 0:
            return encoding
    return None


def _damaged(error: Exception, file: str, line: int | None) -> ReadError:
    if isinstance(error, EOFError | zlib.error | gzip.BadGzipFile):
        return ReadError(
            "The gzip file breaks off or is damaged; what stood before was read.",
            file=file,
            line=line,
            remedy="Fetch or compress it again.",
        )
    return ReadError(f"The file cannot be read ({error}).", file=file, line=line, remedy="Check the disk and rights.")


def lines(stream: IO[bytes], file: str) -> Iterator[Line]:
    """Yield the lines of a stream; one over LIMIT is passed over in pieces, and damage ends the stream."""
    number = 0
    while True:
        number += 1
        try:
            content = stream.readline(LIMIT + 1)
            if not content:
                return
            if len(content) > LIMIT:
                size = len(content)
                while content and not content.endswith(b"\n"):
                    content = stream.readline(LIMIT)
                    size += len(content)
                problem = f"The line is {size / 1e6:.0f} MB long, too long for a report."
                yield Line(number, b"", ReadError(problem, file=file, line=number, remedy=_TOO_LONG))
                continue
        except (OSError, EOFError, zlib.error) as error:
            yield Line(number, b"", _damaged(error, file, number))
            return
        yield Line(number, content.rstrip(b"\r\n"))


def pieces(stream: IO[bytes], file: str, size: int) -> Iterator[bytes]:
    """Yield a stream in pieces of about `size` bytes, each ending on a line feed or on a whole sign of UTF-8.

    Raises ReadError at damage; the pieces before it have been yielded.
    """
    number, piece, ended = 1, b"", False
    while not ended:
        try:
            while len(piece) < size and not ended:
                line = stream.readline(size)
                ended = not line
                piece += line
        except (OSError, EOFError, zlib.error) as error:
            if piece:
                yield piece
            raise _damaged(error, file, number + piece.count(b"\n")) from None
        left = b"" if ended else _half_a_sign(piece)
        piece = piece[: len(piece) - len(left)]
        if piece:
            number += piece.count(b"\n")
            yield piece
        piece, size = left, max(size, len(left) + 1)


def _half_a_sign(piece: bytes) -> bytes:
    """Return the bytes at the end of a piece that begin a sign of UTF-8 without ending it."""
    for back in range(1, min(4, len(piece) + 1)):
        lead = piece[-back]
        if lead >= 0xC0:
            length = 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4
            return piece[-back:] if back < length else b""
        if lead < 0x80:
            break
    return b""


def whole(stream: IO[bytes], file: str, limit: int = LIMIT) -> bytes:
    """Return all bytes of a stream; raises ReadError when it is empty, damaged or over `limit` bytes."""
    try:
        content = stream.read(limit + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise _damaged(error, file, None) from None
    if len(content) > limit:
        problem = f"The file is over {limit // 2**20} MB, too long to be read in one piece."
        raise ReadError(problem, file=file, remedy=_TOO_LONG)
    if not content.strip():
        raise ReadError("The file is empty.", file=file, remedy="Remove it, or fetch it again.")
    return content
