import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from marsad.store import Act, Judgement, open_store
from marsad.store.accounts import add_user, user_named
from marsad.store.guards import GUARDS
from marsad.store.log import first_broken, write
from marsad.store.review import do
from marsad.store.verify import verify

COLUMNS = {
    "judgements": "verdict", "codings": "record", "report_versions": "kept_at", "log": "who", "review_acts": "act",
    "changes": "who", "blind_readings": "asked_at", "blind_codings": "record", "batches": "at", "batch_acts": "act_key",
    "amendments": "why",
}  # fmt: skip


ROWS = (
    "INSERT INTO blind_readings SELECT 1, report_key, version_key, coding_key, 1, 1, 1, 'then' FROM documents",
    "INSERT INTO blind_codings VALUES (1, '{}', 'then')",
    "INSERT INTO batches VALUES (1, 1, 'then', '{}', NULL)",
    "INSERT INTO batch_acts SELECT 1, act_key FROM review_acts",
    "INSERT INTO amendments VALUES (1, 'then', 'ليلى', 'actors', 'sdf', 'retire', NULL, '-')",
)
"""Rows of a report read blind, of many changed at once, and of words changed."""


def test_every_act_is_logged_once(store, keeping, by):
    """Keeping and coding are two acts on the report, with who and with what software; nothing new is no act."""
    for _ in range(2):
        store.keep([keeping(outlet="شبكة")], by())
    entries = list(store.log())
    assert [(entry.number, entry.act, entry.item, entry.who) for entry in entries] == [
        (1, "keep", "report:r1", "tester"),
        (2, "code", "report:r1", "tester"),
    ]
    assert entries[0].detail["version"] == 1
    assert entries[1].detail["events"] == 1
    assert entries[1].software.startswith("marsad ")
    assert store.first_broken() is None


def test_reading_leaves_a_transaction_fit_for_writing(store, keeping, by):
    """What streams many rows says so of its own question, not of the connection that writes next."""
    store.keep([keeping()], by())
    with store.writing() as connection:
        assert first_broken(connection) is None
        assert list(verify(connection)) == []
        write(connection, [Act(act="note", item="store", detail={})], who="tester")
    assert [entry.act for entry in store.log()][-1] == "note"


def test_acts_of_others_are_chained_too(store):
    """An archive logs what it fetched; the log of one item can be asked for."""
    store.note([Act(act="fetch", item="url:a", detail={"status": 200}), Act(act="fetch", item="url:ب", detail={})])
    store.note([Act(act="fetch", item="url:a", detail={"status": 304})])
    assert [entry.detail for entry in store.log("url:a")] == [{"status": 200}, {"status": 304}]
    assert store.first_broken() is None


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE log SET who = 'another' WHERE entry_key = 2",
        "UPDATE log SET detail = '{}' WHERE entry_key = 2",
        "DELETE FROM log WHERE entry_key = 2",
        "UPDATE log SET entry_key = 9 WHERE entry_key = 2",
    ],
)
def test_what_was_changed_behind_the_guards_is_found(store, change):
    """Who takes the guards away and changes an entry is given away by its number."""
    for number in range(3):
        store.note([Act(act="fetch", item=f"url:{number}", detail={"n": number})])
    with store.writing() as connection:
        for name in ("update", "delete"):
            where = "" if connection.dialect.name == "sqlite" else " ON log"
            connection.execute(text(f"DROP TRIGGER guard_log_{name}{where}"))
        connection.execute(text(change))
    assert store.first_broken() == 2


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.name)
def test_rows_of_record_cannot_be_changed(url, keeping, by, guard):
    """The database itself refuses to change or drop log, versions, codings and judgements."""
    with open_store(url, create=True) as store:
        store.keep([keeping()], by())
        store.judge(Judgement(kind="status", subject="report:r1", verdict="checked"))
        with store.writing() as connection:
            add_user(connection, "ليلى", "editor", who="tester")
            do(connection, "r1", "accept", user=user_named(connection, "ليلى"), status="checked", checked=True)
            for row in ROWS:
                connection.execute(text(row))
        column = COLUMNS[guard.table]
        change = (
            f"UPDATE {guard.table} SET {column} = '7'" if guard.refused == "UPDATE" else f"DELETE FROM {guard.table}"
        )
        with pytest.raises(DBAPIError, match=f"rows of {guard.table} are never changed"), store.writing() as connection:
            connection.execute(text(change))
