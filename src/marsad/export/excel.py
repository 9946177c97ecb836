"""Events or incidents as an Excel workbook: one sheet of rows, one that says what each column holds."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import IO, Any

from marsad.export.escape import UNWRITABLE
from marsad.export.happening import Happening
from marsad.export.table import Column

__all__ = ["excel_unescaped", "write_excel"]

_DICTIONARY = "dictionary"
_LONGEST_CELL = 32_767
"""What Excel takes in one cell, in signs."""

_NARROW = 12
"""What a day takes, and any number."""
_WIDTHS = {
    "event_id": 16, "incident_id": 16, "report_id": 24, "title": 50, "event_type": 28, "sub_event_type": 34,
    "place_name": 20, "evidence": 60, "outlet": 24, "outlets": 30, "source_names": 30, "url": 30, "urls": 30,
}  # fmt: skip
_FORMULA_STARTS = ("=", "+", "-", "@")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_UNWRITABLE = re.compile(rf"{UNWRITABLE.pattern}|\r|_(?=x[0-9A-Fa-f]{{4}}_)")
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a ZIP file can tell: files differ only where their rows do
_MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def _excel_escaped(text: str) -> str:
    """Return text with the signs that a workbook cannot hold as its own escapes: a form feed as "_x000C_"."""
    return _UNWRITABLE.sub(lambda sign: f"_x{ord(sign.group()):04X}_", text)


def excel_unescaped(text: str) -> str:
    """Return what `_excel_escaped` was given."""
    return _ESCAPE.sub(lambda sign: chr(int(sign[1], 16)), text)


def write_excel(found: Iterable[Happening], columns: Sequence[Column], stream: IO[bytes], *, sheet: str) -> None:
    """Write a workbook; text is text, also where it starts as a formula does.

    A text longer than Excel takes is replaced by a sentence that says so.
    """
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    book.properties.creator = "marsad"
    rows = book.create_sheet(sheet)
    rows.freeze_panes = "B2"
    for number, column in enumerate(columns, 1):
        rows.column_dimensions[get_column_letter(number)].width = _width(column)
    rows.append([_cell(rows, column.name, bold=True) for column in columns])
    height = 1
    for one in found:
        rows.append([_cell(rows, _typed(one.row[column.name], column)) for column in columns])
        height += 1
    rows.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{height}"
    told = book.create_sheet(_DICTIONARY)
    told.column_dimensions["A"].width, told.column_dimensions["C"].width = 26, 90
    told.column_dimensions["D"].width = 60
    told.append([_cell(told, name, bold=True) for name in ("column", "type", "what it holds", "ما فيه")])
    for column in columns:
        told.append([_cell(told, text) for text in (column.name, column.type, column.english, column.arabic)])
    written = io.BytesIO()
    book.save(written)
    _same_bytes(written, stream)


def _width(column: Column) -> int:
    """Return how wide a column is, so that name and values can be read: a day that is cut is "###"."""
    return max(len(column.name) + 4, _WIDTHS.get(column.name, _NARROW))


def _typed(value: Any, column: Column) -> Any:
    return date.fromisoformat(value) if column.type == "date" and value else value


def _cell(sheet: Any, value: Any, *, bold: bool = False) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    if not isinstance(value, str):
        cell = WriteOnlyCell(sheet, value)
        if isinstance(value, date):
            cell.number_format = "yyyy-mm-dd"
        return cell
    text = _excel_escaped(value)
    if len(text) > _LONGEST_CELL:
        text = f"[{len(value):,} signs are more than Excel takes; they stand in the CSV]"
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    if text.startswith(_FORMULA_STARTS):
        cell.quotePrefix = True
    if bold:
        cell.font = Font(bold=True)
    return cell


def _same_bytes(written: io.BytesIO, stream: IO[bytes]) -> None:
    """Write the parts of a workbook again without the time of day."""
    moment = datetime(*_FIRST_DAY, tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with zipfile.ZipFile(written) as before, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after:
        for info in before.infolist():
            part = before.read(info)
            if info.filename == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>" + moment, part)
            after.writestr(zipfile.ZipInfo(info.filename, _FIRST_DAY), part, zipfile.ZIP_DEFLATED)
