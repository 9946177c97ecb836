"""CSV: one report a row, columns named as the fields are, as a known export has them, or as the user tells."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import IO

from marsad.errors import ReadError
from marsad.read.columns import PLAIN, Columns
from marsad.read.encoding import decode
from marsad.read.fields import to_report
from marsad.read.layouts import layout_of
from marsad.read.problem import Found, ReadProblem
from marsad.read.streams import LIMIT, lines

__all__ = ["read_csv"]


class _Lines:
    """The decoded lines of a table; those that cannot be read are left empty and kept as problems."""

    def __init__(self, stream: IO[bytes], file: str) -> None:
        self._lines = lines(stream, file)
        self._file = file
        self.problems: list[ReadProblem] = []

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            try:
                if line.error is not None:
                    raise line.error
                yield decode(line.content, self._file, line.number) + "\n"
            except ReadError as error:
                self.problems.append(ReadProblem(error))
                yield "\n"


def read_csv(stream: IO[bytes], file: str, told: Columns | None = None) -> Iterator[Found]:
    """Yield a report for each row; the first row names the columns, parted by comma, semicolon or tab.

    Which columns are which fields is `told`, else that of the known table with such columns, else by plain names.
    """
    stem = PurePath(file).name.split(".")[0] or "row"
    source = _Lines(stream, file)
    text = iter(source)
    header = next(text, "")
    delimiter = max(",;\t", key=header.count)
    header_row = next(csv.reader([header], delimiter=delimiter), [])
    known = None if told else layout_of(header_row)
    columns = told or known or PLAIN
    if "text" not in columns.fields_in(header_row):
        yield from source.problems
        names = ", ".join(columns.names["text"])
        problem = "The first row names no column for the text."
        yield ReadProblem(
            ReadError(
                problem,
                file=file,
                line=1,
                remedy=f"Name one of the columns: {names}, or tell with --columns text=NAME.",
            )
        )
        return
    before = csv.field_size_limit(LIMIT)
    rows = csv.reader(text, delimiter=delimiter, strict=True)  # an open quotation would swallow the rows after it
    try:
        while True:
            line = rows.line_num + 2
            try:
                row = next(rows)
            except StopIteration:
                break
            except csv.Error as error:
                problem = f"The row cannot be read ({error})."
                remedy = "Close its quotation marks, or write the table again."
                yield ReadProblem(ReadError(problem, file=file, line=line, remedy=remedy))
                continue
            yield from source.problems
            source.problems.clear()
            if any(cell.strip() for cell in row):
                found = _row(header_row, row, file, line, stem, columns)
                # A post of pictures alone is no report, and no fault of the export.
                yield (
                    replace(found, lost=known is None)
                    if isinstance(found, ReadProblem) and _wordless(header_row, row, columns)
                    else found
                )
        yield from source.problems
    finally:
        csv.field_size_limit(before)


def _wordless(header: list[str], row: list[str], columns: Columns) -> bool:
    return not any(columns.field_of(name) == "text" and cell.strip() for name, cell in zip(header, row, strict=False))


def _row(header: list[str], row: list[str], file: str, line: int, stem: str, columns: Columns) -> Found:
    if len(row) > len(header):
        problem = f"The row has {len(row)} cells for {len(header)} columns."
        remedy = "Put cells that hold the delimiter in quotation marks."
        return ReadProblem(ReadError(problem, file=file, line=line, remedy=remedy))
    digest = hashlib.sha256("\x1f".join(row).encode("utf-8", "surrogatepass")).hexdigest()
    values = dict(zip(header, row, strict=False))
    default_id = f"{stem}:{line}"
    try:
        found = to_report(values, file=file, line=line, default_id=default_id, sha256=digest, columns=columns)
    except ReadError as error:
        return ReadProblem(error)
    return found, line
