"""Names on the map: the places of the gazetteer, the largest first, in the language of who looks."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from marsad.gazetteer import Gazetteer
from marsad.store import Box

__all__ = ["Label", "labels_in"]

_MOST = 60
_ZOOMS = {"admin1": 6, "city": 5, "town": 8, "village": 10, "camp": 11, "quarter": 13}
"""From which zoom on a kind of place is named."""

_CAPITALS = 1_000_000


class Label(NamedTuple):
    """A name at a point; `feature` is the kind of place."""

    name: str
    longitude: float
    latitude: float
    feature: str


class _Named(NamedTuple):
    zoom: float
    rank: float
    latitude: float
    longitude: float
    feature: str
    arabic: str
    english: str


@cache
def _named(gazetteer: Gazetteer) -> tuple[_Named, ...]:
    found = []
    for place in gazetteer:
        if place.feature not in _ZOOMS or place.latitude is None or place.longitude is None:
            continue
        population = place.population or 0
        zoom = _ZOOMS[place.feature] - (1.5 if population >= _CAPITALS else 0)
        at, names = (place.latitude, place.longitude), (place.name_ar, place.name_en or "")
        found.append(_Named(zoom, zoom - population / 1e8, *at, place.feature, *names))
    return tuple(sorted(found, key=lambda one: one.rank))


def labels_in(gazetteer: Gazetteer, box: Box, zoom: float, language: str) -> list[Label]:
    """Return the names to write inside a box at a zoom; in English those places only that have an English name."""
    found: list[Label] = []
    for one in _named(gazetteer):
        if one.zoom > zoom or not (box.south <= one.latitude <= box.north and box.west <= one.longitude <= box.east):
            continue
        name = one.arabic if language == "ar" else one.english
        if name:
            found.append(Label(name, one.longitude, one.latitude, one.feature))
        if len(found) == _MOST:
            break
    return found
