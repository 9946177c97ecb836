"""`marsad code --answers`: another coder's events in place of marsad's."""

import json

import pytest
from typer.testing import CliRunner

from marsad.cli.main import app
from marsad.store import open_store

TEXT = "اعتقلت قسد أربعة أشخاص في بلدة الشحيل أمس."
EVENT = {
    "sub_event_type": "Arrests",
    "side1": ["sdf"],
    "evidence": "اعتقلت قسد أربعة أشخاص",
    "words": {"side1": ["قسد"]},
    "confidence": 0.8,
}


@pytest.fixture
def files(tmp_path):
    """Two reports, and a file to answer them in."""
    rows = [{"id": name, "published": "2023-05-03", "text": TEXT} for name in ("r1", "r2")]
    reports = tmp_path / "reports.jsonl"
    reports.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return reports, tmp_path / "answers.jsonl"


def run(*arguments):
    return CliRunner().invoke(app, ["code", *map(str, arguments)])


def answer(file, *lines):
    file.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")


def test_answers_become_records(files):
    """One line a report, in the order of the reports, by the name of who answered."""
    reports, answers = files
    answer(answers, {"id": "r2", "events": []}, {"id": "r1", "events": [EVENT]})
    result = run(reports, "--answers", answers, "--coder", "model 1", "-q")
    assert result.exit_code == 0, result.output
    first, second = map(json.loads, result.stdout.splitlines())
    assert [event["coder_version"] for event in first["events"]] == ["model 1"]
    assert (first["id"], second["id"], second["events"]) == ("r1", "r2", [])


def test_what_is_amiss_is_named_and_costs_nothing_else(files):
    """A broken line, an id told twice, a report without an answer, an answer without a report."""
    reports, answers = files
    answer(
        answers,
        "no json",
        {"id": "r1", "events": [EVENT]},
        {"id": "r1", "events": []},
        {"events": []},
        {"id": "x", "events": []},
    )
    result = run(reports, "--answers", answers, "--coder", "model 1")
    assert result.exit_code == 1
    assert len(json.loads(result.stdout.splitlines()[0])["events"]) == 1
    for told in (
        "line 1: This is no JSON object",
        "line 3: 'r1' stands here a second time",
        "line 4",
        "r2",
        "(the first is x)",
    ):
        assert told in result.stderr


def test_a_file_and_a_name_go_together(files):
    """Nobody's answers are not taken, nor those of a number, which would look like a version of marsad."""
    reports, answers = files
    answer(answers, {"id": "r1", "events": []})
    assert run(reports, "--answers", answers).exit_code == 2
    assert run(reports, "--coder", "model 1").exit_code == 2
    assert run(reports, "--answers", answers, "--coder", "1.0").exit_code == 2


def test_a_store_tells_who_answered(files, tmp_path):
    """Kept as a coding beside marsad's, by the name of its coder."""
    reports, answers = files
    answer(answers, {"id": "r1", "events": [EVENT]}, {"id": "r2", "events": []})
    store = tmp_path / "store.db"
    assert run(reports, "--store", store, "-q").exit_code == 0
    assert run(reports, "--answers", answers, "--coder", "model 1", "--store", store, "-q").exit_code == 0
    with open_store(store) as opened:
        coders = {coding.coded_by.coder for coding in opened.codings("r1")}
    assert "model 1" in coders
    assert any(name.startswith("marsad ") for name in coders)


def test_instructions_are_printed():
    """What a model is told, with the codes."""
    result = CliRunner().invoke(app, ["schema", "--instructions"])
    assert result.exit_code == 0
    assert "regime-remnants" in result.stdout
