"""Long lists a page at a time, in both kinds of store."""

from __future__ import annotations

import pytest
from sqlalchemy import insert, select

from marsad.store.lists import Order, Place, places_from
from marsad.store.tables import places

PUT = [("b", 3), ("b", 1), ("a", 2), (None, 4), ("b", 2), (None, 5), ("c", 6), ("a", 7)]
LIST = [("c", 6), ("b", 3), ("b", 2), ("b", 1), ("a", 7), ("a", 2), (None, 5), (None, 4)]


@pytest.fixture
def told(store):
    """A table in which values are alike, and some have none."""
    with store.writing() as connection:
        rows = [
            {"place_id": f"{value}{key}", "name": "x", "country": value, "latitude": key, "used_at": ""}
            for value, key in PUT
        ]
        connection.execute(insert(places), rows)
    return store


def page(store, order, **asked):
    """Return a page as plain pairs."""
    with store.reading() as connection:
        found = places_from(connection, select(order.value, order.key), order, **asked)
    return [(place.value, place.key) for place in found]


def pages(store, order, limit, **asked):
    """Return all that comes, page after page."""
    met, start = [], None
    while some := page(store, order, start=start, limit=limit, **asked):
        met += some
        start = Place(*some[-1])
    return met


@pytest.mark.parametrize("limit", [1, 2, 3, 8])
def test_every_page_goes_on_where_the_one_before_ended(told, limit):
    """Downwards those without a value come last; upwards, too."""
    down = Order(value=places.c.country, key=places.c.latitude, descending=True)
    up = Order(value=places.c.country, key=places.c.latitude)
    assert pages(told, down, limit) == LIST
    assert pages(told, up, limit) == sorted(LIST[:6]) + LIST[:5:-1]


@pytest.mark.parametrize("limit", [1, 3, 8])
@pytest.mark.parametrize("descending", [True, False])
def test_one_goes_back_from_any_place(told, limit, descending):
    """What lies before a place comes in the order of the list."""
    order = Order(value=places.c.country, key=places.c.latitude, descending=descending)
    whole = pages(told, order, 8)
    for at, (value, key) in enumerate(whole):
        before = page(told, order, start=Place(value, key), limit=limit, back=True)
        assert before == whole[max(0, at - limit) : at]


def test_a_place_that_is_gone_is_still_one(told):
    """The list goes on after it all the same."""
    order = Order(value=places.c.country, key=places.c.latitude, descending=True)
    assert page(told, order, start=Place("bb", 9), limit=2) == [("b", 3), ("b", 2)]


@pytest.mark.parametrize("text", ["", "7", "x~", "~x", "~-1", "a~1a", "a~١", f"a~{10**18}"])
def test_what_is_no_place_is_refused(text):
    """As an address may hold anything."""
    with pytest.raises(ValueError, match="place"):
        Place.read(text, Order(value=places.c.country, key=places.c.latitude))


def test_places_are_read_as_they_were_written():
    """Text, numbers, and nothing."""
    words = Order(value=places.c.used_at, key=places.c.latitude)
    numbers = Order(value=places.c.latitude, key=places.c.latitude)
    assert Place.read(str(Place("2024-03-20", 7)), words) == Place("2024-03-20", 7)
    assert Place.read(str(Place("a~b", 7)), words) == Place("a~b", 7)
    assert Place.read(str(Place(0.1 + 0.2, 7)), numbers) == Place(0.1 + 0.2, 7)
    assert Place.read(str(Place(None, 7)), words) == Place(None, 7)
    with pytest.raises(ValueError, match="convert"):
        Place.read("x~7", numbers)
