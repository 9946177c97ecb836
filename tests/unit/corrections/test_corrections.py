"""Tables that come back: what is changed is found, checked and made; what is not stays byte for byte."""

from __future__ import annotations

import copy
import io
import zipfile
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from tests.unit.export.made import records

from marsad.corrections import Change, changes, corrected, read_table
from marsad.errors import ReadError
from marsad.export.form import Form
from marsad.export.happening import EVENTS, complete, of_report
from marsad.export.table import rows
from marsad.export.write import write

EVENT = {
    "event_id": "r#1", "event_type": "Strategic developments", "sub_event_type": "Arrests",
    "side1": ["sdf"], "side2": ["is"],
    "assist1": [], "assist2": [], "units": [{"role": "side1", "code": "sdf", "actor_id": None, "unit": "لواء"}],
    "place": {"name": "ذيبان", "country": "SY", "admin1": "SY09", "precision": 1, "also": ["الشحيل"], "latitude": 35.0,
              "longitude": 40.5},
    "date": {"start": "2024-03-20", "end": "2024-03-20", "precision": 1, "reason": None},
    "detained": {"low": 4, "best": 4, "high": None}, "sources": [{"name": "مصدر", "kind": "official"}],
    "evidence_fields": [{"field": "side1", "quote": "قسد"}, {"field": "date", "quote": "أمس"}],
    "confidence_fields": {"side1": 0.7, "date": 0.9},
}  # fmt: skip


@pytest.fixture
def record():
    return complete({"id": "r", "events": [copy.deepcopy(EVENT)], "skipped": []})


def found(record, **cells):
    (row,) = rows(record)
    return list(changes("r", row, {"event_id": "r#1"} | cells, file="t.csv", line=2))


def test_a_change_is_made_and_nothing_else(record):
    """The field has its new value; the words and the probability of the old one go, those of the others stay."""
    told = found(record, side1="coalition; sdf", date_start="2024-03-19", killed_low="2")
    assert [(change.column, change.before, change.after) for change in told] == [
        ("side1", "sdf", "coalition; sdf"),
        ("date_start", "2024-03-20", "2024-03-19"),
        ("killed_low", None, 2),
    ]
    (event,) = corrected(record, told)["events"]
    assert event["side1"] == ["coalition", "sdf"]
    assert event["date"]["start"] == "2024-03-19"
    assert event["killed"] == {"low": 2, "best": None, "high": None}
    assert [words["field"] for words in event["evidence_fields"]] == []
    assert event["confidence_fields"] == {}
    kept = ("event_id", "units", "place", "detained", "sources", "status")
    assert {name: event[name] for name in kept} == {name: record["events"][0][name] for name in kept}


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ({"side1": "coalition"}, "side1"),
        ({"place_name": "الشحيل"}, "place"),
        ({"place_also": "الطيانة"}, "place"),
        ({"latitude": "35.1"}, "place"),
        ({"admin1": "SY11"}, "admin1"),
        ({"country": "IQ"}, "admin1"),
        ({"date_end": "2024-03-21"}, "date"),
        ({"date_precision": "2"}, "date"),
        ({"detained_high": "9"}, "detained"),
        ({"source_names": "مرصد"}, "sources"),
        ({"source_kinds": "monitor"}, "sources"),
        ({"status": "claimed"}, "status"),
        ({"sub_event_type": "Attack"}, "sub_event_type"),
    ],
)
def test_the_words_behind_a_field_go_with_it_alone(record, cells, field):
    """What a person wrote has no words of the report behind it; every other field keeps its own."""
    sure = ("sub_event_type", "side1", "place", "admin1", "date")  # which alone have a probability
    fields = (*sure, "detained", "sources", "status")
    (event,) = record["events"]
    event["evidence_fields"] = [{"field": name, "quote": "قيل"} for name in fields]
    event["confidence_fields"] = dict.fromkeys(sure, 0.5)
    (changed,) = corrected(record, found(record, **cells))["events"]
    left = [name for name in fields if name != field]
    assert [words["field"] for words in changed["evidence_fields"]] == left
    assert {name for name, value in changed["confidence_fields"].items() if value} == set(left) & set(sure)


def test_a_unit_goes_with_its_side(record):
    """The brigade of a side that is another one now was that of the old one."""
    (event,) = corrected(record, found(record, side1="coalition"))["events"]
    assert event["units"] == []


def test_a_day_that_is_known_needs_no_reason(record):
    """Why no day is known is told as long as none is."""
    record["events"][0]["date"] |= {"start": None, "end": None, "reason": "vague"}
    (event,) = corrected(record, found(record, status="claimed"))["events"]
    assert event["date"]["reason"] == "vague"
    (event,) = corrected(record, found(record, date_start="2024-03-19", date_end="2024-03-19"))["events"]
    assert event["date"]["reason"] is None


@pytest.mark.parametrize(
    "cells",
    [
        {"latitude": "90", "longitude": "180"}, {"latitude": "-90", "longitude": "-180"}, {"latitude": "0"},
        {"uncertainty_km": "0"}, {"uncertainty_km": "20000"}, {"killed_low": "0"}, {"killed_high": "10000000"},
        {"place_precision": "1", "date_precision": "3"}, {"place_precision": "3", "date_precision": "2"},
        {"date_start": "2024-03-20", "date_end": "2024-03-21"}, {"date_start": None, "date_end": None},
        {"detained_low": "4.0", "detained_high": "4"}, {"killed_low": "1", "killed_high": "1"},
        {"source_names": "a; b", "source_kinds": "official; media"}, {"latitude": None, "longitude": None},
        {"country": None}, {"side1": "other:كتيبة النورس"},
    ],
)  # fmt: skip
def test_what_may_be_is_taken(record, cells):
    """Values at the ends of what is allowed, and several that only go together."""
    assert all(isinstance(one, Change) for one in found(record, **cells))
    same = ("detained_low", "place_precision") if cells.get("place_precision") == "1" or "detained_low" in cells else ()
    expected = {name for name in cells if name not in same and (name, cells[name]) != ("date_start", "2024-03-20")}
    assert {one.column for one in found(record, **cells)} == expected


@pytest.mark.parametrize(
    "cells",
    [
        {"latitude": "90.1"}, {"latitude": "-90.1"}, {"longitude": "180.1"}, {"longitude": "-180.1"},
        {"uncertainty_km": "-0.1"}, {"uncertainty_km": "20001"}, {"killed_low": "10000001"},
        {"place_precision": "0"}, {"date_precision": "4"}, {"place_precision": None},
        {"date_end": "2024-03-19"}, {"date_start": "2024-03-21"}, {"date_end": None}, {"longitude": None},
        {"detained_best": "3"}, {"detained_high": "3"}, {"killed_low": "2", "killed_high": "1"},
        {"source_kinds": None}, {"country": "sy"}, {"country": "SYR"}, {"latitude": "north"},
    ],
)  # fmt: skip
def test_what_may_not_be_is_refused(record, cells):
    """Just beyond the ends, and what does not go together: nothing of such a row is taken."""
    (error,) = found(record, **cells)
    assert isinstance(error, ReadError)


def test_what_was_amiss_before_is_no_fault_of_who_changes_nothing(record):
    """A row that contradicts itself as it was exported is left alone, until somebody writes in it."""
    record["events"][0]["detained"] = {"low": 9, "best": 4, "high": None}
    assert found(record) == []
    assert isinstance(found(record, status="claimed")[0], ReadError)


def test_a_row_out_of_line_is_named(tmp_path):
    """A cell too many or too few shifts what stands behind it; the rows around are read, by their lines."""
    lines = "event_id,status,side1\nr#1,claimed\nr#2,claimed,sdf,\nr#3,claimed,sdf,is\n\n,,\nr#4,,\n"
    (tmp_path / "t.csv").write_text(lines, encoding="utf-8")
    short, whole, wide, last = read_table(tmp_path / "t.csv")
    assert [(one.line, isinstance(one, ReadError)) for one in (short, whole, wide, last)] == [
        (2, True), (3, False), (4, True), (7, False),
    ]  # fmt: skip
    assert "2 cells, and the table 3 columns" in str(short)
    assert whole.cells == {"event_id": "r#2", "status": "claimed", "side1": "sdf"}
    assert last.cells == {"event_id": "r#4", "status": None, "side1": None}


def test_a_type_brings_its_family(record):
    """The event type follows the sub-event type, which alone is for people to write."""
    (event,) = corrected(record, found(record, sub_event_type="Attack"))["events"]
    assert event["event_type"] == "Violence against civilians"


def test_an_empty_cell_takes_a_value_away(record):
    """No figure at all is no count; no name is an empty name."""
    (event,) = corrected(record, found(record, detained_low=None, detained_best=None, place_name=None))["events"]
    assert event["detained"] is None
    assert event["place"]["name"] == ""


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"sub_event_type": "Bombing"}, "none of those there are"),
        ({"date_start": "20/03/2024"}, "is not a day such as 2024-03-20"),
        ({"date_start": None}, "both known or both empty"),
        ({"detained_low": "9"}, "low may not be above best"),
        ({"detained_low": "many"}, "is not a whole number"),
        ({"detained_low": "1.5"}, "is not a whole number"),
        ({"detained_low": "inf"}, "is not a whole number"),
        ({"detained_low": "nan"}, "is not a whole number"),
        ({"detained_low": "-1"}, "does not lie between"),
        ({"latitude": "95"}, "does not lie between"),
        ({"latitude": None}, "latitude and longitude"),
        ({"side1": "SDF forces"}, "no code of an actor"),
        ({"side1": "sdf; houthis"}, "'houthis' is no actor of the registry. Did you mean houthi?"),
        ({"country": "Syria"}, "no code of a country"),
        ({"place_precision": "4"}, "no precision"),
        ({"status": "true"}, "none of those"),
        ({"source_names": "a; b"}, "as many items"),
        ({"source_kinds": "friend"}, "none of those"),
        ({"confidence": "1"}, "not for people to change"),
    ],
)
def test_what_cannot_be_is_refused_by_cell(record, cells, problem):
    """File, line and remedy are named, and nothing of such a value is taken."""
    (error,) = found(record, **cells)
    assert isinstance(error, ReadError)
    assert problem in str(error)
    assert str(error).startswith("t.csv, line 2: ")


def test_one_bad_cell_costs_only_itself(record):
    """Other changes of the row are made."""
    told = found(record, status="claimed", confidence="1")
    assert [one.column for one in told if isinstance(one, Change)] == ["status"]


def test_a_record_by_hand_is_filled_where_it_is_changed():
    """The codebook's fields are enough; an event that nobody changed stays as it was written."""
    plain = {"sub_event_type": "Arrests", "side1": ["sdf"]}
    record = {"id": "r", "events": [plain, plain]}
    first, _ = rows(complete(record))
    told = list(changes("r", first, {"event_id": "r#0", "status": "claimed"}, file="t", line=2))
    changed, kept = corrected(record, told)["events"]
    assert changed["status"] == "claimed"
    assert kept == plain


@settings(max_examples=15)
@given(records(), st.sampled_from((Form.csv, Form.xlsx)))
def test_a_table_as_it_was_exported_changes_nothing(tmp_path_factory, made, form):
    """Whatever stands in the fields, coming back it is the same."""
    made = complete(made)
    stream = io.BytesIO()
    write(form, of_report(made), stream, table=EVENTS)
    path = tmp_path_factory.mktemp("table") / f"t.{form}"
    path.write_bytes(stream.getvalue())
    for told, row in zip(read_table(path), rows(made), strict=True):
        near = [
            change
            for change in changes(made["id"], row, told.cells, file="t", line=2)
            if not (isinstance(change, ReadError) and form is Form.xlsx and "confidence" in str(change))
            and not (isinstance(change, Change) and form is Form.xlsx and change.column in ("latitude", "longitude"))
        ]  # Excel keeps fifteen digits
        assert near == []


def test_spreadsheets_write_tables_in_their_own_way(tmp_path):
    """Semicolons, tabs, UTF-16 and windows-1256 are read; so are days that Excel holds as days."""
    for name, text, encoding in (
        ("a.csv", "event_id;place_name\r\nr#1;ذيبان\r\n", "utf-8-sig"),
        ("b.csv", "event_id\tplace_name\nr#1\tذيبان\n", "utf-16"),
        ("c.csv", "event_id,place_name\nr#1,ذيبان\n", "cp1256"),
    ):
        (tmp_path / name).write_bytes(text.encode(encoding))
        (row,) = read_table(tmp_path / name)
        assert row.cells == {"event_id": "r#1", "place_name": "ذيبان"}
    book = Workbook()
    book.active.append(["event_id", "date_start", "killed_low"])
    book.active.append(["r#1", datetime(2024, 3, 20), 2])  # noqa: DTZ001
    book.active.append([None, None, None])
    book.save(tmp_path / "d.xlsx")
    (row,) = read_table(tmp_path / "d.xlsx")
    assert row.cells == {"event_id": "r#1", "date_start": "2024-03-20", "killed_low": "2"}


def test_what_is_no_table_of_events_is_refused(tmp_path):
    """The message says what to start from."""
    (tmp_path / "t.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(ReadError, match=r"no column event_id.*marsad export"):
        list(read_table(tmp_path / "t.csv"))
    (tmp_path / "t.xlsx").write_bytes(b"no zip")
    with pytest.raises(ReadError, match="cannot be read"):
        list(read_table(tmp_path / "t.xlsx"))
    with pytest.raises(ReadError, match="cannot be read"):
        list(read_table(tmp_path / "none.csv"))


def test_a_sheet_that_breaks_off_is_refused_whole(tmp_path):
    """Half a table would read as one in which the other half was not corrected."""
    book = Workbook()
    for number in range(20):
        book.active.append([f"r#{number}" if number else "event_id", "claimed" if number else "status"])
    book.save(tmp_path / "whole.xlsx")
    with zipfile.ZipFile(tmp_path / "whole.xlsx") as whole, zipfile.ZipFile(tmp_path / "t.xlsx", "w") as cut:
        for name in whole.namelist():
            part = whole.read(name)
            cut.writestr(name, part[: len(part) // 2] if "sheet1" in name else part)
    assert len(list(read_table(tmp_path / "whole.xlsx"))) == 19
    with pytest.raises(ReadError, match="cannot be read"):
        list(read_table(tmp_path / "t.xlsx"))


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf"])
def test_an_empty_table_is_refused(tmp_path, content):
    """It would read as a table in which nothing was corrected."""
    (tmp_path / "t.csv").write_bytes(content)
    with pytest.raises(ReadError, match="empty"):
        list(read_table(tmp_path / "t.csv"))
