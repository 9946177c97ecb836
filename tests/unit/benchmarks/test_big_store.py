"""The benchmark of a large store, on a small one of either kind."""

from __future__ import annotations

import pytest

from benchmarks import big_day
from benchmarks.big_rows import COLUMNS, rows_of
from benchmarks.big_store import QUESTIONS, fill, measure
from benchmarks.big_times import multiply
from marsad.gazetteer import load
from marsad.store import Filters, open_store
from marsad.store.engine import is_sqlite


def test_the_same_rows_are_made_each_time():
    """By the seed alone, as many as were asked for, of every table."""
    first, *more = rows_of(300, load(), at_once=100)
    again = list(rows_of(300, load(), at_once=100))
    assert again == [first, *more]
    assert set(first) | set(more[0]) == set(COLUMNS)
    assert sum(rows["codings"].count("\n") for rows in more) == 300


@pytest.fixture
def store(new_store):
    """A store of three hundred codings."""
    with open_store(new_store()) as opened:
        assert fill(opened, 300, load())["codings"] == 300
        yield opened


def test_a_filled_store_answers_every_question(store):
    """Each is asked, and milliseconds are told by what it is."""
    found = measure(store, 1)
    assert found["codings"] == 300
    assert {one["what"] for one in found["asked"]} == {name for name, _ in QUESTIONS}
    hits = store.search("لغم", Filters(sub_event_type="Remote explosive/landmine/IED"))
    assert 0 < hits.reports == hits.events < 300


def test_a_store_is_made_several_times_as_large(store):
    """Whatever is asked is found so many times."""
    if is_sqlite(store.engine):
        pytest.skip("it is made larger inside PostgreSQL")
    before = store.search("لغم").reports
    multiply(store, 3)
    assert (store.search("لغم").reports, store.told().counts["incident_members"]) == (3 * before, 900)


def test_a_day_more_is_linked(store):
    """After a month that was linked among the notes of what was there before."""
    found = big_day.measure(store, load())
    assert found["day"] + found["month"] == big_day.DAYS
    told = store.told().counts
    assert told["linked_events"] == 300 + big_day.DAYS
    assert "noted_cpu_seconds" in found
