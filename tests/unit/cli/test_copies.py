"""`marsad copies` as it is called."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from marsad.cli.main import app

TEXT = "قُتل عنصران من قسد بهجوم مسلح في بلدة ذيبان مساء أمس الثلاثاء، وفق مصدر محلي."


def run(*arguments, stdin=None):
    return CliRunner().invoke(app, ["copies", *map(str, arguments)], input=stdin)


@pytest.fixture
def reports(tmp_path):
    file = tmp_path / "reports.jsonl"
    records = [
        {"id": "b", "outlet": "قناة الحصاد", "published": "2023-05-03T10:00", "text": f"{TEXT}\nتابعونا"},
        {"id": "a", "outlet": "نبض الفرات", "published": "2023-05-03T09:00", "text": TEXT},
        {"id": "c", "outlet": "صوت الناس", "text": "سمعنا الرصاص من بيتنا ثم رأينا سيارة تبتعد مسرعة نحو البادية."},
    ]
    file.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    return file


def test_one_group_a_line(reports, tmp_path):
    """Copies stand together under their origin, and others alone; the summary tells how many sources there are."""
    result = run(reports, "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 0, result.output
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(line["origin"], line["report_ids"]) for line in lines] == [("a", ["a", "b"]), ("c", ["c"])]
    assert "independent sources: 2" in result.stderr


def test_the_order_of_the_lines_does_not_matter(reports):
    """The output is the same, byte for byte."""
    turned = "\n".join(reversed(reports.read_text(encoding="utf-8").splitlines()))
    assert run("-q", "-", stdin=turned).stdout == run("-q", reports).stdout


def test_a_bad_line_costs_nothing_else(reports):
    """It is named with its line, the rest is grouped, and the status says so."""
    reports.write_text(reports.read_text(encoding="utf-8") + '\n{"id": "d"', encoding="utf-8")
    result = run(reports)
    assert result.exit_code == 1
    assert "line 4" in result.stderr
    assert len(result.stdout.splitlines()) == 2


def test_nothing_to_read(tmp_path):
    """A file that is not there gives nothing, and a status of its own."""
    assert run(tmp_path / "none.jsonl").exit_code == 3


def test_an_input_is_not_written_over(reports):
    """The output may not be an input."""
    before = reports.read_bytes()
    assert run(reports, "-o", reports).exit_code == 2
    assert reports.read_bytes() == before


def test_an_output_that_cannot_be_written(reports, tmp_path):
    """The message says what to do."""
    result = run(reports, "-o", tmp_path)
    assert result.exit_code == 2
    assert "Name another file" in result.output
