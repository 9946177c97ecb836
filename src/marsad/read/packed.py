"""Zip files: web archives (WACZ), Word documents (DOCX), Excel workbooks, and what else is refused by name."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from typing import IO
from xml.etree import ElementTree as ET

from marsad.errors import ReadError
from marsad.fetch.members import Bounds, members
from marsad.model.report import Report
from marsad.read.columns import Columns
from marsad.read.problem import Found
from marsad.read.text import report_of
from marsad.read.warc import read_wacz
from marsad.read.workbook import WORKBOOK, read_workbook

__all__ = ["read_packed"]

_DOCUMENT = "word/document.xml"
_MEMBER_LIMIT = 64 * 2**20
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PASSED_OVER = (f"{_WORD}del", f"{_WORD}moveFrom", f"{_WORD}instrText", _FALLBACK)
"""What a document holds and does not show: text that was struck out or moved away, and a second copy of boxes."""

_OTHERS = {
    "xl/workbook.bin": ("A binary Excel workbook (XLSB) is not read.", "Save it as .xlsx."),
    "content.xml": ("An OpenDocument file is not read.", "Save a text as DOCX, a table as XLSX or CSV."),
    "ppt/presentation.xml": ("A presentation is not read.", "Copy its text into a text file."),
}


def read_packed(stream: IO[bytes], file: str, report_id: str, columns: Columns | None) -> Iterator[Found]:
    """Yield what a zip file holds; raises ReadError for one that holds no report."""
    names = _names(stream, file)
    if WORKBOOK in names:
        yield from read_workbook(stream, file, columns)
        return
    if _DOCUMENT in names:
        yield _read_docx(stream, file, report_id), None
        return
    for name, (problem, remedy) in _OTHERS.items():
        if name in names:
            raise ReadError(problem, file=file, remedy=remedy)
    yield from read_wacz(stream, file)


def _names(stream: IO[bytes], file: str) -> frozenset[str]:
    if not stream.seekable():
        raise ReadError("A zip file cannot come through a pipe.", file=file, remedy="Name the file.")
    try:
        with zipfile.ZipFile(stream) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return frozenset()  # the reader of its members says what is wrong
    finally:
        stream.seek(0)


def _read_docx(stream: IO[bytes], file: str, report_id: str) -> Report:
    """Return the report of a Word document: its paragraphs are the lines of a text file, header included."""
    digest = hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]
    stream.seek(0)
    packed = members(stream, file=file, bounds=Bounds(member=_MEMBER_LIMIT))
    content = next(one.read() for one in packed if one.name == _DOCUMENT)
    damaged = ReadError("The Word document is damaged.", file=file, remedy="Open it in Word, and save it again.")
    if b"<!DOCTYPE" in content:
        raise damaged
    try:
        root = ET.fromstring(content)  # noqa: S314 - without a document type there are no entities
    except ET.ParseError:
        raise damaged from None
    text = "\n".join("".join(_words(paragraph)) for paragraph in _paragraphs(root))
    if not text.strip():
        raise ReadError("The Word document holds no text.", file=file, remedy="Pictures of text are not read: type it.")
    return report_of(text, file=file, default_id=report_id, sha256=digest)


def _paragraphs(element: ET.Element) -> Iterator[ET.Element]:
    """Yield paragraphs in their order, those of tables and boxes included."""
    for child in element:
        if child.tag in _PASSED_OVER:
            continue
        if child.tag == f"{_WORD}p":
            yield child
        yield from _paragraphs(child)


def _words(element: ET.Element) -> Iterator[str]:
    for child in element:
        if child.tag in _PASSED_OVER or child.tag == f"{_WORD}p":  # a paragraph in a box has a line of its own
            continue
        if child.tag == f"{_WORD}t":
            yield child.text or ""
        elif child.tag in (f"{_WORD}tab", f"{_WORD}br", f"{_WORD}cr"):
            yield "\t" if child.tag == f"{_WORD}tab" else "\n"
        else:
            yield from _words(child)
