"""Incidents of a store, as exports and counts take them."""

from __future__ import annotations

import io
import json
from datetime import date

from marsad.analyse import Spec, count, count_stored
from marsad.export.form import Form
from marsad.export.happening import INCIDENTS
from marsad.export.source import coded_by_id
from marsad.export.source import happenings as of_file
from marsad.export.write import write
from marsad.incidents import decide, view
from marsad.incidents.happenings import happenings
from marsad.incidents.view import line, records
from marsad.store.incidents import dissolve, redirect
from marsad.store.question import Question
from marsad.store.tables import incidents


def kept(store, linker, told, coded, by):
    """Keep and link what is told; return incidents and reports as files would hold them."""
    store.keep([coded(report) for report in told], by())
    linker.link()
    with store.reading() as connection:
        lines = [line(record) for record in records(connection, Question())]
    items = (("coded", number, json.loads(text)) for number, text in enumerate(store.lines(), 1))
    return [("incidents", number, json.loads(text)) for number, text in enumerate(lines, 1)], dict(coded_by_id(items))


def test_a_store_and_its_files_hold_the_same_incidents(store, linker, told, coded, by):
    """Exported from the store or from the files written of it, every column is the same."""
    joined, reports = kept(store, linker, told, coded, by)
    with store.reading() as connection:
        found = list(happenings(connection))
    assert found == list(of_file(INCIDENTS, joined, reports))
    out = [io.BytesIO(), io.BytesIO()]
    for stream, some in zip(out, (found, of_file(INCIDENTS, joined, reports)), strict=True):
        write(Form.csv, some, stream, table=INCIDENTS)
    assert out[0].getvalue() == out[1].getvalue()


def test_incidents_of_a_store_are_counted_once_with_their_ids(store, linker, told, coded, by):
    """A number leads to the incidents behind it, and is that of the files."""
    joined, reports = kept(store, linker, told, coded, by)
    for spec in (Spec(by=("month", "actor"), people=("killed", "wounded")), Spec(by=("source",), area="SY09")):
        counts = count_stored(store, spec, table=INCIDENTS)
        assert counts == count(of_file(INCIDENTS, joined, reports), spec, table=INCIDENTS)
    assert counts.table == INCIDENTS
    assert set(counts.total.ids) <= {value["incident_id"] for _, _, value in joined}


SPECS = (
    Spec(by=("month", "admin1"), people=("killed", "killed_civilians", "wounded", "detained", "abducted")),
    Spec(by=("day", "kind"), ids=False),
    Spec(by=("week",), since=date(2021, 3, 2), until=date(2021, 4, 3)),
    Spec(by=("year", "actor"), area="SY09"),
    Spec(by=("side1", "side2"), kind="Armed clash"),
    Spec(by=("source", "type"), people=()),
    Spec(by=("status", "admin3"), panel=frozenset(("شبكة النهر",))),
    Spec(by=("h3:4", "country")),
)


def same(store, question=None):
    """Count in memory and from the records, and compare."""
    asked = question or Question()
    with store.reading() as connection:
        found = list(happenings(connection, asked))
    for spec in SPECS:
        in_memory = count_stored(store, spec, table=INCIDENTS, question=asked)
        by_records = count(found, spec, table=INCIDENTS)
        assert in_memory.total.number == by_records.total.number
        assert (in_memory.rows, in_memory.total, in_memory.beside) == (
            by_records.rows, by_records.total, by_records.beside,
        )  # fmt: skip
    return len(found)


def test_what_is_kept_in_memory_counts_the_same_after_changes(store, linker, told, coded, by):
    """What is linked, merged, parted and taken back later is counted as if all were read anew."""
    half = len(told) // 2
    kept(store, linker, told[:half], coded, by)
    number = same(store)
    kept(store, linker, told[half:], coded, by)
    assert same(store) > number
    with store.reading() as connection:
        first, second = [one.key for one in happenings(connection)][:2]
    number = same(store)
    decide.merge(linker, first, second, why="")
    assert same(store) == number - 1
    decide.take_back(linker, 1, why="")
    assert same(store) == number
    assert 0 < same(store, Question(kind="Armed clash")) < number


def test_what_an_incident_was_called_comes_along(store, linker, told, coded, by):
    """An id that leads to an incident stands in its row."""
    kept(store, linker, told, coded, by)
    with store.writing() as connection:
        first, second, third = [one.key for one in happenings(connection)][:3]
        redirect(connection, first, second, who="tester")
        redirect(connection, second, third, who="tester")
        rows = {one.key: one.row["was"] for one in happenings(connection)}
    assert rows[third] == "; ".join(sorted((first, second)))


def test_an_id_that_looks_like_a_number_stays_an_id(store, linker, told, coded, by):
    """In what viewers see, an id of many figures is taken for a telephone's: the incident is called by its own id."""
    kept(store, linker, told, coded, by)
    with store.writing() as connection:
        ids = {one.key for one in happenings(connection)}
        for row in list(connection.execute(incidents.select())):
            record = json.loads(row.record) | {"incident_id": "i-[رقم هاتف]ae"}
            here = incidents.c.incident_id == row.incident_id
            connection.execute(incidents.update().where(here).values(record=json.dumps(record)))
        assert {one.key for one in happenings(connection)} == ids


def test_incidents_are_told_in_pieces_as_each_is_told_by_itself(store, linker, told, coded, by, monkeypatch):
    """However many there are, some are in memory at a time; an id that leads to one, and its ratings, come along."""
    monkeypatch.setattr(view, "_AT_ONCE", 2)
    store.keep([coded(report) for report in told], by())
    linker.link()
    with store.reading() as connection:
        first, second, *_ = [one["incident_id"] for one in view.records(connection, Question())]
    with store.writing() as connection:
        dissolve(connection, [second], who="tester", into={second: first})
        redirect(connection, second, first, who="tester")
    with store.reading() as connection:
        found = list(view.records(connection, Question()))
        assert len(found) > 2
        assert found == [view.record_of(connection, one["incident_id"], reasons=False) for one in found]
        assert found == list(view.records(connection, Question(), most=len(found)))
        assert [one for one in found if one["was"]] == [view.record_of(connection, first, reasons=False)]
