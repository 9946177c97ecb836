"""The benchmarks of pages, on a small store."""

from __future__ import annotations

import asyncio

import pytest

from benchmarks.pages_cpu import costs_of
from benchmarks.pages_load import pages_of
from benchmarks.war import fill_war
from marsad.store import open_store


@pytest.fixture
def war(tmp_path):
    """A store of sixty incidents."""
    with open_store(tmp_path / "war.db", create=True) as store:
        fill_war(store, 60)
        yield store


def test_each_kind_of_page_is_answered_and_costs_something(war):
    """On SQLite the program takes all of it, and no database beside."""
    costs = asyncio.run(costs_of(war, 1))
    assert costs.keys() == pages_of(war).keys()
    assert all(program > 0 and database == 0 for program, database in costs.values())
