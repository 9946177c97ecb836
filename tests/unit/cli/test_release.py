"""Releases from the command line."""

import json

import pytest
from typer.testing import CliRunner

from marsad.cli.exits import Exit
from marsad.cli.main import app


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run a command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(app, arguments)


def test_releases_are_made_listed_and_verified(run, tmp_path):
    """One after the other, from a store; a changed file ends with the status of damage, and is named."""
    report = {"id": "r1", "text": "قُتل عنصران من قسد بهجوم لداعش في بلدة ذيبان أمس.", "published": "2024-03-20"}
    (tmp_path / "r.jsonl").write_text(json.dumps(report), encoding="utf-8")
    run("code", "r.jsonl", "--store", "s.db", "-q")
    made = run("release", "make", "r", "--store", "s.db", "--note", "أول")
    assert (made.exit_code, "r/0001: 1 events of 1 reports" in made.stdout) == (Exit.OK, True)
    assert "أول" in run("release", "list", "r").stdout
    assert "1 release, whole" in run("release", "verify", "r").stdout
    again = run("release", "rebuild", "r", "1", "--store", "s.db", "-o", "again")
    assert (again.exit_code, "bit for bit" in again.stdout) == (Exit.OK, True)
    (tmp_path / "r" / "0001" / "events.csv").write_bytes(b"x")
    damaged = run("release", "verify", "r")
    assert (damaged.exit_code, "events.csv is not what was released" in damaged.stdout) == (Exit.DAMAGED, True)


def test_no_release_is_said(run):
    """A folder without releases is wrong usage, with the command that makes one."""
    result = run("release", "verify", "nothing")
    assert (result.exit_code, "marsad release make" in result.stderr) == (Exit.USAGE, True)
