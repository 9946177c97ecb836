"""Reports chosen and changed together, and taken back together."""

from __future__ import annotations

import pytest

from marsad.errors import StoreError
from marsad.store import Filters
from marsad.store.accounts import add_user, user_named
from marsad.store.batch_edit import choose, keep_batch, latest_batches, undo_batch
from marsad.store.review import do, review_of
from marsad.store.revise import current


@pytest.fixture
def user(store, keeping, by):
    """An editor, and three reports with a coding each."""
    store.keep([keeping(name, f"نص {name}") for name in ("r1", "r2", "r3")], by())
    with store.writing() as connection:
        add_user(connection, "ليلى", "editor", who="x")
        return user_named(connection, "ليلى")


def set_aside(store, user, *names):
    with store.writing() as connection:
        acts = [do(connection, name, "aside", user=user, status="set aside") for name in names]
        return keep_batch(connection, {"field": "status", "old": "", "new": "set aside"}, acts, user=user)


def status(store, name):
    with store.reading() as connection:
        return review_of(connection, current(connection, name).report_key).status


def test_reports_are_chosen_by_what_they_are(store, user):
    """Status, filters on events with the events that fit, and the incident that they tell."""
    set_aside(store, user, "r2")
    with store.reading() as connection:
        chosen = choose(connection, Filters(), status="to check", most=9)
        assert {one.report_id for one in chosen} == {"r1", "r3"}
        assert all(one.numbers == {0} for one in chosen)
        kind = chosen[0].record["events"][0]["sub_event_type"]
        assert len(choose(connection, Filters(sub_event_type=kind), most=9)) == 3
        assert choose(connection, Filters(sub_event_type="Grenade"), most=9) == []
        assert choose(connection, Filters(), incident="none", most=9) == []
        assert len(choose(connection, Filters(), most=2)) == 2


def test_a_batch_is_taken_back_as_a_whole(store, user):
    """Every report is as before; it is told that the batch was taken back, and that cannot be done twice."""
    key = set_aside(store, user, "r1", "r2")
    with store.writing() as connection:
        undone = undo_batch(connection, key, user=user)
    assert (undone.reports, undone.left) == (2, ())
    assert [status(store, name) for name in ("r1", "r2")] == ["to check", "to check"]
    with store.reading() as connection:
        (batch,) = latest_batches(connection, most=9)
    assert (batch.key, batch.user, batch.count, batch.undone) == (key, "ليلى", 2, True)
    for gone in (key, key + 1, 99):
        with pytest.raises(StoreError, match="no such batch"), store.writing() as connection:
            undo_batch(connection, gone, user=user)
    assert store.first_broken() is None


def test_what_was_worked_on_since_is_left(store, user):
    """Nobody's later work is undone with a batch."""
    key = set_aside(store, user, "r1", "r2")
    with store.writing() as connection:
        do(connection, "r2", "dispute", user=user, status="disputed")
        undone = undo_batch(connection, key, user=user)
    assert (undone.reports, undone.left) == (1, ("r2",))
    assert [status(store, name) for name in ("r1", "r2")] == ["to check", "disputed"]
