"""What somebody sees who uses marsad for the first time, and gets something wrong."""

import io
import json

import pytest
from rich.console import Console
from typer.testing import CliRunner

from marsad.cli.demo import table_of
from marsad.cli.exits import Exit
from marsad.cli.main import app, main

CODED = json.dumps({"id": "r1", "events": []}) + "\n"


def told(*arguments, **settings):
    result = CliRunner().invoke(app, [str(one) for one in arguments], **settings)
    return result.exit_code, result.output


@pytest.fixture
def coded(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "coded.jsonl").write_text(CODED, encoding="utf-8")
    return "coded.jsonl"


@pytest.mark.parametrize("day", ["01/03/2026", "2026-13-01", "2026-3", "أمس"])
def test_what_is_no_day_is_said_with_the_form_of_one(coded, day):
    """No format of a programmer is shown."""
    status, said = told("count", coded, "--since", day)
    assert status == 2
    assert f"{day} is no day. Write year, month and day: 2026-03-01." in " ".join(said.split())


def test_a_day_may_have_arabic_digits(coded):
    """As an Arabic keyboard writes them."""
    assert told("count", coded, "--since", "٢٠٢٦-٠٣-٠١")[0] == 0


@pytest.mark.parametrize("name", ["events.pdf", "events.docx", "events.jsonl.gz"])
def test_an_unknown_ending_is_refused(coded, tmp_path, name):
    """Nobody gets lines of JSON in a file that is called a PDF."""
    status, said = told("export", coded, "-o", name)
    assert (status, ".xlsx" in said) == (2, True)
    assert not (tmp_path / name).exists()
    assert told("code", coded, "-o", name)[0] == 2


@pytest.mark.parametrize("name", ["events", "events.json", "events.ndjson"])
def test_lines_of_json_have_other_names_too(coded, tmp_path, name):
    """A name without an ending, and what others call such files."""
    assert told("export", coded, "-o", name)[0] == 0
    assert (tmp_path / name).read_text(encoding="utf-8") == CODED


def test_reports_that_nobody_coded_are_told_from_coded_ones(tmp_path):
    """Once, with what to do, and not line by line as broken JSON."""
    (tmp_path / "own.csv").write_text("id,text\n1,قُتل شاب.\n2,أصيب شاب.\n", encoding="utf-8")
    status, said = told("count", tmp_path / "own.csv")
    assert (status, said.count("not read:")) == (Exit.NOTHING_CODED, 1)
    assert "Code reports first: marsad code" in said
    (tmp_path / "own.jsonl").write_text('{"id": "1", "text": "قُتل شاب."}\n', encoding="utf-8")
    assert "marsad code FILE -o coded.jsonl" in told("count", tmp_path / "own.jsonl")[1]


def test_usage_names_what_was_typed(monkeypatch, capsys):
    """marsad.sh says how it was called; nobody has to know of Python's -m."""
    for typed, named in ((None, "marsad count"), ("./marsad.sh", "./marsad.sh count")):
        if typed:
            monkeypatch.setenv("MARSAD_CALLED", typed)
        monkeypatch.setattr("sys.argv", ["x", "count", "-h"])
        with pytest.raises(SystemExit):
            main()
        assert f"Usage: {named} " in capsys.readouterr().out


def test_no_word_of_the_demo_is_cut():
    """A terminal of 80 signs shows kinds and codes whole, and all of a source."""
    event = {
        "sub_event_type": "Shelling/artillery/missile attack", "side1": ["unidentified"], "side2": ["protesters"],
        "date": {"start": "2016-10-09", "end": "2016-10-09", "precision": 1}, "killed": None, "wounded": None,
        "place": {"name": "بستان القصر", "country": "SY", "admin1": "SY02", "precision": 2},
        "sources": [{"name": "المكتب الإعلامي في ديالى", "kind": "outlet"}],
    }  # fmt: skip
    console = Console(width=80, record=True, file=io.StringIO())
    console.print(table_of([event]))
    shown = console.export_text().split()
    for word in ("2016-10-09", "artillery/", "missile", "unidentified", "protesters", "الإعلامي", "(outlet)"):
        assert word in shown
