"""How much happened at places: events of one, and incidents of many, as whoever asks may know them."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from marsad.gazetteer import load
from marsad.model.where import Place
from marsad.serve.counted import once
from marsad.serve.place_units import area_of_unit, places_within
from marsad.serve.place_view import asked_of_events
from marsad.store import Store
from marsad.store.question import filters_on_events
from marsad.store.tally import tallied

__all__ = ["events_at", "number_at"]


def events_at(store: Store, connection: Connection, place: Place) -> dict[str, int]:
    """Return how many events of the newest codings happened at a place, by kind, the most frequent first.

    They are counted once for those who see the same of a store, until something changes.
    """
    return once(store, connection, ("events at", place.place_id), lambda: _counted_at(connection, place))


def _counted_at(connection: Connection, place: Place) -> dict[str, int]:
    filters = filters_on_events(asked_of_events(place).question)
    rows = tallied(connection, columns=["sub_event_type"], people=(), actors=False, ids=False, filters=filters)
    found = {row["sub_event_type"]: row["number"] for row in rows}
    return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))


def number_at(place: Place, counted: Mapping[str, int], areas: Mapping[str, int]) -> int:
    """Return how many incidents happened at a place, from numbers by place and by area."""
    if place.feature in ("country", "admin1"):
        return areas.get(area_of_unit(place), 0)
    return sum(counted.get(place_id, 0) for place_id in places_within(load(), place.place_id))
