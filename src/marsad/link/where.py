"""Places of codings: what they are called, where they lie, and how two of them stand to each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from marsad.arabic.letters import fold
from marsad.gazetteer import Gazetteer
from marsad.gazetteer.names import name_keys
from marsad.link.units import unit_key, unit_place
from marsad.link.words import words_of
from marsad.model.where import Place

__all__ = ["Where", "distance_km", "locate", "name_key", "relation", "two_towns"]

_TOWNS = frozenset(("country", "region", "admin1", "admin2", "admin3", "city", "town"))
_UNITS = frozenset(("country", "region", "admin1", "admin2", "admin3", "river", "road"))
_LARGE = 20_000
"""People in a place from which on many acts a day may happen there."""
_EARTH_KM = 6371.0
_NEIGHBOURS = 60.0
"""Kilometres within which a vague place of one unit may mean one of the next."""
_LIKE = 88.0
"""From this likeness on (of 100) two names are spellings of one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place of a coding. `keys` are folded names of it and of the places told with it, its own first.

    `unit` is the key of the first-level unit; `loose` says that the place is an area, or one that the gazetteer does
    not know, whose coordinates then are those of its unit; `large` that it is a town, where one day may see
    several acts of a kind. `within` are the keys of the districts it lies in,
    `stems` the words of its name as they are found in texts.
    """

    name: str
    keys: tuple[str, ...]
    country: str | None
    admin1: str | None
    unit: str | None
    precision: int
    latitude: float | None = None
    longitude: float | None = None
    located: bool = False
    loose: bool = False
    large: bool = False
    also: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()


@lru_cache(maxsize=200_000)
def name_key(name: str) -> str:
    """Return what spellings of a name share: "دير الزور", "ديرالزور" and "دير الزّور" have one key."""
    keys = name_keys(name)
    return "".join(min(words for _, words in keys)) if keys else fold(name).replace(" ", "")


def locate(place: dict[str, object], gazetteer: Gazetteer) -> Where:
    """Return the place of an event as its record has it, with what the gazetteer adds."""
    also = place.get("also")
    return _locate(
        str(place.get("name") or ""),
        _text(place.get("country")),
        _text(place.get("admin1")),
        _precision(place.get("precision")),
        tuple(str(name) for name in also) if isinstance(also, list) else (),
        _text(place.get("place_id")),
        gazetteer,
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _precision(value: object) -> int:
    return value if isinstance(value, int) and value in {1, 2, 3} else 1


@lru_cache(maxsize=200_000)
def _locate(
    name: str,
    country: str | None,
    admin1: str | None,
    precision: int,
    also: tuple[str, ...],
    place_id: str | None,
    gazetteer: Gazetteer,
) -> Where:
    row = (gazetteer.by_id(place_id) if place_id else None) or _row(name, country, admin1, precision, gazetteer)
    keys = [name_key(each) for each in (name, *also) if each]
    within: list[str] = []
    if row is not None:
        own = name_key(row.name_ar)
        if own not in keys:
            keys.insert(1, own)
        for code in (row.admin3, row.admin2):
            parent = gazetteer.by_id(code) if code and code != row.place_id else None
            if parent is not None:
                within.append(name_key(parent.name_ar))
    if admin1 is None and row is not None and row.feature != "country":
        admin1 = row.admin1 if row.country == "SY" else row.admin1_name
    unlisted = row is not None and admin1 is not None and unit_place(country, admin1, gazetteer) is None
    unit = unit_key(country, row.admin1_name if row is not None and unlisted and row.country != "SY" else admin1)
    located = (
        row is not None and row.latitude is not None and (place_id is not None or not _ambiguous(name, row, gazetteer))
    )
    point = row if located else unit_place(country, admin1, gazetteer)
    area = precision > 1 or (row is not None and row.feature in _UNITS)
    large = row is not None and (row.feature in _TOWNS or (row.population or 0) >= _LARGE)
    return Where(
        name=name,
        keys=tuple(dict.fromkeys(keys)),
        country=country or (row.country if row else None),
        admin1=admin1,
        unit=unit,
        precision=precision,
        latitude=point.latitude if point else None,
        longitude=point.longitude if point else None,
        located=located,
        loose=area or not located,
        large=large,
        also=also,
        within=tuple(within),
        stems=tuple(words_of(name)),
    )


def _row(name: str, country: str | None, admin1: str | None, precision: int, gazetteer: Gazetteer) -> Place | None:
    """Return the listed place a name means: in its country and first-level unit, a unit for a governorate."""
    found = [place for place in gazetteer.named(name) if country is None or place.country == country] if name else []
    if admin1 is not None:
        unit = unit_key(country, admin1)
        inside = [
            place for place in found if unit in (unit_key(country, place.admin1), unit_key(country, place.admin1_name))
        ]
        # a unit by a name that is not listed ("Tripoli" for Tarabulus) says nothing against the place
        found = inside if inside or unit_place(country, admin1, gazetteer) else found
    if not found:
        return None
    if precision == 3:
        return next((place for place in found if place.feature in _UNITS), found[0])
    return next((place for place in found if place.feature not in _UNITS), found[0])


def _ambiguous(name: str, row: Place, gazetteer: Gazetteer) -> bool:
    """Say whether other places of the same first-level unit have the name, far from this one: "الهلالية" is many."""
    twins = (place for place in gazetteer.named(name) if place.country == row.country and place.admin1 == row.admin1)
    return any((away := _apart(row, place)) is not None and away > 15 for place in twins if place.feature not in _UNITS)


def _apart(left: Place | Where, right: Place | Where) -> float | None:
    if left.latitude is None or right.latitude is None or left.longitude is None or right.longitude is None:
        return None
    north, south = radians(left.latitude), radians(right.latitude)
    half = sin((south - north) / 2) ** 2
    half += cos(north) * cos(south) * sin(radians(right.longitude - left.longitude) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))


def distance_km(left: Where, right: Where) -> float | None:
    """Return the kilometres between two places (or the units of places unknown), None when either has no point."""
    return _apart(left, right)


def relation(left: Where, right: Where) -> str:
    """Say how two places stand to each other; the same whichever comes first.

    "same village", "same town", "same name, one vague", "told beside", "like names", "inside" (one lies in the
    other), "next" (to 5 km), "near" (to 15 km), "same unit", "far", "next unit" (a vague
    place and one in a unit nearby), "elsewhere" (another first-level unit) or "unknown".
    """
    if left is right or left == right or (left.keys and right.keys and left.keys[0] == right.keys[0]):
        return _named_alike(left, right)
    if left.unit is not None and right.unit is not None and left.unit != right.unit:
        if _share(left.keys, right.keys):
            return "told beside"
        apart = distance_km(left, right)
        if apart is None or apart > _NEIGHBOURS or 3 in {left.precision, right.precision}:
            return "elsewhere"
        if left.located and right.located and left.precision == right.precision == 1:
            return "near" if apart <= 15 else "elsewhere"
        return "next unit"
    if left.country is not None and right.country is not None and left.country != right.country:
        return "elsewhere"
    if _share(left.keys, right.keys):
        return (
            "told beside"
            if _share(left.keys[:1], right.keys) or _share(right.keys[:1], left.keys)
            else "beside one place"
        )
    if _like(left.keys[:1], right.keys[:1]):
        return "like names"
    if _inside(left, right) or _inside(right, left):
        return "inside"
    apart = distance_km(left, right) if left.located and right.located else None
    if apart is None:
        return "same unit" if left.unit is not None and left.unit == right.unit else "unknown"
    if apart <= 5:
        return "next"
    if apart <= 15:
        return "near"
    return "same unit" if apart <= 40 and left.unit == right.unit else "far"


def two_towns(left: Where, right: Where) -> bool:
    """Say whether two places are towns of different governorates, each known exactly and far from the other.

    خشام near Deir ez-Zor and the Ghouta of Damascus are two places, however alike what is told of them.
    """
    known = left.located and right.located and left.precision == right.precision == 1
    if not known or left.unit is None or right.unit is None or left.unit == right.unit or _share(left.keys, right.keys):
        return False
    apart = distance_km(left, right)
    return apart is not None and apart > _NEIGHBOURS


def _named_alike(left: Where, right: Where) -> str:
    if left.unit is not None and right.unit is not None and left.unit != right.unit:
        return "elsewhere"
    if left.precision > 1 or right.precision > 1:
        return "same area" if left.precision > 1 and right.precision > 1 else "same name, one vague"
    return "same town" if left.large or right.large else "same village"


def _share(left: Iterable[str], right: Iterable[str]) -> bool:
    return not frozenset(left).isdisjoint(right)


def _like(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    if not left or not right:
        return False
    shorter, longer = sorted((left[0], right[0]), key=len)
    if len(shorter) >= 4 and (longer.startswith(shorter) or longer.endswith(shorter)):
        return True
    from rapidfuzz.fuzz import ratio

    return len(shorter) >= 4 and ratio(shorter, longer, score_cutoff=_LIKE) > 0


def _inside(area: Where, place: Where) -> bool:
    """Say whether a vague place holds another: a governorate or a part of it, a district, a region without a unit."""
    if area.precision == 1 and not area.loose:
        return area.keys[:1] != () and area.keys[0] in place.within
    if area.keys[:1] and area.keys[0] in place.within:
        return True
    if area.precision == 3:
        return area.unit is None or area.unit == place.unit
    return area.precision == 2 and area.large and area.unit is not None and area.unit == place.unit
