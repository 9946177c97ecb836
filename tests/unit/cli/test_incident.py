"""Incidents of a store on the command line, from archived reports to a bundle that others verify."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

from marsad.cli.exits import Exit
from marsad.cli.main import app
from marsad.errors import StoreError
from marsad.store import open_store

REPORTS = Path(__file__).parents[1] / "link" / "reports.jsonl"
SOURCES = """
[[source]]
id = "difaf"
names = ["وكالة الضفاف", "وكالة ضفاف"]
kind = "agency"

[[source.reliability]]
grade = "B"
valid_to = 2022-04-11
"""


def run(*arguments):
    return CliRunner().invoke(app, [str(one) for one in arguments])


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A folder with the reports as published, an archive of them, and a store where they are coded and linked."""
    folder = tmp_path_factory.mktemp("incident")
    reports = [json.loads(line) for line in REPORTS.read_text(encoding="utf-8").splitlines()]
    repost = {**reports[0], "id": "repost", "outlet": "قناة الناقل", "published": "2022-04-12"}
    # a monitor tells the party's figure in f03, too: without it the party alone has the highest
    told = [one for one in (*reports, repost) if one["id"] != "f03"]
    lines = [{key: value for key, value in one.items() if key != "events"} for one in told]
    file = folder / "reports.jsonl"
    file.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in lines), encoding="utf-8")
    (folder / "sources.toml").write_text(SOURCES, encoding="utf-8")
    for command in (
        ("archive", "add", file, "--archive", folder / "kept"),
        ("sources", "keep", folder / "sources.toml", "--store", folder / "s.db", "--who", "Layla"),
        ("code", file, "--store", folder / "s.db", "-q"),
        ("link", "--store", folder / "s.db"),
    ):
        result = run(*command)
        assert result.exit_code == Exit.OK, result.output
    return folder


@pytest.fixture
def store(made, tmp_path) -> Path:
    """A store of its own for a test that decides."""
    return shutil.copy(made / "s.db", tmp_path / "s.db")


def incident_with(store, report_id):
    lines = run("incident", "list", "--store", store, "--json", "--limit", 1000).stdout.splitlines()
    (found,) = [
        record
        for record in map(json.loads, lines)
        if any(member["report_id"] == report_id for member in record["members"])
    ]
    return found


def test_the_store_holds_what_link_writes_of_its_export(made, tmp_path):
    """`marsad link --store` and `marsad link` of the same codings with their texts give the same incidents."""
    texts = {
        one["id"]: one for one in map(json.loads, (made / "reports.jsonl").read_text(encoding="utf-8").splitlines())
    }
    run("export", "--store", made / "s.db", "-o", tmp_path / "coded.jsonl")
    records = [json.loads(line) for line in (tmp_path / "coded.jsonl").read_text(encoding="utf-8").splitlines()]
    with (tmp_path / "both.jsonl").open("w", encoding="utf-8") as file:
        for record in records:
            told = texts[record["id"]]
            file.write(json.dumps({**record, "title": told["title"], "text": told["text"], **told}) + "\n")
    run("link", tmp_path / "both.jsonl", "-o", tmp_path / "files.jsonl", "--sources", made / "sources.toml", "-q")
    run("link", "--store", made / "s.db", "-o", tmp_path / "store.jsonl", "-q")

    def read(name):
        lines = (tmp_path / name).read_text(encoding="utf-8").splitlines()
        return {record["incident_id"]: record for record in map(json.loads, lines)}

    found, wanted = read("store.jsonl"), read("files.jsonl")
    for record in (*found.values(), *wanted.values()):
        for member in record["members"]:
            if member["copy_of"] not in {one["report_id"] for one in record["members"]}:
                member["copy_of"] = None  # a store tells copies among the reports of an incident only
    assert found == wanted


def test_list_tells_what_where_and_how_sure(made):
    """Two lines an incident, how many there are, and less of them when asked for less."""
    result = run("incident", "list", "--store", made / "s.db")
    assert result.exit_code == Exit.OK
    found = incident_with(made / "s.db", "f01")
    line = next(line for line in result.stdout.splitlines() if line.startswith(found["incident_id"]))
    assert "2022-04-11 · Armed clash · الشحيل, SY09, SY · is -> sdf" in line
    assert result.stdout.splitlines()[-1].endswith("incidents.")
    assert "1 shown" in run("incident", "list", "--store", made / "s.db", "--limit", 1).stdout
    assert run("incident", "list", "--store", made / "s.db", "--place", "القمر").stdout == "0 incidents.\n"
    backwards = run("incident", "list", "--store", made / "s.db", "--since", "2024-05-01", "--until", "2024-01-01")
    assert backwards.exit_code == Exit.USAGE


def test_list_tells_whose_figures_differ(made):
    """Those alone of which two sources tell other figures, each source with its own; copies tell none."""
    store = ("--store", made / "s.db")
    everything = run("incident", "list", *store, "--json").output.splitlines()
    found = [json.loads(line) for line in run("incident", "list", *store, "--differing", "--json").output.splitlines()]
    assert 0 < len(found) < len(everything)
    shown = run("incident", "list", *store, "--differing", "--limit", "1").output
    claims = [one for one in found[0]["ledger"] if one["passed_over"] is None]
    assert len({one["source"] for one in claims}) > 1
    assert all(one["source"] in shown for one in claims)
    assert "1 shown" in shown or len(found) == 1


def test_show_tells_all_that_a_documenter_asks(made):
    """Reports in order with copies below them, claims that count or not, what differs, grades, and why."""
    found = incident_with(made / "s.db", "f01")
    result = run("incident", "show", found["incident_id"], "--store", made / "s.db")
    assert result.exit_code == Exit.OK
    lines = result.stdout.splitlines()
    assert lines[0].startswith(found["incident_id"])
    assert f"{found['reports']} reports, {found['sources']} independent sources" in lines
    assert any(line.startswith("  1. 2022-04-11 · وكالة ضفاف · f01 · source B · report 1 confirmed") for line in lines)
    repost = lines.index("     = copied: 2022-04-12 · قناة الناقل · repost")
    assert "f01" in lines[repost - 2]
    for part in ("Reports", "Claims", "Why they are one"):
        assert part in lines
    assert any("no: copy of f01" in line for line in lines)
    assert any(line.strip().startswith("+") and "day: same" in line for line in lines)


def test_figures_follow_when_a_source_is_left_out(made):
    """By the rule that made them, shown and as JSON; a source that claims nothing is refused with those that do."""
    name = incident_with(made / "s.db", "f01")["incident_id"]
    store = made / "s.db"
    whole = json.loads(run("incident", "show", name, "--store", store, "--json").stdout)
    party = next(claim["source"] for claim in whole["ledger"] if claim["kind"] == "party")
    less = json.loads(run("incident", "show", name, "--store", store, "--json", "--without", party).stdout)
    assert (whole["figures"]["killed"]["high"], less["figures"]["killed"]["high"]) == (3, 2)
    assert less["figures"]["killed"]["sources"] == whole["figures"]["killed"]["sources"] - 1
    result = run("incident", "show", name, "--store", store, "--without", "nobody")
    assert result.exit_code == Exit.USAGE
    assert party in " ".join(result.stderr.replace("│", " ").split())


def test_people_merge_split_grade_and_take_back(store):
    """Each command says how to take it back; history tells who decided what, and why."""
    one, other = (incident_with(store, report)["incident_id"] for report in ("f01", "f09"))
    before = run("incident", "show", one, "--store", store, "--json").stdout
    merged = run("incident", "merge", one, other, "--store", store, "--why", "One convoy.", "--who", "Layla")
    assert "To take it back: marsad incident undo 1" in merged.stdout
    assert json.loads(run("incident", "show", other, "--store", store, "--json").stdout)["reports"] > 5
    assert run("incident", "undo", 1, "--store", store, "--why", "Two.", "--who", "Omar").exit_code == Exit.OK
    assert run("incident", "show", one, "--store", store, "--json").stdout == before
    split = run("incident", "split", one, "--members", "f04", "--store", store, "--who", "Omar")
    assert "To take it back: marsad incident undo 3" in split.stdout
    assert incident_with(store, "f04")["reports"] == 1
    graded = run("incident", "grade", one, "--report", "f01", "--credibility", 4, "--store", store, "--who", "Omar")
    assert "marsad incident undo 4" in graded.stdout
    assert (
        "report 4 doubtful [Omar, judgement 4; the rule says" in run("incident", "show", one, "--store", store).stdout
    )
    run("incident", "grade", one, "--attribution", "contested", "--store", store)
    listed = run("incident", "list", "--store", store, "--contested").stdout
    assert one in listed
    assert "1 incident." in listed
    history = run("incident", "history", other, "--store", store).stdout
    assert f"Layla: judgement 1: {one} and {other} are one because One convoy." in history
    assert "Omar: judgement 1 (merge) is taken back because Two." in history
    assert "Omar: judgement 3: f04 tell another act" in run("incident", "history", one, "--store", store).stdout
    assert run("store", "verify", store).exit_code == Exit.OK


def test_what_is_not_there_is_said(store):
    """With what to do instead."""
    result = run("incident", "show", "i-none", "--store", store)
    assert isinstance(result.exception, StoreError)
    assert "There is no incident i-none" in str(result.exception)
    assert run("incident", "history", "i-none", "--store", store).exit_code == Exit.SOME_UNREAD
    assert run("incident", "grade", "i-none", "--store", store).exit_code == Exit.USAGE
    assert run("link").exit_code == Exit.USAGE
    assert run("link", REPORTS, "--store", store).exit_code == Exit.USAGE
    assert "marsad incident merge" in run("link", "--store", store, "--previous", REPORTS).stderr
    assert run("bundle", "--store", store, "--archive", "kept", "-o", "x").exit_code == Exit.USAGE


def test_a_bundle_from_the_store_is_verified_without_marsad(made, tmp_path):
    """It holds the incident and its reports, byte for byte what a bundle from files holds."""
    name = incident_with(made / "s.db", "f01")["incident_id"]
    result = run(
        "bundle", "--store", made / "s.db", "--incident", name, "--archive", made / "kept", "-o", tmp_path / "case"
    )
    assert result.exit_code == Exit.OK, result.output
    done = subprocess.run(
        [sys.executable, str(tmp_path / "case" / "verify_bundle.py")], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout
    shutil.copytree(made / "kept", tmp_path / "kept")
    run("export", "--store", made / "s.db", "-o", tmp_path / "coded.jsonl")
    run("link", "--store", made / "s.db", "-o", tmp_path / "incidents.jsonl", "-q")
    run(
        "bundle", tmp_path / "coded.jsonl", "--incidents", tmp_path / "incidents.jsonl", "--incident", name,
        "--archive", tmp_path / "kept", "-o", tmp_path / "other",
    )  # fmt: skip
    for file in ("incidents.jsonl", "events.jsonl"):
        one, other = ((tmp_path / folder / file).read_bytes().splitlines() for folder in ("case", "other"))
        assert sorted(one) == sorted(other)


def test_a_store_that_was_changed_fails_verification(store):
    """The sentence names what was changed; the exit status says damaged."""
    with open_store(store) as opened, opened.writing() as connection:
        connection.execute(text("UPDATE incidents SET record = '{}'"))
    result = run("store", "verify", store)
    assert result.exit_code == Exit.DAMAGED
    assert "is not what the linker wrote." in result.stdout


def test_incidents_are_counted_and_exported_from_the_store(made, tmp_path):
    """Each once, with the ids that `incident list` shows; as lines they are those of `incident list --json`."""
    listed = [
        json.loads(line)
        for line in run("incident", "list", "--store", made / "s.db", "--json").stdout.split("\n")
        if line
    ]
    counted = json.loads(run("count", "--store", made / "s.db", "--incidents", "--by", "year", "--json").stdout)
    assert counted["total"]["ids"] == sorted(one["incident_id"] for one in listed)
    out = tmp_path / "incidents.csv"
    assert run("export", "--store", made / "s.db", "--incidents", "-o", out).exit_code == Exit.OK
    assert out.read_text(encoding="utf-8-sig").startswith("incident_id,")
    lines = run("export", "--store", made / "s.db", "--incidents").stdout.splitlines()
    assert [json.loads(line)["incident_id"] for line in lines] == [one["incident_id"] for one in listed]
    refused = run("export", "--store", made / "s.db", "--incidents", "--public")
    assert refused.exit_code == Exit.USAGE
