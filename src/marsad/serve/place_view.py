"""A place as its page tells it: what it is called, what it lies in, what lies in it, and what lies around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from marsad.gazetteer import Gazetteer
from marsad.gazetteer.distance import apart
from marsad.gazetteer.told import ListedAs, listed_as
from marsad.model.where import Place
from marsad.serve.asking import Asked
from marsad.serve.place_units import LEVELS, area_of_unit

__all__ = ["Near", "PlaceView", "asked_at", "asked_of_events", "is_pcode", "place_view"]

_PCODE = re.compile(r"[A-Z]{2}\d{2,}|C\d{3,}")
_NEIGHBOURS = 10
_LANDMARKS = 14
_FARTHEST_KM = 60.0
_CELL = 0.5
_LIVED_IN = frozenset(("city", "town", "village", "camp"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A place near another, and how far away as the crow flies."""

    place: Place
    km: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """A listed place; `above` are the units it lies in, the country first, `parts` what it is made of,
    `around` what is nearest, and `landmarks` the largest towns not far away.
    """

    place: Place
    listed: ListedAs
    above: tuple[Place, ...]
    parts: tuple[Place, ...]
    around: tuple[Near, ...]
    landmarks: tuple[Place, ...]


def is_pcode(place_id: str) -> bool:
    """Say whether the id of a place is a P-code, by which others know it, too."""
    return _PCODE.fullmatch(place_id) is not None


def place_view(gazetteer: Gazetteer, place_id: str) -> PlaceView | None:
    """Return what the gazetteer tells of a place, None for one that it does not have."""
    place = gazetteer.by_id(place_id)
    if place is None:
        return None
    return PlaceView(
        place=place,
        listed=listed_as(gazetteer, place),
        above=tuple(reversed(gazetteer.parents(place))),
        parts=_parts(gazetteer, place),
        around=_around(gazetteer, place),
        landmarks=_landmarks(gazetteer, place),
    )


def asked_at(place: Place) -> Asked:
    """Return the question for the incidents at a place: of all that lies in it, and for what is known of it only."""
    if place.feature in ("country", "admin1"):
        return Asked(area=area_of_unit(place))
    return Asked(within=place.place_id)


def asked_of_events(place: Place) -> Asked:
    """Return the question for the events at a place: each says which units it lies in, of every level."""
    if place.feature in ("admin2", "admin3"):
        return Asked(area=place.place_id)
    return asked_at(place)


@lru_cache(2)
def _by_unit(gazetteer: Gazetteer) -> dict[str, tuple[Place, ...]]:
    """Return the places right below each unit: its own units, where it has any, else what lies in it."""
    found: dict[str, dict[str, list[Place]]] = {}
    for place in gazetteer:
        units = [place.country, place.admin1, place.admin2, place.admin3]
        codes = [unit for unit in units if unit and unit != place.place_id]
        if codes and place.feature != "country":
            found.setdefault(codes[-1], {}).setdefault(place.feature, []).append(place)
    parts = {}
    for unit, kinds in found.items():
        level = next((name for name in LEVELS if name in kinds), None)
        own = kinds[level] if level else [place for some in kinds.values() for place in some]
        parts[unit] = tuple(own)
    return parts


def _parts(gazetteer: Gazetteer, place: Place) -> tuple[Place, ...]:
    return _by_unit(gazetteer).get(place.place_id, ()) if place.feature in LEVELS else ()


@lru_cache(2)
def _cells(gazetteer: Gazetteer) -> dict[tuple[int, int], list[Place]]:
    """Return the places where people live by the half degree that they lie in."""
    found: dict[tuple[int, int], list[Place]] = {}
    for place in gazetteer:
        if place.feature in _LIVED_IN and place.latitude is not None and place.longitude is not None:
            found.setdefault(_cell(place.latitude, place.longitude), []).append(place)
    return found


def _cell(latitude: float, longitude: float) -> tuple[int, int]:
    return int(latitude // _CELL), int(longitude // _CELL)


def _around(gazetteer: Gazetteer, place: Place) -> tuple[Near, ...]:
    """Return the nearest places of the same kind: units of the level above for a unit, else where people live."""
    if place.latitude is None or place.longitude is None or place.feature in ("country", "region"):
        return ()
    if place.feature in LEVELS:
        above = gazetteer.parents(place)[:1]
        others = [one for unit in above for one in _parts(gazetteer, unit)]
        farthest = float("inf")
    else:
        others, farthest = _beside(gazetteer, place.latitude, place.longitude), _FARTHEST_KM
    found = [Near(place=one, km=km) for one in others if one is not place and (km := apart(place, one)) <= farthest]
    return tuple(sorted(found, key=lambda near: (near.km, near.place.place_id))[:_NEIGHBOURS])


def _landmarks(gazetteer: Gazetteer, place: Place) -> tuple[Place, ...]:
    if place.latitude is None or place.longitude is None:
        return ()
    found = [one for one in _beside(gazetteer, place.latitude, place.longitude) if one is not place and one.population]
    return tuple(sorted(found, key=lambda one: (-(one.population or 0), one.place_id))[:_LANDMARKS])


def _beside(gazetteer: Gazetteer, latitude: float, longitude: float) -> list[Place]:
    """Return where people live in the half degree that a point lies in, and in those around it."""
    row, column = _cell(latitude, longitude)
    cells = [(row + down, column + aside) for down in (-1, 0, 1) for aside in (-1, 0, 1)]
    return [one for at in cells for one in _cells(gazetteer).get(at, ())]
