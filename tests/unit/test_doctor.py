"""What the doctor finds."""

import sqlite3

import pytest
from tests.unit.store.conftest import by, event, keeping  # noqa: F401 - fixtures

from marsad import doctor
from marsad.doctor import Level, look_at_machine, look_at_store
from marsad.store import open_store


@pytest.fixture
def store(tmp_path):
    """An empty store in SQLite."""
    with open_store(tmp_path / "s.db", create=True) as opened:
        yield opened


def findings(found):
    return {one.about: one for one in found}


def test_what_is_not_installed_is_a_note_with_its_remedy(monkeypatch):
    """A missing extra says what it would bring and how to have it."""
    monkeypatch.setattr(doctor, "find_spec", lambda name: None if name == "pyarrow" else object())
    found = findings(look_at_machine())
    assert found["marsad[parquet]"].level is Level.NOTE
    assert "pip install 'marsad[parquet]'" in found["marsad[parquet]"].said
    assert found["marsad[serve]"].level is Level.OK


def test_sqlite_without_search_is_a_problem(monkeypatch):
    """A Python whose SQLite has no FTS5 cannot hold a store."""

    class Bare:
        def __enter__(self):
            return self

        def __exit__(self, *_):
            return None

        def execute(self, _):
            return [("THREADSAFE=1",)]

    monkeypatch.setattr(sqlite3, "connect", lambda _: Bare())
    assert findings(look_at_machine())["SQLite"].level is Level.PROBLEM


def test_a_small_store_is_well(store):
    """Whole, small, with room on the disk."""
    assert {one.level for one in look_at_store(store)} == {Level.OK}


def test_a_large_store_is_told_to_move(store, monkeypatch, keeping, by):  # noqa: F811
    """Beyond what SQLite was measured with, the remedy names the command."""
    store.keep([keeping("r1"), keeping("r2")], by())
    monkeypatch.setattr(doctor, "MOST_CODINGS", 1)
    found = findings(look_at_store(store))["Size"]
    assert found.level is Level.NOTE
    assert f"marsad store copy {store.name} postgresql://" in found.said


def test_a_large_file_is_told_that_none_was_measured(store, monkeypatch):
    """Few codings of long reports take as much room as many of short ones."""
    monkeypatch.setattr(doctor, "MOST_BYTES", 1)
    found = findings(look_at_store(store))["Size"]
    assert (found.level, "more than was measured" in found.said) == (Level.NOTE, True)


def test_a_broken_log_is_a_problem(store, keeping, by):  # noqa: F811
    """A log that was changed from outside is told with the entry."""
    store.keep([keeping("r1")], by())
    store.engine.dispose()
    with sqlite3.connect(store.name) as connection:
        connection.execute("DROP TRIGGER guard_log_update")
        connection.execute("UPDATE log SET who = 'x' WHERE entry_key = 1")
    found = findings(look_at_store(store))["Log"]
    assert (found.level, "entry 1" in found.said) == (Level.PROBLEM, True)


def test_a_full_disk_is_a_problem(store, monkeypatch):
    """A disk with less room than the store takes is told."""
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda _: doctor.shutil._ntuple_diskusage(10, 9, 1))
    assert findings(look_at_store(store))["Disk"].level is Level.PROBLEM


def test_a_store_in_postgresql_is_told_what_slows_it(postgres, monkeypatch, keeping, by):  # noqa: F811
    """More codings than were measured, and tables that came so fast that the planner does not know them."""
    with open_store(postgres.new_store()) as opened:
        opened.keep([keeping("r1"), keeping("r2")], by())
        found = findings(look_at_store(opened))
        assert (found["Size"].level, "Statistics" in found) == (Level.OK, False)
        with opened.writing() as connection:
            many = "INSERT INTO actors SELECT 'other:' || number, '2024' FROM generate_series(1, 40000) AS number"
            connection.exec_driver_sql(many)
        monkeypatch.setattr(doctor, "MEASURED_CODINGS", 1)
        found = findings(look_at_store(opened))
        assert (found["Size"].level, found["Statistics"].level) == (Level.NOTE, Level.NOTE)
        assert "actors" in found["Statistics"].said
        with opened.writing() as connection:
            connection.exec_driver_sql("ANALYZE")
        assert "Statistics" not in findings(look_at_store(opened))
