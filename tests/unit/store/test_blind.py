"""Second codings made without seeing the first: who may be asked, what is kept, and that nothing else changes."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from marsad.errors import StoreError
from marsad.store.accounts import add_user, user_named
from marsad.store.blind import ask_blind, code_blind, double_codings, draw_blind, open_reading, open_readings
from marsad.store.review import do
from marsad.store.verify import verify


@pytest.fixture
def people(store, keeping, by):
    """Three reports, two of them checked by Layla; Omar and Sara are there as well."""
    store.keep([keeping(name, f"نص {name}") for name in ("r1", "r2", "r3")], by())
    with store.writing() as connection:
        for name in ("ليلى", "عمر", "سارة"):
            add_user(connection, name, "coder", who="x")
        found = {name: user_named(connection, name) for name in ("ليلى", "عمر", "سارة")}
        for report in ("r1", "r2"):
            do(connection, report, "accept", user=found["ليلى"], status="checked", checked=True)
    return found


def coded(store, people, report, record):
    with store.writing() as connection:
        ask_blind(connection, report, reader=people["عمر"], by=people["سارة"])
        reading = open_reading(connection, people["عمر"].key, report)
        code_blind(connection, reading, record, user=people["عمر"])


def test_who_can_be_asked(store, people):
    """Not who checked it, not before anybody did, and nobody twice."""
    for report, reader, problem in (("r1", "ليلى", "another person"), ("r3", "عمر", "Nobody answers")):
        with pytest.raises(StoreError, match=problem), store.writing() as connection:
            ask_blind(connection, report, reader=people[reader], by=people["سارة"])
    with store.writing() as connection:
        ask_blind(connection, "r1", reader=people["عمر"], by=people["سارة"])
    with pytest.raises(StoreError, match="before"), store.writing() as connection:
        ask_blind(connection, "r1", reader=people["عمر"], by=people["سارة"])


def test_somebody_answers_for_the_coding_in_force(store, people, keeping, by):
    """Once the report was coded anew nobody does, whatever else was done with it since."""
    store.keep([keeping("r1", "نص r1")], by("9"))
    with store.writing() as connection:
        do(connection, "r1", "comment", user=people["ليلى"])
    with pytest.raises(StoreError, match="Nobody answers"), store.writing() as connection:
        ask_blind(connection, "r1", reader=people["عمر"], by=people["سارة"])
    with store.writing() as connection:
        assert draw_blind(connection, reader=people["عمر"], by=people["سارة"], most=5) == 1


@pytest.mark.parametrize("act", ["confirm", "comment", "dispute", "save"])
def test_who_worked_on_a_report_does_not_code_it_blind(store, people, act):
    """Neither asked nor by chance: the first coding was before that person."""
    with store.writing() as connection:
        do(connection, "r1", act, user=people["عمر"])
    with pytest.raises(StoreError, match="worked on"), store.writing() as connection:
        ask_blind(connection, "r1", reader=people["عمر"], by=people["سارة"])
    with store.writing() as connection:
        assert draw_blind(connection, reader=people["عمر"], by=people["سارة"], most=5) == 1
        assert [one.report_id for one in open_readings(connection, people["عمر"].key)] == ["r2"]


def test_a_second_coding_stands_apart(store, people):
    """It is in no list of codings, displaces nothing, cannot be made twice or changed, and fits the log."""
    before = store.codings("r1")
    record = {"id": "r1", "events": [], "skipped": []}
    coded(store, people, "r1", record)
    assert store.codings("r1") == before
    with store.reading() as connection:
        (double,) = double_codings(connection, most=9)
        assert (double.first_by, double.second_by, double.second) == ("ليلى", "عمر", record)
        assert double.first == before[-1].record
        assert open_readings(connection, people["عمر"].key) == []
        assert double_codings(connection, most=9, people=["سارة"]) == []
        assert double_codings(connection, most=9, people=["عمر"]) == [double]
    with store.reading() as connection:
        assert list(verify(connection)) == []
    for change in ("UPDATE blind_codings SET record = '{}'", "DELETE FROM blind_readings"):
        with pytest.raises(DBAPIError, match="never changed"), store.writing() as connection:
            connection.execute(text(change))


def test_reports_are_drawn_from_those_that_others_checked(store, people):
    """As many as there are, each for one reader."""
    with store.writing() as connection:
        assert draw_blind(connection, reader=people["ليلى"], by=people["سارة"], most=5) == 0
        assert draw_blind(connection, reader=people["عمر"], by=people["سارة"], most=5) == 2
        assert draw_blind(connection, reader=people["سارة"], by=people["سارة"], most=5) == 0
        assert {one.report_id for one in open_readings(connection, people["عمر"].key)} == {"r1", "r2"}


def test_a_changed_second_coding_is_noticed(store, people):
    """The log holds its hash."""
    coded(store, people, "r1", {"id": "r1", "events": [], "skipped": []})
    drop = "DROP TRIGGER guard_blind_codings_update"
    if store.engine.dialect.name != "sqlite":
        drop += " ON blind_codings"
    with store.writing() as connection:
        connection.execute(text(drop))
        connection.execute(text("UPDATE blind_codings SET record = '{}'"))
    with store.reading() as connection:
        assert list(verify(connection)) == ["Second coding 1 is not what the log tells."]
