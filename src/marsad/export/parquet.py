"""Records as a Parquet table, with the columns of the CSV table and real types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import IO, Any

from marsad.errors import MissingPackageError
from marsad.export.table import Column, columns, rows

__all__ = ["ParquetWriter", "load_pyarrow", "parquet_field", "typed", "whole_signs"]

_BATCH = 5_000


def load_pyarrow() -> Any:
    """Return pyarrow; raises SettingsError when this package, which marsad does not bring along, is missing."""
    try:
        import pyarrow as pa
        import pyarrow.parquet
    except ImportError:
        raise MissingPackageError("Parquet", package="pyarrow", extra="parquet") from None
    return pa


class ParquetWriter:
    """Writes one row an event, some thousand at a time.

    Raises SettingsError when pyarrow is missing.
    """

    def __init__(self, stream: IO[bytes], table: Sequence[Column] | None = None) -> None:
        pa = load_pyarrow()
        self._pa = pa
        self._columns = columns() if table is None else table
        self._schema = pa.schema([parquet_field(pa, column) for column in self._columns])
        self._rows: list[dict[str, Any]] = []
        self._file = pa.parquet.ParquetWriter(stream, self._schema)

    def write(self, record: dict[str, Any]) -> None:
        """Add the events of one report."""
        for row in rows(record):
            self.row(row)

    def row(self, row: Mapping[str, Any]) -> None:
        """Add one row by the names of its columns."""
        self._rows.append({column.name: typed(row[column.name], column) for column in self._columns})
        if len(self._rows) >= _BATCH:
            self._write_batch()

    def _write_batch(self) -> None:
        self._file.write_table(self._pa.Table.from_pylist(self._rows, schema=self._schema))
        self._rows.clear()

    def close(self) -> None:
        """Write what is left and the footer, without which a Parquet file cannot be read."""
        if self._rows:
            self._write_batch()
        self._file.close()


def parquet_field(pa: Any, column: Column) -> Any:
    """Return the field of a column, with what it holds as its description."""
    types = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "date": pa.date32()}
    return pa.field(column.name, types[column.type], metadata={"description": column.english})


def whole_signs(value: str) -> str:
    """Return text with half an emoji, which Parquet cannot hold, as its escape."""
    return value.encode("utf-8", "backslashreplace").decode("utf-8")


def typed(value: Any, column: Column) -> Any:
    """Return a value of a row as its column holds it: a day as a date, text without half an emoji."""
    if isinstance(value, str):
        if column.type == "date":
            return date.fromisoformat(value)
        return whole_signs(value)
    return value
