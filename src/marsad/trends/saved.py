"""A question that somebody saved in the workbench as a search that is looked at again and again."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlsplit

from marsad.errors import SettingsError
from marsad.gazetteer import load
from marsad.gazetteer.units import LEVELS, code_of, units_called
from marsad.lexicon.actors import codes_by_name
from marsad.trends.search import Search, area_called, search_of

__all__ = ["search_at"]

_UNKNOWN = {
    "q": "words", "source": "an outlet", "status": "how sure it is", "box": "a part of the map",
    "vague": "a vague place", "sources": "how many sources tell it", "credibility": "a grade",
    "attribution": "a grade", "contested": "what is contested",
}  # fmt: skip
_PLACES = ("area", "place", "within")
_ONE_PLACE = "It asks for a place that is no country, governorate or district; a trend is of kinds, areas and actors."


def search_at(name: str, address: str) -> Search:
    """Return the search of an address of the workbench: its kind, area and actors.

    Days are left out, as the last weeks are looked at. Raises SettingsError for what a trend is not asked about, such
    as words: of these nobody knows how often they are told.

    >>> search_at("دير الزور", "/explore?area=SY09&kind=Arrests&since=2024-01-01").area
    ('SY09',)
    """
    asked = dict(parse_qsl(urlsplit(address).query))
    for part, told in _UNKNOWN.items():
        if part in asked:
            raise SettingsError(f"It asks for {told}; a trend is of kinds, areas and actors.")
    one, _, other = asked.get("against", "").partition("\n")
    values = {
        "type": asked.get("kind"),
        "area": _area(asked),
        "actor": _actor(asked.get("actor", "")),
        "side1": one,
        "side2": other,
    }
    return search_of({"name": name} | {key: value for key, value in values.items() if value})


def _area(asked: Mapping[str, str]) -> str:
    """Return what records call the area asked for, "" for none: it may be typed as a place, or be that of its page."""
    given = [part for part in _PLACES if asked.get(part)]
    if not given:
        return ""
    if len(given) > 1:
        raise SettingsError("It asks for two places at once; a trend is of one area.")
    (part,) = given
    told = asked[part]
    if part == "within":
        place = load().by_id(told)
        if place is None or place.feature not in LEVELS:
            raise SettingsError(_ONE_PLACE)
        return code_of(place)
    if part == "area":
        return told.rpartition("/")[2] if "/" in told else area_called(told)  # "IQ/Al Anbar" is Al Anbar in records
    codes = {code_of(unit) for unit in units_called(load(), told) if unit.feature in LEVELS[:2]}
    if len(codes) != 1:  # a district has its name of a town, and the page asks for what is called so
        raise SettingsError(_ONE_PLACE)
    return codes.pop()


def _actor(told: str) -> str:
    """Return the code of an actor that is called by a name of its own; others as they were typed."""
    codes = codes_by_name().get(told.casefold(), frozenset())
    return next(iter(codes)) if len(codes) == 1 else told
