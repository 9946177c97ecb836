"""A backup put in the place of a store: `marsad store restore`."""

import sqlite3
from contextlib import closing

import pytest

from marsad.cli.exits import Exit
from marsad.errors import StoreError
from marsad.store import open_store


@pytest.fixture
def backed_up(marsad, reports, tmp_path):
    """A store with a backup of three reports, and one more report in the store."""
    marsad("code", reports, "--store", "s.db")
    marsad("store", "copy", "s.db", "b.db")
    more = tmp_path / "more.jsonl"
    more.write_text(
        '{"report_id": "late", "text": "قُتل رجل في بلدة تقع في الشمال.", "date": "2024-04-01"}\n', encoding="utf-8"
    )
    assert marsad("code", more, "--store", "s.db").exit_code == Exit.OK
    return tmp_path


def held(marsad, store):
    """Return what a store exports."""
    return marsad("export", "--store", store, "--format", "jsonl").stdout


def said(marsad, *words):
    """Return what restoring is refused with."""
    refused = marsad("store", "restore", *words).exception
    assert isinstance(refused, StoreError)
    return str(refused)


def test_the_backup_stands_in_the_place_of_the_store(marsad, backed_up):
    """The store holds what the backup holds, is whole, and tells of it; the one of before is kept, the backup too."""
    later, bytes_of_backup = held(marsad, "s.db"), (backed_up / "b.db").read_bytes()
    result = marsad("store", "restore", "b.db", "s.db")
    assert result.exit_code == Exit.OK
    assert "b.db: whole, " in result.stdout
    assert "s.db: restored." in result.stdout
    (kept,) = backed_up.glob("s.before-*.db")
    assert f"{kept.name}: what was in s.db before" in result.stdout
    assert held(marsad, "s.db") == held(marsad, "b.db") != later
    assert held(marsad, kept.name) == later
    assert marsad("store", "verify", "s.db").exit_code == Exit.OK
    with open_store("s.db") as store:
        assert [*store.log()][-1].act == "put back"
    assert (backed_up / "b.db").read_bytes() == bytes_of_backup
    assert not [*backed_up.glob("*.restoring*"), *backed_up.glob("s.db-*")]


@pytest.mark.usefixtures("backed_up")
def test_where_there_is_no_store_one_is_put(marsad):
    """On another machine there is nothing to keep."""
    result = marsad("store", "restore", "b.db", "new.db")
    assert result.exit_code == Exit.OK
    assert "before; delete it" not in result.stdout
    assert held(marsad, "new.db") == held(marsad, "b.db")


def test_an_open_store_is_refused(marsad, backed_up):
    """Whoever has it open, though idle, would damage what is put there; nothing is touched."""
    with open_store("s.db"):
        assert "End marsad serve" in said(marsad, "b.db", "s.db")
    assert "late" in held(marsad, "s.db")
    assert not [*backed_up.glob("*.before-*"), *backed_up.glob("*.restoring*")]


def test_a_damaged_store_is_put_away(marsad, backed_up):
    """That is what the backup is for, and what is left beside it goes away with it."""
    (backed_up / "s.db").write_bytes(b"no store any more" * 500)
    (backed_up / "s.db-wal").write_bytes(b"left over")
    assert marsad("store", "restore", "b.db", "s.db").exit_code == Exit.OK
    assert held(marsad, "s.db") == held(marsad, "b.db")
    (left,) = backed_up.glob("s.before-*.db-wal")
    assert left.read_bytes() == b"left over"


def test_a_backup_that_is_not_whole_is_refused(marsad, backed_up):
    """What does not fit is told, the status says so, and the store stays as it is."""
    before = held(marsad, "s.db")
    with closing(sqlite3.connect("b.db")) as connection, connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'log'"
        ).fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute("UPDATE log SET who = 'nobody' WHERE entry_key = 1")
    result = marsad("store", "restore", "b.db", "s.db")
    assert result.exit_code == Exit.DAMAGED
    assert "The log is broken at entry 1" in result.stdout
    assert "Nothing was changed" in result.stdout
    assert held(marsad, "s.db") == before
    assert not [*backed_up.glob("*.before-*"), *backed_up.glob("*.restoring*")]


def test_a_backup_with_torn_pages_is_refused(marsad, backed_up):
    """A copy of a file that was written to meanwhile, or of a failing disk, is found before it takes a place."""
    torn = bytearray((backed_up / "b.db").read_bytes())
    torn[len(torn) // 2 :] = bytes(len(torn) - len(torn) // 2)
    (backed_up / "b.db").write_bytes(torn)
    assert "The file is damaged. Try an earlier backup. Nothing was changed." in said(marsad, "b.db", "s.db")
    assert "late" in held(marsad, "s.db")


@pytest.mark.usefixtures("backed_up")
def test_a_backup_of_a_newer_marsad_is_refused(marsad):
    """The remedy is to update."""
    with closing(sqlite3.connect("b.db")) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert "Update marsad" in said(marsad, "b.db", "s.db")
    assert "late" in held(marsad, "s.db")


def test_a_backup_with_work_beside_it_is_copied_whole(marsad, backed_up):
    """A backup that is itself open has its last minutes beside it; they come along."""
    with open_store("b.db"):
        assert (backed_up / "b.db-wal").exists()
        assert marsad("store", "restore", "b.db", "s.db").exit_code == Exit.OK
    assert held(marsad, "s.db") == held(marsad, "b.db")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("none.db", "s.db"), "There is no such backup"),
        (("s.db", "s.db"), "That is the store itself"),
        (("b.db", "nowhere/s.db"), "a folder that there is"),
        (("strange.db", "s.db"), "no store of marsad"),
        (("b.db", "postgresql://marsad:secret@db.example/marsad"), "pg_restore"),
    ],
)
@pytest.mark.usefixtures("backed_up")
def test_what_is_no_backup_or_no_place_is_refused(marsad, words, told):
    """Each with what to do, and without a password."""
    with closing(sqlite3.connect("strange.db")) as connection, connection:
        connection.execute("CREATE TABLE t (a)")
    refused = said(marsad, *words)
    assert told in refused
    assert "secret" not in refused
    assert "late" in held(marsad, "s.db")
