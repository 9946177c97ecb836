"""What lists are narrowed by is looked up, and is what going through all that somebody sees would find."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from tests.unit.editions.test_sight import collection, linked, ready, seen

from marsad.store.choices import choices
from marsad.store.tables import documents, events

__all__ = ["collection", "linked"]


@pytest.fixture
def everybody(linked, collection):
    """A store as several see it."""
    return [
        linked,
        seen(linked, collection),
        seen(linked, private=False),
        seen(linked, collection, private=False),
    ]


def gone_through(connection):
    """Return the same as `choices`, found in all there is."""
    columns = (events.c.admin1, documents.c.outlet)
    return tuple(sorted(connection.scalars(select(column).where(column.is_not(None)).distinct())) for column in columns)


def test_each_is_told_what_he_sees(linked, everybody, told, places, monkeypatch):
    """Before anything is made ready, after it, and where what tells a unit is seen by few, a few keys at a time."""
    for at_once in (200, 1):
        monkeypatch.setattr("marsad.store.choices._AT_ONCE", at_once)
        for _ in range(2):
            found = []
            for store in everybody:
                with store.reading() as connection:
                    found.append(choices(connection))
                    assert found[-1] == gone_through(connection)
            ready(linked, places)
    assert told[0]["outlet"] in found[0][1]
    assert told[0]["outlet"] not in found[1][1]
    assert len(found[0][0]) > 1


def test_a_unit_whose_newest_event_is_not_seen_is_told_by_an_older_one(linked, everybody, told, coded, by):
    """And one that only hidden reports tell is not told."""
    where = told[1]["events"][0]
    later = {**told[0], "id": "later", "published": date(2024, 1, 1).isoformat(), "events": [where]}
    alone = {**later, "id": "alone", "events": [{**where, "place": {**where["place"], "admin1": "SY99"}}]}
    linked.keep([coded(later), coded(alone)], by())
    for store in everybody:
        with store.reading() as connection:
            found = choices(connection)
            assert found == gone_through(connection)
        assert ("SY99" in found[0]) == (store is linked)
        assert where["place"]["admin1"] in found[0] or not store.sight.private
