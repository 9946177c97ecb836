"""Everything a run is asked to read, one report after another."""

from __future__ import annotations

import hashlib
import io
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO

from marsad.errors import ReadError
from marsad.model.report import Report
from marsad.read.csv_table import read_csv
from marsad.read.fields import field_of
from marsad.read.inputs import Input, inputs, kind_of
from marsad.read.json_array import read_json
from marsad.read.jsonl import read_jsonl
from marsad.read.problem import Found, ReadProblem
from marsad.read.streams import open_stream
from marsad.read.text import read_text

__all__ = ["read"]


def read(named: Iterable[str | Path], *, standard_input: IO[bytes] | None = None) -> Iterator[Report | ReadProblem]:
    """Yield the reports of files, folders, globs and "-" (standard input), in their order.

    What cannot be read comes as a ReadProblem in its place and costs nothing else. An id that a run has
    seen before is a problem too, since its events could not be told apart; a file that names no id of its own has
    its name for one, made longer where two files share it.
    """
    seen: dict[bytes, str] = {}
    for item in inputs(named):
        if isinstance(item, ReadError):
            yield ReadProblem(item)
            continue
        for found in _read_one(item, standard_input):
            yield found if isinstance(found, ReadProblem) else _unique(*found, item, seen)


def _unique(report: Report, line: int | None, item: Input, seen: dict[bytes, str]) -> Report | ReadProblem:
    key = hashlib.blake2b(report.report_id.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    if key not in seen:
        seen[key] = item.name
        return report
    if report.report_id == item.report_id and item.path is not None and report.report_id != item.name:
        return _unique(replace(report, report_id=item.name), line, item, seen)
    return ReadProblem(
        ReadError(
            f"The id {report.report_id!r} was used before, in {seen[key]}.",
            file=item.name,
            line=line,
            remedy="Give each report an id of its own; the first one was kept.",
        )
    )


def _read_one(item: Input, standard_input: IO[bytes] | None) -> Iterator[Found]:
    try:
        if item.path is None:
            yield from _reports(open_stream(standard_input or sys.stdin.buffer, item.name), item, None)
            return
        with item.path.open("rb") as raw:
            yield from _reports(open_stream(raw, item.name), item, kind_of(item.path.name))
    except ReadError as error:
        yield ReadProblem(error)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        problem = f"The file cannot be opened ({reason})."
        yield ReadProblem(ReadError(problem, file=item.name, remedy="Check its name and your rights to it."))


def _reports(stream: io.BufferedReader, item: Input, kind: str | None) -> Iterator[Found]:
    head = stream.peek(1)
    if not head.strip():
        raise ReadError("The file is empty.", file=item.name, remedy="Remove it, or fetch it again.")
    match kind or _kind_by_content(head):
        case "jsonl":
            yield from read_jsonl(stream, item.name)
        case "json":
            yield from read_json(stream, item.name)
        case "csv":
            yield from read_csv(stream, item.name)
        case "html":
            from marsad.read.html import read_html

            yield read_html(stream, item.name, item.report_id), None
        case _:
            yield read_text(stream, item.name, item.report_id), None


def _kind_by_content(head: bytes) -> str:
    start = head.lstrip()
    if start[:1] in (b"{", b"["):
        return "json"
    if start[:1] == b"<":
        return "html"
    first = start.split(b"\n", 1)[0].decode("utf-8", "replace")
    for delimiter in ",;\t":
        fields = {field_of(name.strip('"')) for name in first.split(delimiter)}
        if len(fields - {None}) >= 2 and "text" in fields:
            return "csv"
    return "text"
