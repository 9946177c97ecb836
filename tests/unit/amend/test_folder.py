"""Amendments become files and come back from them as they were."""

from __future__ import annotations

import pytest

from marsad.amend.entries import entries_of
from marsad.amend.folder import read_folder, write_folder
from marsad.amend.kinds import AMENDED
from marsad.errors import ResourceError
from marsad.lexicon.layers import own_version
from marsad.model.amendment import Amendment


@pytest.mark.parametrize("kind", AMENDED)
def test_every_shipped_entry_comes_back(tmp_path, kind):
    """Written and read again, each entry of each kind says what it said."""
    told = [
        Amendment(kind=kind, entry_id=one.entry_id, value=one.value, why=one.value["source"])
        for one in entries_of(kind)[:300]
    ]
    write_folder(tmp_path / "own", told)
    found, problems = read_folder(tmp_path / "own")
    assert problems == []
    assert sorted(found, key=lambda one: one.entry_id) == sorted(told, key=lambda one: one.entry_id)


def test_retired_entries_come_back(tmp_path):
    """What is retired stands in a file of its own, with the reason."""
    told = [Amendment(kind="place-words", entry_id="type.town", act="retire", why="no use: it was wrong")]
    write_folder(tmp_path / "own", told, revision=4)
    assert read_folder(tmp_path / "own") == (told, [])
    assert own_version(tmp_path / "own").startswith("r4.")


def test_what_is_wrong_in_a_folder_is_named_with_its_line(tmp_path):
    """A broken entry and a broken retirement are told by file and line, and cost the others nothing."""
    folder = tmp_path / "own"
    (folder / "actors").mkdir(parents=True)
    (folder / "actors" / "ours.yaml").write_text("- id: x\n  code: other:س\n- id: y\n", "utf-8")
    (folder / "retired.yaml").write_text("- kind: actors\n  id: sdf\n", "utf-8")
    found, problems = read_folder(folder)
    assert found == []
    assert {(problem.line, problem.entry_id) for problem in problems} == {(1, "x"), (3, "y"), (1, "sdf")}
    assert all("ours.yaml" in problem.say() or "retired.yaml" in problem.say() for problem in problems)


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    """Nothing is written over."""
    (tmp_path / "note.txt").write_text("kept", "utf-8")
    with pytest.raises(ResourceError, match="not empty"):
        write_folder(tmp_path, [])
    with pytest.raises(ResourceError, match="no such folder"):
        read_folder(tmp_path / "none")
