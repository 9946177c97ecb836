"""Incidents in a release: which events are one, and what became of those told before."""

import json

import pytest
from tests.unit.incidents.conftest import coded, holding, linker, places, told

from marsad.incidents import decide
from marsad.release.manifest import folder_of

__all__ = ["coded", "linker", "places", "told"]


@pytest.fixture
def linked(store, linker, told, coded, by):
    """A store of the linker's reports, linked."""
    store.keep([coded(one) for one in told], by())
    linker.link()
    return store


def test_a_merge_is_told(linked, linker, released, folder):
    """An incident that people let another take in is told with that one, and by which act."""
    released()
    one, other = holding(linked, "f25"), holding(linked, "f23")
    now = decide.merge(linker, one, other, why="The same school.")
    gone = ({one, other} - {now}).pop()
    released()
    rows = [json.loads(row) for row in (folder_of(folder, 2) / "notes.jsonl").read_text(encoding="utf-8").splitlines()]
    assert rows == [{"kind": "incident", "id": gone, "act": "merged", "why": "merge", "into": now}]
    assert f"- `{gone}` → `{now}`" in (folder_of(folder, 2) / "NOTES.md").read_text(encoding="utf-8")


def test_events_of_one_incident_stand_together(linked, released, folder):
    """`incidents.csv` has a row for each event that is told, under the incident that joins it."""
    released()
    text = (folder_of(folder, 1) / "incidents.csv").read_text(encoding="utf-8-sig").splitlines()
    rows = [row.split(",") for row in text[1:]]
    assert text[0] == "incident_id,event_id"
    assert {incident for incident, event in rows if event.startswith("f25#")} == {holding(linked, "f25")}


def test_no_file_tells_whose_account_it_was(store, linker, keeping, by, event, released, folder):
    """A post is called by a name of its own in every file, one of a Telegram channel by its address."""
    posts = ("https://x.com/qusay_z/status/1", "https://x.com/qusay_z/status/2", "t.me/alwadi/901")
    store.keep([keeping(post, events=[event(event_id=f"{post}#1")]) for post in posts], by())
    linker.link()
    released()
    told = {path.name: path.read_text(encoding="utf-8") for path in folder_of(folder, 1).iterdir()}
    assert [name for name, text in told.items() if "qusay" in text] == []
    named = {row.split(",")[1] for row in told["incidents.csv"].splitlines()[1:]}
    lines = [json.loads(line) for line in told["events.jsonl"].splitlines()]
    assert named == {event["event_id"] for line in lines for event in line["events"]}
    assert len(named) == len(posts)
    assert "t.me/alwadi/901#1" in named
