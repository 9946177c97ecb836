import csv
import dataclasses
import io
import json
import sys
from datetime import date

import pytest
from openpyxl import load_workbook

from marsad.errors import SettingsError
from marsad.export import Format, format_of, open_writer, to_record
from marsad.export.form import Form
from marsad.export.happening import EVENTS, complete, of_report
from marsad.export.table import columns, rows
from marsad.export.write import write


def written(form, *records):
    stream = io.BytesIO()
    writer = open_writer(form, stream)
    for record in records:
        writer.write(record)
    writer.close()
    return stream.getvalue()


def table(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_json_lines_lose_nothing(coded, report):
    """What is written and read again is the same record."""
    record = to_record(coded, report=report)
    line = written(Format.jsonl, record)
    assert line.count(b"\n") == 1
    assert json.loads(line) == record


def test_half_an_emoji_survives(coded):
    """A lone surrogate is written as the escape it came from, in a line that is valid UTF-8."""
    broken = dataclasses.replace(coded, report_id="a\ud83d")
    assert json.loads(written(Format.jsonl, to_record(broken)).decode("utf-8"))["id"] == "a\ud83d"


def test_the_table_has_one_row_an_event(coded, report):
    """Every column of the dictionary is there; lists are parted by semicolons; unknown counts are empty."""
    record = to_record(coded, report=report, gazetteer="built-in")
    (row,) = table(written(Format.csv, record))
    assert list(row) == [column.name for column in columns()]
    assert row["place_also"] == "الشحيل; الطيانة"
    assert row["units"] == "side1: القوات الخاصة"
    assert (row["detained_low"], row["detained_best"], row["detained_high"]) == ("4", "4", "")
    assert (row["killed_low"], row["outlet"], row["published"]) == ("", "منصة", "2026-01-03")
    assert (row["source_names"], row["source_kinds"]) == ("مصدر عسكري; المرصد", "official; monitor")


def test_a_report_without_events_has_no_row(coded):
    """The header stands alone."""
    quiet = dataclasses.replace(coded, events=())
    assert table(written(Format.csv, to_record(quiet))) == []


@pytest.mark.parametrize("name", ["=1+1", "+963", "-x", "@cmd", "\tx"])
def test_cells_are_never_formulas(coded, name):
    """A text that a spreadsheet would run is set apart with a mark; numbers below zero stay numbers."""
    event = coded.events[0]
    place = dataclasses.replace(event.place, name=name, longitude=-4.5)
    record = to_record(dataclasses.replace(coded, events=(dataclasses.replace(event, place=place),)))
    (row,) = table(written(Format.csv, record))
    assert row["place_name"] == "'" + name
    assert row["longitude"] == "-4.5"


@pytest.mark.parametrize(("signs", "whole"), [(32_767, True), (32_768, False)])
def test_a_cell_that_excel_cannot_hold_says_so(coded, signs, whole):
    """Excel would refuse the file, or cut the text without a word."""
    event = coded.events[0]
    place = dataclasses.replace(event.place, name="ذ" * signs)
    record = to_record(dataclasses.replace(coded, events=(dataclasses.replace(event, place=place),)))
    stream = io.BytesIO()
    write(Form.xlsx, of_report(complete(record)), stream, table=EVENTS)
    book = load_workbook(stream)
    header, row = book.worksheets[0].iter_rows(values_only=True)
    told = dict(zip(header, row, strict=True))["place_name"]
    assert (told == "ذ" * signs) is whole
    assert whole or told.startswith("[32,768 signs")


def test_parquet_holds_the_same_with_types(coded, report):
    """Dates are dates, counts are integers, and the rest is as in the table."""
    parquet = pytest.importorskip("pyarrow.parquet")
    record = to_record(coded, report=report)
    (row,) = parquet.read_table(io.BytesIO(written(Format.parquet, record))).to_pylist()
    (expected,) = rows(record)
    assert list(row) == [column.name for column in columns()]
    assert row["date_start"] == date(2026, 1, 2)
    assert row["detained_low"] == 4
    assert row["detained_high"] is None
    assert row["place_name"] == expected["place_name"]


def test_an_empty_parquet_file_can_be_read():
    """A run without events still gives a table with its columns."""
    parquet = pytest.importorskip("pyarrow.parquet")
    assert parquet.read_table(io.BytesIO(written(Format.parquet))).num_rows == 0


def test_parquet_without_pyarrow_says_what_to_do(monkeypatch):
    """The message names the package and the other way."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(SettingsError, match=r"marsad.sh setup.*marsad\[parquet\]"):
        open_writer(Format.parquet, io.BytesIO())


def test_every_row_fills_every_column(coded):
    """The dictionary of columns and the rows name the same things, each described in both languages."""
    (row,) = rows(to_record(coded))
    assert set(row) == {column.name for column in columns()}
    assert {column.type for column in columns()} <= {"string", "integer", "number", "date"}
    assert all(column.english and column.arabic for column in columns())


def test_the_form_follows_the_name():
    """events.csv asks for a table; a name without a known end asks for nothing."""
    assert format_of("out/events.CSV") is Format.csv
    assert format_of("events.parquet") is Format.parquet
    assert format_of("events") is None
