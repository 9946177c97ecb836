"""A question that somebody saved in the workbench as a search that is looked at again and again."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlsplit

from marsad.analyse.areas import area_meant
from marsad.analyse.reason import Reason
from marsad.errors import SettingsError
from marsad.gazetteer import load
from marsad.gazetteer.units import LEVELS, code_of, units_called
from marsad.lexicon.actors import codes_by_name
from marsad.trends.search import Search, actor_codes, search_of

__all__ = ["reason_of", "search_at"]

_UNKNOWN = {
    "q": Reason("words"), "source": Reason("an outlet"), "status": Reason("how sure it is"),
    "box": Reason("a part of the map"), "vague": Reason("a vague place"),
    "sources": Reason("how many sources tell it"), "credibility": Reason("a grade"), "attribution": Reason("a grade"),
    "contested": Reason("what is contested"), "differing": Reason("whether figures differ"),
}  # fmt: skip
_PLACES = ("area", "place", "within")
_ONE_PLACE = Reason(
    "It asks for a place that is no country, governorate or district; a trend is of kinds, areas and actors."
)
_TWO_PLACES = Reason("It asks for two places at once; a trend is of one area.")


def reason_of(error: SettingsError) -> Reason:
    """Return why a question is none of a trend, as pages tell it, too."""
    (told,) = error.args
    return told if isinstance(told, Reason) else Reason("It asks for what a trend does not know.")


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
            raise SettingsError(Reason("It asks for %(part)s; a trend is of kinds, areas and actors.", part=told))
    one, _, other = asked.get("against", "").partition("\n")
    values = {
        "type": asked.get("kind"),
        "area": _area(asked),
        "actor": _actor(asked.get("actor", "")),
        "side1": _known(one),
        "side2": _known(other),
    }
    return search_of({"name": name} | {key: value for key, value in values.items() if value})


def _area(asked: Mapping[str, str]) -> str:
    """Return what records call the area asked for, "" for none: it may be typed as a place, or be that of its page."""
    given = [part for part in _PLACES if asked.get(part)]
    if not given:
        return ""
    if len(given) > 1:
        raise SettingsError(_TWO_PLACES)
    (part,) = given
    told = asked[part]
    if part == "within":
        place = load().by_id(told)
        if place is None or place.feature not in LEVELS:
            raise SettingsError(_ONE_PLACE)
        return code_of(place)
    if part == "area":
        return told.rpartition("/")[2] if "/" in told else area_meant(told)  # "IQ/Al Anbar" is Al Anbar in records
    codes = {code_of(unit) for unit in units_called(load(), told) if unit.feature in LEVELS[:2]}
    if len(codes) != 1:  # a district has its name of a town, and the page asks for what is called so
        raise SettingsError(_ONE_PLACE)
    return codes.pop()


def _actor(told: str) -> str:
    """Return the code of an actor that is called by a name of its own; others as they were typed."""
    codes = codes_by_name().get(told.casefold(), frozenset())
    return _known(next(iter(codes)) if len(codes) == 1 else told)


def _known(told: str) -> str:
    """Return the code of an actor; raises SettingsError for what is none of the registry."""
    if told and told not in actor_codes():
        raise SettingsError(
            Reason("%(actor)s is no actor of the registry; a trend is of organised actors.", actor=told)
        )
    return told
