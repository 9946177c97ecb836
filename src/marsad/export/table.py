"""Records as a table: one row an event, as resources/columns.csv describes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import IO, Any

from marsad.export.record import COUNTS
from marsad.lexicon.load import RESOURCES
from marsad.model.event import KEY_FIELDS

__all__ = ["Column", "CsvWriter", "columns", "rows"]

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_JOIN = "; "


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its name, its type (string, integer, number or date) and what it holds, in two languages."""

    name: str
    type: str
    english: str
    arabic: str


@cache
def columns() -> tuple[Column, ...]:
    """Return the columns of the table in order, read from resources/columns.csv."""
    with (RESOURCES / "columns.csv").open(encoding="utf-8", newline="") as file:
        return tuple(Column(**row) for row in csv.DictReader(file))


def rows(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a row for each event of a report's record; lists become one cell, parted by "; "."""
    report = record.get("report") or {}
    for event in record["events"]:
        place, date = event["place"], event["date"]
        row: dict[str, Any] = {
            "report_id": record["id"],
            "published": report.get("published"),
            "outlet": report.get("outlet"),
            "url": report.get("url"),
            **{name: event[name] for name in ("event_id", "event_type", "sub_event_type")},
            **{side: _JOIN.join(event[side]) for side in ("side1", "assist1", "side2", "assist2")},
            "units": _JOIN.join(f"{who['role']}: {who['unit']}" for who in event["units"] if who["unit"]),
            "place_name": place["name"],
            "place_precision": place["precision"],
            "place_also": _JOIN.join(place["also"]),
            "place_candidates": _JOIN.join(place["candidates"]),
            "date_start": date["start"],
            "date_end": date["end"],
            "date_precision": date["precision"],
            "source_names": _JOIN.join(source["name"] for source in event["sources"]),
            "source_kinds": _JOIN.join(source["kind"] for source in event["sources"]),
        }
        row |= {name: place[name] for name in _PLACE}
        row |= {name: event[name] for name in _PLAIN}
        row |= {f"confidence_{field}": event["confidence_fields"].get(field) for field in KEY_FIELDS}
        for count in COUNTS:
            for bound in ("low", "best", "high"):
                row[f"{count}_{bound}"] = event[count][bound] if event[count] else None
        yield row


_PLACE = ("country", "admin1", "admin2", "admin3", "place_id", "latitude", "longitude", "uncertainty_km")
_PLAIN = ("status", "confidence", "evidence", "coder_version", "resources_version", "gazetteer")


def _safe(value: Any, column: Column) -> Any:
    """Keep a cell from being run as a formula when a spreadsheet opens the table: "=1+1" becomes "'=1+1"."""
    if column.type == "string" and isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return "'" + value
    return value


class CsvWriter:
    """Writes a header and one row an event, in UTF-8 with the mark by which spreadsheets know it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._columns = columns()
        self._stream.write(b"\xef\xbb\xbf")
        self._line([column.name for column in self._columns])

    def _line(self, cells: list[Any]) -> None:
        line = io.StringIO(newline="")
        csv.writer(line).writerow(cells)
        self._stream.write(line.getvalue().encode("utf-8", "backslashreplace"))

    def write(self, record: dict[str, Any]) -> None:
        """Add the events of one report."""
        for row in rows(record):
            self._line([_safe(row[column.name], column) for column in self._columns])

    def close(self) -> None:
        """Hand everything on to the stream."""
        self._stream.flush()
