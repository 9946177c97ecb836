"""A JSON file that is one array of objects, or one object; read a record at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import IO

from marsad.errors import ReadError
from marsad.read.columns import Columns
from marsad.read.encoding import decode
from marsad.read.json_stream import JsonStream
from marsad.read.jsonl import read_jsonl, record_of
from marsad.read.problem import Found, ReadProblem
from marsad.read.streams import LIMIT, lines

__all__ = ["read_json"]


def read_json(stream: IO[bytes], file: str, columns: Columns) -> Iterator[Found]:
    """Yield the reports of a JSON file.

    An array is read element by element, so a file of any size fits in memory. After a broken element the
    rest cannot be trusted: the problem says where it broke and the file ends there. A file that is no array is
    one object over several lines, or JSON Lines under another name.
    """
    head = getattr(stream, "peek")(1)  # noqa: B009
    start = head.lstrip()[:1]
    if start == b"[":
        yield from _array(JsonStream(stream, file), file, columns)
    elif start == b"{" and not _first_line_is_whole(head):
        yield _one_object(stream, file, columns)
    else:
        yield from read_jsonl(stream, file, columns)


def _first_line_is_whole(head: bytes) -> bool:
    first = head.lstrip().split(b"\n", 1)[0].rstrip()
    return first.endswith(b"}") and first != b"{}"


def _one_object(stream: IO[bytes], file: str, columns: Columns) -> Found:
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
        stem = PurePath(file).name.split(".")[0]
        return record_of(decode(content, file), content, file, None, stem, columns), None
    except ReadError as error:
        return ReadProblem(error)


def _array(json: JsonStream, file: str, columns: Columns) -> Iterator[Found]:
    stem = PurePath(file).name.split(".")[0]
    try:
        for number, _ in enumerate(json.each(), 1):
            text, line = (element := json.value()).text, element.line
            try:
                content = text.encode("utf-8", "surrogatepass")
                yield record_of(text, content, file, line, f"{stem}:{number}", columns), line
            except ReadError as error:
                yield ReadProblem(error)
    except ReadError as error:
        yield ReadProblem(error)
