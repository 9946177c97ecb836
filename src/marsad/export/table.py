"""Records as a table: one row an event, as resources/columns.csv describes."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import IO, Any

from marsad.export.record import COUNTS
from marsad.lexicon.load import RESOURCES
from marsad.model.event import KEY_FIELDS
from marsad.model.who import SIDES

__all__ = ["Column", "CsvWriter", "columns", "joined", "parted", "rows", "safe", "unsafe"]

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_ITEM = re.compile(r"(?:[^\\;]|\\.)*", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def joined(items: Iterable[str]) -> str:
    r"""Return a list as one cell, parted by "; "; a semicolon or backslash inside has a backslash before it.

    >>> joined(["sdf", "a;b", ""])
    'sdf; a\\;b; \\e'
    """
    return "; ".join(item.replace("\\", "\\\\").replace(";", "\\;") or "\\e" for item in items)


def parted(cell: str | None) -> list[str]:
    r"""Return the list that `joined` wrote.

    >>> parted("sdf; a\\;b; \\e")
    ['sdf', 'a;b', '']
    """
    if not cell:
        return []
    items, at = [], 0
    while at <= len(cell):
        found = _ITEM.match(cell, at)
        item = found.group() if found else ""
        items.append(_ESCAPED.sub(lambda sign: "" if sign[1] == "e" else sign[1], item))
        at += len(item) + 1
        at += cell.startswith(" ", at)
    return items


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its name, its type (string, integer, number or date) and what it holds, in two languages."""

    name: str
    type: str
    english: str
    arabic: str


@cache
def columns(table: str = "columns.csv") -> tuple[Column, ...]:
    """Return the columns of a table in order: of events as resources/columns.csv has them, unless another is named."""
    with (RESOURCES / table).open(encoding="utf-8", newline="") as file:
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
            **{side: joined(event[side]) for side in SIDES},
            "units": joined(f"{who['role']}: {who['unit']}" for who in event["units"] if who["unit"]),
            "place_name": place["name"],
            "place_precision": place["precision"],
            "place_also": joined(place["also"]),
            "place_candidates": joined(place["candidates"]),
            "date_start": date["start"],
            "date_end": date["end"],
            "date_precision": date["precision"],
            "source_names": joined(source["name"] for source in event["sources"]),
            "source_kinds": joined(source["kind"] for source in event["sources"]),
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


def safe(value: Any) -> Any:
    """Keep a cell from being run as a formula when a spreadsheet opens the table: "=1+1" becomes "'=1+1"."""
    if isinstance(value, str) and value.lstrip("'").startswith(_FORMULA_STARTS):
        return "'" + value
    return value


def unsafe(cell: str) -> str:
    """Return what `safe` was given."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA_STARTS) else cell


class CsvWriter:
    """Writes a header and one row an event, in UTF-8 with the mark by which spreadsheets know it."""

    def __init__(self, stream: IO[bytes], header: Sequence[str] | None = None) -> None:
        self._stream = stream
        self._names = [column.name for column in columns()] if header is None else list(header)
        self._stream.write(b"\xef\xbb\xbf")
        self.line(self._names)

    def line(self, cells: Iterable[Any]) -> None:
        """Add one row of cells, text made safe and numbers as they are."""
        line = io.StringIO(newline="")
        csv.writer(line).writerow([safe(cell) for cell in cells])
        self._stream.write(line.getvalue().encode("utf-8", "backslashreplace"))

    def row(self, row: Mapping[str, Any]) -> None:
        """Add one row by the names of its columns."""
        self.line(row[name] for name in self._names)

    def write(self, record: dict[str, Any]) -> None:
        """Add the events of one report."""
        for row in rows(record):
            self.row(row)

    def close(self) -> None:
        """Hand everything on to the stream."""
        self._stream.flush()
