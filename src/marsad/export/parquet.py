"""Records as a Parquet table, with the columns of the CSV table and real types."""

from __future__ import annotations

from datetime import date
from typing import IO, Any

from marsad.errors import SettingsError
from marsad.export.table import Column, columns, rows

__all__ = ["ParquetWriter", "load_pyarrow"]

_BATCH = 5_000


def load_pyarrow() -> Any:
    """Return pyarrow; raises SettingsError when this package, which marsad does not bring along, is missing."""
    try:
        import pyarrow as pa
        import pyarrow.parquet
    except ImportError:
        problem = "Parquet needs pyarrow, which is not installed. Install marsad[parquet], or use --format csv."
        raise SettingsError(problem) from None
    return pa


class ParquetWriter:
    """Writes one row an event, some thousand at a time.

    Raises SettingsError when pyarrow is missing.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        pa = load_pyarrow()
        types = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "date": pa.date32()}
        self._pa = pa
        self._columns = columns()
        self._schema = pa.schema(
            [
                pa.field(column.name, types[column.type], metadata={"description": column.english})
                for column in columns()
            ]
        )
        self._rows: list[dict[str, Any]] = []
        self._file = pa.parquet.ParquetWriter(stream, self._schema)

    def write(self, record: dict[str, Any]) -> None:
        """Add the events of one report."""
        for row in rows(record):
            self._rows.append({column.name: _typed(row[column.name], column) for column in self._columns})
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


def _typed(value: Any, column: Column) -> Any:
    if isinstance(value, str):
        if column.type == "date":
            return date.fromisoformat(value)
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    return value
