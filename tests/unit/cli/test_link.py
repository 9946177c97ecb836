"""`marsad link` as it is called."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from marsad.cli.main import app

REPORTS = Path(__file__).parents[1] / "link" / "reports.jsonl"


def run(*arguments, stdin=None):
    return CliRunner().invoke(app, ["link", *map(str, arguments)], input=stdin)


def written(file):
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def test_one_incident_a_line(tmp_path):
    """Every event is in one incident; each says what it is, what it rests on and why."""
    result = run(REPORTS, "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 0, result.output
    incidents = written(tmp_path / "out.jsonl")
    reports = written(REPORTS)
    members = [(one["report_id"], one["event"]) for incident in incidents for one in incident["members"]]
    assert sorted(members) == sorted((report["id"], n) for report in reports for n in range(len(report["events"])))
    assert len({incident["incident_id"] for incident in incidents}) == len(incidents)
    first = next(incident for incident in incidents if incident["place"]["name"] == "أريحا" and incident["reports"] > 3)
    assert first["figures"]["killed"] == {"low": 5, "best": 9, "high": 11, "sources": 4, "rule": "1"}
    reasons = first["members"][0]["link"]["reasons"]
    assert sum(reason["weight"] for reason in reasons) == pytest.approx(first["members"][0]["link"]["score"])


def test_the_order_of_the_lines_does_not_matter(tmp_path):
    """The output is the same, byte for byte."""
    backwards = tmp_path / "backwards.jsonl"
    backwards.write_text("\n".join(reversed(REPORTS.read_text(encoding="utf-8").splitlines())), encoding="utf-8")
    run(REPORTS, "-o", tmp_path / "one.jsonl")
    run(backwards, "-o", tmp_path / "other.jsonl")
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "other.jsonl").read_bytes()


def test_that_copies_are_not_known_is_said(tmp_path):
    """`marsad code` writes no texts, and without them a repost would count as a source and nobody would know."""
    silent = tmp_path / "silent.jsonl"
    records = [{key: value for key, value in record.items() if key != "text"} for record in written(REPORTS)]
    silent.write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in records), encoding="utf-8")
    result = run(silent, "-o", tmp_path / "out.jsonl", "-q")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "copies are not known" in result.stderr
    assert f"{len(records)} reports" in result.stderr
    (tmp_path / "copies.jsonl").write_text("", encoding="utf-8")
    assert not run(silent, "--copies", tmp_path / "copies.jsonl", "-o", tmp_path / "out.jsonl", "-q").stderr
    assert not run(REPORTS, "-o", tmp_path / "out.jsonl", "-q").stderr


def test_bad_lines_are_named_and_cost_nothing_else(tmp_path):
    """The exit status is 1; what could be read is written."""
    lines = REPORTS.read_text(encoding="utf-8").splitlines()
    broken = tmp_path / "broken.jsonl"
    broken.write_text("\n".join([*lines, "{", "[1]", '{"id": "x"}', lines[0]]), encoding="utf-8")
    result = run(broken, "-o", tmp_path / "out.jsonl", "-q")
    assert result.exit_code == 1
    for number in range(27, 31):
        assert f"line {number}:" in result.stderr
    run(REPORTS, "-o", tmp_path / "whole.jsonl", "-q")
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


def test_judgements_merge_and_their_undoing_gives_the_same_bytes(tmp_path):
    """A merged incident names the id it took over; superseded, the judgement leaves no trace."""
    judgement = {
        "a": {"report_id": "f25", "event": 0},
        "b": {"report_id": "f23", "event": 0},
        "verdict": "same",
        "by": "ليلى",
        "at": "2024-01-01T10:00:00Z",
    }
    file = tmp_path / "judgements.jsonl"
    run(REPORTS, "-o", tmp_path / "before.jsonl", "-q")
    file.write_text(json.dumps(judgement), encoding="utf-8")
    run(REPORTS, "-o", tmp_path / "merged.jsonl", "--judgements", file, "-q")
    merged = next(one for one in written(tmp_path / "merged.jsonl") if one["was"])
    assert {"f23", "f24", "f25"} == {member["report_id"] for member in merged["members"]}
    file.write_text(json.dumps({**judgement, "superseded": True}), encoding="utf-8")
    run(REPORTS, "-o", tmp_path / "after.jsonl", "--judgements", file, "-q")
    assert (tmp_path / "after.jsonl").read_bytes() == (tmp_path / "before.jsonl").read_bytes()
    file.write_text('{"verdict": "same"}', encoding="utf-8")
    result = run(REPORTS, "--judgements", file)
    assert result.exception is not None
    assert "judgements.jsonl, line 1" in str(result.exception)


def test_ids_of_an_earlier_run_lead_to_this_one(tmp_path):
    """A report that came in late and was published first gives a new id; the old one is kept as `was`."""
    late, *others = REPORTS.read_text(encoding="utf-8").splitlines()
    (tmp_path / "some.jsonl").write_text("\n".join(others), encoding="utf-8")
    run(tmp_path / "some.jsonl", "-o", tmp_path / "old.jsonl", "-q")
    run(REPORTS, "-o", tmp_path / "new.jsonl", "--previous", tmp_path / "old.jsonl", "-q")
    old = next(one for one in written(tmp_path / "old.jsonl") if any(m["report_id"] == "f02" for m in one["members"]))
    new = next(one for one in written(tmp_path / "new.jsonl") if any(m["report_id"] == "f01" for m in one["members"]))
    assert json.loads(late)["id"] == "f01"
    assert new["was"] == [old["incident_id"]]


def test_standard_input_and_output():
    """Lines come in at one end and go out at the other; --no-reasons leaves the reasons out."""
    result = run("-", "--no-reasons", "-q", stdin=REPORTS.read_bytes())
    assert result.exit_code == 0
    assert all(
        "reasons" not in (member["link"] or {})
        for line in result.stdout.splitlines()
        for member in json.loads(line)["members"]
    )


def test_a_registry_grades_the_outlets(tmp_path):
    """Each member has the grade of its outlet on the day; an outlet that the registry lacks has none."""
    registry = tmp_path / "sources.toml"
    registry.write_text(
        '[[source]]\nid = "difaf"\nnames = ["وكالة ضفاف"]\nkind = "agency"\nlanguage = "ar"\n'
        '[[source.reliability]]\ngrade = "B"\n',
        encoding="utf-8",
    )
    result = run(REPORTS, "--sources", registry, "-o", tmp_path / "out.jsonl", "-q")
    assert result.exit_code == 0, (result.output, result.exception)
    members = [member for incident in written(tmp_path / "out.jsonl") for member in incident["members"]]
    grades = {member["outlet"]: member["reliability"] for member in members}
    assert grades["وكالة ضفاف"] == "B"
    assert grades["شبكة خابور"] is None


def test_copies_count_once(tmp_path):
    """Twenty forwards of a report are linked with it and add no source."""
    lines = REPORTS.read_text(encoding="utf-8").splitlines()
    first = json.loads(lines[0])
    forwards = [{**first, "id": f"f01-{n}", "outlet": f"قناة {n}", "published": "2022-04-12"} for n in range(20)]
    many = tmp_path / "many.jsonl"
    many.write_text("\n".join([*lines, *map(json.dumps, forwards)]), encoding="utf-8")
    sizes = []
    for file in (REPORTS, many):
        run(file, "-o", tmp_path / "out.jsonl", "-q")
        (found,) = [one for one in written(tmp_path / "out.jsonl") if one["members"][0]["report_id"] == "f01"]
        sizes.append((found["reports"], found["sources"], found["figures"]["killed"]))
    assert sizes[1][0] == sizes[0][0] + 20
    assert sizes[1][1:] == sizes[0][1:]
    copies = [member["copy_of"] for member in found["members"] if member["report_id"].startswith("f01-")]
    assert copies == ["f01"] * 20


def test_groups_of_copies_can_be_handed_over(tmp_path):
    """What `marsad copies` wrote saves comparing the texts, and gives the same; another file is refused."""
    groups = tmp_path / "copies.jsonl"
    CliRunner().invoke(app, ["copies", str(REPORTS), "-o", str(groups), "-q"])
    run(REPORTS, "-o", tmp_path / "one.jsonl", "-q")
    result = run(REPORTS, "--copies", groups, "-o", tmp_path / "other.jsonl", "-q")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "other.jsonl").read_bytes()
    result = run(REPORTS, "--copies", REPORTS)
    assert "marsad copies" in str(result.exception)


def test_incidents_are_told_from_coded_reports(tmp_path):
    """They are linked already; the message says what to name instead."""
    (tmp_path / "incidents.jsonl").write_text('{"incident_id": "i-1", "members": []}\n', encoding="utf-8")
    result = CliRunner().invoke(app, ["link", str(tmp_path / "incidents.jsonl")])
    assert result.exit_code == 3
    assert "incidents.jsonl, line 1: This is an incident" in result.stderr
