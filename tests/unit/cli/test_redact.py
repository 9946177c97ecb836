"""`marsad redact` as it is called."""

from __future__ import annotations

import json

from typer.testing import CliRunner

from marsad.cli.main import app

LINE = {"id": "a", "title": "مقتل شاب", "text": "قُتل الشاب قصي الزعبي في تسيل، وقال محافظ درعا أنور الزعبي إنه يأسف."}


def run(*arguments, stdin=None):
    return CliRunner().invoke(app, ["redact", *map(str, arguments)], input=stdin)


def file_of(tmp_path, *values):
    file = tmp_path / "in.jsonl"
    file.write_text("\n".join(json.dumps(value, ensure_ascii=False) for value in values), encoding="utf-8")
    return file


def test_a_line_in_a_line_out(tmp_path):
    """The private name is replaced, the governor stays, and what was removed is told by kind."""
    result = run(file_of(tmp_path, LINE), "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 0, result.output
    made = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert made["text"] == "قُتل الشاب [اسم ضحية] في تسيل، وقال محافظ درعا أنور الزعبي إنه يأسف."
    assert made["id"] == "a"
    assert "victim 1" in result.stderr


def test_standard_input_and_english():
    """`-` is standard input; the replacements may be English."""
    result = run("-", "--language", "en", "-q", stdin=json.dumps(LINE))
    assert "[name: victim]" in json.loads(result.stdout)["text"]
    assert result.stderr == ""


def test_bad_lines_are_named_and_cost_nothing_else(tmp_path):
    """The exit status is 1; the other lines are written."""
    file = tmp_path / "in.jsonl"
    file.write_text(json.dumps(LINE) + '\n{\n[1]\n{"text": 3}\n{"events": [1]}\n', encoding="utf-8")
    result = run(file, "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 1
    for number in range(2, 6):
        assert f"line {number}" in result.stderr
    assert len((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_a_file_without_a_line_is_named(tmp_path):
    """An empty file, or one of blank lines, is told by name; the others are redacted."""
    empty = tmp_path / "empty.jsonl"
    empty.write_text("\n\n", encoding="utf-8")
    result = run(empty, file_of(tmp_path, LINE), "-o", tmp_path / "out.jsonl")
    assert "empty.jsonl: The file has no line." in " ".join(result.stderr.split())
    assert len((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_a_preview_writes_nothing(tmp_path):
    """It shows how the lines would read, and leaves the output alone."""
    result = run(file_of(tmp_path, LINE), "-o", tmp_path / "out.jsonl", "--preview")
    assert result.exit_code == 0
    assert "[اسم ضحية]" in result.stdout
    assert "الشاب قصي" not in result.stdout
    assert not (tmp_path / "out.jsonl").exists()


def test_coded_records_follow_the_rules(tmp_path):
    """A rule of one's own delays events; the day to count to is named."""
    reports = file_of(
        tmp_path, {"id": "r", "text": "قُتل عنصران من قسد بهجوم لداعش في بلدة ذيبان أمس.", "published": "2023-05-03"}
    )
    CliRunner().invoke(app, ["code", str(reports), "-o", str(tmp_path / "coded.jsonl"), "-q"])
    rules = tmp_path / "rules.toml"
    rules.write_text('[[rule]]\nname = "wait"\nactors = ["is"]\ndelay_days = 30\n', encoding="utf-8")
    result = run(tmp_path / "coded.jsonl", "--rules", rules, "--today", "2023-05-20")
    assert json.loads(result.stdout)["withheld"] == 1
    result = run(tmp_path / "coded.jsonl", "--rules", rules, "--today", "2023-06-02", "--preview")
    assert "ذيبان" in result.stdout


def test_an_input_is_not_overwritten(tmp_path):
    """The output must be another file."""
    file = file_of(tmp_path, LINE)
    assert run(file, "-o", file).exit_code == 2


def test_an_incident_is_refused(tmp_path):
    """Rules look at events, so an incident would keep the place that its reports may not tell; nothing is written."""
    incident = {"incident_id": "i-1", "place": {"name": "تسيل"}, "members": [{"evidence": "قُتل الشاب قصي الزعبي"}]}
    result = run(file_of(tmp_path, incident), "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 3
    assert "in.jsonl, line 1: This is an incident" in result.stderr
    assert "Redact the coded reports" in result.stderr
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == ""


def test_a_preview_tells_the_rules(tmp_path):
    """Which rules made the events of a line coarser, beside how these would read."""
    child = {"name": "تسيل", "country": "SY", "admin1": "SY12", "precision": 1}
    coded = {"id": "a", "events": [{"sub_event_type": "Attack", "place": child, "evidence": "قتل طفل في تسيل"}]}
    result = run(file_of(tmp_path, coded), "--preview", "-q")
    assert "in.jsonl:1: nothing removed; rules: minors 1" in result.stderr
    assert "  Attack: درعا, " in result.stdout
