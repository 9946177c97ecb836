import csv
import gzip
import io
import json
import sys

from marsad.cli import coding
from marsad.cli.exits import Exit
from marsad.errors import SettingsError


def records(text):
    return [json.loads(line) for line in text.splitlines()]


def test_records_go_to_standard_output_in_order(marsad, reports):
    """One JSON line a report, also for a report without events; the summary is on standard error."""
    result = marsad("code", reports)
    assert result.exit_code == Exit.OK
    assert [(record["id"], len(record["events"])) for record in records(result.stdout)] == [
        ("r1", 2),
        ("r2", 1),
        ("r3", 0),
    ]
    assert "Reports coded: 3" in result.stderr
    assert "3  Armed clash" in result.stderr
    assert "1  Reads as a habit." in result.stderr
    assert "stub of None" in result.stderr


def test_records_go_to_a_file(marsad, reports, tmp_path):
    """-o writes there, makes the folder, and takes the form from the name."""
    assert marsad("code", reports, "-o", "new/events.csv").exit_code == Exit.OK
    rows = list(csv.DictReader(io.StringIO((tmp_path / "new/events.csv").read_text(encoding="utf-8-sig"))))
    assert [row["event_id"] for row in rows] == ["r1-1", "r1-2", "r2-1"]


def test_the_form_can_be_named(marsad, reports):
    """--format wins over the name, and works for standard output."""
    assert marsad("code", reports, "--format", "csv").stdout.lstrip("\ufeff").startswith("report_id,")


def test_parquet_needs_a_file(marsad, reports):
    """A terminal is spared binary output."""
    result = marsad("code", reports, "--format", "parquet")
    assert result.exit_code == Exit.USAGE
    assert "-o" in result.stderr


def test_the_places_folder_reaches_the_coder(marsad, reports, tmp_path):
    """--places is handed on and named in the records."""
    result = marsad("code", reports, "--places", tmp_path)
    assert records(result.stdout)[0]["events"][0]["gazetteer"] == f"stub of {tmp_path}"


def test_events_below_the_confidence_asked_for_are_left_out(marsad, reports):
    """The stub's events have 0.9: they reach that, and nothing higher."""
    assert sum(len(record["events"]) for record in records(marsad("code", reports).stdout)) == 3
    at = marsad("code", reports, "--min-confidence", "0.9")
    above = marsad("code", reports, "--min-confidence", "0.91")
    assert sum(len(record["events"]) for record in records(at.stdout)) == 3
    assert sum(len(record["events"]) for record in records(above.stdout)) == 0
    assert marsad("code", reports, "--min-confidence", "50").exit_code == Exit.USAGE


def test_what_cannot_be_read_is_named_and_costs_one(marsad, reports):
    """The others are coded and the exit status says that something is missing."""
    reports.write_text(reports.read_text(encoding="utf-8").replace('{"id": "r2"', '{"id": 2'), encoding="utf-8")
    result = marsad("code", reports)
    assert result.exit_code == Exit.SOME_UNREAD
    assert [record["id"] for record in records(result.stdout)] == ["r1", "r3"]
    assert "line 2: The id is a number" in result.stderr
    assert "Not read: 1" in result.stderr


def test_many_problems_do_not_flood_the_screen(marsad, tmp_path):
    """The first ones are shown, the rest counted."""
    (tmp_path / "a.jsonl").write_text("x\n" * 500, encoding="utf-8")
    result = marsad("code", tmp_path / "a.jsonl")
    assert result.stderr.count("not read:") < 30
    assert "Not read: 500" in result.stderr


def test_a_report_that_breaks_the_coder_is_kept_and_named(marsad, reports):
    """Its record says what failed; the others are coded."""
    reports.write_text(reports.read_text(encoding="utf-8").replace("قُتل شاب", "عطل"), encoding="utf-8")
    result = marsad("code", reports)
    assert result.exit_code == Exit.SOME_UNREAD
    assert [record["id"] for record in records(result.stdout)] == ["r1", "r2", "r3"]
    assert records(result.stdout)[1]["skipped"][0]["reason"] == "The coder failed: ValueError: a word of no good"
    assert "not coded: r2" in result.stderr


def test_nothing_to_code_has_its_own_status(marsad):
    """Not one report: 3."""
    result = marsad("code", "none.jsonl")
    assert result.exit_code == Exit.NOTHING_CODED
    assert "There is no such file" in result.stderr


def test_wrong_usage_has_its_own_status(marsad, reports):
    """No input, an unknown form, an output that is an input: 2."""
    assert marsad("code").exit_code == Exit.USAGE
    assert marsad("code", reports, "--format", "xlsx").exit_code == Exit.USAGE
    before = reports.read_bytes()
    assert marsad("code", reports, "-o", reports).exit_code == Exit.USAGE
    assert reports.read_bytes() == before


def test_a_start_that_fails_leaves_the_old_output(marsad, reports, tmp_path, monkeypatch):
    """Without pyarrow nothing is opened, so nothing is lost."""
    (tmp_path / "out.parquet").write_bytes(b"old")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert isinstance(marsad("code", reports, "-o", "out.parquet").exception, SettingsError)
    assert (tmp_path / "out.parquet").read_bytes() == b"old"


def test_standard_input_is_read(marsad, reports):
    """- takes what a pipe brings, gzip included."""
    result = marsad("code", "-", stdin=gzip.compress(reports.read_bytes()))
    assert len(records(result.stdout)) == 3


def test_quiet_is_quiet(marsad, reports):
    """-q leaves standard error empty."""
    assert marsad("code", reports, "-q").stderr == ""


def test_ctrl_c_leaves_whole_lines(marsad, reports, tmp_path, monkeypatch):
    """An interrupted run keeps what it wrote and exits with 130."""
    code_safely = coding.code_safely

    def interrupt(coder, report):
        if report.report_id == "r3":
            raise KeyboardInterrupt
        return code_safely(coder, report)

    monkeypatch.setattr(coding, "code_safely", interrupt)
    result = marsad("code", reports, "-o", "out.jsonl")
    assert result.exit_code == Exit.INTERRUPTED
    assert [record["id"] for record in records((tmp_path / "out.jsonl").read_text(encoding="utf-8"))] == ["r1", "r2"]
    assert "Stopped after 2 reports" in result.stderr
