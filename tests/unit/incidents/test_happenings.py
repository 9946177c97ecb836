"""Incidents of a store, as exports and counts take them."""

from __future__ import annotations

import io
import json

from marsad.analyse import Spec, count, count_stored
from marsad.export.form import Form
from marsad.export.happening import INCIDENTS
from marsad.export.source import coded_by_id
from marsad.export.source import happenings as of_file
from marsad.export.write import write
from marsad.incidents.happenings import happenings
from marsad.incidents.view import line, records
from marsad.store.incidents import redirect
from marsad.store.question import Question


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
    incidents, reports = kept(store, linker, told, coded, by)
    with store.reading() as connection:
        found = list(happenings(connection))
    assert found == list(of_file(INCIDENTS, incidents, reports))
    out = [io.BytesIO(), io.BytesIO()]
    for stream, some in zip(out, (found, of_file(INCIDENTS, incidents, reports)), strict=True):
        write(Form.csv, some, stream, table=INCIDENTS)
    assert out[0].getvalue() == out[1].getvalue()


def test_incidents_of_a_store_are_counted_once_with_their_ids(store, linker, told, coded, by):
    """A number leads to the incidents behind it, and is that of the files."""
    incidents, reports = kept(store, linker, told, coded, by)
    for spec in (Spec(by=("month", "actor"), people=("killed", "wounded")), Spec(by=("source",), area="SY09")):
        counts = count_stored(store, spec, table=INCIDENTS)
        assert counts == count(of_file(INCIDENTS, incidents, reports), spec, table=INCIDENTS)
    assert counts.table == INCIDENTS
    assert set(counts.total.ids) <= {value["incident_id"] for _, _, value in incidents}


def test_what_an_incident_was_called_comes_along(store, linker, told, coded, by):
    """An id that leads to an incident stands in its row."""
    kept(store, linker, told, coded, by)
    with store.writing() as connection:
        first, second, third = [one.key for one in happenings(connection)][:3]
        redirect(connection, first, second, who="tester")
        redirect(connection, second, third, who="tester")
        rows = {one.key: one.row["was"] for one in happenings(connection)}
    assert rows[third] == "; ".join(sorted((first, second)))
