"""`marsad export` of files and stores, and what it says about what has no place in a form."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from marsad.cli.main import app

EVENT = {
    "sub_event_type": "Armed clash", "side1": ["is"], "side2": ["sdf"],
    "place": {"name": "ريف دير الزور", "country": "SY", "admin1": "SY09", "precision": 2, "latitude": 35.1,
              "longitude": 40.2},
    "date": {"start": "2024-03-20", "end": "2024-03-20", "precision": 1}, "evidence": "اشتباكات",
}  # fmt: skip


@pytest.fixture
def coded(tmp_path):
    path = tmp_path / "coded.jsonl"
    lines = [json.dumps({"id": "r1", "outlet": "منصة", "events": [EVENT]}), "{broken", json.dumps({"id": "r2"})]
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def run(*arguments):
    return CliRunner().invoke(app, ["export", *arguments])


def test_a_bad_line_costs_nothing_else(coded, tmp_path):
    """It is named with file, line and remedy; the rest is written; the exit status is 1."""
    result = run(coded, "-o", str(tmp_path / "out.csv"))
    assert result.exit_code == 1
    assert "coded.jsonl, line 2: This is no JSON" in result.stderr
    assert "coded.jsonl, line 3: The field 'events' is not there. Write one coded report a line" in result.stderr
    assert (tmp_path / "out.csv").read_text(encoding="utf-8-sig").count("\n") == 2


def test_what_has_no_point_is_said(coded, tmp_path):
    """A vague place is no point unless the user asks for that."""
    out = tmp_path / "out.geojson"
    assert "1 of 1 events have no exact place" in run(coded, "-o", str(out)).stderr
    (feature,) = json.loads(out.read_text(encoding="utf-8"))["features"]
    assert feature["geometry"] is None
    assert feature["properties"]["area"] == "SY09"
    run(coded, "-o", str(out), "--point-precision", "2")
    (feature,) = json.loads(out.read_text(encoding="utf-8"))["features"]
    assert feature["geometry"]["coordinates"] == [40.2, 35.1]


def test_what_a_layout_has_no_room_for_is_said(coded):
    """UCDP's table has no row for an event without a death."""
    result = run(coded, "--format", "ucdp")
    assert "left out: 1 event: no death is told." in result.stderr
    assert result.stdout.count("\n") == 1


def test_a_store_is_exported_as_it_stood(tmp_path, monkeypatch):
    """What was kept later is in no form of the record of before; the seal is said, and a file has no moment."""
    store = str(tmp_path / "s.db")

    def keep(name, text):
        (tmp_path / name).write_text(json.dumps({"id": name, "text": text, "published": "2024-03-20"}), "utf-8")
        CliRunner().invoke(app, ["code", str(tmp_path / name), "--store", store, "-q"])
        CliRunner().invoke(app, ["link", "--store", store])

    times = iter(f"2026-03-01T00:{minute:02}:00Z" for minute in range(60))
    moment = [next(times)]
    for module in ("changes", "as_of"):
        monkeypatch.setattr(f"marsad.store.{module}.now", lambda: moment[0])
    keep("a.jsonl", "قصفت الطائرات بلدة ذيبان أمس وقتل ثلاثة مدنيين.")
    before = {name: run("--store", store, *more).stdout for name, more in FORMS.items()}
    then, moment[0] = moment[0], next(times)
    keep("b.jsonl", "اعتقلت قسد أربعة أشخاص في بلدة الشحيل أمس.")
    moment[0] = next(times)
    for name, more in FORMS.items():
        assert before[name]
        assert run("--store", store, *more).stdout != before[name]
        again = run("--store", store, "--as-of", then, *more)
        assert again.stdout == before[name]
        assert "seal" in again.stderr
    assert "no moment" in run("--store", store, "--as-of", "yesterday").stderr
    assert run("--store", store, "--as-of", "2030-01-01").exit_code != 0
    (tmp_path / "c.jsonl").write_text(before["events"], "utf-8")
    assert "goes with --store" in run(str(tmp_path / "c.jsonl"), "--as-of", then).stderr


FORMS = {
    "events": (), "table": ("--format", "csv"), "incidents": ("--incidents", "--format", "csv"),
    "public": ("--public", "--today", "2026-03-02"),
}  # fmt: skip


def test_a_store_named_as_a_file_is_told(tmp_path):
    """In one sentence, with how to name it."""
    store = str(tmp_path / "s.db")
    CliRunner().invoke(app, ["store", "init", store])
    said = run(store).stderr
    assert said.count("not read") == 1
    assert f"--store {store}" in " ".join(said.split())


def test_records_go_through_as_they_are(coded):
    """In JSON Lines nothing is filled in."""
    assert json.loads(run(coded).stdout.splitlines()[0]) == {"id": "r1", "outlet": "منصة", "events": [EVENT]}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--format", "xlsx"], "is no text"),
        (["-o", "SELF"], "is an input"),
    ],
)
def test_wrong_usage(coded, arguments, message):
    """What cannot be meant is refused before anything is written."""
    result = run(coded, *(coded if argument == "SELF" else argument for argument in arguments))
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.replace("│", "").split())


def test_nothing_to_export():
    """Without a file and a store there is nothing to read."""
    assert run("--format", "csv").exit_code == 2


def test_events_and_incidents_do_not_mix(tmp_path):
    """Counted twice, everything would be; the message says what to do."""
    both = tmp_path / "both.jsonl"
    both.write_text('{"id": "a", "events": []}\n{"incident_id": "i"}\n', encoding="utf-8")
    result = run(str(both), "--format", "csv")
    assert result.exit_code == 1
    assert "line 2: This is an incident among coded reports." in result.stderr
    assert "--coded" in result.stderr
