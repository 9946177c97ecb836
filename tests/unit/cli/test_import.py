"""`marsad import`: export, correct, take back, in files and in stores."""

from __future__ import annotations

import csv
import json

import pytest
from typer.testing import CliRunner

from marsad.cli.main import app
from marsad.corrections import Change
from marsad.corrections.keep import keep_corrections
from marsad.errors import StoreError
from marsad.store import open_store

TEXT = "اعتقلت قسد أربعة أشخاص في بلدة الشحيل أمس."


def run(*arguments):
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture
def work(tmp_path, monkeypatch):
    """A folder with two coded reports, the store they are kept in, and their table."""
    monkeypatch.chdir(tmp_path)
    lines = [json.dumps({"id": f"r{number}", "text": TEXT, "published": "2024-03-20"}) for number in (1, 2)]
    (tmp_path / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")
    run("code", "reports.jsonl", "-q", "--store", "s.db", "-o", "coded.jsonl")
    run("export", "coded.jsonl", "-o", "table.csv")
    return tmp_path


def correct(path, **cells):
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    rows[0] |= cells
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def test_a_correction_comes_back(work):
    """The corrected event is new, the other report's line the same, byte for byte."""
    correct(work / "table.csv", status="claimed")
    result = run("import", "table.csv", "--into", "coded.jsonl", "-o", "new.jsonl", "--difference", "changes.jsonl")
    assert result.exit_code == 0
    assert "status: 'reported' -> 'claimed'" in result.stdout
    old, new = ((work / name).read_bytes().splitlines() for name in ("coded.jsonl", "new.jsonl"))
    assert json.loads(new[0])["events"][0]["status"] == "claimed"
    assert new[1] == old[1]
    (change,) = map(json.loads, (work / "changes.jsonl").read_text(encoding="utf-8").splitlines())
    assert (change["column"], change["before"], change["after"]) == ("status", "reported", "claimed")


def test_a_dry_run_changes_nothing(work):
    """It shows the same, and says that nothing was made."""
    correct(work / "table.csv", status="claimed")
    before = (work / "coded.jsonl").read_bytes()
    result = run("import", "table.csv", "--into", "coded.jsonl", "--dry-run")
    assert "1 change in 1 event would be made." in result.stderr
    assert (work / "coded.jsonl").read_bytes() == before
    run("import", "table.csv", "--store", "s.db", "--dry-run")
    assert run("export", "--store", "s.db").stdout_bytes == before


def test_a_store_keeps_both_codings_and_who_decided(work):
    """The export has the correction, the old coding stays, and a judgement says what changed and who changed it."""
    correct(work / "table.csv", status="claimed")
    run("import", "table.csv", "--store", "s.db", "--who", "Layla")
    assert json.loads(run("export", "--store", "s.db").stdout.splitlines()[0])["events"][0]["status"] == "claimed"
    with open_store(work / "s.db") as store:
        codings = store.codings("r1")
        assert [(coding.record["events"][0]["status"], coding.user) for coding in codings] == [
            ("reported", None),
            ("claimed", "Layla"),
        ]
        event_id = json.loads(next(store.lines()))["events"][0]["event_id"]
        (judgement,) = store.judgements(f"event:{event_id}")
        assert (judgement.who, judgement.detail) == ("Layla", {"status": {"before": "reported", "after": "claimed"}})
        assert store.first_broken() is None
    again = run("import", "table.csv", "--store", "s.db", "--who", "Layla")
    assert "0 changes" in again.stderr


def test_a_correction_can_be_taken_back(work):
    """Corrected once more to what it was, it is that again."""
    correct(work / "table.csv", status="claimed")
    run("import", "table.csv", "--store", "s.db")
    correct(work / "table.csv", status="reported")
    run("import", "table.csv", "--store", "s.db")
    assert json.loads(run("export", "--store", "s.db").stdout.splitlines()[0])["events"][0]["status"] == "reported"


def test_an_event_that_is_not_there_is_named(work):
    """The rest is taken, and the exit status is 1."""
    correct(work / "table.csv", event_id="r9#1")
    result = run("import", "table.csv", "--into", "coded.jsonl", "--dry-run")
    assert result.exit_code == 1
    assert "table.csv, line 2: The event 'r9#1' is not in coded.jsonl." in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--into", "coded.jsonl"),
        ("--into", "coded.jsonl", "-o", "coded.jsonl"),
        ("--into", "coded.jsonl", "--store", "s.db"),
    ],
)
def test_wrong_usage(work, arguments):  # noqa: ARG001
    """Where the corrections go is said once, and never over the input."""
    assert run("import", "table.csv", *arguments).exit_code == 2


def test_a_store_that_changed_meanwhile_is_left_alone(work):
    """What was read is compared with what is kept now; nothing of the table is kept."""
    with open_store(work / "s.db", who="Layla") as store:
        records = [json.loads(line) for line in store.lines()]
        event_id = records[0]["events"][0]["event_id"]
        change = Change(report_id="r1", event_id=event_id, column="status", before="reported", after="claimed")
        keep_corrections(store, records, [change])
        before = list(store.lines())
        with pytest.raises(StoreError, match="kept meanwhile"):
            keep_corrections(store, records, [change])
        assert list(store.lines()) == before


def test_a_broken_row_is_named_and_costs_nothing_else(work):
    """A row with too few or too many cells says which line it is and how to mend it; the other rows are taken."""
    correct(work / "table.csv", status="claimed")
    header, first, second = (work / "table.csv").read_text(encoding="utf-8").splitlines()
    cut = ",".join(second.split(",")[:3])
    for broken in (cut, f"{second},one more"):
        (work / "broken.csv").write_text(f"{header}\n{first}\n{broken}", encoding="utf-8")
        result = run("import", "broken.csv", "--into", "coded.jsonl", "-o", "new.jsonl")
        assert result.exit_code == 1, result.output
        assert "broken.csv, line 3: The row has " in result.stderr
        assert "quotation marks" in result.stderr
        assert "1 change in 1 event." in result.stderr


def test_empty_cells_behind_the_last_column_are_no_cells(work):
    """Spreadsheets write them; they say nothing."""
    lines = (work / "table.csv").read_text(encoding="utf-8-sig").splitlines()
    (work / "wide.csv").write_text("\n".join(f"{line},," for line in lines), encoding="utf-8")
    assert run("import", "wide.csv", "--into", "coded.jsonl", "--dry-run").exit_code == 0


def test_figures_out_of_order_are_told_with_the_figures(work):
    """The message says which figures stand in the row."""
    correct(work / "table.csv", killed_low="3", killed_best="2", killed_high="")
    result = run("import", "table.csv", "--into", "coded.jsonl", "--dry-run")
    assert "killed: low, best and high are 3, 2, empty; low may not be above best" in result.stderr
