"""`marsad missing` as people and programs see it."""

from __future__ import annotations

import csv
import json

import numpy as np
import pytest
from typer.testing import CliRunner

from benchmarks.streams import steady, stream
from marsad.cli.exits import Exit
from marsad.cli.main import app


def run(*arguments):
    return CliRunner().invoke(app, ["missing", *map(str, arguments)], env={"COLUMNS": "200"})


@pytest.fixture(scope="module")
def incidents(tmp_path_factory):
    """Half a year of three sources that find incidents independently."""
    file = tmp_path_factory.mktemp("missing") / "incidents.jsonl"
    channels = [steady("مرصد الوادي", 0.6), steady("شبكة النهر", 0.5), steady("وكالة الضفاف", 0.4)]
    records = stream([12.0] * 26, channels, np.random.default_rng(11))
    file.write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in records), encoding="utf-8")
    return file


def test_the_estimate_stands_with_its_assumptions(incidents):
    """How many, the interval, the models, what it rests on; then coverage and delay."""
    result = run(incidents)
    assert result.exit_code == Exit.OK
    for words in (
        "are on the lists of مرصد الوادي, شبكة النهر, وكالة الضفاف", "95 % interval", "all independent",
        "The number holds only if:", "by the", "Delay from the event to the first report",
    ):  # fmt: skip
        assert words in result.stdout, words


def test_refusals_say_why(incidents):
    """Two sources carry no estimate; what they cover is told all the same."""
    result = run(incidents, "--panel", "مرصد الوادي,شبكة النهر")
    assert "No estimate of what nobody tells:" in result.stdout
    assert "Three independent sources" in result.stdout
    assert "by the" in result.stdout
    found = json.loads(run(incidents, "--panel", "مرصد الوادي,شبكة النهر", "--json").stdout)
    assert found["estimate"] is None
    assert len(found["refused"]) == 1


def test_json_and_csv_lead_to_the_incidents(incidents, tmp_path):
    """Every source with the ids of what only it tells; cells that add up."""
    found = json.loads(run(incidents, "--json").stdout)
    assert sum(cell["incidents"] for cell in found["cells"]) == found["on_lists"]
    assert found["estimate"]["low"] >= found["on_lists"]
    assert run(incidents, "-o", tmp_path / "c.csv").exit_code == Exit.OK
    with (tmp_path / "c.csv").open(encoding="utf-8-sig", newline="") as stream_:
        rows = list(csv.DictReader(stream_))
    assert [row["source"] for row in rows] == [one["source"] for one in found["coverage"]]
    assert all(len(row["only_ids"].split("; ")) == int(row["only"]) for row in rows)


def test_what_sources_cover_is_whole_at_eighty_columns(incidents):
    """The last column had been cut off in the middle of its heading, and its figures before their sign."""
    result = CliRunner().invoke(app, ["missing", str(incidents)], env={"COLUMNS": "80"})
    lines = result.stdout.splitlines()
    heading = next(at for at, line in enumerate(lines) if line.startswith("source"))
    assert lines[heading].rstrip().endswith("next day")
    assert lines[heading + 1].rstrip().endswith("%")
