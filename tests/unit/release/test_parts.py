"""The parts of a release by themselves: which folders are one, what differs and why, and the page that tells it."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from tests.unit.incidents.conftest import linker, places

from marsad.errors import ReadError, StoreError
from marsad.release import make
from marsad.release.make import rebuild_release
from marsad.release.manifest import Manifest, faults, folder_of, releases, sums_of
from marsad.release.notes import Difference, compared, fingerprints
from marsad.release.told import notes_page

__all__ = ["linker", "places"]

COUNTS = {"reports": 1, "events": 2, "incidents": 3}


def line(report_id, *events):
    return {"id": report_id, "events": [{"event_id": f"{report_id}#{number}", **one} for number, one in events]}


def test_what_differs_and_why():
    """Events come and go, fields too; why is told by their report, and by the rules where it did not change."""
    before = fingerprints([line("a", (1, {"killed": 1}), (2, {})), line("b", (1, {"status": "x"})), line("c", (1, {}))])
    now = fingerprints([line("a", (1, {"killed": 2, "place": None}), (3, {})), line("b", (1, {"status": "x"}))])
    assert list(compared(before, now, {"a": "revise", "b": "code"})) == [
        Difference(kind="event", id="a#1", act="changed", fields=("killed", "place"), why="revise"),
        Difference(kind="event", id="a#2", act="removed", why="revise"),
        Difference(kind="event", id="a#3", act="added", why="revise"),
        Difference(kind="event", id="c#1", act="removed", why="rules"),
    ]


@pytest.mark.parametrize(("count", "beyond"), [(200, False), (201, True)])
def test_the_page_tells_the_first_of_very_many(count, beyond):
    """Two hundred events of an act are listed; how many more there are is said, and where they stand."""
    found = [Difference(kind="event", id=f"r#{number}", act="added", why="code") for number in range(count)]
    gone = Difference(kind="incident", id="i", act="merged", into="j", why="merge")
    page = notes_page(7, "2026-01-31T00:00:00+00:00", "ملاحظة", COUNTS, [*found, gone]).splitlines()
    assert page[0].endswith("7")
    assert page[2] == "2026-01-31T00:00:00+00:00"
    assert [one.rpartition(": ")[2] for one in page[4:7]] == ["1", "2", "3"]
    assert page[8] == "ملاحظة"
    assert f"- `r#{199}`" in page
    assert ("- … 1: `notes.jsonl`" in page) is beyond
    assert "- `i` → `j`" in page
    assert sum(one.startswith("## ") for one in page) == 2


def test_a_manifest_has_the_same_hash_for_ever():
    """Releases name the manifest before by it, whatever version of marsad made that one."""
    made = Manifest(
        number=2, as_of="2026-01-31T00:00:00Z", change=7, seal="ab", software="1.0", resources="w", gazetteer="g 1",
        note="أول", previous=None, counts={"reports": 1, "events": 2}, files={"b": "2", "a": "1"},
    )  # fmt: skip
    assert made.bytes.startswith(b'{\n "as_of": "2026-01-31T00:00:00Z",\n "change": 7,\n')
    assert made.sha256 == "cbd330d1fa12ad55ea5f35f6defd950818e61cbeca691b99bd986c99d13ff838"


def test_a_release_waits_for_its_second_to_pass(store, keeping, by, released, clock):
    """No longer; one of an earlier moment does not wait."""
    store.keep([keeping("r1")], by())
    first = released()
    (waited,) = clock
    assert 0 < waited <= 1.01
    released(as_of=datetime.fromisoformat(first.as_of))
    assert clock == [waited]


def test_copies_of_a_release_are_none(store, keeping, by, folder, released):
    """What somebody calls otherwise, or left beside, takes no number and is no fault."""
    store.keep([keeping("r1")], by())
    released()
    for name in ("0001-copy", "1", "old 0001"):
        shutil.copytree(folder_of(folder, 1), folder / name)
    assert [one.number for one in releases(folder)] == [1]
    assert list(faults(folder)) == []
    assert released().number == 2


def test_a_second_release_without_a_first_does_not_follow(store, keeping, by, folder, released):
    """Also where it names none before and its sums fit."""
    store.keep([keeping("r1")], by())
    alone = replace(released(), number=2)
    here = folder_of(folder, 1).rename(folder_of(folder, 2))
    (here / "manifest.json").write_bytes(alone.bytes)
    (here / "SHA256SUMS").write_bytes(sums_of(alone.files, alone.sha256))
    assert list(faults(folder)) == ["Release 2 does not follow the one before it."]


@pytest.mark.parametrize("name", ["manifest.json", "SHA256SUMS"])
def test_every_file_of_the_last_release_is_checked(store, keeping, by, folder, released, name):
    """Also its manifest, which no later one names, and the sums, which the manifest does not."""
    store.keep([keeping("r1")], by())
    released(note="first")
    path = folder_of(folder, 1) / name
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"first", b"other") if name == "manifest.json" else whole[1:])
    (told,) = faults(folder)
    assert "SHA256SUMS does not fit manifest.json" in told
    path.write_bytes(whole)
    assert list(faults(folder)) == []
    (folder_of(folder, 1) / "SHA256SUMS").unlink()
    (told,) = faults(folder)
    assert told.endswith("SHA256SUMS is missing.")


def test_a_file_that_comes_out_otherwise_is_named(store, keeping, by, folder, released, tmp_path, monkeypatch):
    """As with another version of marsad; what there is no release of cannot be made again."""
    store.keep([keeping("r1")], by())
    released()
    monkeypatch.setattr(make, "notes_page", lambda *_: "otherwise\n")
    assert rebuild_release(store, folder, 1, tmp_path / "again") == ["NOTES.md"]
    with pytest.raises(ReadError, match="no release here"):
        rebuild_release(store, folder, 2, tmp_path / "none")


def test_what_is_held_back_is_in_no_incident(store, linker, keeping, by, event, folder, released, rules):
    """The position of an event in its report is that of the coding; one held back has no row, and its incident none."""
    there = event(event_id="r1#2", sub_event_type="Arrests", actor1="x")
    store.keep([keeping("r1", events=[event(event_id="r1#1"), there])], by())
    linker.link()
    first = released()
    rules.write_text('[[rule]]\nname = "wait"\nsub_event_types = ["Armed clash"]\nwithhold = true\n', encoding="utf-8")
    second = released()
    rows = [(folder_of(folder, number) / "incidents.csv").read_text("utf-8-sig").splitlines() for number in (1, 2)]
    named = [{row.split(",")[1] for row in some[1:]} for some in rows]
    assert named == [{"r1#1", "r1#2"}, {"r1#2"}]
    assert [one.counts["incidents"] for one in (first, second)] == [
        len({row.split(",")[0] for row in some[1:]}) for some in rows
    ]
    assert [one.counts for one in (first, second)][1]["events"] == 1


def test_a_release_of_an_earlier_moment(store, keeping, by, event, folder, released):
    """It tells what was kept by then; what came after is added by the next, and a moment to come is refused."""
    store.keep([keeping("r1", events=[event(event_id="r1#1")])], by())
    first = released()
    store.keep([keeping("r2", events=[event(event_id="r2#1")])], by())
    second = released(as_of=datetime.fromisoformat(first.as_of))
    assert (second.as_of, second.counts["events"]) == (first.as_of, 1)
    third = released()
    assert (third.counts["events"], third.previous) == (2, second.sha256)
    rows = (folder_of(folder, 3) / "notes.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(row)["id"] for row in rows] == ["r2#1"]
    with pytest.raises(StoreError):
        released(as_of=datetime.fromisoformat(third.as_of) + timedelta(days=1))
    assert [one.number for one in releases(folder)] == [1, 2, 3]
