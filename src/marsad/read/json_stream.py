"""JSON read from the front, a value at a time, so that a file of any size fits in memory."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from marsad.errors import ReadError
from marsad.frozen import dataclass
from marsad.read.encoding import decode
from marsad.read.streams import LIMIT, pieces

__all__ = ["JsonStream", "Value"]

_SPACE = " \t\r\n"
_PIECE = 256 * 1024
_LONGEST_NUMBER = 4000  # Python refuses to read a longer one


@dataclass(frozen=True, slots=True)
class Value:
    """A whole value as text and as Python sees it, and the line that it begins on."""

    text: str
    value: Any
    line: int


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) < _LONGEST_NUMBER else digits


class JsonStream:
    """A reader that stands somewhere in a JSON text and moves forward; it holds one value and a piece of the file.

    `each()` and `members()` walk into an array or object; at every step the caller takes what stands there with
    `value()`, `skip()`, or by walking into it. Where the JSON breaks, ReadError names the line; nothing behind it
    can be trusted.
    """

    def __init__(self, stream: IO[bytes], file: str) -> None:
        self._pieces = pieces(stream, file, _PIECE)
        self._decoder = json.JSONDecoder(parse_int=_integer)
        self._file = file
        self._buffer = ""
        self._at = 0
        self._line = 1
        self._counted = 0  # how far the lines of the buffer are counted
        self._ended = False

    def look(self) -> str:
        """Return the next sign that is no space, without taking it; "" at the end of the file."""
        while True:
            while self._at < len(self._buffer):
                sign = self._buffer[self._at]
                if sign not in _SPACE:
                    return sign
                self._at += 1
            if not self._more():
                return ""

    def members(self) -> Iterator[str]:
        """Yield the keys of the object that stands here, the reader standing before the value of each."""
        for _ in self._parts("{", "}"):
            key = self.value()
            if not isinstance(key.value, str):
                raise self._broken("A key is no string.", key.line)
            self._take(":")
            yield key.value

    def each(self) -> Iterator[None]:
        """Yield once for each element of the array that stands here, the reader standing before it."""
        return self._parts("[", "]")

    def value(self) -> Value:
        """Take the value that stands here."""
        self.look()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._buffer, self._at)
            except json.JSONDecodeError as error:
                line = self._line_at(error.pos)
                if len(self._buffer) - self._at >= LIMIT or not self._more():
                    raise self._broken(f"The JSON breaks here ({error.msg}).", line) from None
                continue
            except RecursionError:
                raise self._broken("The JSON is nested too deep.") from None
            if end < len(self._buffer) or not isinstance(value, int | float) or not self._more():
                break  # a number that ends with the piece may go on in the next
        found = Value(self._buffer[self._at : end], value, self._line_at(self._at))
        self._at = end
        return found

    def skip(self) -> None:
        """Pass over the value that stands here; an array may be of any length."""
        if self.look() == "[":
            for _ in self.each():
                self.value()
        else:
            self.value()

    def _parts(self, first: str, last: str) -> Iterator[None]:
        self._take(first)
        while True:
            while self.look() == ",":  # one too many or too few costs nothing
                self._at += 1
            if self.look() == last:
                self._at += 1
                return
            if not self.look():
                self._fail(last)
            yield

    def _take(self, sign: str) -> None:
        if self.look() != sign:
            self._fail(sign)
        self._at += 1

    def _fail(self, wanted: str) -> None:
        if self.look():
            raise self._broken(f"The JSON breaks here ({wanted} is missing).")
        what = {"]": "The array is not closed", "}": "The object is not closed"}.get(wanted, "The JSON is not whole")
        raise self._broken(f"{what}: the file breaks off.")

    def _more(self) -> bool:
        """Add a piece to the buffer; False at the end of the file."""
        if self._ended:
            return False
        piece = next(self._pieces, None)
        self._line, self._counted = self._line_at(self._at), 0
        self._buffer, self._at = self._buffer[self._at :], 0
        if piece is None:
            self._ended = True
            return False
        self._buffer += self._decoded(piece)
        return True

    def _decoded(self, piece: bytes) -> str:
        start = self._line_at(len(self._buffer))
        try:
            return decode(piece, self._file, start)
        except ReadError:  # again line by line, to name the one that breaks
            lines = enumerate(piece.splitlines(keepends=True), start)
            return "".join(decode(line, self._file, number) for number, line in lines)

    def _line_at(self, position: int) -> int:
        """Return the line of a position of the buffer, counted on from the last one asked for."""
        if position < self._counted:
            return self._line - self._buffer.count("\n", position, self._counted)
        self._line += self._buffer.count("\n", self._counted, position)
        self._counted = position
        return self._line

    def _broken(self, problem: str, line: int | None = None) -> ReadError:
        return ReadError(
            problem,
            file=self._file,
            line=line or self._line_at(self._at),
            remedy="Mend the JSON there; what stood before was read. JSON Lines would lose one line only.",
        )
