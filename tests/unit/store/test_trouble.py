"""Trouble with disks, locks and servers: said in words with the remedy, and nothing is lost by it."""

from __future__ import annotations

import resource
import sqlite3
import sys
import threading
from types import SimpleNamespace

import pytest
from sqlalchemy import text

from marsad.errors import StoreError
from marsad.store import open_store
from marsad.store.problems import explain


def test_a_locked_store_is_told_after_waiting(url, keeping, by):
    """Another writer that does not end is named with what to do; once it has ended, the same call goes through."""
    with open_store(url) as other, open_store(url, wait=0.3) as store:
        with other.writing() as connection:
            connection.execute(text("UPDATE meta SET value = value"))
            with pytest.raises(StoreError, match=r"has been writing to the store for too long\. Wait for it to end"):
                store.keep([keeping()], by())
            assert store.search("").reports == 0, "reading goes on meanwhile"
        assert store.keep([keeping()], by())[0].new


def test_writers_wait_for_each_other(url, keeping, by):
    """Four writers at once in one process: each waits its turn, and all is kept."""
    errors = []

    def write(name):
        try:
            with open_store(url, wait=60) as store:
                for number in range(10):
                    store.keep([keeping(f"{name}-{number}", f"نص {name} {number}")], by())
        except Exception as error:  # noqa: BLE001 - told below
            errors.append(error)

    writers = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert errors == []
    with open_store(url) as store:
        assert store.told().counts["codings"] == 40
        assert store.first_broken() is None


@pytest.fixture
def file(template, tmp_path):
    """A store in SQLite."""
    path = tmp_path / "store.db"
    path.write_bytes(template.read_bytes())
    return path


def test_a_full_disk_is_told_and_costs_nothing_kept(file, keeping, by):
    """Files may grow no further: the batch is given up whole, what was kept before stays, and room makes it go on."""
    with open_store(file) as store:
        store.keep([keeping("before")], by())
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    many = [keeping(f"r{number}", "قصف " * 500 + str(number)) for number in range(200)]
    resource.setrlimit(resource.RLIMIT_FSIZE, (file.stat().st_size + 100_000, limits[1]))
    try:
        with open_store(file) as store, pytest.raises(StoreError, match=r"full.*(Free|space).*same command again"):
            store.keep(many, by())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    with open_store(file) as store:
        assert [kept.report.report_id for kept in store.reports()] == ["before"]
        assert all(kept.new for kept in store.keep(many, by()))
        assert store.first_broken() is None


def test_a_full_database_is_told(file, keeping, by):
    """SQLite's own word for a full disk is understood, too."""
    with open_store(file) as store:
        with store.reading() as connection:
            pages = connection.execute(text("PRAGMA page_count")).scalar_one()
            connection.execute(text(f"PRAGMA max_page_count = {pages + 3}"))
        with pytest.raises(StoreError, match=r"The disk is full"):
            store.keep([keeping(text="قصف " * 20_000)], by())
        assert list(store.reports()) == []


def test_a_damaged_file_is_told(file):
    """Half of a store is refused, and stays as it is."""
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + b"\x07" * 40_000)
    with pytest.raises(StoreError, match=r"damaged.*go back to the last backup|no store of marsad"):
        open_store(file)
    assert len(file.read_bytes()) == 44_096


def test_a_folder_that_is_not_there_is_told(tmp_path):
    """The store is not made somewhere else."""
    with pytest.raises(StoreError, match=r"cannot be opened\. Check its folder"):
        open_store(tmp_path / "nowhere" / "s.db", create=True)


def test_a_store_stays_one_file_when_closed(file, keeping, by):
    """What lies beside an open store is gone once it is closed, so that a copy of the file is a copy of all."""
    with open_store(file) as store:
        store.keep([keeping()], by())
    assert [path.name for path in file.parent.iterdir()] == ["store.db"]
    with sqlite3.connect(file) as copy:
        assert copy.execute("SELECT count(*) FROM reports").fetchone() == (1,)


def test_a_server_that_is_not_there_is_told(postgres):
    """No answer, no such database: both by address, without the password."""
    with pytest.raises(StoreError, match=r"does not answer") as told:
        open_store("postgresql://user:secret@127.0.0.1:9/db")
    assert "secret" not in str(told.value)
    with pytest.raises(StoreError, match=r"no such database\. Make it with createdb"):
        open_store(postgres.url("nowhere"))


def test_postgres_without_its_packages_is_told(monkeypatch):
    """The remedy is the name of the extra."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreError, match=r"marsad.sh setup.*marsad\[postgres\]"):
        open_store("postgresql://127.0.0.1/db")


@pytest.mark.parametrize(
    ("state", "words"),
    [("53100", "disk of the database is full"), ("42501", "may not do this"), ("25006", "may only be read")],
)
def test_states_of_postgres_are_said_in_words(state, words):
    """What cannot be brought about in a test is told by its code."""
    problem, remedy = explain(SimpleNamespace(sqlstate=state), sqlite=False)
    assert words in problem
    assert remedy.endswith(".")


def test_faults_of_marsad_are_not_said_to_be_the_store():
    """A broken rule of the schema is no trouble of disk or server."""
    assert explain(sqlite3.IntegrityError("UNIQUE constraint failed"), sqlite=True) is None
    assert explain(SimpleNamespace(sqlstate="23505"), sqlite=False) is None


def test_a_connection_that_ended_while_nobody_used_it_is_replaced(postgres, monkeypatch):
    """A server that was started anew, or that ended it, is noticed before anything is asked."""
    with open_store(postgres.new_store()) as store, open_store(store.engine.url) as other:
        with store.reading() as connection:
            pid = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        with other.reading() as connection:
            connection.exec_driver_sql(f"SELECT pg_terminate_backend({pid}, 5000)")
        monkeypatch.setattr("marsad.store.engine._IDLE", 0.0)
        with store.reading() as connection:
            assert connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one() != pid
