"""`marsad report` as people use it."""

from __future__ import annotations

import io
import json

import pytest
from pypdf import PdfReader
from typer.testing import CliRunner

from marsad.cli.main import app

TEXTS = (
    "اعتقلت قسد أربعة أشخاص في بلدة الشحيل بريف دير الزور أمس.",
    "نفذت قوات سوريا الديمقراطية أمس حملة دهم في الشحيل، واعتقلت أربعة من أهالي البلدة.",
)


@pytest.fixture
def coded(tmp_path):
    """Two reports of one arrest, coded into coded.jsonl and kept in s.db."""
    path = tmp_path / "r.jsonl"
    lines = [
        {"id": f"r{n}", "text": text, "published": "2024-03-20", "outlet": f"منصة {n}"} for n, text in enumerate(TEXTS)
    ]
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    run("code", path, "--store", tmp_path / "s.db", "-o", tmp_path / "coded.jsonl", "-q")
    return tmp_path / "coded.jsonl"


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def made(folder):
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_reports_incidents_and_stores_give_the_same(coded, tmp_path):
    """Linked now, linked before, or linked in a store: the same incidents and the same bytes."""
    result = run("report", coded, "--area", "SY09", "-o", tmp_path / "a")
    assert result.exit_code == 0, result.output
    assert sorted(made(tmp_path / "a")) == [
        "figures.json", "report.ar.docx", "report.ar.pdf", "report.en.docx", "report.en.pdf",
    ]  # fmt: skip
    assert "Incidents: 1, from 2024-03-19 to 2024-03-19" in result.output
    assert "copies are not known" in result.output
    run("link", coded, "-q", "-o", tmp_path / "incidents.jsonl")
    result = run("report", tmp_path / "incidents.jsonl", "--coded", coded, "--area", "SY09", "-o", tmp_path / "b")
    assert result.exit_code == 0, result.output
    assert made(tmp_path / "a") == made(tmp_path / "b")
    unlinked = run("report", "--store", tmp_path / "s.db", "-o", tmp_path / "c")
    assert "marsad link --store" in str(unlinked.exception)
    run("link", "--store", tmp_path / "s.db", "-q")
    result = run("report", "--store", tmp_path / "s.db", "--area", "SY09", "-o", tmp_path / "c")
    assert result.exit_code == 0, result.output
    assert "copies are not known" not in result.output
    assert made(tmp_path / "a") == made(tmp_path / "c")


def test_languages_forms_and_editions_are_chosen(coded, tmp_path):
    """One language, one form; an internal edition says so."""
    result = run("report", coded, "-o", tmp_path / "a", "--lang", "ar-SY", "--format", "docx", "--internal")
    assert result.exit_code == 0, result.output
    assert sorted(made(tmp_path / "a")) == ["figures.json", "report.ar.docx"]
    assert "exact places" in result.output
    assert run("report", coded, "-o", tmp_path / "a", "--format", "odt").exit_code == 2
    assert run("report", "-o", tmp_path / "a").exit_code == 2
    for first, last in (("--from", "--to"), ("--since", "--until")):
        backwards = run("report", coded, "-o", tmp_path / "a", first, "2024-03-02", last, "2024-03-01")
        assert (backwards.exit_code, "lies before the first" in " ".join(backwards.output.split())) == (2, True)
    (tmp_path / "file").write_text("")
    assert run("report", coded, "-o", tmp_path / "file", "--format", "docx").exit_code == 2


def test_a_template_is_written_and_used(coded, tmp_path):
    """Its files are named, and a changed title is in the report."""
    result = run("report", "--write-template", tmp_path / "mine")
    assert result.exit_code == 0
    assert "words.ar.toml" in result.stdout
    words = tmp_path / "mine" / "words.en.toml"
    words.write_text(words.read_text(encoding="utf-8").replace("Situation report", "Weekly note"), encoding="utf-8")
    arguments = ("--lang", "en", "--format", "pdf", "--template", tmp_path / "mine", "-o", tmp_path / "a")
    assert run("report", coded, *arguments).exit_code == 0
    pages = PdfReader(io.BytesIO(made(tmp_path / "a")["report.en.pdf"])).pages
    assert "Weekly note" in pages[0].extract_text()


def test_what_cannot_be_read_is_named(coded, tmp_path):
    """A broken line, and an incident whose report is not there; the rest is reported."""
    incidents, days = tmp_path / "incidents.jsonl", ("--from", "2024-03-01", "--to", "2024-03-31")
    run("link", coded, "-q", "-o", incidents)
    result = run("report", incidents, "-o", tmp_path / "a", *days)
    assert result.exit_code == 2
    assert "--coded" in result.output
    assert not (tmp_path / "a").exists()
    (tmp_path / "part.jsonl").write_text(coded.read_text(encoding="utf-8").splitlines()[0], encoding="utf-8")
    result = run("report", incidents, "--coded", tmp_path / "part.jsonl", "-o", tmp_path / "a", *days)
    assert result.exit_code == 1
    assert "is not there" in result.output
    with coded.open("a", encoding="utf-8") as file:
        file.write("\nnothing\n")
    assert run("report", coded, "-o", tmp_path / "a", "--format", "docx", "--lang", "en").exit_code == 1


def test_without_events_there_is_no_report(tmp_path):
    """It is said, and no folder is left that looks like a quiet time."""
    (tmp_path / "empty.jsonl").write_text("", encoding="utf-8")
    result = run("report", tmp_path / "empty.jsonl", "-o", tmp_path / "a")
    assert result.exit_code == 3
    assert "No event was read" in result.output
    assert not (tmp_path / "a").exists()


def test_some_days_are_told_alike_from_files_and_from_a_store(coded, tmp_path):
    """Of a store is read what begins then; a report of a time in which nothing did says so."""
    later = {"id": "r9", "text": "اعتقلت قسد طفلين في بلدة هجين أمس.", "published": "2024-06-12", "outlet": "منصة 1"}
    more = tmp_path / "more.jsonl"
    more.write_text(json.dumps(later, ensure_ascii=False), encoding="utf-8")
    run("code", more, "--store", tmp_path / "s.db", "-o", tmp_path / "more_coded.jsonl", "-q")
    run("link", "--store", tmp_path / "s.db", "-q")
    files = (coded, tmp_path / "more_coded.jsonl")
    for number, days in enumerate((("2024-03-01", "2024-03-31"), ("2024-06-01", "2024-06-30"))):
        asked = ("--from", days[0], "--to", days[1])
        from_files = run("report", *files, *asked, "-o", tmp_path / f"a{number}")
        from_store = run("report", "--store", tmp_path / "s.db", *asked, "-o", tmp_path / f"b{number}")
        assert (from_files.exit_code, from_store.exit_code) == (0, 0), from_files.output + from_store.output
        assert "Incidents: 1, from" in from_store.output
        assert made(tmp_path / f"a{number}") == made(tmp_path / f"b{number}")
        assert json.loads((tmp_path / f"b{number}" / "figures.json").read_text("utf-8"))["as_of"] == "2024-06-12"
    asked = ("--from", "2023-01-01", "--to", "2023-01-31", "--format", "docx", "--lang", "en")
    for number, of in enumerate((files, ("--store", tmp_path / "s.db"))):
        nothing = run("report", *of, *asked, "-o", tmp_path / f"c{number}")
        assert (nothing.exit_code, "Incidents: 0, from" in nothing.output) == (0, True), nothing.output
    assert made(tmp_path / "c0") == made(tmp_path / "c1")
