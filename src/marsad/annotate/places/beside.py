"""Which rows lie where a name is told beside another place: "بلدة الشيخ سعد غربي درعا", "حي الرمل بمدينة جرابلس"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from marsad.annotate.places.grammar import Named
from marsad.annotate.places.mention import CAPITALS
from marsad.annotate.places.words import place_words
from marsad.gazetteer import Gazetteer
from marsad.gazetteer.distance import apart
from marsad.gazetteer.index import Entry
from marsad.model.report import Document
from marsad.model.where import Place

__all__ = ["beside"]

_ROUND_A_TOWN = 80.0
"""Kilometres that "غربي درعا" and "قرب جرابلس" may mean."""
_IN_A_TOWN = 30.0
_OF_A_TOWN = frozenset(("place.city", "place.town", "place.village"))
_SETTLED = frozenset(("city", "town", "village", "admin1", "admin2"))
_PARTS = frozenset(("place.quarter", "place.landmark", "place.school"))
"""Words for what lies in a town: quarters, streets, hospitals."""
_TOWN = 2


def beside(document: Document, name: Named, behind: Named, gazetteer: Gazetteer) -> Named:
    """Return a name with those of its rows alone that lie by the town named right behind it.

    A quarter or a street of which no row lies there is in no list; any other name keeps all its rows then.
    """
    kilometres = _reach(document, name, behind)
    if not kilometres or not name.entries:
        return name
    towns = [gazetteer.place(entry.row) for entry in _towns(behind)]
    if not towns or behind.ordinary:
        return name
    near = {entry.row for entry in name.entries if _is_near(gazetteer.place(entry.row), towns, kilometres)}
    return replace(name, near=frozenset(near)) if near or _is_part(name) else name


def _reach(document: Document, name: Named, behind: Named) -> float:
    """Return how far from the town behind it a name may lie, 0 where the words do not tell."""
    between = document.words[name.stop : behind.lead]
    if behind.lead < name.stop or len(between) > 1 or document.gap(name.stop) != " ":
        return 0.0
    roles = {cue.role for cue in behind.cues}
    if roles & {"direction", "near"}:
        if roles & {"admin", "part"}:
            return 0.0
        return _ROUND_A_TOWN if place_words("located").issuperset(between) else 0.0
    if not place_words("inside").issuperset(between) and not behind.owner:  # "وسط البصرة"
        return 0.0
    typed = behind.type_word
    if typed is not None and typed.entry_id not in _OF_A_TOWN:
        return 0.0
    is_in = bool(between) or document.words[behind.lead].startswith("ب" + (typed.words[0] if typed else ""))
    if typed is None and not between:
        is_in = "ب" in behind.proclitics
    return _IN_A_TOWN if is_in and _is_part(name) else 0.0


def _is_part(name: Named) -> bool:
    typed = name.type_word or name.own
    return typed is not None and typed.entry_id in _PARTS


def _towns(behind: Named) -> Iterable[Entry]:
    if any(entry.feature == "country" for entry in behind.entries):
        return []
    settled = [entry for entry in behind.entries if entry.feature in _SETTLED]
    return [entry for entry in settled if entry.weight >= _TOWN] or settled


def _is_near(place: Place, towns: Iterable[Place], kilometres: float) -> bool:
    return any(apart(place, town) <= kilometres or _shares_unit(place, town, kilometres) for town in towns)


def _shares_unit(place: Place, town: Place, kilometres: float) -> bool:
    """Say whether both lie in one first-level unit: all that is known of a row without a point."""
    if place.country != town.country or place.admin1 is None:
        return False
    told = place.latitude is None or town.latitude is None or kilometres == _ROUND_A_TOWN
    return told and (place.admin1 == town.admin1 or any({place.admin1, town.admin1} <= units for units in CAPITALS))
