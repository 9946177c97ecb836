"""Commands that work on a store."""

import csv
import io
import json
import re

import pytest

from marsad.cli import coding
from marsad.cli.exits import Exit
from marsad.errors import StoreError
from marsad.export import record as export_record
from marsad.store import open_store


def lines(path):
    return path.read_bytes().splitlines(keepends=True)


def test_code_keeps_what_it_codes(marsad, reports, tmp_path):
    """A store is made, nothing goes to standard output, and the export is what code would have written."""
    result = marsad("code", reports, "--store", "s.db")
    assert (result.exit_code, result.stdout) == (Exit.OK, "")
    assert "Written to s.db" in result.stderr
    marsad("code", reports, "-o", "direct.jsonl", "-q")
    marsad("export", "--store", "s.db", "-o", "kept.jsonl")
    assert (tmp_path / "kept.jsonl").read_bytes() == (tmp_path / "direct.jsonl").read_bytes()


def test_code_twice_codes_once(marsad, reports, tmp_path):
    """The second run codes nothing, says so, writes the same file, and ends well."""
    marsad("code", reports, "--store", "s.db")
    before = marsad("store", "info", "s.db").stdout
    result = marsad("code", reports, "--store", "s.db", "-o", "again.jsonl")
    assert result.exit_code == Exit.OK
    assert "Reports coded: 0" in result.stderr
    assert "In the store before, so not coded again: 3" in result.stderr
    assert "Written to s.db and again.jsonl" in result.stderr
    marsad("code", reports, "-o", "direct.jsonl", "-q")
    assert (tmp_path / "again.jsonl").read_bytes() == (tmp_path / "direct.jsonl").read_bytes()
    assert marsad("store", "info", "s.db").stdout == before


def test_an_edited_report_is_told(marsad, reports):
    """Its old version stays, and the summary counts it."""
    marsad("code", reports, "--store", "s.db")
    reports.write_text(reports.read_text(encoding="utf-8").replace("قُتل شاب", "قُتل شابان"), encoding="utf-8")
    result = marsad("code", reports, "--store", "s.db")
    assert "Changed since they were kept: 1; the old versions stay." in result.stderr
    assert "not coded again: 2" in result.stderr


def test_posts_that_their_channel_took_down_are_told_and_noted(marsad, tmp_path):
    """Whoever exports a channel again is told what is missing; the words stay, and the same again is no news."""
    posts = [
        {
            "id": number,
            "type": "message",
            "date": "2024-03-13T08:30:00",
            "text": f"قُتل شاب في بلدة الشحيل أمس. {number}",
        }
        for number in (1, 2, 3, 5)
    ]
    channel = {"name": "مرصد الوادي", "type": "public_channel", "id": 77}
    (tmp_path / "first.json").write_text(json.dumps(channel | {"messages": posts}), encoding="utf-8")
    (tmp_path / "later.json").write_text(json.dumps(channel | {"messages": posts[:1] + posts[2:]}), encoding="utf-8")
    assert "Taken down" not in marsad("code", "first.json", "--store", "s.db").stderr
    result = marsad("code", "later.json", "--store", "s.db")
    told = "Taken down by their channel: 1 (t.me/c/77/2). That is noted; their words stay."
    assert (result.exit_code, told in result.stderr) == (Exit.OK, True)
    assert "Taken down" not in marsad("code", "later.json", "--store", "s.db").stderr
    with open_store("s.db") as store:
        assert [version.gone for version in store.versions("t.me/c/77/2")] == [False, True]
        assert not any(version.gone for number in (1, 3, 5) for version in store.versions(f"t.me/c/77/{number}"))
    assert len(marsad("export", "--store", "s.db", "--format", "jsonl").stdout.splitlines()) == 4
    assert marsad("store", "verify", "s.db").exit_code == Exit.OK


def test_an_id_of_another_report_is_named(marsad, tmp_path):
    """It is not kept, the others are, and the exit status tells."""
    (tmp_path / "a.jsonl").write_text('{"id": "r1", "text": "خبر", "url": "https://a.example/1"}\n', encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(
        '{"id": "r1", "text": "خبر آخر", "url": "https://b.example/1"}\n{"id": "r9", "text": "خبر"}\n', encoding="utf-8"
    )
    marsad("code", "a.jsonl", "--store", "s.db")
    result = marsad("code", "b.jsonl", "--store", "s.db")
    assert result.exit_code == Exit.SOME_UNREAD
    assert "The id 'r1' belongs to a report of another address, https://a.example/1" in result.stderr
    assert [json.loads(line)["id"] for line in marsad("export", "--store", "s.db").stdout.splitlines()] == ["r1", "r9"]


def test_export_writes_tables(marsad, reports):
    """The forms are those of code."""
    marsad("code", reports, "--store", "s.db")
    table = marsad("export", "--store", "s.db", "--format", "csv").stdout.lstrip("\ufeff")
    assert [row["event_id"] for row in csv.DictReader(io.StringIO(table))] == ["r1-1", "r1-2", "r2-1"]


def test_search_shows_words_events_and_counts(marsad, reports):
    """Each hit with its words, its events, and counts at the end."""
    marsad("code", reports, "--store", "s.db")
    result = marsad("search", "عنصران", "--store", "s.db")
    assert result.exit_code == Exit.OK
    assert "1. 2024-03-20 · r1" in result.stdout
    assert "قُتل عنصران وقُتل ثالث." in result.stdout
    assert result.stdout.count("Armed clash | sdf -> is") == 2
    assert "1 report, 2 events" in result.stdout
    assert "sub_event_type: Armed clash 2" in result.stdout


def test_the_name_of_an_actor_that_no_report_has_leads_to_what_is_told_of_it(marsad, reports):
    """Reports call it otherwise; what names nobody, and what is found, leads nowhere."""
    marsad("code", reports, "--store", "s.db")
    assert "--actor sdf" in marsad("search", "قسد", "--store", "s.db").stderr
    assert "--actor" not in marsad("search", "كلمةلاتوجد", "--store", "s.db").stderr
    assert "--actor" not in marsad("search", "عنصران", "--store", "s.db").stderr


def test_search_writes_json(marsad, reports):
    """One object: hits with offsets into title, line feed, text, their events, and counts."""
    marsad("code", reports, "--store", "s.db")
    found = json.loads(marsad("search", "قتل*", "--store", "s.db", "--type", "Armed clash", "--json").stdout)
    assert (found["reports"], found["events"]) == (2, 3)
    hit = found["page"][0]
    assert [hit["text"][start:end] for start, end in hit["highlights"]] == ["قُتل"]
    assert [event["event_id"] for event in hit["events"]] == ["r2-1"]
    assert found["facets"]["status"] == [["reported", 3]]


@pytest.mark.parametrize("box", ["1,2,3", "a,b,c,d", "5,0,4,1"])
def test_a_box_that_is_none_is_wrong_usage(marsad, reports, box):
    """Four numbers, in order."""
    marsad("code", reports, "--store", "s.db")
    assert marsad("search", "", "--store", "s.db", "--box", box).exit_code == Exit.USAGE
    for first, last in (("--since", "--until"), ("--happened-since", "--happened-until")):
        backwards = marsad("search", "", "--store", "s.db", first, "2024-05-01", last, "2024-01-01")
        assert backwards.exit_code == Exit.USAGE


def test_the_store_may_be_named_by_a_variable(marsad, reports, monkeypatch):
    """MARSAD_STORE stands for --store, though not for where code writes."""
    monkeypatch.setenv("MARSAD_STORE", "s.db")
    assert marsad("store", "init").exit_code == Exit.OK
    assert marsad("code", reports).stdout.count("\n") == 3
    assert "0 reports" in marsad("search", "").stdout


def test_a_store_that_is_not_there_is_told(marsad):
    """Asking makes none."""
    for command in (("search", "x", "--store"), ("export", "--store"), ("recode", "--store"), ("store", "info")):
        error = marsad(*command, "none.db").exception
        assert isinstance(error, StoreError)
        assert "marsad store init none.db" in str(error)


def test_init_says_what_it_did(marsad):
    """Made the first time, up to date the second."""
    assert "s.db: made, schema 0" in marsad("store", "init", "s.db").stdout
    assert "s.db: up to date, schema 0" in marsad("store", "init", "s.db").stdout


def test_info_counts_and_looks_at_the_log(marsad, reports):
    """Rows, coders, and whether the log is whole."""
    marsad("code", reports, "--store", "s.db")
    told = marsad("store", "info", "s.db").stdout
    assert "       3  reports" in told
    assert "       3 coded by marsad" in told
    assert "The log is whole." in told


def test_recode_keeps_both_and_shows_what_differs(marsad, reports, tmp_path, monkeypatch):
    """A new version codes all anew; lines and table tell the fields that differ; a second run codes nothing."""
    marsad("code", reports, "--store", "s.db")
    monkeypatch.setattr(export_record, "coder_version", lambda: "9.9")
    result = marsad("recode", "--store", "s.db", "--min-confidence", "0.95", "--diff")
    assert result.exit_code == Exit.OK
    assert "Coded anew: 3 reports" in result.stdout
    assert "3 differences in 2 reports: event 3." in result.stdout
    assert "قُتل" in result.stdout
    result = marsad("recode", "--store", "s.db", "--min-confidence", "0.95", "-o", "diff.jsonl")
    assert "Coded anew: 0 reports" in result.stdout
    told = [json.loads(line) for line in (tmp_path / "diff.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(one["report_id"], one["field"], one["before"], one["after"]) for one in told] == [
        ("r1", "event", "قُتل", None),
        ("r1", "event", "قُتل", None),
        ("r2", "event", "قُتل", None),
    ]


def test_ctrl_c_keeps_what_was_coded(marsad, reports, monkeypatch):
    """An interrupted run has kept every report that it coded, and the next run codes the rest."""
    code_safely = coding.code_safely

    def interrupt(coder, report):
        if report.report_id == "r3":
            raise KeyboardInterrupt
        return code_safely(coder, report)

    monkeypatch.setattr(coding, "code_safely", interrupt)
    assert marsad("code", reports, "--store", "s.db").exit_code == Exit.INTERRUPTED
    monkeypatch.setattr(coding, "code_safely", code_safely)
    assert "not coded again: 2" in marsad("code", reports, "--store", "s.db").stderr
    assert marsad("export", "--store", "s.db").stdout.count("\n") == 3


def test_a_store_is_copied(marsad, reports):
    """The copy gives the same export; a second one into it is refused."""
    marsad("code", reports, "--store", "s.db")
    result = marsad("store", "copy", "s.db", "t.db")
    assert result.exit_code == Exit.OK
    assert "rows, the same as in s.db." in result.stdout
    assert marsad("export", "--store", "t.db", "--format", "jsonl").stdout == (
        marsad("export", "--store", "s.db", "--format", "jsonl").stdout
    )
    refused = marsad("store", "copy", "s.db", "t.db").exception
    assert isinstance(refused, StoreError)
    assert "not empty" in str(refused)


def test_the_doctor_looks_at_a_store(marsad, reports):
    """One line a finding, the store's among them."""
    marsad("code", reports, "--store", "s.db")
    result = marsad("doctor", "--store", "s.db")
    assert result.exit_code == Exit.OK
    assert re.search(r"ok +Size +3 codings in", result.stdout)


def test_the_doctor_tells_of_a_store_that_does_not_open(marsad):
    """What works on the machine is told all the same; the exit status is that of a problem."""
    result = marsad("doctor", "--store", "nowhere.db")
    assert result.exit_code == 1
    assert "Python" in result.output
    assert "nowhere.db: There is no store yet. Make it: marsad store init nowhere.db" in result.output


def test_the_doctors_commands_can_be_copied(marsad, reports, monkeypatch):
    """However narrow the window, a command stands on one line."""
    monkeypatch.setattr("marsad.doctor.MOST_CODINGS", 1)
    marsad("code", reports, "--store", "a-store-with-a-rather-long-name-of-its-own.db", "-q")
    result = marsad("doctor", "--store", "a-store-with-a-rather-long-name-of-its-own.db")
    command = "marsad store copy a-store-with-a-rather-long-name-of-its-own.db postgresql://USER@HOST/DATABASE"
    assert command in result.output
