"""Which form the records of a run take, and the writer for it."""

from __future__ import annotations

from enum import StrEnum
from typing import IO, Any, Protocol

from marsad.export.form import form_of

__all__ = ["Format", "RecordWriter", "format_of", "open_writer"]


class Format(StrEnum):
    """The forms that `marsad code` writes."""

    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


class RecordWriter(Protocol):
    """What every writer does: takes records one by one, and closes."""

    def write(self, record: dict[str, Any]) -> None:
        """Add the record of one report."""

    def close(self) -> None:
        """Finish the output; the stream stays the caller's to close."""


def format_of(name: str) -> Format | None:
    """Return the form that a file name asks for ("events.csv"), None when it asks for none."""
    return form_of(name, Format)


def open_writer(form: Format, stream: IO[bytes]) -> RecordWriter:
    """Return the writer of a form onto a stream."""
    match form:
        case Format.csv:
            from marsad.export.table import CsvWriter

            return CsvWriter(stream)
        case Format.parquet:
            from marsad.export.parquet import ParquetWriter

            return ParquetWriter(stream)
        case Format.jsonl:
            from marsad.export.jsonl import JsonlWriter

            return JsonlWriter(stream)
