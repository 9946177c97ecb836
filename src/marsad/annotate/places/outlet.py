"""Where an outlet's readers live: what "الرصافة" names in "شفق نيوز" is not what it names in "تدمر اليوم"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from marsad.annotate.places.words import countries_told, facts
from marsad.arabic.letters import fold
from marsad.gazetteer import Gazetteer
from marsad.gazetteer.index import Entry
from marsad.lexicon.load import LexiconEntry, entries
from marsad.lexicon.match import Matcher, longest
from marsad.model.report import Document

__all__ = ["country_of_outlet", "home_of", "region_of_outlet"]

_OWN_TABLE = 3
_ISO2 = 2


@lru_cache(maxsize=20_000)
def country_of_outlet(outlet: str | None, gazetteer: Gazetteer) -> str | None:
    """Return the country (ISO 3166) that an outlet writes for, None where its name does not tell.

    It is listed ("عنب بلدي"), names a people ("التلفزيون العراقي"), or a place of one country only ("إدلب الآن").
    """
    words = tuple(fold(outlet or "").split())
    if not words:
        return None
    matcher, rows = _table()
    for hit in longest(matcher.find(words)):
        index: Any = hit.payload
        return str(rows[index]["country"])
    told = {country for country in countries_told(words, range(0)) if len(country) == _ISO2}
    if not told:
        told = set(_countries_of_places(words, gazetteer))
    return told.pop() if len(told) == 1 else None


@lru_cache(maxsize=20_000)
def region_of_outlet(outlet: str | None, gazetteer: Gazetteer) -> str | None:
    """Return the first-level unit that an outlet is named after: "حمص تحت الحصار" writes of SY04."""
    regions: set[str] = set()
    for strong in _places(tuple(fold(outlet or "").split()), gazetteer):
        units = {entry.admin1 for entry in strong if entry.feature == "admin1"} or {entry.admin1 for entry in strong}
        if len(units) == 1:
            regions |= units
    return regions.pop() or None if len(regions) == 1 else None


def _countries_of_places(words: tuple[str, ...], gazetteer: Gazetteer) -> Iterator[str]:
    """Yield the country of every place among the words that lies in one country only: "مأرب", "نينوى"."""
    for strong in _places(words, gazetteer):
        countries = {entry.country for entry in strong}
        if len(countries) == 1 and "" not in countries:
            yield from countries


def _places(words: tuple[str, ...], gazetteer: Gazetteer) -> Iterator[tuple[Entry, ...]]:
    """Yield the rows of every place among the words that reports name: "مأرب", "نينوى"."""
    for index, word in enumerate(words):
        hit = next(iter(gazetteer.find(words, index, len(words))), None)
        if hit is None or (hit.stop - hit.first == 1 and facts(word).ordinary):
            continue
        strong = tuple(entry for entry in hit.entries if entry.weight == _OWN_TABLE)
        if strong and not hit.proclitics:
            yield strong


@cache
def _table() -> tuple[Matcher[int], tuple[LexiconEntry, ...]]:
    rows = entries("outlets")
    return Matcher((form, row.pos, index) for index, row in enumerate(rows) for form in row.forms), rows


def home_of(document: Document, gazetteer: Gazetteer) -> str | None:
    """Return the country that the outlet writes for, else the agency of its dateline: "دمشق - سانا"."""
    home, at = country_of_outlet(document.outlet, gazetteer), document.dateline.stop
    return home if home is not None or not at else country_of_outlet(document.words[at], gazetteer)
