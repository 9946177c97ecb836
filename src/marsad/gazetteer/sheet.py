"""Tables as official sources publish them: CSV, or the first sheet of an XLSX workbook."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from marsad.errors import ResourceError

__all__ = ["read_table"]

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_table(file: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a CSV or XLSX file by column name; raise ResourceError when it cannot be read."""
    try:
        if file.suffix.lower() == ".xlsx":
            yield from _workbook(file)
        else:
            with file.open(encoding="utf-8-sig", newline="") as stream:
                yield from csv.DictReader(stream)
    except (OSError, UnicodeDecodeError, csv.Error, KeyError, zipfile.BadZipFile, ET.ParseError) as error:
        raise ResourceError(
            f"The table cannot be read: {error}.", file=str(file), remedy="Save it as UTF-8 CSV or as XLSX."
        ) from error


def _workbook(file: Path) -> Iterator[dict[str, str]]:
    with zipfile.ZipFile(file) as book:
        shared: list[str] = []
        if "xl/sharedStrings.xml" in book.namelist():
            root = ET.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314  a local file of the user
            shared = ["".join(part.text or "" for part in item.iter(f"{_MAIN}t")) for item in root.iter(f"{_MAIN}si")]
        sheets = sorted(
            (name for name in book.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name)),
            key=lambda name: int(re.sub(r"\D", "", name)),
        )
        root = ET.fromstring(book.read(sheets[0]))  # noqa: S314
    header: dict[int, str] = {}
    for row in root.iter(f"{_MAIN}row"):
        cells = {_column(cell.get("r", "A1")): _value(cell, shared) for cell in row.iter(f"{_MAIN}c")}
        if not header:
            header = {column: value for column, value in cells.items() if value}
        else:
            yield {name: cells.get(column, "") for column, name in header.items()}


def _column(reference: str) -> int:
    number = 0
    for letter in reference.rstrip("0123456789"):
        number = number * 26 + ord(letter) - 64
    return number


def _value(cell: ET.Element, shared: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return "".join(part.text or "" for part in cell.iter(f"{_MAIN}t"))
    value = cell.findtext(f"{_MAIN}v") or ""
    return shared[int(value)] if cell.get("t") == "s" and value else value
