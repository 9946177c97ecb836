"""Words that a team changed: every change stays, and what is in force follows from them."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from marsad.errors import StoreError
from marsad.model.amendment import Amendment
from marsad.store.amendments import (
    amended,
    amended_after,
    amendment_numbered,
    amendments_in_force,
    amendments_of,
    keep_amendments,
    revision,
)

SDF = Amendment(kind="actors", entry_id="sdf", value={"id": "sdf", "note": "قسد"}, why="so we call it")
GONE = Amendment(kind="triggers", entry_id="x.y", act="retire", why="no use")


def test_changes_make_revisions(store):
    """Each change has a number; what changes nothing makes none."""
    with store.writing() as connection:
        assert (revision(connection), amendments_in_force(connection)) == (0, [])
        assert keep_amendments(connection, [SDF, GONE], who="ليلى") == 2
        assert keep_amendments(connection, [SDF], who="ليلى") == 2
        assert amendments_in_force(connection) == [SDF, GONE]
        assert [one.who for one in amended(connection)] == ["ليلى", "ليلى"]


def test_what_is_dropped_is_shipped_again_and_stays_told(store):
    """The last change of an entry counts, and all of them can be read."""
    with store.writing() as connection:
        keep_amendments(connection, [SDF], who="a")
        drop = Amendment(kind="actors", entry_id="sdf", act="drop", why="a mistake")
        assert (
            keep_amendments(connection, [drop, Amendment(kind="actors", entry_id="is", act="drop", why="-")], who="b")
            == 2
        )
        assert amendments_in_force(connection) == []
        assert [(one.number, one.act, one.who) for one in amendments_of(connection, "actors", "sdf")] == [
            (2, "drop", "b"),
            (1, "set", "a"),
        ]
        assert [one.number for one in amended_after(connection, 1, most=5)] == [2]
        assert [one.number for one in amended(connection, before=2)] == [1]
        assert amendment_numbered(connection, 3) is None


def test_changes_are_in_the_log_and_cannot_be_changed(store):
    """The log holds what was said; the rows themselves refuse."""
    with store.writing() as connection:
        keep_amendments(connection, [SDF], who="ليلى")
    [entry] = store.log("words:actors/sdf")
    assert (entry.act, entry.detail["revision"], "قسد" in entry.detail["value"]) == ("amend", 1, True)
    for act in ("UPDATE amendments SET why = 'else'", "DELETE FROM amendments"):
        with pytest.raises((DBAPIError, StoreError)), store.writing() as connection:
            connection.execute(text(act))
