"""Excel workbooks: one report a row, columns named as those of CSV are; every sheet that has a column for the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import count
from pathlib import PurePath
from typing import IO, Any

from marsad.errors import ReadError
from marsad.fetch.members import Bounds, members
from marsad.read.columns import Columns
from marsad.read.problem import Found, ReadProblem
from marsad.read.rows import Rows, no_text_column, rows_of

__all__ = ["WORKBOOK", "read_workbook"]

WORKBOOK = "xl/workbook.xml"
"""The member that tells a workbook from other zip files."""

_BOUNDS = Bounds(member=512 * 2**20, total=1024 * 2**20)
_HEADED_BY = 10
"""Filled rows among which the names of the columns are looked for: a title may stand above them."""
_FIRST, _LAST = 20_000, 80_000
"""Days as Excel counts them, of 1954 to 2119: what a date is where its cell is not formatted as one."""
_ESCAPED = re.compile(r"_x(000D|000A|0009|005F)_")
_ERRORS = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"})
_SAVE_AGAIN = "Open it in Excel or LibreOffice, and save it again as .xlsx."


def read_workbook(stream: IO[bytes], file: str, told: Columns | None) -> Iterator[Found]:
    """Yield a report for each row of each sheet that names a column for the text; `told` is that of `read_csv`.

    The names stand in the first row, or below a title. A formula counts as the value that Excel kept of it. Sheets
    without such a column hold no reports, as long as another has one. Raises ReadError for what is no workbook.
    """
    _refuse_entities(stream, file)
    stream.seek(0)
    try:
        from openpyxl import load_workbook

        book = load_workbook(stream, read_only=True, data_only=True)
    except (OSError, KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError) as error:
        raise ReadError(f"The workbook is damaged ({_said(error)}).", file=file, remedy=_SAVE_AGAIN) from None
    try:
        yield from _sheets(book, file, told)
    finally:
        book.close()


def _sheets(book: Any, file: str, told: Columns | None) -> Iterator[Found]:
    stem = PurePath(file).name.split(".")[0] or "row"
    without: list[ReadProblem] = []
    read = 0
    for sheet in book.worksheets:
        part = f"sheet {sheet.title!r}"
        lines = _filled(sheet, file, part)
        table, above = _headed(lines, told)
        if table is None:
            without += [no_text_column(rows_of((), told).columns, file=file, line=above, part=part)] if above else []
            continue
        begin = f"{stem}:{sheet.title}" if read else stem
        read += 1
        for line, cells in lines:
            yield table.report(_texts(cells, table, book.epoch), file=file, line=line, stem=begin)
    for problem in without:
        yield ReadProblem(problem.error, lost=False) if read else problem
    if not read and not without:
        raise ReadError("The workbook is empty.", file=file, remedy="Remove it, or save it again with its rows.")


def _filled(sheet: Any, file: str, part: str) -> Iterator[tuple[int, Sequence[Any]]]:
    """Yield the rows that hold anything, with their numbers; raises ReadError where a sheet is damaged."""
    sheet.reset_dimensions()  # what a file says of its size is not believed
    rows = sheet.iter_rows(values_only=True)
    for line in count(1):
        try:
            cells = next(rows, None)
        except (OSError, KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError) as error:
            problem = f"The sheet is damaged ({_said(error)}); what stood before was read."
            raise ReadError(problem, file=file, line=line, part=part, remedy=_SAVE_AGAIN) from None
        if cells is None:
            return
        if any(_text(cell).strip() for cell in cells):
            yield line, cells


def _headed(lines: Iterator[tuple[int, Sequence[Any]]], told: Columns | None) -> tuple[Rows | None, int]:
    """Return the table of a sheet, None where no row names a column for the text; and the first filled row, or 0."""
    above = 0
    for number, (line, cells) in enumerate(lines, 1):
        above = above or line
        table = rows_of([_text(cell) for cell in cells], told)
        if table.has_text:
            return table, above
        if number == _HEADED_BY:
            break
    return None, above


def _texts(cells: Sequence[Any], table: Rows, epoch: datetime) -> list[str]:
    """Return the cells below the names of the columns; what stands beside them is no field."""
    return [
        _text(_day(cell, epoch) if table.columns.field_of(name) == "published" else cell)
        for name, cell in zip(table.header, cells, strict=False)
    ]


def _day(cell: Any, epoch: datetime) -> Any:
    """Return the day of a number that counts days."""
    if isinstance(cell, bool) or not isinstance(cell, int | float) or not _FIRST <= cell < _LAST:
        return cell
    from openpyxl.utils.datetime import from_excel

    return from_excel(cell, epoch)


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(timespec="seconds")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, str):
        text = _ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), cell).replace("\r\n", "\n")
        return "" if text in _ERRORS else text
    return str(cell)


def _refuse_entities(stream: IO[bytes], file: str) -> None:
    """Refuse a workbook that unpacks into too much, or declares what no workbook has to; each part is looked at."""
    for member in members(stream, file=file, bounds=_BOUNDS):
        for number, piece in enumerate(member.pieces()):
            if not number and b"<!DOCTYPE" in piece:
                problem = f"{member.name} declares a document type."
                raise ReadError(problem, file=file, remedy="Do not trust this file; ask for another copy.")


def _said(error: Exception) -> str:
    return str(error).strip("'\"") or type(error).__name__
