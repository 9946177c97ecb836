"""Lists a page at a time, on both kinds of store: whole, in order, and with what each row says."""

from __future__ import annotations

from datetime import date

import pytest
from tests.unit.store.test_changes import an_incident

from marsad.store import Filters, Rating, Source
from marsad.store.incident_list import incident_page
from marsad.store.incidents import redirect, was, was_each
from marsad.store.pages import (
    actors_page,
    coding_now,
    codings_made,
    codings_page,
    log_page,
    places_page,
    report_now,
    reports_named,
    reports_page,
)
from marsad.store.question import Question
from marsad.store.search import search
from marsad.store.sources import rated, ratings_of


@pytest.fixture
def filled(store, keeping, by, event):
    """Five reports: three coded, of two outlets and days, one not coded, one whose page is gone."""
    items = [
        keeping("r1", "هجوم", outlet="أ", published=date(2024, 3, 1)),
        keeping("r2", "هجوم", outlet="ب", published=date(2024, 3, 2), events=[event(side1=["turkey"])]),
        keeping("r3", "هجوم", outlet="أ", published=None, events=[]),
        keeping("r4", "هجوم", outlet="أ", published=date(2024, 3, 2), coded=False),
        keeping("r5", "هدوء", outlet="ب", published=date(2024, 3, 4)),
    ]
    store.keep(items, by())
    return store


def every(page, after):
    """Return the pages of one row, and of two, put together; they must be the same."""
    whole = []
    for limit in (1, 2):
        rows, at = [], after
        while found := page(at, limit):
            rows += found
            at = found[-1].key if hasattr(found[-1], "key") else found[-1]
        whole.append(rows)
    assert whole[0] == whole[1]
    return whole[0]


def test_reports_come_in_the_order_in_which_they_were_kept(filled):
    """With version, and whether they are coded; narrowed by outlet and day."""
    with filled.reading() as connection:

        def named(filters):
            rows = every(lambda at, limit: reports_page(connection, filters, after=at, limit=limit), 0)
            return [row.report.report_id for row in rows]

        assert named(Filters()) == ["r1", "r2", "r3", "r4", "r5"]
        assert named(Filters(outlet="أ", published_from=date(2024, 3, 2))) == ["r4"]
        assert not report_now(connection, "r4").coded
        assert report_now(connection, "none") is None
        assert set(reports_named(connection, ["r1", "none", "r5"])) == {"r1", "r5"}


def test_codings_in_force_are_narrowed_by_their_events(filled):
    """One without events is one, too; with conditions on events it is left out."""
    with filled.reading() as connection:

        def named(filters):
            rows = every(lambda at, limit: codings_page(connection, filters, after=at, limit=limit), 0)
            return [row.report_id for row in rows]

        assert named(Filters()) == ["r1", "r2", "r3", "r5"]
        assert named(Filters(actor="turkey")) == ["r2"]
        assert named(Filters(area="SY09", outlet="ب")) == ["r2", "r5"]
        row = coding_now(connection, "r2")
        assert (row.user, row.based_on, row.status) == (None, None, "to check")
        assert codings_made(connection, [row.coding_key])[row.coding_key].line == row.line
        assert coding_now(connection, "r4") is None


def test_what_events_name_is_listed(filled):
    """Actors and places by their codes; the log by number."""
    with filled.reading() as connection:
        assert every(lambda at, limit: actors_page(connection, after=at, limit=limit), "") == ["is", "sdf", "turkey"]
        assert [row["place_id"] for row in places_page(connection, after="", limit=9)] == ["C1"]
        assert places_page(connection, after="C1", limit=9) == []
        assert [entry.number for entry in log_page(connection, after=2, limit=3)] == [3, 4, 5]
        assert {entry.item for entry in log_page(connection, after=0, limit=99, item="report:r1")} == {"report:r1"}


def test_a_search_goes_on_after_a_report(filled):
    """By day of publication and key, undated ones last; however many there are on one day."""
    with filled.reading() as connection:

        def page(after, limit):
            hits = search(connection, "هجوم", Filters(), limit=limit, offset=0, facets=False, after=after)
            return [hit.report for hit in hits.page]

        for limit in (1, 2, 3):
            found, after = [], None
            while reports := page(after, limit):
                found += reports
                last = reports[-1]
                key = report_now(connection, last.report_id).key
                after = (last.published_on.isoformat() if last.published_on else "", key)
            assert [report.report_id for report in found] == ["r4", "r2", "r1", "r3"]


def test_sources_are_rated_many_at_once(filled):
    """By any of their names, and by day; what the registry does not have has no grade."""
    rating = Rating(reliability="B", valid_from=date(2020, 1, 1), valid_until=date(2022, 1, 1))
    filled.keep_source(Source(outlet="شبكة ضفاف", kind="channel", names=("ضفاف",), ratings=(rating,)))
    with filled.reading() as connection:
        found = ratings_of(connection, ["شبكة ضفاف", "ضفاف", "أخرى"])
    assert set(found) == {"شبكة ضفاف", "ضفاف"}
    assert rated(found["ضفاف"], date(2021, 1, 1)) == "B"
    assert rated(found["ضفاف"], date(2023, 1, 1)) == "F"
    assert rated(found.get("أخرى"), date(2021, 1, 1)) is None


def test_ids_that_lead_somewhere_are_found_for_many_at_once(filled):
    """Through several steps, and for each its own."""
    for number in range(5):
        filled.keep_incident(an_incident(f"i{number}", n=number))
    with filled.writing() as connection:
        for old, new in (("i0", "i1"), ("i1", "i2"), ("i3", "i2")):
            redirect(connection, old, new, who="x")
        assert was_each(connection, ["i2", "i1", "i4"]) == {"i2": ["i0", "i1", "i3"], "i1": ["i0"], "i4": []}
        assert was(connection, "i2") == ["i0", "i1", "i3"]
        assert incident_page(connection, Question(), most=5) == []
