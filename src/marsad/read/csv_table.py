"""CSV: one report a row, columns named as the fields are, as a known export has them, or as the user tells."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import PurePath
from typing import IO

from marsad.errors import ReadError
from marsad.read.columns import Columns
from marsad.read.encoding import decode
from marsad.read.problem import Found, ReadProblem
from marsad.read.rows import no_text_column, rows_of
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
    table = rows_of(next(csv.reader([header], delimiter=delimiter), []), told)
    if not table.has_text:
        yield from source.problems
        yield no_text_column(table.columns, file=file, line=1)
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
                yield table.report(row, file=file, line=line, stem=stem)
        yield from source.problems
    finally:
        csv.field_size_limit(before)
