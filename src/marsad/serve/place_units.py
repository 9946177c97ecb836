"""Places as an address names them, and as the store knows the incidents there."""

from __future__ import annotations

from functools import lru_cache

from marsad.arabic.letters import fold
from marsad.explore.spots import area_of
from marsad.gazetteer import Gazetteer
from marsad.model.where import Place
from marsad.serve.lookup import find_places

__all__ = ["LEVELS", "area_of_unit", "area_typed", "named_as_stored", "place_called", "places_within", "unit_listed"]

LEVELS = ("country", "admin1", "admin2", "admin3")
"""The kinds of places that are units, the widest first."""


_UNITS = ("country", "admin1")
_KEPT = 1_000


def area_of_unit(place: Place) -> str:
    """Return how the areas of incidents call a country or a first-level unit: "SY", "SY09", "IQ/Al Anbar"."""
    if place.feature == "country":
        return place.country
    return area_of(place.country, place.place_id if place.country == "SY" else place.admin1_name)


def area_typed(gazetteer: Gazetteer, typed: str) -> str:
    """Return the area meant: a unit may be called by its id, or as counts call it, "Al Anbar"; else what was typed."""
    if not typed or "/" in typed:
        return typed
    listed = gazetteer.by_id(typed)
    if listed is not None and listed.feature in _UNITS:
        return area_of_unit(listed)
    unit = _units(gazetteer).get(typed)
    return area_of_unit(unit) if unit is not None else typed


@lru_cache(2)
def _units(gazetteer: Gazetteer) -> dict[str, Place]:
    """Return the first-level units outside Syria by their names in the record, and by area: "IQ/Al Anbar"."""
    found: dict[str, Place] = {}
    for unit in gazetteer:
        if unit.feature == "admin1" and unit.admin1_name and unit.country != "SY":
            found.setdefault(unit.admin1_name, unit)
            found.setdefault(area_of_unit(unit), unit)
    return found


def unit_listed(gazetteer: Gazetteer, code: str | None, country: str | None = None) -> Place | None:
    """Return the unit that a code of the record or an area stands for: "SY09", "SY0903", "Al Anbar", "IQ/Al Anbar"."""
    if not code:
        return None
    named = f"{country}/{code}" if country and "/" not in code else code
    unit = gazetteer.by_id(code) or _units(gazetteer).get(named) or _units(gazetteer).get(code)
    return unit if unit is not None and unit.feature in LEVELS else None


def place_called(gazetteer: Gazetteer, typed: str) -> tuple[Place, ...]:
    """Return the listed places that are called just what somebody typed, the largest first."""
    words = typed.strip().strip('"')
    english = _in_english(gazetteer).get(words.casefold(), ())
    return gazetteer.named(words) + english if words and "*" not in words else ()


@lru_cache(2)
def _in_english(gazetteer: Gazetteer) -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    for place in gazetteer:
        if place.name_en:
            found.setdefault(place.name_en.casefold(), []).append(place)
    return {name: tuple(sorted(of, key=lambda one: -(one.population or 0))) for name, of in found.items()}


@lru_cache(_KEPT)
def named_as_stored(gazetteer: Gazetteer, typed: str) -> str:
    """Return what the store knows a unit or a country by, where one is called so; else what was typed."""
    for place in find_places(gazetteer, typed) if typed else ():
        names = {fold(place.name_ar), (place.name_en or "").casefold()}
        if place.feature in _UNITS and names & {fold(typed), typed.casefold()}:
            if place.feature == "country":
                return place.country
            return (place.admin1 if place.country == "SY" else place.admin1_name) or typed
    return typed


def places_within(gazetteer: Gazetteer, place_id: str) -> tuple[str, ...]:
    """Return the ids of a listed place and of all that lie in it; of a country or a unit, whatever its level."""
    return _below(gazetteer).get(place_id, (place_id,))


@lru_cache(2)
def _below(gazetteer: Gazetteer) -> dict[str, tuple[str, ...]]:
    """Return the ids of units to those of all places in them, their own among them."""
    found: dict[str, dict[str, None]] = {}
    for place in gazetteer:
        for unit in (place.country, place.admin1, place.admin2, place.admin3):
            if unit:
                found.setdefault(unit, {unit: None})[place.place_id] = None
    return {unit: tuple(sorted(ids)) for unit, ids in found.items()}
