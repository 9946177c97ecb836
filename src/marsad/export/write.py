"""The one function that writes events and incidents, in every form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO

from marsad.export.calendar import outside_calendar, write_calendar
from marsad.export.excel import write_excel
from marsad.export.feed import write_atom, write_rss
from marsad.export.form import Form
from marsad.export.geo import write_geojson, write_geoparquet, write_kml
from marsad.export.happening import EVENTS, Happening
from marsad.export.jsonld import write_jsonld
from marsad.export.layout import layout
from marsad.export.table import Column, CsvWriter, columns

__all__ = ["Written", "table_of", "write"]


@dataclass(slots=True, kw_only=True)
class Written:
    """What an export wrote: how many, how many of them without a point, and what it left out, by reason."""

    number: int = 0
    pointless: int = 0
    left_out: Counter[str] = field(default_factory=Counter)


def table_of(table: str) -> tuple[Column, ...]:
    """Return the columns of the table of events or of incidents."""
    return columns() if table == EVENTS else columns("exports/incidents.csv")


def write(
    form: Form,
    found: Iterable[Happening],
    stream: IO[bytes],
    *,
    table: str,
    precision: int = 1,
    page: str | None = None,
) -> Written:
    """Write events or incidents in a form other than jsonl, and say what was written and left out.

    `table` is what they are, "events" or "incidents"; `precision` the worst precision of a place (1 to 3) that maps
    draw as a point; `page` the address that items of a feed lead to. The same input gives the same bytes.
    Raises SettingsError when a form needs a package that is not there.
    """
    written = Written()
    told = table_of(table)
    match form:
        case Form.acled | Form.ucdp | Form.plover | Form.hxl:
            chosen = layout(form)
            writer = CsvWriter(stream, chosen.names)
            if form is Form.hxl:
                writer.line(column.tag for column in chosen.columns)
            for one in _fitting(found, chosen.outside, written):
                writer.line(chosen.cells(one))
        case Form.csv:
            writer = CsvWriter(stream, [column.name for column in told])
            for one in _fitting(found, _fits, written):
                writer.row(one.row)
        case Form.parquet:
            from marsad.export.parquet import ParquetWriter

            parquet = ParquetWriter(stream, told)
            for one in _fitting(found, _fits, written):
                parquet.row(one.row)
            parquet.close()
        case Form.xlsx:
            write_excel(_fitting(found, _fits, written), told, stream, sheet=table)
        case Form.geojson | Form.geoparquet | Form.kml | Form.jsonld:
            maps = {Form.geojson: write_geojson, Form.geoparquet: write_geoparquet, Form.kml: write_kml}
            maps.get(form, write_jsonld)(_drawn(found, precision, written), told, stream, precision)
        case Form.rss:
            write_rss(_fitting(found, _fits, written), stream, page)
        case Form.atom:
            write_atom(_fitting(found, _fits, written), stream, page)
        case Form.ics:
            write_calendar(_fitting(found, outside_calendar, written), stream)
        case Form.jsonl:
            raise ValueError("Records are written as they are, see marsad.export.jsonl.")
    return written


def _fits(_: Happening) -> None:
    return None


def _fitting(
    found: Iterable[Happening], outside: Callable[[Happening], str | None], written: Written
) -> Iterator[Happening]:
    for one in found:
        reason = outside(one)
        if reason:
            written.left_out[reason] += 1
            continue
        written.number += 1
        yield one


def _drawn(found: Iterable[Happening], precision: int, written: Written) -> Iterator[Happening]:
    from marsad.export.values import is_exact

    for one in _fitting(found, _fits, written):
        written.pointless += not is_exact(one.place, precision)
        yield one
