"""Commands with the real coder."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from marsad.cli.main import app
from marsad.lexicon.load import RESOURCES
from marsad.read import read


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_the_demo_writes_and_shows_events():
    """The bundled reports give events, in both files and on the screen, with the next command to type."""
    result = run("demo")
    assert result.exit_code == 0
    records = [json.loads(line) for line in Path("out/events.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = list(csv.DictReader(io.StringIO(Path("out/events.csv").read_text(encoding="utf-8-sig"), newline="")))
    events = [event for record in records for event in record["events"]]
    assert len(records) == len(list(read([RESOURCES / "samples"])))
    assert [row["event_id"] for row in rows] == [event["event_id"] for event in events]
    assert len(events) >= 30
    assert f"{len(events)} events in {len(records)} reports" in result.output
    assert "marsad explain" in result.output


def test_records_keep_schema_and_offsets(folder):
    """Every record of the bundled reports fits the schema, and every evidence quotes the report where it says."""
    schema = Draft202012Validator(json.loads((RESOURCES / "schema" / "record.schema.json").read_text(encoding="utf-8")))
    texts = {report.report_id: report.source_text for report in read([RESOURCES / "samples"])}
    assert run("code", RESOURCES / "samples", "-o", "out.jsonl", "-q").exit_code == 0
    for line in (folder / "out.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        schema.validate(record)
        text = texts[record["id"]]
        for event in record["events"]:
            assert event["evidence"] in text
            for part in event["evidence_fields"]:
                assert text[part["start"] : part["end"]] == part["quote"]


def test_processes_give_the_same_in_the_same_order(folder):
    """Two processes write what one writes, problems included."""
    shutil.copytree(RESOURCES / "samples", folder / "in")
    (folder / "in" / "empty.txt").write_text("", encoding="utf-8")
    one, two = run("code", "in", "-o", "one.jsonl"), run("code", "in", "-o", "two.jsonl", "--jobs", "2")
    assert (one.exit_code, two.exit_code) == (1, 1)
    assert (folder / "one.jsonl").read_bytes() == (folder / "two.jsonl").read_bytes()
    assert [line for line in one.stderr.splitlines() if "not read" in line] == [
        line for line in two.stderr.splitlines() if "not read" in line
    ]


def test_a_very_long_report_does_not_stall(folder):
    """A huge text is coded, or passed over with a reason, in the time of its length."""
    sentence = "قُتل عنصران من قسد بانفجار عبوة ناسفة في بلدة ذيبان أمس. وقالت مصادر محلية إن الوضع هادئ.\n"
    (folder / "big.txt").write_text("عنوان\n" + sentence * 1_500, encoding="utf-8")
    assert run("code", "big.txt", "-o", "out.jsonl", "-q").exit_code == 0
    assert json.loads((folder / "out.jsonl").read_text(encoding="utf-8"))["id"] == "big"


@pytest.mark.parametrize("command", ["count", "export", "chart series", "map", "trend", "compare", "missing"])
def test_what_cannot_be_read_is_no_nought(tmp_path, command):
    """A misspelt name, reports that are not coded yet: nothing is counted or drawn, and no file is emptied."""
    (tmp_path / "reports.jsonl").write_text('{"id": "r1", "text": "قصف"}\n', encoding="utf-8")
    output = tmp_path / "earlier.svg" if command in ("chart series", "map") else tmp_path / "earlier.csv"
    output.write_text("earlier", encoding="utf-8")
    for name in ("nowhere.jsonl", "reports.jsonl"):
        result = CliRunner().invoke(app, [*command.split(), str(tmp_path / name), "-o", str(output)])
        assert (result.exit_code, result.stdout) == (3, "")
        assert result.stderr.startswith("not read: ")
        assert "Not one line could be read." in result.stderr
        assert output.read_text(encoding="utf-8") == "earlier"
