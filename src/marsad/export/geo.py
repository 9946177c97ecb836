"""Events or incidents on maps: GeoJSON, GeoParquet, KML. What is not precise enough is an area, never a point."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Sequence
from datetime import date
from typing import IO, Any

from marsad.export.escape import xml_text
from marsad.export.happening import Happening
from marsad.export.naming import country, unit_name
from marsad.export.table import Column
from marsad.export.values import is_exact

__all__ = ["area_of", "properties", "write_geojson", "write_geoparquet", "write_kml"]

_AREAS = ("admin3", "admin2", "admin1")
_DRAWN = ("latitude", "longitude")
_BATCH = 5_000
_KML = "http://www.opengis.net/kml/2.2"


def area_of(found: Happening) -> str | None:
    """Return the smallest unit that is known to hold it: "SY0902", or the code of the country."""
    named = next((found.place[level] for level in _AREAS if found.place[level]), None)
    return named or found.place["country"] or None


def properties(found: Happening, columns: Sequence[Column], precision: int) -> dict[str, Any]:
    """Return the columns of a row; without coordinates, and with `area`, where it must not be drawn as a point."""
    exact = is_exact(found.place, precision)
    told = {column.name: found.row[column.name] for column in columns if exact or column.name not in _DRAWN}
    return told | {"area": area_of(found)}


def _position(found: Happening, precision: int) -> tuple[float, float] | None:
    return (found.place["longitude"], found.place["latitude"]) if is_exact(found.place, precision) else None


def write_geojson(found: Iterable[Happening], columns: Sequence[Column], stream: IO[bytes], precision: int) -> None:
    """Write a collection of features by RFC 7946, one a line; a vague place has no geometry."""
    stream.write(b'{"type": "FeatureCollection", "features": [')
    for number, one in enumerate(found):
        position = _position(one, precision)
        feature = {
            "type": "Feature",
            "id": one.key,
            "geometry": None if position is None else {"type": "Point", "coordinates": list(position)},
            "properties": properties(one, columns, precision),
        }
        line = json.dumps(feature, ensure_ascii=False).encode("utf-8", "backslashreplace")
        stream.write((b",\n" if number else b"\n") + line)
    stream.write(b"\n]}\n")


def write_geoparquet(found: Iterable[Happening], columns: Sequence[Column], stream: IO[bytes], precision: int) -> None:
    """Write a GeoParquet table (1.1.0, WKB, WGS 84); the geometry of a vague place is null.

    Raises SettingsError when pyarrow is missing.
    """
    from marsad.export.parquet import load_pyarrow, parquet_field, typed

    pa = load_pyarrow()
    area = Column(name="area", type="string", english="Smallest unit known to hold it", arabic="أصغر وحدة معروفة")
    fields = [*columns, area]
    about = {
        "version": "1.1.0",
        "primary_column": "geometry",
        "columns": {"geometry": {"encoding": "WKB", "geometry_types": ["Point"]}},
    }
    schema = pa.schema([*(parquet_field(pa, column) for column in fields), pa.field("geometry", pa.binary())])
    schema = schema.with_metadata({"geo": json.dumps(about)})
    with pa.parquet.ParquetWriter(stream, schema) as file:
        rows: list[dict[str, Any]] = []
        for one in found:
            told = properties(one, columns, precision)
            position = _position(one, precision)
            row = {column.name: typed(told.get(column.name), column) for column in fields}
            row["geometry"] = None if position is None else struct.pack("<BIdd", 1, 1, *position)
            rows.append(row)
            if len(rows) >= _BATCH:
                file.write_table(pa.Table.from_pylist(rows, schema=schema))
                rows.clear()
        file.write_table(pa.Table.from_pylist(rows, schema=schema))


def write_kml(found: Iterable[Happening], columns: Sequence[Column], stream: IO[bytes], precision: int) -> None:
    """Write placemarks with all columns as their data; a vague place has its area in words, and no point."""
    from lxml import etree

    with etree.xmlfile(stream, encoding="utf-8") as file:
        file.write_declaration()
        with file.element("kml", nsmap={None: _KML}), file.element("Document"):
            for one in found:
                file.write("\n", _placemark(one, columns, precision))


def _placemark(found: Happening, columns: Sequence[Column], precision: int) -> Any:
    from lxml.builder import ElementMaker

    make = ElementMaker(namespace=_KML, nsmap={None: _KML})
    parts = [make.name(xml_text(title(found)))]
    if found.tellings and found.tellings[0].quote:
        parts.append(make.description(xml_text(found.tellings[0].quote)))
    if found.start and found.end:
        parts.append(make.TimeSpan(make.begin(found.start.isoformat()), make.end(found.end.isoformat())))
    data = [
        make.Data(make.value(xml_text(value)), name=name)
        for name, value in properties(found, columns, precision).items()
        if value not in (None, "")
    ]
    parts.append(make.ExtendedData(*data))
    position = _position(found, precision)
    if position is not None:
        parts.append(make.Point(make.coordinates(f"{position[0]},{position[1]}")))
    return make.Placemark(*parts)


def title(found: Happening) -> str:
    """Return a headline made from the record: "Armed clash, ذيبان, 20 March 2024"."""
    return ", ".join(filter(None, (found.sub_event_type, place_words(found), day_words(found.start, found.end))))


def place_words(found: Happening) -> str:
    """Return the place in words; a vague one says that it is an area."""
    place = found.place
    known = country(place["country"])
    name = place["name"] or unit_name(place["admin1"]) or (known.name if known else "")
    return name if not name or place["precision"] == 1 else f"{name} (area)"


def day_words(start: date | None, end: date | None) -> str:
    """Return the days in words."""
    if start is None:
        return "no day known"
    return start.isoformat() if end in (None, start) else f"{start.isoformat()} to {end}"
