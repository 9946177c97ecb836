import sqlite3

import pytest
from sqlalchemy import text

from marsad.errors import StoreError
from marsad.store import open_store
from marsad.store.schema import newest


def test_a_store_is_made_only_when_asked_for(tmp_path):
    """Opening a name that is not there says how to make it, and makes no file."""
    with pytest.raises(StoreError, match=r"There is no store yet\. Make it: marsad store init"):
        open_store(tmp_path / "new.db")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_store_is_refused(tmp_path):
    """Some other file, and the database of another program, stay as they are."""
    (tmp_path / "notes.txt").write_text("ملاحظات " * 200, encoding="utf-8")
    with pytest.raises(StoreError, match="no store of marsad"):
        open_store(tmp_path / "notes.txt", create=True)
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE events (id)")
    with pytest.raises(StoreError, match="tables of another program"):
        open_store(tmp_path / "other.db", create=True)


@pytest.mark.parametrize("address", ["mysql://host/db", "postgresql", "http://host/db", "://x"])
def test_an_address_of_another_kind_is_refused(address, tmp_path, monkeypatch):
    """Only files and PostgreSQL; a bare word is a file."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match=r"no address of a store|no store yet"):
        open_store(address)


def test_a_newer_store_is_refused(store, url):
    """What a newer marsad made is not touched."""
    with store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match=r"made by a newer marsad \(schema 9999\). Update marsad"):
        open_store(url)
    with store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    with pytest.raises(StoreError, match=f"older marsad .schema 0000 of {newest()}"):
        open_store(url)
