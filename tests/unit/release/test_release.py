"""Releases: numbered, hashed, telling what they changed, and made again bit for bit."""

import json
from datetime import datetime

import pytest

from marsad.errors import ReadError, ResourceError, SettingsError
from marsad.release.make import rebuild_release
from marsad.release.manifest import faults, folder_of, releases
from marsad.store import open_store
from marsad.wording.labels import label
from marsad.wording.tongue import Tongue


def lines(folder, number, name):
    return [json.loads(line) for line in (folder_of(folder, number) / name).read_text(encoding="utf-8").splitlines()]


def notes(folder, number):
    return [(one["act"], one["id"], one["why"]) for one in lines(folder, number, "notes.jsonl")]


def test_releases_follow_each_other(store, keeping, by, folder, released):
    """Each has the next number, names the one before, and is told to the log."""
    store.keep([keeping("r1")], by())
    first = released(note="أول")
    store.keep([keeping("r2")], by())
    (folder / "0000-draft").mkdir()  # a folder of somebody's own is no release
    second = released()
    assert [one.number for one in releases(folder)] == [1, 2]
    assert (first.previous, second.previous) == (None, first.sha256)
    assert first.counts == {"reports": 1, "events": 1, "incidents": 0}
    assert second.counts == {"reports": 2, "events": 2, "incidents": 0}
    assert [entry.detail["manifest"] for entry in store.log("store") if entry.act == "release"] == [
        first.sha256,
        second.sha256,
    ]
    assert list(faults(folder)) == []


def test_the_report_tells_who_is_private(store, keeping, by, event, folder, released):
    """A name is taken out of words that do not tell a person, since the headline or the text does."""
    words = {"evidence": "سقط طرخان", "evidence_fields": []}
    told = keeping("r1", text="قُتل الشاب طرخان الزغرتاوي في ذيبان. سقط طرخان بالرصاص.", events=[event(**words)])
    store.keep([told], by())
    released()
    (line,) = lines(folder, 1, "events.jsonl")
    assert "طرخان" not in json.dumps(line, ensure_ascii=False)
    assert "title" not in line
    assert "text" not in line


def test_an_earlier_release_is_made_again(store, keeping, by, event, folder, released, tmp_path):
    """Whatever was kept, coded anew or changed since, the first release comes out bit for bit."""
    store.keep([keeping("r1"), keeping("r2")], by())
    released()
    store.keep([keeping("r1", text="قُتل عنصران في ذيبان.", events=[event(status="denied")]), keeping("r3")], by())
    store.keep([keeping("r2", events=[])], by("2.0"))
    released()
    for number in (1, 2):
        assert rebuild_release(store, folder, number, tmp_path / f"again{number}") == []
        for path in folder_of(folder, number).iterdir():
            assert (tmp_path / f"again{number}" / path.name).read_bytes() == path.read_bytes()


def test_notes_say_what_differs_and_why(store, keeping, by, event, folder, released):
    """Events added, changed (by which fields) and taken out, each with the act behind it."""
    store.keep([keeping("r1", events=[event(event_id="r1#1")]), keeping("r2", events=[event(event_id="r2#1")])], by())
    released()
    store.keep([keeping("r1", events=[event(event_id="r1#1", status="denied")])], by("2.0"))
    store.keep([keeping("r2", events=[])], by("2.0"))
    store.keep([keeping("r3", events=[event(event_id="r3#1")])], by("2.0"))
    released()
    assert notes(folder, 1) == []
    assert notes(folder, 2) == [("changed", "r1#1", "code"), ("removed", "r2#1", "code"), ("added", "r3#1", "code")]
    changed, removed, _ = lines(folder, 2, "notes.jsonl")
    assert changed["fields"] == ["status"]
    assert removed == {"kind": "event", "id": "r2#1", "act": "removed", "why": "code"}
    page = (folder_of(folder, 2) / "NOTES.md").read_text(encoding="utf-8")
    assert "## تغيّر · Changed: 1" in page
    reason = " · ".join(label("release_reason", "code", Tongue(language=language)) for language in ("ar", "en"))
    assert f"1: {reason}" in page
    assert "- `r1#1`: status" in page


def test_what_only_another_version_or_surety_tells_is_no_change(store, keeping, by, event, folder, released):
    """An event coded anew and told alike stands in no notes, whatever version coded it and however sure it is."""
    store.keep([keeping("r1", events=[event(event_id="r1#1")])], by())
    released()
    anew = event(event_id="r1#1", coder_version="2.0", resources_version="w2", confidence=0.11)
    store.keep([keeping("r1", events=[anew])], by("2.0"))
    released()
    assert notes(folder, 2) == []


def test_a_delay_that_has_passed_adds_events(store, keeping, by, event, folder, released, rules):
    """What the rules hold back comes with a later release, and the notes say that the rules let it."""
    store.keep([keeping("r1", events=[event(event_id="r1#1")])], by())
    rules.write_text('[[rule]]\nname = "wait"\nsub_event_types = ["Armed clash"]\nwithhold = true\n', encoding="utf-8")
    assert released().counts["events"] == 0
    rules.write_text("rule = []\n", encoding="utf-8")
    assert released().counts["events"] == 1
    assert notes(folder, 2) == [("added", "r1#1", "rules")]


def test_no_planted_name_comes_out(store, keeping, by, event, folder, released):
    """The name of a private person is in no file of a release."""
    quote = "قتل المواطن خليل الحمادي برصاص مجهولين في ذيبان"
    told = event(evidence=quote, evidence_fields=[{"field": "side2", "quote": quote, "start": 0, "end": len(quote)}])
    store.keep([keeping("r1", text=quote, events=[told])], by())
    assert released().counts["events"] == 1
    for path in folder_of(folder, 1).iterdir():
        assert "الحمادي" not in path.read_text(encoding="utf-8"), path.name


def test_a_changed_file_is_found(store, keeping, by, folder, released):
    """A byte changed in a file, a file taken away, and a manifest written anew are told."""
    store.keep([keeping("r1")], by())
    released()
    released()
    first = folder_of(folder, 1)
    (first / "events.csv").write_bytes((first / "events.csv").read_bytes() + b"x")
    (first / "rules.toml").unlink()
    manifest = first / "manifest.json"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace('"note": ""', '"note": "x"'), encoding="utf-8")
    told = "\n".join(faults(folder))
    assert "events.csv is not what was released" in told
    assert "rules.toml is missing" in told
    assert "Release 2 does not follow" in told


def test_another_store_is_refused(store, keeping, by, folder, released, tmp_path, new_store):
    """A release is made again only from the store that it came from."""
    store.keep([keeping("r1")], by())
    released()
    with open_store(new_store()) as other, pytest.raises(ReadError, match="tells otherwise"):
        rebuild_release(other, folder, 1, tmp_path / "again")


def test_a_moment_before_the_last_release_is_refused(store, keeping, by, released):
    """Releases go forward in time."""
    store.keep([keeping("r1")], by())
    first = released()
    released()
    with pytest.raises(SettingsError, match="Name a later moment"):
        released(as_of=datetime.fromisoformat(first.as_of))


def test_rules_that_cannot_be_read_leave_nothing(store, keeping, by, folder, released, rules):
    """A release that fails leaves no folder and takes no number."""
    store.keep([keeping("r1")], by())
    rules.write_text("[[rule]]\nname = 3\n", encoding="utf-8")
    with pytest.raises(ResourceError):
        released()
    assert list(folder.iterdir()) == []
    rules.write_text("rule = []\n", encoding="utf-8")
    assert released().number == 1
