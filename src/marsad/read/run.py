"""Everything a run is asked to read, one report after another."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import IO

from marsad.errors import ReadError
from marsad.model.report import Report
from marsad.read.columns import Columns
from marsad.read.dispatch import read_stream
from marsad.read.inputs import Input, inputs, kind_of
from marsad.read.problem import Found, Lacking, ReadProblem
from marsad.read.streams import open_stream

__all__ = ["read"]

_AHEAD = timedelta(days=366)


def read(
    named: Iterable[str | Path],
    *,
    standard_input: IO[bytes] | None = None,
    columns: Columns | None = None,
    lacking: Callable[[Lacking], None] | None = None,
) -> Iterator[Report | ReadProblem]:
    """Yield the reports of files, folders, globs and "-" (standard input), in their order.

    What cannot be read comes as a ReadProblem in its place and costs nothing else. An id that a run has
    seen before is a problem too, since its events could not be told apart; a file that names no id of its own has
    its name for one, made longer where two files share it. `columns` says which columns of a table, or which keys
    of an object, are which fields; without it, known tables and plain names are understood. A report of a day
    more than a year ahead of this machine's clock was misdated, and every day in it would be reckoned from there: it
    is not read. `lacking` is told which posts the export of a channel lacks.
    """
    seen: dict[bytes, str] = {}
    today = datetime.now(UTC).date()
    for item in inputs(named):
        if isinstance(item, ReadError):
            yield ReadProblem(item)
            continue
        for found in _read_one(item, standard_input, columns):
            if isinstance(found, Lacking):
                if lacking is not None:
                    lacking(found)
                continue
            yield found if isinstance(found, ReadProblem) else _past(*found, item, today) or _unique(*found, item, seen)


def _past(report: Report, line: int | None, item: Input, today: date) -> ReadProblem | None:
    """Return what is wrong with a report of a day far ahead, None with any other."""
    if report.published_on is None or report.published_on <= today + _AHEAD:
        return None
    return ReadProblem(
        ReadError(
            f"The day of publication {report.published_on} is over a year to come; this machine's clock says {today}.",
            file=item.name,
            line=line,
            remedy="Write the day on which it was published, or leave it out; set the clock where that is wrong.",
        )
    )


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


def _read_one(item: Input, standard_input: IO[bytes] | None, columns: Columns | None) -> Iterator[Found | Lacking]:
    try:
        if item.path is None:
            stream = open_stream(standard_input or sys.stdin.buffer, item.name)
            yield from read_stream(stream, item.name, item.report_id, None, columns)
            return
        with item.path.open("rb") as raw:
            stream = open_stream(raw, item.name)
            yield from read_stream(stream, item.name, item.report_id, kind_of(item.path.name), columns)
    except ReadError as error:
        yield ReadProblem(error)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        problem = f"The file cannot be opened ({reason})."
        yield ReadProblem(ReadError(problem, file=item.name, remedy="Check its name and your rights to it."))
