"""`marsad chart` and `marsad map` as people use them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from marsad.cli.main import app

EVENT = {
    "sub_event_type": "Attack", "side1": ["other:محمود عبد الرزاق الفارس"], "side2": ["civilians"],
    "place": {"name": "قرية الحصان", "country": "SY", "admin1": "SY09", "admin2": "SY0900", "precision": 1,
              "latitude": 35.123457, "longitude": 40.234567, "place_id": "C7771"},
    "date": {"start": "2024-03-20", "end": "2024-03-20", "precision": 1},
    "killed": {"low": 1, "best": 1, "high": 1},
    "evidence": "مقتل الطفل محمود عبد الرزاق الفارس برصاص مجهولين في قرية الحصان",
}  # fmt: skip


@pytest.fixture
def coded(tmp_path):
    path = tmp_path / "coded.jsonl"
    path.write_text(json.dumps({"id": "r1", "outlet": "منصة", "events": [EVENT]}, ensure_ascii=False), encoding="utf-8")
    return str(path)


def run(*arguments):
    return CliRunner().invoke(app, [*arguments])


@pytest.mark.parametrize("kind", ["series", "cumulative", "multiples", "actors", "calendar"])
def test_every_chart_is_written(coded, tmp_path, kind):
    """By the name of the file as SVG or PNG, in either language."""
    for language, name in (("ar", "a.svg"), ("en", "b.svg"), ("ar-SY", "c.png")):
        result = run("chart", kind, coded, "-o", str(tmp_path / name), "--lang", language, "--people", "killed")
        assert result.exit_code == 0, result.output
    assert (tmp_path / "a.svg").read_bytes() != (tmp_path / "b.svg").read_bytes()
    assert (tmp_path / "c.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("command", [("chart", "actors"), ("chart", "series"), ("map",)])
def test_a_public_picture_tells_nothing_planted(coded, tmp_path, command):
    """No name, place or coordinate that should not be told is in its text; by default the actor's name is."""
    out = tmp_path / "out.svg"
    assert run(*command, coded, "-o", str(out)).exit_code == 0
    before = out.read_text(encoding="utf-8")
    assert ("الفارس" in before) is (command == ("chart", "actors"))
    result = run(*command, coded, "-o", str(out), "--public")
    assert result.exit_code == 0, result.output
    public = out.read_text(encoding="utf-8") + result.output
    assert [sign for sign in ("محمود", "الفارس", "الحصان", "35.12", "40.23") if sign in public] == []
    if command == ("map",):
        assert before != out.read_text(encoding="utf-8")


def test_a_store_is_drawn_like_its_export(tmp_path):
    """The same question to both gives the same picture, public or not."""
    report = tmp_path / "r.jsonl"
    report.write_text(
        json.dumps({"id": "r1", "text": "اعتقلت قسد أربعة أشخاص في بلدة الشحيل أمس.", "published": "2024-03-20"})
    )
    store, out = str(tmp_path / "s.db"), str(tmp_path / "coded.jsonl")
    run("code", str(report), "--store", store, "-o", out, "-q")
    run("link", "--store", store, "-q")
    for command in (("chart", "calendar"), ("map",)):
        assert run(*command, "--store", store, "--incidents", "-o", str(tmp_path / "i.svg")).exit_code == 0
        assert "حوادث" in (tmp_path / "i.svg").read_text(encoding="utf-8")
        assert run(*command, out, "--incidents", "-o", str(tmp_path / "i.svg")).exit_code == 2
        for more in ((), ("--public",)):
            a, b = str(tmp_path / "a.svg"), str(tmp_path / "b.svg")
            assert run(*command, out, "-o", a, *more).exit_code == 0
            assert run(*command, "--store", store, "-o", b, *more).exit_code == 0
            assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


def test_wrong_usage_is_said(coded, tmp_path):
    """No input, another ending, another language, another chart."""
    out = str(tmp_path / "a.svg")
    assert run("chart", "series", "-o", out).exit_code == 2
    assert run("map", "-o", out).exit_code == 2
    assert run("chart", "series", coded, "-o", "a.gif").exit_code == 2
    assert "Write one of" in str(run("chart", "series", coded, "-o", out, "--lang", "fr").exception)
    assert "series" in str(run("chart", "pie", coded, "-o", out).exception)


def test_what_cannot_be_read_is_named(coded, tmp_path):
    """The rest is drawn, and the status says so."""
    with Path(coded).open("a", encoding="utf-8") as file:
        file.write("\nnothing\n")
    for command in (("chart", "series"), ("map",)):
        result = run(*command, coded, "-o", str(tmp_path / "a.svg"))
        assert result.exit_code == 1
        assert "not read" in result.output
