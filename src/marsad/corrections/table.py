"""The rows of a table of events that a person saved: CSV, also as spreadsheets write it, or Excel."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from marsad.errors import ReadError
from marsad.export.excel import excel_unescaped
from marsad.export.table import unsafe

__all__ = ["TableRow", "read_table"]

_KEY = "event_id"
_REMEDY = "Start from a table that marsad export wrote, and keep its column event_id."
_SHIFTED = "Put each cell below its column again: a text that holds the sign between cells stands in quotation marks."
_ENCODINGS = ("utf-8-sig", "cp1256")


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: where it stands, and its cells by column; an empty cell is None."""

    file: str
    line: int
    cells: dict[str, str | None]


def read_table(file: Path) -> Iterator[TableRow | ReadError]:
    """Yield the rows of a table, and a problem in place of each whose cells do not fit the columns.

    Cells are text, days as ISO days. Raises ReadError when the file cannot be read, or is no table of events.
    """
    rows = _excel(file) if file.suffix.lower() == ".xlsx" else _csv(file)
    header: list[str] | None = None
    for line, cells in rows:
        if header is None:
            header = [cell or "" for cell in cells]
            if _KEY not in header:
                raise ReadError(f"It has no column {_KEY}.", file=str(file), line=line, remedy=_REMEDY)
            continue
        if all(cell is None for cell in cells):
            continue
        if len(cells) < len(header) or any(cell is not None for cell in cells[len(header) :]):
            problem = f"The row has {len(cells)} cells, and the table {len(header)} columns."
            yield ReadError(problem, file=str(file), line=line, remedy=_SHIFTED)
            continue
        yield TableRow(str(file), line, dict(zip(header, cells, strict=False)))
    if header is None:
        raise ReadError("The table is empty.", file=str(file), remedy=_REMEDY)


def _csv(file: Path) -> Iterator[tuple[int, list[str | None]]]:
    try:
        data = file.read_bytes()
    except OSError as error:
        remedy = "Name a file that is there and may be read."
        raise ReadError(f"It cannot be read ({error.strerror}).", file=str(file), remedy=remedy) from None
    text = _decoded(data, file)
    head = text.partition("\n")[0]
    parted = max((",", ";", "\t"), key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=parted)
    try:
        for cells in reader:
            yield reader.line_num, [unsafe(cell) or None for cell in cells]
    except csv.Error as error:
        raise ReadError(f"It is no CSV ({error}).", file=str(file), line=reader.line_num, remedy=_REMEDY) from None


def _decoded(data: bytes, file: Path) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ReadError("It is neither UTF-8 nor windows-1256.", file=str(file), remedy="Save it as CSV UTF-8.")


def _excel(file: Path) -> Iterator[tuple[int, list[str | None]]]:
    from zipfile import BadZipFile

    from openpyxl import load_workbook

    width = 0
    try:
        book = load_workbook(file, read_only=True)
        for number, row in enumerate(book.worksheets[0].iter_rows(values_only=True), 1):
            width = width or len(row)
            short: list[str | None] = [None] * (width - len(row))  # empty cells at the end are left out
            yield number, [_text(cell) for cell in row] + short
        book.close()
    except (OSError, BadZipFile, KeyError, ValueError, IndexError, SyntaxError) as error:  # its XML's is a SyntaxError
        remedy = "Save it as .xlsx again, or as CSV UTF-8."
        raise ReadError(f"It cannot be read ({error}).", file=str(file), remedy=remedy) from None


def _text(cell: Any) -> str | None:
    if cell is None or cell == "":
        return None
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return excel_unescaped(cell) if isinstance(cell, str) else repr(cell)
