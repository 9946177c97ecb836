"""Who may not see all reads views: reports of other groups are not there, nor what they alone tell of an incident."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from tests.unit.incidents.conftest import holding, lines_in

from marsad.editions.prepare import prepare, waiting
from marsad.store import Filters
from marsad.store.access import (
    add_collection,
    add_group,
    collect_kept,
    collect_outlet,
    hidden_from,
    kept_collections,
    let_see,
    put_in_group,
    release_outlet,
)
from marsad.store.accounts import add_user, user_named
from marsad.store.engine import is_sqlite
from marsad.store.every_table import metadata
from marsad.store.incident_list import count_incidents
from marsad.store.question import Question
from marsad.store.sight import OPEN_TABLES, VIEWS, Sight


@pytest.fixture
def linked(store, linker, told, coded, by):
    """A store with linked reports."""
    store.keep([coded(report) for report in told], by())
    linker.link()
    return store


@pytest.fixture
def collection(linked, told):
    """The key of a collection with the reports of the outlet that is told of first."""
    with linked.writing() as connection:
        key = add_collection(connection, "سرّي", who="tester")
        assert collect_outlet(connection, key, told[0]["outlet"], who="tester") > 0
    return key


def ready(store, places):
    while prepare(store, places):
        pass


def seen(store, *hidden, private=True):
    """Return a store as somebody sees it who does not see some collections."""
    return replace(store, sight=Sight(hidden=frozenset(hidden), private=private))


def test_every_table_is_decided_on():
    """A new table is either seen through a view, or says nothing of what reports tell: somebody has to say which."""
    assert set(metadata.tables) == OPEN_TABLES | set(VIEWS)
    assert OPEN_TABLES & set(VIEWS) == set()


def test_reports_of_a_collection_are_not_there(linked, collection, told, places):
    """No list, search, count, history or line has them."""
    ready(linked, places)
    secret = {report["id"] for report in told if report["outlet"] == told[0]["outlet"]}
    outside, inside = seen(linked, collection), seen(linked)
    assert {kept.report.report_id for kept in inside.reports()} - {
        kept.report.report_id for kept in outside.reports()
    } == secret
    assert {json.loads(line)["id"] for line in outside.lines()}.isdisjoint(secret)
    for report_id in secret:
        assert outside.versions(report_id) == outside.codings(report_id) == []
        assert list(outside.log(f"report:{report_id}")) == []
        assert list(inside.log(f"report:{report_id}")) != []
    assert outside.search("", Filters(outlet=told[0]["outlet"])).reports == 0
    facets = outside.search("").facets
    assert told[0]["outlet"] not in dict(facets["outlet"])
    assert outside.search("").events == sum(len(one["events"]) for one in told if one["id"] not in secret)


def test_incidents_are_told_by_the_others_alone(linked, collection, told, places):
    """What a hidden report brought is gone: member, source, figure; and all of it where nothing else tells it."""
    home = holding(linked, told[0]["id"])
    before = json.loads(lines_in(linked)[home])
    outside = seen(linked, collection)
    assert home not in lines_in(outside)  # not before it is made ready
    ready(linked, places)
    after = json.loads(lines_in(outside)[home])
    assert told[0]["outlet"] not in json.dumps(after, ensure_ascii=False)
    assert {one["report_id"] for one in after["members"]} == {
        one["report_id"] for one in before["members"] if one["outlet"] != told[0]["outlet"]
    }
    assert after["reports"] == len(after["members"]) < before["reports"]
    assert lines_in(linked)[home] == json.dumps(before, ensure_ascii=False)
    whole, part = lines_in(linked), lines_in(outside)
    alone = {
        name for name, line in whole.items()
        if {one["outlet"] for one in json.loads(line)["members"]} == {told[0]["outlet"]}
    }  # fmt: skip
    assert set(whole) - set(part) == alone
    with outside.reading() as connection:
        assert count_incidents(connection, Question()) == len(part)


def test_what_comes_later_belongs_to_the_collection(linked, collection, told, coded, by, places):
    """A report of the outlet is hidden when it comes, and its incident until it is made ready again."""
    outside = seen(linked, collection)
    linked.keep([coded(told[0], id="later", title="هجوم آخر")], by())
    assert outside.versions("later") == []
    with linked.writing() as connection:
        release_outlet(connection, told[0]["outlet"], who="tester")
    assert len(outside.versions("later")) == 1
    ready(linked, places)
    assert not waiting(linked, places)
    assert lines_in(outside) == lines_in(linked)


def test_an_import_is_collected_by_its_time(linked, told, places):
    """All that came between two moments."""
    with linked.writing() as connection:
        key = add_collection(connection, "استيراد", who="tester")
        moved = collect_kept(connection, key, since="2000-01-01", until="2999-01-01", who="tester")
        assert moved == len(told)
        assert [(one.name, one.reports) for one in kept_collections(connection)] == [("استيراد", moved)]
    ready(linked, places)
    assert lines_in(seen(linked, key)) == {}
    assert list(seen(linked, key).reports()) == []


def test_groups_let_people_see(linked, collection):
    """Nobody but administrators sees a collection, until a group of his does."""
    with linked.writing() as connection:
        for role in ("viewer", "editor", "admin"):
            add_user(connection, role, role, who="tester")
        people = {role: user_named(connection, role) for role in ("viewer", "editor", "admin")}
        group = add_group(connection, "فريق حلب", who="tester")
        put_in_group(connection, group, frozenset({people["editor"].key}), who="tester")
        assert hidden_from(connection, people["editor"]) == {collection}
        let_see(connection, group, frozenset({collection}), who="tester")
        assert hidden_from(connection, people["editor"]) == frozenset()
        assert hidden_from(connection, people["viewer"]) == {collection}
        assert hidden_from(connection, None) == {collection}
        assert hidden_from(connection, people["admin"]) == frozenset()
    assert linked.first_broken() is None


def test_two_sights_of_one_store_do_not_mix(linked, collection, places, told):
    """Connections are used again; what was hidden from one person is not hidden from the next, nor the other way."""
    ready(linked, places)
    secret = told[0]["id"]
    for _ in range(3):
        assert seen(linked, collection).versions(secret) == []
        assert len(seen(linked, 999).versions(secret)) == 1
        assert len(linked.versions(secret)) == 1


def test_one_incident_is_looked_up_and_not_sought(linked, collection, places):
    """Who may not see all asks for an incident, or what changed of it, without a look at every member of any."""
    if not is_sqlite(linked.engine):
        pytest.skip("SQLite tells its way in a line a table.")
    ready(linked, places)
    asked = ("SELECT record FROM incidents WHERE incident_id = 'i'", "SELECT at FROM changes WHERE item = 'i'")
    for sight in (seen(linked, collection), seen(linked, private=False), seen(linked, collection, private=False)):
        with sight.reading() as connection:
            for question in asked:
                ways = [row[-1] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {question}")]
                gone_through = {way.split()[1] for way in ways if way.startswith("SCAN")}
                assert gone_through <= {"blind_reports", "base"}, ways
                assert "base" not in gone_through or "changes" in question


def test_postgres_plans_beginning_with_what_is_asked_for(linked, collection):
    """Of who may not see all: it knows that hardly anything is hidden, and how all tables behind views hang together.

    Else members of four hundred incidents of a hundred thousand are found by joining whole tables.
    """
    if is_sqlite(linked.engine):
        pytest.skip("SQLite has no such settings.")
    hidden = "SELECT reltuples FROM pg_class WHERE oid IN ('hidden_collections'::regclass, 'blind_reports'::regclass)"
    for sight in (seen(linked, collection), seen(linked, private=False)):
        with sight.reading() as connection:
            assert connection.exec_driver_sql("SHOW join_collapse_limit").scalar_one() == "11"
            assert connection.exec_driver_sql("SHOW from_collapse_limit").scalar_one() == "11"
            assert connection.exec_driver_sql(hidden).scalars().all() == [0, 0]
    with linked.reading() as connection:
        assert connection.exec_driver_sql("SHOW join_collapse_limit").scalar_one() == "8"
