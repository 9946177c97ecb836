"""Which listed place a name means, told by what the report names around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import log10

from marsad.annotate.places.behind import where_told
from marsad.annotate.places.bodies import names_a_body, opens_a_body
from marsad.annotate.places.doubts import behind_in, is_described, is_doubtful, only_describes
from marsad.annotate.places.grammar import Named
from marsad.annotate.places.mention import CAPITALS, mention
from marsad.annotate.places.outlet import home_of, region_of_outlet
from marsad.annotate.places.unlisted import is_told_where
from marsad.annotate.places.words import (
    countries_told,
    facts,
)
from marsad.arabic.affixes import bare
from marsad.arabic.letters import fold
from marsad.gazetteer import Gazetteer
from marsad.gazetteer.index import Entry
from marsad.model.report import Document
from marsad.model.where import PlaceMention

__all__ = ["resolve"]

_ACCEPT = 1.0
_CANDIDATES = 6
_WEIGHTS = (0.0, 0.5, 1.2, 2.0)
_STRONG = 3
_ABOUT = 0.6
_OFTEN = 2
_SEVERAL = 2
_BIG_CITY = 200_000
_DISTRICT = "place.district"
_UNITS = frozenset(("admin2", "admin3"))
_SETTLED = frozenset(("city", "town", "admin1"))
_QUARTER = frozenset(("place.quarter", "place.quarters"))
_VILLAGE = frozenset(("place.village", "place.villages"))


@dataclass(slots=True)
class _Surroundings:
    """How often the report names each country and first-level unit, and where; `home` is its outlet's country.

    `near` holds the units that each sentence names, and by which names, `speakers` the same of the whole report. `sure`
    are the rows of ordinary words that the report announces as places: "مدينة الباب", "#سلوك"; `voices` are the names
    that speak for a country, "" for its own name.
    """

    countries: Counter[str] = field(default_factory=Counter)
    regions: Counter[str] = field(default_factory=Counter)
    near: dict[int, dict[str, set[str]]] = field(default_factory=dict)
    speakers: dict[str, set[str]] = field(default_factory=dict)
    sure: set[int] = field(default_factory=set)
    voices: dict[str, set[str]] = field(default_factory=dict)
    most: int = 1
    home: str | None = None

    def country(self, code: str) -> float:
        """Return the share of a country, 1 for the one named most."""
        return self.countries[code] / self.most

    def is_told(self, code: str, own: str) -> bool:
        """Say whether another word than `own` speaks for a country."""
        return not self.voices.get(code, set()) <= {own}

    def tells_others(self, own: str) -> bool:
        """Say whether a word beside `own` speaks for any country."""
        return any(not names <= {own} for names in self.voices.values())


def resolve(document: Document, named: list[Named], gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Return mentions for the names that are places, each with its candidates, best first."""
    around = _survey(document, named, home_of(document, gazetteer), region_of_outlet(document.outlet, gazetteer))
    mentions = []
    for name in named:
        if names_a_body(document, name.first) or opens_a_body(document, name.stop - 1, listed=bool(name.entries)):
            continue
        scored = _candidates(
            name,
            around,
            own=bare(document.words[name.first]),
            behind_in=behind_in(document, name),
            described=is_described(document, name),
            doubtful=is_doubtful(document, name),
        )
        if name.entries and (not scored or scored[0][0] < _ACCEPT):
            typed = name.type_word or name.own
            told = bool(name.units) and not scored and not name.ordinary  # "حيفان بريف صنعاء": listed elsewhere alone
            if (typed is None and not told) or facts(document.words[name.first]).generic:
                continue  # "بوادي المنطقة الشرقية" of another country than the region listed
            vague = typed is not None and (typed.known or only_describes(document, name, typed))
            if vague and not told and not is_told_where(document, name.first):
                continue
            scored = []  # announced by its type word, though no listed place fits: "حي المحطة" of a town
        if name.relation != "seat":
            meant = name if scored or name.own is None else replace(name, type_word=name.type_word or name.own)
            mentions.append(mention(document, meant, scored[:_CANDIDATES], gazetteer))
    return tuple(mentions)


def _survey(document: Document, named: list[Named], home: str | None, unit: str | None) -> _Surroundings:
    around = _Surroundings(home=home)
    if unit is not None:
        around.regions[unit] += 1
        around.speakers[unit] = {""}
    if home is not None:
        around.countries[home] += 1
    around.countries.update(countries_told(document.words, document.dateline))
    around.voices.update((country, {""}) for country in around.countries)
    outlet = frozenset(fold(document.outlet or "").split())
    for name in named:
        strong = [entry for entry in where_told(name) if entry.weight == _STRONG]
        if name.ordinary:
            word = document.words[name.first]
            by_outlet = word[len(name.proclitics) :] in outlet
            told = name.tagged or name.type_word is not None or by_outlet
            if told and not facts(bare(word)).alone:
                around.sure.update(entry.row for entry in strong)
                if by_outlet:
                    around.countries.update({entry.country for entry in strong})
            if name.type_word is None and not name.tagged and not _in_unit(name):
                continue  # a word that may be no place is no evidence for one
        if is_described(document, name):
            continue
        countries = {entry.country for entry in strong}
        for country in countries:
            around.countries[country] += 2 if len(countries) == 1 else 1
            around.voices.setdefault(country, set()).add(bare(document.words[name.first]))
        if any(entry.feature == "country" for entry in strong):
            continue  # عمان may be Oman or its neighbour's capital: no evidence for a region
        if name.type_word is None and all(entry.feature == "quarter" for entry in strong):
            continue  # quarters of one name lie in many towns: which is meant is told by the others
        regions = {entry.admin1 for entry in strong if entry.admin1}
        if len(regions) == 1 or any(entry.feature == "admin1" for entry in strong):
            governing = {entry.admin1 for entry in strong if entry.feature == "admin1"} or regions
            for region in governing:
                around.regions[region] += 1
                units = around.near.setdefault(name.sentence, {})
                units.setdefault(region, set()).add(bare(document.words[name.first]))
                around.speakers.setdefault(region, set()).add(bare(document.words[name.first]))
    around.most = max(around.countries.values(), default=1)
    return around


def _candidates(
    name: Named, around: _Surroundings, *, own: str, behind_in: str, described: bool, doubtful: bool
) -> list[tuple[float, Entry]]:
    best: dict[int, tuple[float, Entry]] = {}
    here = _told_by_others(name, own, around.near.get(name.sentence, {}))
    beside = _told_by_others(name, own, around.near.get(name.sentence - 1, {}))
    told = _told_by_others(name, own, around.speakers)
    shared = _about_name(name)
    entries = where_told(name)
    rivals = any(around.is_told(entry.country, own) for entry in entries)
    demonyms = any("" in around.voices.get(entry.country, set()) for entry in entries)
    for entry in entries:
        region = entry.admin1
        is_near = bool(region) and (region in here or region in beside)
        meant = not name.ordinary or _may_be_meant(name, entry, around, is_near=is_near, behind_in=behind_in)
        if not meant or _is_elsewhere(name, entry, around) or _is_namesake(name, entry, around, here):
            continue
        if _is_part_abroad(name, entry, around, own):
            continue
        if (described and _is_in_other_units(entry, around)) or (doubtful and _is_unspoken(name, entry, around, own)):
            continue
        score = shared + _about_entry(name, entry)
        if name.ordinary and name.type_word is None and not (name.tagged or _is_district(name, entry)):
            score -= 1.5
        if is_near:
            score += 1.5 if region in here else 1.0
        elif (
            region and around.regions[region] and (region in told or around.is_told(entry.country, own) or not demonyms)
        ):
            score += 0.7  # "اللبناني" beside طرابلس: that it is a unit of another country, too, tells nothing
        elif entry.feature == "quarter" and name.type_word is None and not name.cues and entry.country != around.home:
            score -= 1.5
        if name.country == entry.country:
            score += 1.0  # "طرابلس الليبية", "طرابلس شمالي لبنان"
        share = around.country(entry.country)
        spoken = entry.population >= _BIG_CITY or around.is_told(entry.country, own)
        if share and (spoken or not rivals):
            score += 0.4 + 0.8 * share
        elif entry.feature == "country" or not entry.country:
            score += 0.8
        else:
            score -= _abroad(entry, around)
        if entry.row not in best or best[entry.row][0] < score:
            best[entry.row] = score, entry
    return sorted(best.values(), key=lambda pair: (-pair[0], pair[1].row))


def _told_by_others(name: Named, own: str, units: Mapping[str, set[str]]) -> set[str]:
    """Return the units told in a sentence; `own`, the word of a name of several countries, does not speak for itself.

    "نجران" beside السويداء is the village, though a governorate abroad has its name.
    """
    if len({entry.country for entry in name.entries if entry.weight == _STRONG}) < _SEVERAL:
        return set(units)
    return {unit for unit, names in units.items() if names != {own}}


def _abroad(entry: Entry, around: _Surroundings) -> float:
    """Return what a row loses in a report that never names its country: little for a big city."""
    if entry.population >= _BIG_CITY:
        return 0.2
    if not around.countries:
        return 0.2 if entry.weight > 1 else 1.2
    return 1.5 if entry.weight > 1 else 2.5


def _is_elsewhere(name: Named, entry: Entry, around: _Surroundings) -> bool:
    """Say whether a row cannot be meant: of another kind than the site named, or a quarter of a town far away."""
    typed = name.type_word
    if typed is None:
        small = entry.feature in ("quarter", "village")
        if small and any(other.feature == "country" for other in name.entries):
            return True
    elif typed.keep and entry.feature not in typed.features:
        return True
    if entry.feature != "quarter":
        return False
    if around.regions:
        return entry.admin1 not in around.regions and not _is_only_one(name, entry, around)
    return bool(around.countries) and entry.country not in around.countries


def _is_namesake(name: Named, entry: Entry, around: _Surroundings, here: set[str]) -> bool:
    """Say whether a row is only called alike: nothing else of the report speaks for its country.

    And it is listed with another article, or its sentence tells units of another country (`here`): "البور" of a report
    on Somalia is no town called بور elsewhere, "قرية طيبة في محافظة حجة" none in Palestine.
    """
    if not entry.country or entry.population >= _BIG_CITY:
        return False
    away = bool(here) and not any(unit.startswith(entry.country) for unit in here)
    if away:
        typed = name.type_word is not None and not name.type_word.known and entry.feature in ("village", "town")
        away = typed or any(other.country and unit.startswith(other.country) for other in name.entries for unit in here)
    if entry.article == name.article and not away:
        return False
    voices = around.voices.get(entry.country, set())
    return len(around.voices) > 1 and "" not in voices and len(voices) < _OFTEN


def _is_part_abroad(name: Named, entry: Entry, around: _Surroundings, own: str) -> bool:
    """Say whether a quarter or a small village is told that lists have in a country of which the report tells nothing.

    "حي الجزائر" of a report on Basra is in no list, and so is "قرية الرضوانية" of one on Homs.
    """
    typed = name.type_word or name.own
    if typed is None or around.is_told(entry.country, own) or not around.tells_others(own):
        return False
    return typed.entry_id in _QUARTER or (typed.entry_id in _VILLAGE and entry.weight < _STRONG)


def _is_unspoken(name: Named, entry: Entry, around: _Surroundings, own: str) -> bool:
    """Say whether a word that is more than a name cannot mean a row.

    Reports seldom name the row, or by another article, or this one speaks of other countries and of the row's only by
    the word itself.
    """
    if entry.weight != _STRONG or entry.article != name.article:
        return True
    if entry.country == around.home or around.voices.get(entry.country, set()) - {own}:
        return False
    return any(country != entry.country for country in around.voices)


def _is_in_other_units(entry: Entry, around: _Surroundings) -> bool:
    """Say whether the report names no part of a row's country, or first-level units of it and not the row's own."""
    if entry.country not in around.countries:
        return True
    if around.regions[entry.admin1 or ""]:
        return False
    return any(count and unit.startswith(entry.country) for unit, count in around.regions.items())


def _is_only_one(name: Named, entry: Entry, around: _Surroundings) -> bool:
    """Say whether a quarter is the only place known by a name, and no other unit of its country is told often."""
    if name.ordinary or entry.weight != _STRONG:
        return False
    if len({other.admin1 for other in name.entries if other.weight == _STRONG}) > 1:
        return False
    if name.stop > name.first + 1 and name.locative and entry.country in around.countries:
        return True  # "في مساكن برزة" of a report on Dar'a
    if around.country(entry.country) < _ABOUT:
        return False
    beside = next((units for units in CAPITALS if entry.admin1 in units), frozenset())
    others = (count for unit, count in around.regions.items() if unit.startswith(entry.country) and unit not in beside)
    return max(others, default=0) < _OFTEN


def _may_be_meant(name: Named, entry: Entry, around: _Surroundings, *, is_near: bool, behind_in: str) -> bool:
    """Say whether an ordinary word ("الثورة", "الصناعة") can mean this row.

    Behind a settlement word it can; behind a wider cue only a row of marsad's own; bare, only such a row in
    a governorate that the report names there, and behind a preposition, or a town of the outlet's country behind "في".
    """
    typed = name.type_word
    if entry.feature == "admin1" and entry.country not in around.countries:
        return False
    if typed is not None and not typed.known and not typed.keep:
        return entry.weight == _STRONG or is_near or name.article or "city" not in typed.features[:1]
    if typed is not None:
        if entry.weight != _STRONG:
            return False
        return (name.article or is_near) if typed.known else entry.feature in typed.features[:2]
    if name.cues:
        if _is_district(name, entry):
            return True
        told = entry.row in around.sure or (entry.article == name.article and entry.admin1 in around.regions)
        told = told and not name.cues[0].many  # "محاور جديدة" names none
        told = told or (behind_in == "name" and entry.country in around.countries)
        return entry.weight == _STRONG and (is_near or told or (name.article and _in_unit(name)))
    if entry.weight != _STRONG or entry.country not in around.countries:
        return entry.feature == "country" and behind_in == "name"  # "في مالي"
    if name.tagged or entry.row in around.sure:
        return name.tagged or name.locative or name.owner
    is_in = behind_in != ""
    at_home = is_in and entry.country == around.home and entry.feature in _SETTLED
    if name.locative and (is_near or at_home):
        return True
    if entry.article != name.article:
        return False
    if behind_in == "name" or (name.locative and name.country == entry.country):
        return True
    about = around.country(entry.country) == 1
    if is_in and entry.feature == "city" and about:
        return True
    return entry.admin1 in around.regions and (name.owner or (is_in and about and entry.feature in _SETTLED))


def _is_district(name: Named, entry: Entry) -> bool:
    """Say whether a name is told as the district that a row is: "قضاء الزبير", "ناحية الباب"."""
    told = bool(name.cues) and name.cues[0].entry_id == _DISTRICT
    return told and entry.feature in _UNITS and entry.article == name.article


def _in_unit(name: Named) -> bool:
    """Say whether the words speak of the land of a name: its countryside or governorate."""
    return any(cue.role in ("part", "admin") for cue in name.cues)


def _about_name(name: Named) -> float:
    """Score what holds for every row of a name: cues, length, clitics."""
    score = 0.0
    if name.type_word is None and name.cues:
        score += 0.8
    if name.locative:
        score += 0.3
    if name.stop - name.first > 1:
        score += 0.8
    if not name.article and name.proclitics and name.proclitics[-1] in "لكف":
        score -= 0.8
    return score


def _about_entry(name: Named, entry: Entry) -> float:
    score = _WEIGHTS[entry.weight] + 0.12 * log10(entry.population + 1)
    typed, feature = name.type_word, entry.feature
    if typed is not None:
        if feature in typed.features:
            score += 1.8 - 0.3 * typed.features.index(feature) / len(typed.features)
        else:
            score += 0.3
    elif feature in ("admin2", "admin3"):
        score -= 0.9
    if entry.article == name.article:
        score += 0.4
    elif entry.weight < 2 and typed is None:
        score -= 0.8
    roles = {cue.role for cue in name.cues}
    if feature == "admin1":
        score += 1.0 if roles & {"admin", "part"} else -0.6
    elif feature in ("region", "river", "country") or (
        feature in ("admin2", "admin3") and any(cue.entry_id.startswith("place.district") for cue in name.cues)
    ):
        score += 1.2
    elif feature in ("city", "town") and not typed:
        score += 0.1
    return score
