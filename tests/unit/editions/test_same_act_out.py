"""What one report of an act may not tell stands in no file that is given out: exports, releases, reports."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from tests.unit.editions.test_same_act import CANARIES, CHILDREN, PLAIN, coder, keep
from typer.testing import CliRunner

from marsad.cli.main import app
from marsad.incidents import decide

__all__ = ["coder", "keep"]


@pytest.fixture
def joined(store, linker, keep):
    """A store in which two reports tell one act, and only the words of one set off a rule."""
    keep(CHILDREN, PLAIN)
    linker.link()
    return store


def run(*arguments):
    """Run a command; return what it said."""
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == 0, result.output
    return result.output


def read(folder):
    """Return all that the files of a folder tell."""
    told = []
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        data = file.read_bytes()
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(io.BytesIO(data)) as parts:
                told += [parts.read(part).decode("utf-8", "replace") for part in parts.namelist()]
        else:
            told.append(data.decode("utf-8", "replace"))
    return "\n".join(told)


def planted(text):
    """Return what of the planted stands in a text."""
    return [canary for canary in CANARIES if canary in text]


@pytest.mark.usefixtures("joined")
@pytest.mark.parametrize("form", ["jsonl", "csv", "geojson", "atom", "xlsx"])
def test_exports(url, tmp_path, form):
    """Both reports are there, and neither tells where it was; without --public both do."""
    for number, public in enumerate(((), ("--public",))):
        out = tmp_path / str(number)
        out.mkdir()
        run("export", "--store", url, "--format", form, "-o", str(out / f"out.{form}"), *public)
        told = read(out)
        assert bool(planted(told)) is not bool(public)
        assert form == "geojson" or told.count("plain") >= 1


@pytest.mark.usefixtures("joined")
def test_a_release(linker, url, tmp_path):
    """Of the moment it tells of: parted later, the act is told as it was, and the release before comes out the same."""
    folder = tmp_path / "releases"
    run("release", "make", str(folder), "--store", url)
    first = read(folder)
    assert planted(first) == []
    assert '"id": "plain"' in first
    name = next(row.split(",")[0] for row in first.splitlines() if row.startswith("i-"))
    decide.split(linker, name, ["plain"], why="Another shelling.")
    run("release", "make", str(folder), "--store", url)
    assert planted(read(folder / "0001")) == []
    lines = (folder / "0002" / "events.jsonl").read_text(encoding="utf-8").splitlines()
    told = {json.loads(line)["id"]: planted(line) for line in lines}
    assert (told["children"], bool(told["plain"])) == ([], True)
    run("release", "rebuild", str(folder), "1", "--store", url, "-o", str(tmp_path / "again"))


@pytest.mark.usefixtures("joined")
def test_a_situation_report(url, tmp_path):
    """The place is the governorate, and the words of both are told without it."""
    run("report", "--store", url, "-o", str(tmp_path), "--format", "docx", "--lang", "ar,en")
    assert planted(read(tmp_path)) == []
