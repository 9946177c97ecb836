"""What words right behind a name tell of the land it lies in: "طرابلس شمالي لبنان" is not the one in Libya."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from marsad.annotate.places.beside import beside
from marsad.annotate.places.grammar import Named
from marsad.annotate.places.mention import CAPITALS
from marsad.annotate.places.words import place_words
from marsad.gazetteer import Gazetteer
from marsad.gazetteer.index import Entry
from marsad.model.report import Document

__all__ = ["in_areas", "where_told"]

_OWN_TABLE = 3
_DISTRICT = "place.district"
_UNITS = frozenset(("admin2", "admin3"))


def in_areas(document: Document, named: Sequence[Named], gazetteer: Gazetteer) -> list[Named]:
    """Return the names, those with the country or first-level units that an area right behind them tells."""
    found = [beside(document, _in_area(document, name, behind), behind, gazetteer) for name, behind in pairwise(named)]
    return [*found, *named[-1:]]


def where_told(name: Named) -> tuple[Entry, ...]:
    """Return the rows that lie where the words behind a name say, all of them where nothing is said.

    "قرية القصر في ريف الحسكة" is none of those elsewhere. What marsad's own tables have once in that country stays:
    a report may call the next governorate by mistake.
    """
    if name.near is not None:
        return tuple(entry for entry in name.entries if entry.row in name.near)
    if not name.units:
        return name.entries
    inside = tuple(entry for entry in name.entries if not entry.admin1 or entry.admin1 in name.units)
    lands = {unit[:2] for unit in name.units}
    sure = [entry for entry in name.entries if entry.weight == _OWN_TABLE and entry.country in lands]
    if inside or len({entry.admin1 for entry in sure}) != 1:
        return inside
    return tuple(sure)


def _in_area(document: Document, name: Named, behind: Named) -> Named:
    between = document.words[name.stop : behind.lead]
    if behind.lead < name.stop or len(between) > 1 or not place_words("located", "inside").issuperset(between):
        return name
    if any(cue.role == "direction" for cue in behind.cues):
        return _in_country(name, behind) if place_words("located").issuperset(between) else name
    word = document.words[behind.lead]
    is_in = bool(between) or any(word == "ب" + cue.words[0] for cue in behind.cues[-1:])
    if not is_in or document.gap(name.stop) != " " or not _is_area(behind):
        return name
    return replace(name, units=_units(behind))


def _in_country(name: Named, behind: Named) -> Named:
    if name.country is not None:
        return name
    country = next((entry.country for entry in behind.entries if entry.feature == "country"), None)
    return replace(name, country=country)


def _is_area(name: Named) -> bool:
    """Say whether a name is told as a governorate, a district or the land around a town: "ريف الحسكة"."""
    return any(cue.role in ("part", "admin") or cue.entry_id == _DISTRICT for cue in name.cues)


def _units(area: Named) -> frozenset[str]:
    """Return the first-level unit of an area, none where several may be meant; a capital's counts with those around."""
    told = [entry for entry in area.entries if entry.feature == "admin1"]
    if not told:
        told = [entry for entry in area.entries if entry.feature in _UNITS or entry.weight == _OWN_TABLE]
    units = {entry.admin1 for entry in told if entry.admin1}
    if len(units) != 1:
        return frozenset()
    return next((pair for pair in CAPITALS if not units.isdisjoint(pair)), frozenset(units))
