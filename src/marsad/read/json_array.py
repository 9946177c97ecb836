"""A JSON file that is one array of objects, or one object; read a record at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePath
from typing import IO

from marsad.errors import ReadError
from marsad.read.encoding import decode
from marsad.read.jsonl import read_jsonl, record_of
from marsad.read.problem import Found, ReadProblem
from marsad.read.streams import LIMIT, lines

__all__ = ["read_json"]

_BETWEEN = " \t\r\n,"
_PIECE = 256 * 1024


def read_json(stream: IO[bytes], file: str) -> Iterator[Found]:
    """Yield the reports of a JSON file.

    An array is read element by element, so a file of any size fits in memory. After a broken element the
    rest cannot be trusted: the problem says where it broke and the file ends there. A file that is no array is
    one object over several lines, or JSON Lines under another name.
    """
    head = getattr(stream, "peek")(_PIECE)[:_PIECE]  # noqa: B009
    start = head.lstrip()[:1]
    if start == b"[":
        yield from _array(stream, file)
    elif start == b"{" and not _first_line_is_whole(head):
        yield _one_object(stream, file)
    else:
        yield from read_jsonl(stream, file)


def _first_line_is_whole(head: bytes) -> bool:
    first = head.lstrip().split(b"\n", 1)[0].rstrip()
    return first.endswith(b"}") and first != b"{}"


def _one_object(stream: IO[bytes], file: str) -> Found:
    collected: list[bytes] = []
    size = 0
    for line in lines(stream, file):
        if line.error is not None:
            return ReadProblem(line.error)
        collected.append(line.content)
        size += len(line.content)
        if size > LIMIT:
            break
    if size > LIMIT:
        remedy = "Write one JSON object a line, a report each."
        return ReadProblem(ReadError("The file is one object over 8 MB.", file=file, remedy=remedy))
    content = b"\n".join(collected)
    try:
        return record_of(decode(content, file), content, file, None, PurePath(file).name.split(".")[0]), None
    except ReadError as error:
        return ReadProblem(error)


class _Elements:
    """The elements of an array as text, each with its line; holds one element and a piece at a time."""

    def __init__(self, stream: IO[bytes], file: str) -> None:
        self._pieces = lines(stream, file)
        self._decoder = json.JSONDecoder()
        self._file = file
        self.buffer = ""
        self.line = 1

    def _more(self) -> bool:
        """Add at least a piece of whole lines to the buffer; False at the end of the file."""
        added: list[str] = []
        size = 0
        while size < _PIECE:
            line = next(self._pieces, None)
            if line is None:
                break
            if line.error is not None:
                raise line.error
            added.append(decode(line.content, self._file, line.number) + "\n")
            size += len(line.content) + 1
        self.buffer += "".join(added)
        return size > 0

    def _drop(self, count: int) -> None:
        self.line += self.buffer.count("\n", 0, count)
        self.buffer = self.buffer[count:]

    def __iter__(self) -> Iterator[tuple[str, int]]:
        self._more()
        self._drop(self.buffer.index("[") + 1)
        while True:
            self._drop(len(self.buffer) - len(self.buffer.lstrip(_BETWEEN)))
            if not self.buffer:
                if not self._more():
                    raise self._broken("The array is not closed: the file breaks off.")
                continue
            if self.buffer[0] == "]":
                return
            end = self._end()
            yield self.buffer[:end], self.line
            self._drop(end)

    def _end(self) -> int:
        while True:
            try:
                return self._decoder.raw_decode(self.buffer)[1]
            except json.JSONDecodeError as error:
                if len(self.buffer) >= LIMIT or not self._more():
                    line = self.line + self.buffer.count("\n", 0, error.pos)
                    raise self._broken(f"The JSON breaks here ({error.msg}).", line) from None
            except RecursionError:
                raise self._broken("The JSON is nested too deep.") from None

    def _broken(self, problem: str, line: int | None = None) -> ReadError:
        return ReadError(
            problem,
            file=self._file,
            line=line or self.line,
            remedy="Mend the array there; what stood before was read. JSON Lines would lose one line only.",
        )


def _array(stream: IO[bytes], file: str) -> Iterator[Found]:
    stem = PurePath(file).name.split(".")[0]
    try:
        for number, (text, line) in enumerate(_Elements(stream, file), 1):
            try:
                yield record_of(text, text.encode("utf-8", "surrogatepass"), file, line, f"{stem}:{number}"), line
            except ReadError as error:
                yield ReadProblem(error)
    except ReadError as error:
        yield ReadProblem(error)
