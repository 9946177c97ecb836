"""Incidents of what workers compared are those of one process."""

import json

import pytest
from tests.unit.link.conftest import REPORTS

from marsad import gazetteer
from marsad.cluster.arrow import write_rows
from marsad.cluster.linking import link_records
from marsad.errors import MarsadError
from marsad.link.index import Index
from marsad.link.read import codings_of
from marsad.link.record import to_record


@pytest.fixture
def told():
    """Reports of several outlets with their events."""
    return [json.loads(line) for line in REPORTS.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def files(told, tmp_path):
    """The records of those reports in three files, as shards leave them."""
    paths = []
    for number in range(3):
        rows = [{"number": at, "record": json.dumps(one)} for at, one in enumerate(told) if at % 3 == number]
        paths.append(tmp_path / f"{number}.parquet")
        write_rows(paths[-1], rows, {"number": "int64", "record": "string"})
    return paths


def lines(incidents, index):
    return [json.dumps(to_record(one, index), ensure_ascii=False) for one in incidents]


@pytest.mark.parametrize("most", [1, 7, 20_000])
def test_however_the_days_are_parted(told, files, here, most):
    """Whatever a worker has at once, incidents, scores and reasons are the same."""
    index = Index()
    places = gazetteer.load()
    for one in told:
        index.add(codings_of(one, places))
    expected = sorted(index.incidents(), key=lambda incident: incident.codings[0].order)
    assert any(len(one.codings) > 1 for one in expected)
    assert lines(*link_records(files, here, places=None, most=most)) == lines(expected, index)


def test_a_worker_that_fails_is_told(files, here):
    """Half of the pairs make no incidents: the file is named, and nothing is written."""
    files[1].write_bytes(b"no Parquet")
    with pytest.raises(MarsadError, match=r"1\.parquet could not be linked"):
        link_records(files, here, places=None)
