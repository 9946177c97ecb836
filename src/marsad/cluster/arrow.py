"""Parquet files that are there whole or not at all."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from marsad.export.parquet import load_pyarrow

__all__ = ["rows_of", "whole", "write_rows"]

_AT_ONCE = 256


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Yield a name beside a file to write to; the file has its own name only once all of it is written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{uuid.uuid4().hex[:8]}")
    try:
        yield draft
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def write_rows(path: Path, rows: Sequence[Mapping[str, Any]], types: Mapping[str, str]) -> None:
    """Write rows to a Parquet file; `types` are the names of Arrow's types by column."""
    pa = load_pyarrow()
    schema = pa.schema([(name, getattr(pa, kind)()) for name, kind in types.items()])
    with whole(path) as draft:
        pa.parquet.write_table(pa.Table.from_pylist(list(rows), schema=schema), draft, compression="zstd")


def rows_of(path: Path, columns: Sequence[str] | None = None) -> Iterator[dict[str, Any]]:
    """Yield the rows of a Parquet file, some hundred in memory at a time."""
    pa = load_pyarrow()
    with pa.parquet.ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=_AT_ONCE, columns=columns):
            yield from batch.to_pylist()
