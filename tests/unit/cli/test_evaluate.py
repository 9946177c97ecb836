"""`marsad evaluate` on small files."""

from __future__ import annotations

import json

import pytest
import typer
from typer.testing import CliRunner

from marsad.cli.evaluate import evaluate
from marsad.evaluate.gate import file_sha256

EVENT = {
    "sub_event_type": "Armed clash",
    "side1": ["is"],
    "assist1": [],
    "side2": ["sdf"],
    "assist2": [],
    "place": {"name": "هجين", "country": "SY", "admin1": "SY09", "precision": 1, "also": []},
    "date": {"start": "2025-03-04", "end": "2025-03-04", "precision": 1},
    "killed": None,
    "killed_civilians": None,
    "wounded": None,
    "detained": None,
    "abducted": None,
    "sources": [],
    "status": "reported",
    "evidence": "اشتباكات في هجين",
}


@pytest.fixture
def run(tmp_path):
    app = typer.Typer()
    app.command()(evaluate)
    gold, coded = tmp_path / "gold.jsonl", tmp_path / "coded.jsonl"
    gold.write_text(
        json.dumps({"id": "a", "outlet": "موقع", "text": "وقعت اشتباكات في هجين.", "events": [EVENT]}), encoding="utf-8"
    )
    coded.write_text(json.dumps({"id": "a", "events": [{**EVENT, "side2": ["asayish"]}]}), encoding="utf-8")
    (tmp_path / "floors.json").write_text(
        json.dumps({"corpus": {"path": "gold.jsonl", "sha256": file_sha256(gold)}, "floors": {"strict.f1": 0.5}}),
        encoding="utf-8",
    )
    places = tmp_path / "places.csv"
    places.write_text("id,name_ar,alt_names_ar\np1,هجين,\n", encoding="utf-8")
    return lambda *options: CliRunner().invoke(app, [str(gold), str(coded), "--names", str(places), *options])


def test_json_holds_the_measures_and_their_intervals(run):
    """One found event with a wrong side2 is found and not strict."""
    result = run("--json", "--by", "outlet")
    out = json.loads(result.stdout)
    assert (out["found"]["f1"], out["strict"]["f1"], out["fields"]["side2"]) == (1.0, 0.0, 0.0)
    assert out["intervals"]["found"] == [1.0, 1.0]
    assert out["by"]["outlet"]["موقع"]["reports"] == 1


@pytest.mark.parametrize(("by", "shown"), [("type", "Armed clash"), ("year", "—"), ("style", "a"), ("country", "SY")])
def test_tables_show_the_grouping_asked_for(run, by, shown):
    """Each grouping prints a table that names its groups."""
    result = run("--by", by)
    assert result.exit_code == 0
    assert shown in result.stdout.rsplit("┏", 1)[-1]


def test_the_curve_shows_each_threshold_and_what_probabilities_are_worth(run, tmp_path):
    """One event at 0.8 is found up to there and missed above; its side2 was given 0.7 and is wrong."""
    coded = {**EVENT, "side2": ["asayish"], "confidence": 0.8, "confidence_fields": {"side2": 0.7}}
    (tmp_path / "coded.jsonl").write_text(json.dumps({"id": "a", "events": [coded]}), encoding="utf-8")
    out = json.loads(run("--json", "--curve").stdout)
    found = {point["threshold"]: point["found"]["recall"] for point in out["curve"]}
    assert (found[0.1], found[0.8], found[0.9]) == (1.0, 1.0, 0.0)
    assert out["calibration"]["event"]["calibration_error"] == 0.2
    assert out["calibration"]["side2"]["calibration_error"] == 0.7
    shown = run("--curve").stdout
    assert "by chance" in shown
    assert "0.80  " + "·" * 40 + "X" in shown.splitlines()
    assert "0.90  X" + "·" * 40 in shown.splitlines()


def test_errors_show_both_events_under_their_cause(run):
    """A disagreement prints gold and coded, one above the other."""
    result = run("--errors", "5")
    assert "field: side2, actors" in result.stdout
    assert "is > sdf" in result.stdout
    assert "is > asayish" in result.stdout


def test_a_sunken_floor_ends_with_exit_code_one(run, tmp_path):
    """The gate fails the command and says which floor sank."""
    result = run("--floors", str(tmp_path / "floors.json"))
    assert result.exit_code == 1
    assert "strict.f1 is 0.0000" in result.output


def test_gold_without_texts_is_not_coded(tmp_path):
    """Coded records as gold, alone: all would read as missed."""
    app = typer.Typer()
    app.command()(evaluate)
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"id": "a", "events": [EVENT]}), encoding="utf-8")
    result = CliRunner().invoke(app, [str(gold)])
    assert result.exit_code == 2
    assert "no texts" in result.stderr
