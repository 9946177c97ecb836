"""`marsad claims` as it is called."""

import json

from tests.unit.claims.conftest import incident
from typer.testing import CliRunner

from marsad.cli.main import app
from marsad.pipeline import Coder
from marsad.store import open_store
from marsad.store.incident_list import found_incidents
from marsad.store.question import Question

REPORT = {"id": "r1", "outlet": "رصد", "published": "2024-02-04", "text": "نفذ داعش 3 هجمات ضد قسد خلال كانون الثاني."}


def run(*arguments):
    return CliRunner().invoke(app, ["claims", *map(str, arguments)])


def reports(tmp_path, *rows):
    file = tmp_path / "reports.jsonl"
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    return file


def test_one_report_a_line(tmp_path):
    """Each report has a line with its id and its claims, none or more."""
    file = reports(tmp_path, REPORT, {"id": "r2", "published": "2024-02-04", "text": "قتل رجل اليوم."})
    result = run(file, "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 0, result.output
    first, second = map(json.loads, (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines())
    assert (first["id"], second) == ("r1", {"id": "r2", "claims": []})
    (claim,) = first["claims"]
    assert (claim["kind"], claim["number"], claim["actors"]) == ("count", 3, ["is", "sdf"])
    assert claim["window"] == {"start": "2024-01-01", "end": "2024-01-31"}


def test_checked_against_incidents(tmp_path):
    """With --check every claim has a verdict, its reason and the incidents counted."""
    record = tmp_path / "incidents.jsonl"
    record.write_text("\n".join(json.dumps(incident(n, day=f"2024-01-0{n}")) for n in (1, 2, 3)), encoding="utf-8")
    result = run(reports(tmp_path, REPORT), "--check", record, "-q")
    (claim,) = json.loads(result.stdout)["claims"]
    assert claim["check"]["verdict"] == "supported"
    assert claim["check"]["incidents"] == ["i1", "i2", "i3"]
    shown = run(reports(tmp_path, REPORT), "--check", record, "--show", "-q").stdout
    assert "3 events" in shown
    assert "supported: On record: 3." in shown


def test_checked_against_a_store(tmp_path):
    """A store is a record, too."""
    told = {
        "id": "r0",
        "outlet": "a",
        "published": "2024-01-03",
        "text": "قتل عنصران من قسد بهجوم لداعش على حاجز في بلدة ذيبان أمس.",
    }
    store = tmp_path / "marsad.sqlite"
    coded = CliRunner().invoke(app, ["code", str(reports(tmp_path, told)), "--store", str(store), "-q"])
    assert coded.exit_code == 0, coded.output
    with open_store(store) as opened:
        assert list(opened.lines())
    result = run(reports(tmp_path, REPORT), "--check", store, "-q")
    (claim,) = json.loads(result.stdout)["claims"]
    assert claim["check"]["verdict"] == "cannot tell"
    assert len(claim["check"]["incidents"]) == 1


def test_the_incidents_of_a_linked_store_count(tmp_path):
    """They count under their ids; what is not linked yet is told."""
    store = tmp_path / "marsad.sqlite"
    told = {
        "id": "r0", "outlet": "a", "published": "2024-01-03",
        "text": "قتل عنصران من قسد بهجوم لداعش على حاجز في بلدة ذيبان أمس.",
    }  # fmt: skip
    for report in (told, told | {"id": "r9", "outlet": "b"}):
        CliRunner().invoke(app, ["code", str(reports(tmp_path, report)), "--store", str(store), "-q"])
        if report is told:
            assert CliRunner().invoke(app, ["link", "--store", str(store), "-q"]).exit_code == 0
    result = run(reports(tmp_path, REPORT), "--check", store, "-q")
    (claim,) = json.loads(result.stdout)["claims"]
    with open_store(store) as opened, opened.reading() as connection:
        (linked,) = [name for name, _ in found_incidents(connection, Question())]
    assert claim["check"]["incidents"] == [linked]
    assert "not linked yet" in result.stderr
    assert result.exit_code == 1


def test_what_cannot_be_read_costs_nothing_else(tmp_path):
    """A broken line is named, the others are read, and the exit status is 1."""
    file = reports(tmp_path, REPORT)
    file.write_text("{\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    result = run(file)
    assert result.exit_code == 1
    assert "not read" in result.output
    assert '"r1"' in result.output


def test_a_failure_is_named(tmp_path, monkeypatch):
    """Should reading one report fail, that one is named and the next one read."""

    def broken(_coder, report):
        raise ValueError(report.report_id)

    monkeypatch.setattr(Coder, "code", broken)
    result = run(reports(tmp_path, REPORT, {"id": "r2", "published": "2024-02-04", "text": "مرّ اليوم على خير."}))
    assert result.exit_code == 1
    assert "not read: r1: ValueError" in result.output
    assert '"r2"' in result.output


def test_the_output_is_no_input(tmp_path):
    """An output that is an input, too, is refused before anything is written."""
    file = reports(tmp_path, REPORT)
    before = file.read_bytes()
    assert run(file, "-o", file).exit_code == 2
    assert file.read_bytes() == before


def test_the_reports_of_a_store_are_checked_without_a_file(tmp_path):
    """A store holds reports and record, so naming it is enough."""
    store = tmp_path / "marsad.sqlite"
    CliRunner().invoke(app, ["code", str(reports(tmp_path, REPORT)), "--store", str(store), "-q"])
    result = run("--check", store, "-q")
    assert result.exit_code == 0, result.output
    (line,) = map(json.loads, result.stdout.splitlines())
    assert line["id"] == "r1"
    assert line["claims"][0]["check"]["verdict"] == "cannot tell"
    assert run().exit_code == 2
    assert "Name reports" in run("--check", tmp_path / "reports.jsonl").stderr


def test_no_verdict_where_the_record_cannot_be_read(tmp_path):
    """A wrong name, or reports in the place of coded ones, are no empty record: file and line are named."""
    file = reports(tmp_path, *({**REPORT, "id": f"r{number}"} for number in range(30)))
    result = run(file, "--check", file)
    assert (result.exit_code, result.stdout) == (3, "")
    assert f"not read: {file}, line 1: The record has no list of events." in result.stderr
    assert result.stderr.count("not read") == 21
    missing = run(file, "--check", tmp_path / "none.db")
    assert (missing.exit_code, missing.stdout) == (3, "")
    assert "no claim can be checked" in missing.stderr


def test_an_empty_record_is_told(tmp_path):
    """Nothing on record is not the same as a claim that is wrong."""
    store = tmp_path / "empty.db"
    CliRunner().invoke(app, ["store", "init", str(store)])
    result = run(reports(tmp_path, REPORT), "--check", store)
    assert result.exit_code == 0
    assert "no incident is on record" in result.stderr
