"""Many rows at once: by COPY where the database has it, with all that rows are asked for."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from marsad.errors import StoreError
from marsad.store import open_store
from marsad.store.add import add_rows
from marsad.store.bulk import indexed_afterwards
from marsad.store.copy import copy_store
from marsad.store.engine import is_sqlite, reading, writing
from marsad.store.tables import actors, event_actors, reports

AT = "2024-03-20T00:00:00Z"


def report_rows(count):
    return [{"report_key": key, "report_id": f"r{key}\t\n\\N\x00", "kept_at": AT} for key in range(1, count + 1)]


@pytest.mark.parametrize("count", [0, 1, 2, 3, 50])
def test_rows_arrive_as_they_are(store, count):
    """Few or many, with tabs, line feeds, backslashes and what no database takes in them."""
    with writing(store.engine) as connection:
        add_rows(connection, reports, report_rows(count))
    with reading(store.engine) as connection:
        found = connection.execute(reports.select().order_by(reports.c.report_key)).all()
    assert [row.report_id for row in found] == [f"r{key}\t\n\\N\\u0000" for key in range(1, count + 1)]
    assert {(row.source_key, row.kept_at) for row in found} <= {(None, AT)}


def test_a_row_that_may_not_be_is_refused_among_many(store):
    """What is unique is checked, and nothing of the transaction stays."""
    twice = [*report_rows(20), *report_rows(1)]
    with pytest.raises(DBAPIError, match=r"(?i)unique"), writing(store.engine) as connection:
        add_rows(connection, reports, twice)
    with reading(store.engine) as connection:
        assert connection.scalar(text("SELECT count(*) FROM reports")) == 0


def test_what_the_server_says_is_told_in_words(store):
    """A database that may only be read says so with the remedy, also to COPY."""
    if is_sqlite(store.engine):
        pytest.skip("COPY is PostgreSQL's")
    with reading(store.engine) as connection:
        connection.execute(text("SET TRANSACTION READ ONLY"))
        with pytest.raises(StoreError, match=r"may only be read"):
            add_rows(connection, reports, report_rows(20))


def made_of(connection):
    if is_sqlite(connection):
        return set(connection.execute(text("SELECT name, sql FROM sqlite_master")).all())
    names = "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()"
    rules = "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace"
    triggers = "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal"
    return {tuple(row) for query in (names, rules, triggers) for row in connection.execute(text(query))}


def test_indexes_and_references_are_all_there_afterwards(store):
    """The same definitions under the same names, over the rows that came meanwhile."""
    with writing(store.engine) as connection:
        before = made_of(connection)
        with indexed_afterwards(connection):
            add_rows(connection, reports, report_rows(30))
            if not is_sqlite(connection):
                assert made_of(connection) < before
        assert made_of(connection) == before


def test_a_copy_is_vacuumed(store, new_store):
    """An index is then read alone: no row is looked up for who may see it.

    Whether a page counts as seen by all is not asked: one that the server is just writing out is passed over.
    """
    add = report_rows(5)
    with writing(store.engine) as connection:
        add_rows(connection, reports, add)
    with open_store(new_store()) as target:
        copy_store(store, target.engine, progress=lambda _: None)
        if is_sqlite(target.engine):
            return
        with reading(target.engine) as connection:
            vacuumed = "SELECT count(*) FROM pg_stat_user_tables WHERE relname = 'reports' AND last_vacuum IS NOT NULL"
            assert connection.scalar(text(vacuumed)) == 1


def test_a_reference_that_leads_nowhere_is_found_at_the_end(store):
    """It raises as it would have row by row, and nothing is kept."""
    rows = [{"event_key": key, "position": 0, "role": "side1", "code": "is"} for key in range(5)]

    def fill():
        with writing(store.engine) as connection, indexed_afterwards(connection):
            add_rows(connection, actors, [{"code": "is", "used_at": AT}])
            add_rows(connection, event_actors, rows)

    with pytest.raises(DBAPIError, match=r"(?i)foreign key"):
        fill()
    with reading(store.engine) as connection:
        assert connection.scalar(text("SELECT count(*) FROM actors")) == 0
