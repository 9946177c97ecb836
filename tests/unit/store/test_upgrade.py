"""Stores of an older marsad: brought up to date with all they hold."""

from __future__ import annotations

import importlib
import json
from datetime import UTC, datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from marsad.errors import StoreError
from marsad.store import Filters, open_store
from marsad.store.as_of import point_of
from marsad.store.changes import changes_after
from marsad.store.editions import edited_of
from marsad.store.engine import connect, is_sqlite, reading, writing
from marsad.store.guards import GUARDS
from marsad.store.query import parse
from marsad.store.schema import newest, upgrade
from marsad.store.tables import metadata
from marsad.store.verify import verify
from marsad.store.word_index import keys_of, vector

RECORD = json.dumps(
    {
        "id": "r1",
        "events": [
            {
                "event_type": "Battles", "sub_event_type": "Armed clash", "place": {"name": "ذيبان", "also": []},
                "units": [], "sources": [], "killed": {"low": 3, "best": 3, "high": 3}, "wounded": None,
                "detained": None, "abducted": None, "confidence": 0.9, "confidence_fields": {},
            }
        ],
        "skipped": [],
    }
)  # fmt: skip

OLD_ROWS = {
    "sources": [{"source_key": 1, "outlet": "شبكة", "kind": "channel"}],
    "source_ratings": [{"source_key": 1, "valid_from": "2020-01-01", "reliability": "B"}],
    "users": [{"user_key": 1, "name": "ليلى", "role": "editor", "created_at": "2024-01-01T00:00:00Z"}],
    "reports": [
        {"report_key": 1, "report_id": "r1", "source_key": 1, "kept_at": "2024-03-20T00:00:00Z"},
        {"report_key": 2, "report_id": "r2", "kept_at": "2024-03-20T00:00:00Z"},
    ],
    "report_versions": [
        {
            "version_key": key, "report_key": report, "number": number, "headline": "عنوان".encode(),
            "text": words.encode(), "published": "2024-03-20", "outlet": "شبكة", "extent": "whole",
            "content_sha256": f"{key}", "kept_at": "2024-03-20T00:00:00Z",
        }
        for key, report, number, words in ((1, 1, 1, "قتيلان في هجوم"), (2, 1, 2, "ثلاثة قتلى"), (3, 2, 1, "هدوء"))
    ],
    "coders": [
        {
            "coder_key": 1, "coder_version": "0.1", "resources_version": "w", "gazetteer": "embedded",
            "gazetteer_version": "", "min_confidence": 0.5,
        }
    ],
    "codings": [
        {"coding_key": key, "version_key": key, "coder_key": 1, "record": RECORD, "coded_at": "2024-03-20T00:00:00Z"}
        for key in (1, 2)
    ],
    "places": [{"place_id": "C1", "name": "ذيبان", "used_at": "2024-03-20T00:00:00Z"}],
    "actors": [{"code": "is", "used_at": "2024-03-20T00:00:00Z"}],
    "events": [
        {
            "event_key": 1, "coding_key": 2, "number": 0, "event_id": "r1#1", "event_type": "Battles",
            "sub_event_type": "Armed clash", "place_id": "C1", "place_name": "ذيبان", "place_precision": 1,
            "latitude": 35.0, "longitude": 40.5, "date_start": "2024-03-19", "date_end": "2024-03-19",
            "date_precision": 1, "status": "reported", "confidence": 0.9, "actors": "is",
        }
    ],
    "event_actors": [{"event_key": 1, "position": 0, "role": "side1", "code": "is"}],
    "documents": [
        {
            "search_key": 5, "report_key": 1, "version_key": 2, "coding_key": 2, "outlet": "شبكة",
            "published": "2024-03-20", "told": "tArmed clash\x1ea\x1esreported\x1exis",
        },
        {"search_key": 6, "report_key": 2, "version_key": 3, "published": "2024-03-20", "told": ""},
    ],
    "incidents": [
        {
            "incident_id": f"i{n}", "record": "{}", "created_at": "2024-03-21T00:00:00Z",
            "changed_at": "2024-03-21T00:00:00Z",
        }
        for n in (1, 2)
    ],
    "incident_members": [
        {
            "member_key": 1, "incident_id": "i1", "event_key": 1, "score": 0.8, "explanation": "[]",
            "linked_at": "2024-03-21T00:00:00Z",
        }
    ],
    "judgements": [
        {
            "judgement_key": 1, "kind": "merge", "subject": "incident:i2", "verdict": "yes", "detail": "{}",
            "who": "ليلى", "made_at": "2024-03-21T00:00:00Z",
        }
    ],
    "incident_redirects": [{"old_id": "i2", "new_id": "i1", "since": "2024-03-21T00:00:00Z", "judgement_key": 1}],
}  # fmt: skip


COLUMNS = {
    "judgements": "verdict",
    "codings": "record",
    "report_versions": "kept_at",
    "log": "who",
    "review_acts": "act",
    "blind_readings": "asked_at",
    "blind_codings": "record",
    "batches": "what",
    "batch_acts": "act_key",
    "amendments": "why",
    "changes": "who",
}


def rows(engine):
    """Return every row of the tables filled, by the columns that were filled."""
    with reading(engine) as connection:
        return {
            table: [
                dict(row)
                for row in connection.execute(text(f"SELECT {', '.join(filled[0])} FROM {table} ORDER BY 1")).mappings()
            ]
            for table, filled in OLD_ROWS.items()
        }


@pytest.fixture
def old(new_empty):
    """A store as the first schema made it, filled."""
    engine = connect(new_empty(), wait=5)
    upgrade(engine, "0001")
    with writing(engine) as connection:
        for table, filled in OLD_ROWS.items():
            names = ", ".join(filled[0])
            values = ", ".join(f":{name}" for name in filled[0])
            for row in filled:
                full = dict.fromkeys(filled[0]) | row
                connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({values})"), full)
        for key, words in ((5, "عنوان ثلاثه قتلي ذيبان"), (6, "عنوان هدوء")):
            if is_sqlite(connection):
                insert, told = "INSERT INTO search_words (rowid, words) VALUES (:key, :words)", words
            else:
                insert, told = "INSERT INTO search_words VALUES (:key, CAST(:words AS tsvector))", vector(words, "")
            connection.execute(text(insert), {"key": key, "words": told})
        connection.execute(text("INSERT INTO meta VALUES ('search_version', '1')"))
    yield engine
    engine.dispose()


def address(engine):
    if engine.dialect.name == "sqlite":
        return engine.url.database
    return engine.url.set(drivername="postgresql").render_as_string(hide_password=False)


def test_an_old_store_is_refused_until_it_is_brought_up_to_date(old):
    """Commands do not change a schema by the way: they name the one that does."""
    with pytest.raises(
        StoreError, match=rf"older marsad \(schema 0001 of {newest()}\)\. Back it up.*marsad store init"
    ):
        open_store(address(old))


def test_an_upgrade_keeps_every_row(old):
    """All tables, all columns; and the second time there is nothing to do."""
    before = rows(old)
    assert upgrade(old) == ("0001", newest())
    assert rows(old) == before
    assert upgrade(old) == (newest(), newest())


def test_an_upgraded_store_works(old, keeping, by):
    """It is searched, filtered, and takes new versions, codings and pages that are gone."""
    upgrade(old)
    with open_store(address(old)) as store:
        assert [hit.report.report_id for hit in store.search("قتلى").page] == ["r1"]
        assert [hit.report.report_id for hit in store.search("ذيبان", Filters(actor="is")).page] == ["r1"]
        assert [version.report.text for version in store.versions("r1")] == ["قتيلان في هجوم", "ثلاثة قتلى"]
        (kept,) = store.keep([keeping("r1", "أربعة قتلى", outlet="شبكة")], by())
        assert (kept.version, kept.changed) == (3, True)
        assert store.keep_gone("r2", retrieved=datetime(2024, 4, 1, tzinfo=UTC))
        assert store.incident("i2").incident_id == "i1"
        assert store.search("أربعة").reports == 1
        assert json.loads(next(iter(store.lines())))["id"] == "r1"


def test_an_upgrade_writes_vectors_anew(old):
    """PostgreSQL keeps them apart from the keys that searches read, and what was indexed before is found."""
    if is_sqlite(old):
        pytest.skip("text vectors are PostgreSQL's")
    long = "هدوء " + " ".join(f"كلمة{number}" for number in range(400))
    with writing(old) as connection:
        connection.execute(
            text("UPDATE search_words SET words = CAST(:words AS tsvector) WHERE search_key = 6"),
            {"words": vector(long, "")},
        )
    upgrade(old, "0017")
    with reading(old) as connection:
        apart = "SELECT pg_relation_size(reltoastrelid) FROM pg_class WHERE oid = 'search_words'::regclass"
        assert connection.scalar(text(apart)) > 0
        assert keys_of(connection, parse("هدوء")) == [6]


def test_an_upgrade_notes_common_words_in_a_row(old):
    """PostgreSQL finds phrases by what the index holds anew, and the public edition is made ready again."""
    if is_sqlite(old):
        pytest.skip("SQLite's index looks at positions")
    upgrade(old, "0017")
    with writing(old) as connection:
        connection.execute(text("UPDATE search_words SET words = 'ثلاثه:1 قتلي:2' WHERE search_key = 5"))
        connection.execute(text("INSERT INTO meta VALUES ('editions', 'words and rules')"))
        assert keys_of(connection, parse('"ثلاثة قتلى"')) == []
    upgrade(old)
    with reading(old) as connection:
        assert keys_of(connection, parse('"ثلاثة قتلى"')) == [5]
        assert edited_of(connection) is None


def test_an_upgrade_brings_back_the_guards(old):
    """SQLite rebuilds a table that is altered and drops its triggers without a word: they must be there again."""
    upgrade(old)
    for guard in GUARDS:
        change = f"DELETE FROM {guard.table}"
        if guard.refused == "UPDATE":
            column = COLUMNS[guard.table]
            change = f"UPDATE {guard.table} SET {column} = 'x'"
        if guard.table not in OLD_ROWS:
            continue  # empty in an old store
        with pytest.raises(DBAPIError, match="are never changed"), writing(old) as connection:
            connection.execute(text(change))
    with reading(old) as connection:
        catalogue = "sqlite_master WHERE type = 'trigger'" if old.dialect.name == "sqlite" else "pg_trigger"
        name = "name" if old.dialect.name == "sqlite" else "tgname"
        found = set(connection.execute(text(f"SELECT {name} FROM {catalogue}")).scalars())
        assert {guard.name for guard in GUARDS} <= found


def test_what_stands_in_an_old_store_is_noted(old):
    """A coding in force is told as created; what stood before that moment is not guessed."""
    upgrade(old, "0006")
    with writing(old) as connection:
        connection.execute(text("UPDATE incidents SET reports = 1 WHERE incident_id = 'i1'"))
    upgrade(old)
    with open_store(address(old)) as store, store.reading() as connection:
        told = [(one.kind, one.item, one.act, one.at) for one in changes_after(connection, 0, limit=9)]
        assert told == [
            ("coding", "r1", "created", "2024-03-20T00:00:00Z"),
            ("incident", "i1", "created", "2024-03-21T00:00:00Z"),
        ]
        assert [one for one in verify(connection) if "hange" in one] == []
        with pytest.raises(StoreError, match="Changes were noted from"):
            point_of(store.engine, datetime(2024, 3, 25, tzinfo=UTC), store="s")


def test_an_upgrade_that_fails_changes_nothing(old, monkeypatch):
    """Whatever stops it, the store is the old one, whole."""
    before = rows(old)

    def fail(_connection):
        raise KeyboardInterrupt

    monkeypatch.setattr("marsad.store.schema.protect", fail)
    with pytest.raises(KeyboardInterrupt):
        upgrade(old)
    assert rows(old) == before
    with reading(old) as connection:
        assert "state" not in {column["name"] for column in inspect(connection).get_columns("report_versions")}


def test_migrations_make_the_tables_that_the_code_works_with(store):
    """Columns, types, constraints and indexes: nothing differs but what each database has of its own."""
    own = (
        "search_words", "search_forms", "public_words", "spatial_ref_sys", "ix_events_point", "ix_incidents_filters",
        "alembic_version",
        "point",
    )  # fmt: skip

    def shared(_object, name, *_):
        return not str(name).startswith(own)

    importlib.import_module("geoalchemy2")  # knows the type of points
    importlib.import_module("marsad.store.tokens")  # only servers load it
    with store.reading() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": shared, "compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, metadata) == []


def test_incidents_of_before_are_filled_in(old):
    """Their standing, sides and outlets come from what is kept, so that the map shows them."""
    upgrade(old, "0007")
    record = {
        "side1": ["is"], "side2": ["sdf"], "place": {"country": "SY", "admin1": "SY09", "precision": 2},
        "members": [{"report_id": "r1", "event": 0, "outlet": "شبكة"}],
        "choices": {"place": {"from": {"report_id": "r1", "event": 0}}},
    }  # fmt: skip
    with writing(old) as connection:
        change = text("UPDATE incidents SET record = :record, reports = 1 WHERE incident_id = 'i1'")
        connection.execute(change, {"record": json.dumps(record)})
    upgrade(old)
    with reading(old) as connection:
        found = connection.execute(text("SELECT * FROM incidents WHERE incident_id = 'i1'")).one()
    assert (found.status, found.country, found.admin1, found.side1, found.side2, found.outlets) == (
        "reported", "SY", "SY09", "is", "sdf", "شبكة",
    )  # fmt: skip
    assert (found.latitude, found.longitude, found.place_precision) == (35.0, 40.5, 1)


def test_whose_figures_differ_is_filled_in(old):
    """Of incidents that were there already, for those who see all and for those who see another edition."""
    upgrade(old, "0024")
    one = {"count": "killed", "low": 2, "best": 2, "high": 2, "passed_over": None}
    alike, apart = {"ledger": [one, one]}, {"ledger": [one, one | {"best": 3, "high": 3}]}
    with writing(old) as connection:
        change = text("UPDATE incidents SET record = :record, reports = 2 WHERE incident_id = :of")
        edition = text(
            "INSERT INTO incident_editions (incident_id, kind, record, reports) VALUES (:of, :kind, :record, 2)"
        )
        connection.execute(
            change, [{"of": "i1", "record": json.dumps(apart)}, {"of": "i2", "record": json.dumps(alike)}]
        )
        for kind, record in (("open", alike), ("public", apart)):
            connection.execute(edition, {"of": "i1", "kind": kind, "record": json.dumps(record)})
    upgrade(old)
    with reading(old) as connection:
        told = connection.execute(text("SELECT incident_id, differing FROM incidents ORDER BY 1")).all()
        others = connection.execute(text("SELECT kind, differing FROM incident_editions ORDER BY 1")).all()
    assert ([tuple(row) for row in told], [tuple(row) for row in others]) == (
        [("i1", 1), ("i2", 0)],
        [("open", 0), ("public", 1)],
    )
