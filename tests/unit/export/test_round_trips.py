"""Each form gives back what it holds; docs/exports.md says what that is."""

from __future__ import annotations

import csv
import io
import json
import struct
from datetime import date
from typing import Any

import feedparser
import pytest
from hypothesis import given, settings
from icalendar import Calendar
from lxml import etree
from openpyxl import load_workbook
from tests.unit.export.made import incident, records

from marsad.export.escape import xml_text
from marsad.export.excel import excel_unescaped
from marsad.export.feed import urn
from marsad.export.form import Form
from marsad.export.geo import area_of
from marsad.export.happening import EVENTS, INCIDENTS, complete, of_incident, of_report
from marsad.export.layout import layout
from marsad.export.table import joined, parted, unsafe
from marsad.export.write import table_of, write

FEW = settings(max_examples=15)


def written(form, found, table=EVENTS, **options):
    stream = io.BytesIO()
    write(form, found, stream, table=table, **options)
    return stream.getvalue()


def both(record):
    """The events of a record and the incident of its first event, each with the name of its table."""
    record = complete(record)
    yield EVENTS, list(of_report(record))
    told = incident(record)
    yield INCIDENTS, [of_incident(told, {record["id"]: record})] if told else []


def as_read(text: str, kind: str) -> Any:
    if text == "":
        return None
    return {"integer": int, "number": float}.get(kind, str)(text)


def held(value: Any) -> Any:
    """What a table holds of a value: empty text and nothing are one."""
    return None if value == "" else value


def read_csv(data: bytes) -> list[list[str]]:
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    return [[unsafe(cell) for cell in row] for row in rows]


@FEW
@given(records())
def test_csv(record):
    """Every column of every row comes back, whatever its text; no cell starts as a formula."""
    for table, found in both(record):
        data = written(Form.csv, found, table)
        header, *rows = read_csv(data)
        columns = table_of(table)
        assert header == [column.name for column in columns]
        got = [[as_read(cell, column.type) for cell, column in zip(row, columns, strict=True)] for row in rows]
        assert got == [[held(one.row[column.name]) for column in columns] for one in found]
        raw = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
        texts = [row[column.name] for row in raw for column in columns if column.type == "string"]
        assert not any(text.startswith(("=", "+", "-", "@", "\t", "\r")) for text in texts)


@FEW
@given(records())
def test_lists_in_a_cell_come_apart(record):
    """A list is the same after it was one cell, with semicolons, backslashes and empty items inside."""
    for event in record["events"]:
        assert parted(joined(event["side1"])) == event["side1"]
        assert parted(joined(event["place"]["also"])) == event["place"]["also"]


@settings(max_examples=15)
@given(records())
def test_excel(record):
    """Every column comes back with its type, text is never a formula, and the second sheet names every column."""
    for table, found in both(record):
        book = load_workbook(io.BytesIO(written(Form.xlsx, found, table)))
        columns = table_of(table)
        header, *rows = book[table].iter_rows()
        assert [cell.value for cell in header] == [column.name for column in columns]
        assert all(cell.data_type != "f" for row in rows for cell in row)
        for row, one in zip(rows, found, strict=True):
            for cell, column in zip(row, columns, strict=True):
                value = cell.value.date().isoformat() if column.type == "date" and cell.value else cell.value
                value = excel_unescaped(value) if isinstance(value, str) else value
                expected = held(one.row[column.name])  # Excel keeps fifteen digits
                assert value == (
                    pytest.approx(expected, rel=1e-14) if column.type == "number" and expected else expected
                )
        sheet = book[table]
        widths = {cell.value: sheet.column_dimensions[cell.column_letter].width for cell in header}
        assert all(widths[column.name] >= max(len(column.name), len("2024-03-20")) for column in columns)
        assert sheet.auto_filter.ref == f"A1:{header[-1].column_letter}{len(found) + 1}"
        assert [row[0].value for row in book["dictionary"].iter_rows(min_row=2)] == [column.name for column in columns]


@FEW
@given(records())
def test_parquet_and_geoparquet(record):
    """Every column comes back with its type; a point is where the place is exact, and nowhere else."""
    parquet = pytest.importorskip("pyarrow.parquet")
    for table, found in both(record):
        columns = table_of(table)
        rows = parquet.read_table(io.BytesIO(written(Form.parquet, found, table))).to_pylist()
        for row, one in zip(rows, found, strict=True):
            told = {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}
            assert told == {column.name: one.row[column.name] for column in columns}
        geo = parquet.read_table(io.BytesIO(written(Form.geoparquet, found, table)))
        assert json.loads(geo.schema.metadata[b"geo"])["primary_column"] == "geometry"
        for row, one in zip(geo.to_pylist(), found, strict=True):
            exact = (
                one.place["precision"] == 1
                and one.place["latitude"] is not None
                and one.place["uncertainty_km"] != 80.0
            )
            where = struct.unpack("<BIdd", row["geometry"])[2:] if row["geometry"] else None
            assert where == ((one.place["longitude"], one.place["latitude"]) if exact else None)
            assert exact or row["latitude"] is None
            assert row["area"] == area_of(one)


@FEW
@given(records())
def test_geojson(record):
    """Every column comes back, less the coordinates of what is no exact place; those have no geometry but an area."""
    for table, found in both(record):
        features = json.loads(written(Form.geojson, found, table))["features"]
        for feature, one in zip(features, found, strict=True):
            exact = (
                one.place["precision"] == 1
                and one.place["latitude"] is not None
                and one.place["uncertainty_km"] != 80.0
            )
            assert (feature["geometry"] is not None) is exact
            hidden = () if exact else ("latitude", "longitude")
            assert feature["properties"] == {
                **{name: value for name, value in one.row.items() if name not in hidden}, "area": area_of(one)
            }  # fmt: skip


@FEW
@given(records())
def test_kml(record):
    """Every column that is told comes back as text, control characters as escapes."""
    name = "{http://www.opengis.net/kml/2.2}"
    for table, found in both(record):
        tree = etree.fromstring(written(Form.kml, found, table))
        for mark, one in zip(tree.iter(f"{name}Placemark"), found, strict=True):
            told = {data.get("name"): data[0].text for data in mark.iter(f"{name}Data")}
            exact = (
                one.place["precision"] == 1
                and one.place["latitude"] is not None
                and one.place["uncertainty_km"] != 80.0
            )
            expected = {**one.row, "area": area_of(one)}
            if not exact:
                del expected["latitude"], expected["longitude"]
            assert told == {key: xml_text(value) for key, value in expected.items() if value not in (None, "")}
            assert (mark.find(f"{name}Point") is not None) is exact
            assert (mark.find(f"{name}description") is not None) is bool(one.tellings and one.tellings[0].quote)


@FEW
@given(records())
def test_jsonld(record):
    """Every column that is told comes back; each event is derived from its report."""
    for table, found in both(record):
        graph = json.loads(written(Form.jsonld, found, table))["@graph"]
        for node, one in zip(graph, found, strict=True):
            told = {item["propertyID"]: item["value"] for item in node["additionalProperty"]}
            exact = (
                one.place["precision"] == 1
                and one.place["latitude"] is not None
                and one.place["uncertainty_km"] != 80.0
            )
            expected = {**one.row, "area": area_of(one)}
            if not exact:
                del expected["latitude"], expected["longitude"]
            assert told == {key: value for key, value in expected.items() if value not in (None, "")}
            assert ("geo" in node["location"]) is exact
            assert node["location"].get("identifier") == (one.place["place_id"] or area_of(one))
            assert ("containedInPlace" in node["location"]) is bool(one.place["country"])
            assert [item.get("identifier", "") for item in node.get("prov:wasDerivedFrom", [])] == [
                told.report_id for told in one.tellings
            ]


@FEW
@given(records())
@pytest.mark.parametrize("form", [Form.acled, Form.ucdp, Form.plover, Form.hxl])
def test_layouts(form, record):
    """What the layout has room for comes back column by column; what it has none for is counted."""
    chosen = layout(form)
    for table, found in both(record):
        stream = io.BytesIO()
        done = write(form, found, stream, table=table)
        header, *rows = read_csv(stream.getvalue())
        assert header == chosen.names
        if form is Form.hxl:
            assert rows.pop(0) == [column.tag for column in chosen.columns]
        inside = [one for one in found if chosen.outside(one) is None]
        got = [[as_read(cell, column.type) for cell, column in zip(row, chosen.columns, strict=True)] for row in rows]
        assert got == [[held(cell) for cell in chosen.cells(one)] for one in inside]
        assert done.number == len(inside)
        assert sum(done.left_out.values()) == len(found) - len(inside)


@settings(max_examples=10)
@given(records())
def test_calendar(record):
    """Each event with a day comes back with its id, its days, its kind and its words."""
    for table, found in both(record):
        calendar = Calendar.from_ical(written(Form.ics, found, table))
        for entry, one in zip(calendar.walk("VEVENT"), [one for one in found if one.start], strict=True):
            assert str(entry["UID"]) == urn(one)
            assert entry.decoded("DTSTART") == one.start
            assert (entry.decoded("DTEND") - one.end).days == 1
            assert str(entry["SUMMARY"]).startswith(one.sub_event_type)
            assert ("DESCRIPTION" in entry) is any(told.quote for told in one.tellings)
            assert ("GEO" in entry) is (
                one.place["precision"] == 1
                and one.place["latitude"] is not None
                and one.place["uncertainty_km"] != 80.0
            )


@settings(max_examples=10)
@given(records())
@pytest.mark.parametrize("form", [Form.rss, Form.atom])
def test_feeds(form, record):
    """Each event comes back with its id, its kind and its address, the latest first."""
    for table, found in both(record):
        feed = feedparser.parse(written(form, found, table))
        assert not feed.bozo
        assert {entry.id for entry in feed.entries} == {urn(one) for one in found}
        by_id = {urn(one): one for one in found}
        for entry in feed.entries:
            one = by_id[entry.id]
            assert [tag.term for tag in entry.tags] == [one.sub_event_type]
            assert [link.href for link in entry.get("links", [])] == [told.url for told in one.tellings if told.url]
        days = [entry["published_parsed" if form is Form.rss else "updated_parsed"] for entry in feed.entries]
        assert days == sorted(days, reverse=True)


@settings(max_examples=4)
@given(records())
@pytest.mark.parametrize("form", sorted(set(Form) - {Form.jsonl}))
def test_the_same_input_gives_the_same_bytes(form, record):
    """No time of day and no order of chance is in any form."""
    for table, found in both(record):
        assert written(form, found, table) == written(form, found, table)
