"""Countries and units as records call them, found by code or by name in either language."""

from __future__ import annotations

from difflib import get_close_matches
from functools import lru_cache

from marsad.arabic.letters import fold
from marsad.gazetteer.index import Gazetteer
from marsad.model.where import Place

__all__ = ["LEVELS", "code_of", "like", "units_called"]

LEVELS = ("country", "admin1", "admin2", "admin3")
"""The kinds of places that are units, the widest first."""


def code_of(unit: Place) -> str:
    """Return what records call a unit: "SY", "SY09", "SY0901"; outside Syria a first-level unit by name, "Al Anbar"."""
    if unit.feature == "country":
        return unit.country
    if unit.feature == "admin1" and unit.country != "SY":
        return unit.admin1_name or unit.place_id
    return unit.place_id


def units_called(gazetteer: Gazetteer, told: str) -> tuple[Place, ...]:
    """Return the units that a code or a name means, several where nobody can say which.

    "SY07", "إدلب", "Idlib" and "Idleb" are all the governorate, whose district and centre are called so, too; and
    "الجيزة" is the one in Egypt, not a subdistrict of Daraa.
    """
    coded = _by_code(gazetteer).get(told.strip())
    if coded:
        return coded
    found = {
        unit.place_id: unit for one in _by_name(gazetteer).get(_plain(told), ()) for unit in _whole(gazetteer, one)
    }
    wide = [unit for unit in found.values() if unit.feature in LEVELS[:2]]
    return tuple(wide or found.values())


def _whole(gazetteer: Gazetteer, unit: Place) -> tuple[Place, ...]:
    """Return a unit, or what it lies in where that has its name."""
    name = _plain(unit.name_ar)
    return tuple(above for above in gazetteer.parents(unit) if _plain(above.name_ar) == name)[-1:] or (unit,)


def like(gazetteer: Gazetteer, told: str) -> tuple[Place, ...]:
    """Return up to three units whose names are spelt most like what was told."""
    names = _by_name(gazetteer)
    found = (names[name][0] for name in get_close_matches(_plain(told), names, n=3, cutoff=0.75))
    return tuple({unit.place_id: unit for unit in found}.values())


@lru_cache(2)
def _by_code(gazetteer: Gazetteer) -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    for unit in _units(gazetteer):
        for code in {code_of(unit), unit.place_id}:
            found.setdefault(code, []).append(unit)
    return {code: tuple(units) for code, units in found.items()}


@lru_cache(2)
def _by_name(gazetteer: Gazetteer) -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    for unit in _units(gazetteer):
        for name in {_plain(unit.name_ar), _plain(unit.name_en or "")} - {""}:
            found.setdefault(name, []).append(unit)
    return {name: tuple(units) for name, units in found.items()}


def _units(gazetteer: Gazetteer) -> list[Place]:
    return sorted(
        (place for place in gazetteer if place.feature in LEVELS), key=lambda unit: LEVELS.index(unit.feature)
    )


def _plain(name: str) -> str:
    words = "".join(letter if letter.isalnum() else " " for letter in fold(name).casefold()).split()
    return " ".join(word.removeprefix("ال") if len(word) > 3 else word for word in words)
