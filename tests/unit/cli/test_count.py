"""`marsad count` as people and programs see it."""

from __future__ import annotations

import csv
import json

import pytest
from typer.testing import CliRunner

from marsad.cli.main import app

PLACE = {"name": "ذيبان", "country": "SY", "admin1": "SY09", "precision": 1}
DAY = {"start": "2024-03-20", "end": "2024-03-20", "precision": 1}


@pytest.fixture
def coded(tmp_path):
    path = tmp_path / "coded.jsonl"
    events = [
        {"sub_event_type": "Attack", "place": PLACE, "date": DAY, "killed": {"low": 20, "best": 20, "high": None}},
        {"sub_event_type": "Arrests", "place": PLACE, "date": None},
    ]
    path.write_text(json.dumps({"id": "r1", "outlet": "منصة", "events": events}), encoding="utf-8")
    return str(path)


def run(*arguments):
    result = CliRunner().invoke(app, ["count", *arguments], env={"COLUMNS": "160"})
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_table_shows_what_is_vague(coded):
    """An open figure has a plus, what has no day a row of its own, what tells no figure a number of its own."""
    lines = [line.split() for line in run(coded, "--by", "month").splitlines()]
    assert lines[1:] == [["2024-03", "1", "20+"], ["no", "day", "known", "1", "–", "1"], ["total", "2", "20+", "1"]]
    assert "r1#0" in run(coded, "--ids")


def test_csv_and_json_hold_the_same(coded, tmp_path):
    """Rows, what stands beside them, and the total, each with the ids behind it."""
    run(coded, "--by", "kind", "--panel", "أخرى,منصة", "-o", str(tmp_path / "counts.csv"))
    with (tmp_path / "counts.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["kind"], row["kind_note"], row["events"], row["ids"]) for row in rows] == [
        ("Arrests", "", "1", "r1#1"),
        ("Attack", "", "1", "r1#0"),
        ("", "total", "2", "r1#0; r1#1"),
    ]
    told = json.loads(run(coded, "--by", "kind", "--json"))
    assert [row["events"] for row in told["rows"]] == [1, 1]
    assert told["total"]["killed"] == {
        "low": 20, "best": 20, "high": 20, "without_best": 0, "open": 1, "untold": 1
    }  # fmt: skip


def test_a_store_is_counted_like_its_export(tmp_path):
    """The same question to both gives the same object."""
    report = tmp_path / "r.jsonl"
    report.write_text(
        json.dumps({"id": "r1", "text": "اعتقلت قسد أربعة أشخاص في بلدة الشحيل أمس.", "published": "2024-03-20"})
    )
    store, out = str(tmp_path / "s.db"), str(tmp_path / "coded.jsonl")
    CliRunner().invoke(app, ["code", str(report), "--store", store, "-o", out, "-q"])
    asked = ("--by", "day,actor,admin1", "--people", "detained,killed", "--json")
    assert json.loads(run("--store", store, *asked)) == json.loads(run(out, *asked))


def refused(*arguments):
    result = CliRunner().invoke(app, [*arguments], env={"COLUMNS": "160"})
    assert result.exit_code == 2, result.output
    return " ".join(str(result.exception or "").split() + result.stderr.replace("│", " ").split())


def test_days_that_are_exchanged_are_refused(coded):
    """An empty table would look like a quiet time."""
    result = CliRunner().invoke(app, ["count", coded, "--since", "2024-05-01", "--until", "2024-04-01"])
    assert result.exit_code != 0
    assert "The last day, 2024-04-01, lies before the first, 2024-05-01." in f"{result.exception} {result.stderr}"


def test_a_panel_that_tells_nothing_is_refused(coded):
    """A misspelt outlet never counts as nought: those there are are named."""
    assert "Nothing is told by منصه. Outlets: منصة." in refused("count", coded, "--panel", "منصه")


def test_an_empty_picture_is_said(coded, tmp_path):
    """It looks like a quiet time, too, so standard error tells that nothing fits."""
    for command in (["chart", "series"], ["map"]):
        result = CliRunner().invoke(app, [*command, coded, "--area", "YE", "-o", str(tmp_path / "a.svg")])
        assert result.exit_code == 0, result.output
        assert "Nothing to draw" in result.stderr


def test_coded_reports_of_other_incidents_are_said(coded, tmp_path):
    """Whoever names the wrong file would miss addresses and who is quoted without a word."""
    incident = {"incident_id": "i-1", "members": [{"report_id": "r1", "event": 0, "outlet": "منصة"}]}
    for name, report_id in (("ours.jsonl", "r1"), ("others.jsonl", "r2")):
        members = [incident["members"][0] | {"report_id": report_id}]
        (tmp_path / name).write_text(json.dumps(incident | {"members": members}), encoding="utf-8")
        result = CliRunner().invoke(app, ["count", str(tmp_path / name), "--coded", coded])
        assert ("none stands there" in result.stderr) is (report_id == "r2"), result.stderr
