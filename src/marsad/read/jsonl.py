"""JSON Lines: one object a line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import PurePath
from typing import IO

from marsad.errors import ReadError
from marsad.model.report import Report
from marsad.read.columns import Columns
from marsad.read.encoding import decode
from marsad.read.fields import to_report
from marsad.read.problem import Found, ReadProblem
from marsad.read.streams import lines

__all__ = ["read_jsonl", "record_of"]


def read_jsonl(stream: IO[bytes], file: str, columns: Columns) -> Iterator[Found]:
    """Yield a report for each line, or the problem that the line has; blank lines are passed over."""
    stem = PurePath(file).name.split(".")[0] or "line"
    for line in lines(stream, file):
        if line.error is not None:
            yield ReadProblem(line.error)
            continue
        if not line.content.strip():
            continue
        try:
            text = decode(line.content, file, line.number)
            yield record_of(text, line.content, file, line.number, f"{stem}:{line.number}", columns), line.number
        except ReadError as error:
            yield ReadProblem(error)


def record_of(text: str, content: bytes, file: str, line: int | None, default_id: str, columns: Columns) -> Report:
    """Return the report of one JSON object; raises ReadError when it is none."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise ReadError(
            f"The JSON breaks at character {error.pos + 1} ({error.msg}).",
            file=file,
            line=line,
            remedy="Write one whole JSON object on each line.",
        ) from None
    except (ValueError, RecursionError):
        raise ReadError(
            "The JSON is nested too deep or holds a number too long.",
            file=file,
            line=line,
            remedy="Write id, title, text, published, outlet and url as strings.",
        ) from None
    if not isinstance(value, dict):
        raise ReadError(
            "The JSON is not an object.",
            file=file,
            line=line,
            remedy='Write {"id": "...", "title": "...", "text": "...", "published": "2024-03-20"}.',
        )
    digest = hashlib.sha256(content).hexdigest()
    return to_report(value, file=file, line=line, default_id=default_id, sha256=digest, columns=columns)
