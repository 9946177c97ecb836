"""A table of reports, whatever it is written in: which columns are which fields, and each row to its report."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from marsad.errors import ReadError
from marsad.frozen import dataclass
from marsad.read.columns import PLAIN, Columns
from marsad.read.fields import to_report
from marsad.read.layouts import layout_of
from marsad.read.problem import Found, ReadProblem

__all__ = ["Rows", "no_text_column", "rows_of"]


@dataclass(frozen=True, slots=True)
class Rows:
    """The first row of a table and what its columns hold; `known` says that a platform wrote it."""

    header: Sequence[str]
    columns: Columns
    known: bool

    @property
    def has_text(self) -> bool:
        """Whether any column holds the text of reports."""
        return "text" in self.columns.fields_in(self.header)

    def report(self, row: Sequence[str], *, file: str, line: int, stem: str) -> Found:
        """Return the report of a row, with its line; `stem` begins the id of one that has none.

        A row of a known table without words is no report, and no fault of the export: a post of pictures alone.
        """
        if len(row) > len(self.header):
            problem = f"The row has {len(row)} cells for {len(self.header)} columns."
            remedy = "Put cells that hold the delimiter in quotation marks."
            return ReadProblem(ReadError(problem, file=file, line=line, remedy=remedy))
        digest = hashlib.sha256("\x1f".join(row).encode("utf-8", "surrogatepass")).hexdigest()
        values = dict(zip(self.header, row, strict=False))
        default_id = f"{stem}:{line}"
        try:
            found = to_report(values, file=file, line=line, default_id=default_id, sha256=digest, columns=self.columns)
        except ReadError as error:
            problem_found = ReadProblem(error)
            return replace(problem_found, lost=not self.known) if self._wordless(row) else problem_found
        return found, line

    def _wordless(self, row: Sequence[str]) -> bool:
        cells = zip(self.header, row, strict=False)
        return not any(self.columns.field_of(name) == "text" and cell.strip() for name, cell in cells)


def rows_of(header: Sequence[str], told: Columns | None) -> Rows:
    """Return the table under a first row: as `told` says, as the known table with such columns, or by plain names."""
    known = None if told else layout_of(header)
    return Rows(header, told or known or PLAIN, known is not None)


def no_text_column(columns: Columns, *, file: str, line: int, part: str | None = None) -> ReadProblem:
    """Return the problem of a table whose first row names no column for the text."""
    names = ", ".join(columns.names["text"])
    remedy = f"Name one of the columns: {names}, or tell with --columns text=NAME."
    problem = "The first row names no column for the text."
    return ReadProblem(ReadError(problem, file=file, line=line, part=part, remedy=remedy))
