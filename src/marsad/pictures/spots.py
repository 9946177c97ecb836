"""What a map shows of each event or incident: a point only where the place is exact, else a circle of what is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from marsad.export.geo import area_of
from marsad.export.happening import Happening
from marsad.export.values import is_exact
from marsad.gazetteer import Gazetteer
from marsad.gazetteer.distance import NEAR_KM, apart
from marsad.model.where import Place

__all__ = ["Area", "Spot", "Spots", "spots_of"]

_MOST = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """An exact place with the ids of what happened there."""

    latitude: float
    longitude: float
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A circle that holds what is not known more exactly. `unit` is the code of the unit it stands for, or None."""

    latitude: float
    longitude: float
    radius_km: float
    unit: str | None
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spots:
    """Points, circles, and the ids of what lies in no unit that a map could show, by country ("" for none known)."""

    points: tuple[Spot, ...]
    areas: tuple[Area, ...]
    nowhere: dict[str, tuple[str, ...]]


def spots_of(found: Iterable[Happening], gazetteer: Gazetteer) -> Spots:
    """Put events or incidents on a map.

    Precision 1 with coordinates is a point. Precision 2 with coordinates is a circle round them of its
    `uncertainty_km`, 15 km where none is told. All else is a circle round the smallest unit known to hold it, wide
    enough for nine in ten of the places that the gazetteer lists in it.
    """
    points: dict[tuple[float, float], list[str]] = {}
    near: dict[tuple[float, float, float], list[str]] = {}
    units: dict[str, list[str]] = {}
    nowhere: dict[str, list[str]] = {}
    circles = _circles(gazetteer)
    for one in found:
        place = one.place
        if is_exact(place):
            points.setdefault((place["latitude"], place["longitude"]), []).append(one.key)
        elif is_exact(place, 2):
            at = (place["latitude"], place["longitude"], place["uncertainty_km"] or NEAR_KM)
            near.setdefault(at, []).append(one.key)
        else:
            unit = area_of(one)
            drawn = unit if unit and unit != place["country"] and unit in circles else None
            (units if drawn else nowhere).setdefault(drawn or place["country"] or "", []).append(one.key)
    areas = [
        Area(latitude=latitude, longitude=longitude, radius_km=radius, unit=None, ids=tuple(ids))
        for (latitude, longitude, radius), ids in sorted(near.items())
    ]
    for unit, ids in sorted(units.items()):
        latitude, longitude, radius = circles[unit]
        areas.append(Area(latitude=latitude, longitude=longitude, radius_km=radius, unit=unit, ids=tuple(ids)))
    return Spots(
        points=tuple(Spot(latitude=at[0], longitude=at[1], ids=tuple(ids)) for at, ids in sorted(points.items())),
        areas=tuple(sorted(areas, key=lambda area: -area.radius_km)),
        nowhere={country: tuple(ids) for country, ids in sorted(nowhere.items())},
    )


@cache
def _circles(gazetteer: Gazetteer) -> dict[str, tuple[float, float, float]]:
    """Return the middle and the radius of each unit that the gazetteer knows a point of."""
    inside: dict[str, list[Place]] = {}
    middle: dict[str, Place] = {}
    for place in gazetteer:
        if place.latitude is None or place.longitude is None:
            continue
        codes = (place.admin1, place.admin2, place.admin3)
        if place.feature in ("admin1", "admin2", "admin3"):
            for code in (place.place_id, *((place.name_en,) if place.feature == "admin1" and place.name_en else ())):
                middle.setdefault(code, place)
        for code in {code for code in (*codes, place.admin1_name) if code}:
            inside.setdefault(code, []).append(place)
    circles = {}
    for code, unit in middle.items():
        away = sorted(apart(unit, place) for place in inside.get(code, ()))
        radius = away[int(_MOST * (len(away) - 1))] if away else 0.0
        if unit.latitude is not None and unit.longitude is not None:
            circles[code] = (unit.latitude, unit.longitude, max(radius, 5.0))
    return circles
