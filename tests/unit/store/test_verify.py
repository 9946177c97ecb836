"""A store that was changed from outside says where."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from marsad.store import Incident, Judgement, Member
from marsad.store.engine import is_sqlite
from marsad.store.incidents import event_keys
from marsad.store.verify import verify


@pytest.fixture
def filled(store, keeping, by):
    """A store with versions, codings, a page that is gone, an incident and a judgement."""
    store.keep([keeping("r1", "نص أول"), keeping("r2", "نص ثانٍ")], by())
    store.keep([keeping("r1", "نص معدل")], by())
    store.keep_gone("r2", retrieved=datetime(2024, 4, 1, tzinfo=UTC))
    with store.reading() as connection:
        (key,) = event_keys(connection, store.codings("r2")[0].coding_key)
    store.keep_incident(Incident(incident_id="i1", members=(Member(event_key=key, score=0.5),), record={"n": 1}))
    store.judge(Judgement(kind="split", subject="incident:i1", verdict="different"))
    return store


def problems(store):
    with store.reading() as connection:
        return list(verify(connection))


def change(store, statement):
    """Change rows as somebody would who can write to the whole database, guards or not."""
    with store.writing() as connection:
        if is_sqlite(connection):
            triggers = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all()
            for name in triggers:
                connection.execute(text(f"DROP TRIGGER {name}"))
        else:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        connection.execute(text(statement))


def test_a_store_as_it_was_kept_is_whole(filled):
    """Versions, codings, judgements and incidents are what the log tells."""
    assert problems(filled) == []


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE report_versions SET outlet = 'x' WHERE version_key = 1", "Version 1 of report 'r1' is not what"),
        ("UPDATE codings SET record = '{\"events\": [{}]}' WHERE coding_key = 2", "Coding 2 is not what was kept"),
        ("UPDATE codings SET record = '{\"events\": []}' WHERE coding_key = 2", "Coding 2 has other events"),
        ("UPDATE events SET killed_best = 20 WHERE coding_key = 2", "Event 0 of coding 2 is not what its record"),
        ("UPDATE event_actors SET role = 'side2'", "Event 0 of coding 1 is not what its record tells: who takes part"),
        ("UPDATE judgements SET verdict = 'same'", "Judgement 1 is not what the log tells"),
        ("DELETE FROM judgements", "Judgement 1 is missing"),
        ("UPDATE incidents SET record = '{\"n\": 2}'", "Incident i1 is not what the linker wrote"),
        ("UPDATE incident_members SET left_at = '2024-04-01T00:00:00Z'", "Incident i1 has other members"),
        ("UPDATE log SET who = 'x' WHERE entry_key = 3", "The log is broken at entry 3"),
        ("UPDATE log SET detail = '[]' WHERE act = 'code'", "What follows in the store cannot be read"),
        ("DELETE FROM log WHERE act = 'link'", "Incident i1 is in no act of the log"),
    ],
)  # fmt: skip
def test_what_was_changed_is_named(filled, statement, told):
    """Each change is told by the row it was made in."""
    change(filled, statement)
    assert any(told in problem for problem in problems(filled)), problems(filled)
