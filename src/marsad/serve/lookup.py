"""Places and actors by what somebody types, in either language, for the lists that a field is chosen from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import accumulate

from marsad.arabic.affixes import stems
from marsad.arabic.letters import fold
from marsad.gazetteer import Gazetteer
from marsad.lexicon.actors import Alias, actors, wholes
from marsad.lexicon.layers import made_of_words
from marsad.model.where import Place
from marsad.model.who import Actor, is_coded_by_name

__all__ = ["actor_typed", "find_actors", "find_places", "precision_of", "usual_actors"]

_MOST = 12
_PEOPLED = {
    "city": 4,
    "town": 3,
    "admin1": 3,
    "village": 2,
    "camp": 2,
    "country": 2,
    "region": 2,
    "quarter": 1,
    "admin2": 1,
}


@dataclass(frozen=True, slots=True)
class _Name:
    folded: str
    row: int


@lru_cache(maxsize=2)
def _names(gazetteer: Gazetteer) -> tuple[_Name, ...]:
    found = []
    for row, place in enumerate(gazetteer):
        found.append(_Name(_plain(place.name_ar), row))
        if place.name_en:
            found.append(_Name(place.name_en.casefold(), row))
    return tuple(found)


@lru_cache(maxsize=2)
def _lines(gazetteer: Gazetteer) -> tuple[str, list[int]]:
    """Return all names, one a line, and where each begins."""
    names = [name.folded for name in _names(gazetteer)]
    return "\n".join(names), [0, *accumulate(len(name) + 1 for name in names)]


def _holding(gazetteer: Gazetteer, part: str) -> Iterator[_Name]:
    """Yield the names that hold a part: one long text is looked through, and not twenty thousand names."""
    names, (lines, starts) = _names(gazetteer), _lines(gazetteer)
    at = lines.find(part)
    while at >= 0:
        number = bisect_right(starts, at) - 1
        yield names[number]
        at = lines.find(part, starts[number + 1])


def _plain(text: str) -> str:
    return " ".join(word.removeprefix("ال") if len(word) > 3 else word for word in fold(text).casefold().split())


def precision_of(place: Place) -> int:
    """Return how precisely an event is placed that is told to be there: in a governorate, a district, a place."""
    return {"country": 3, "region": 3, "admin1": 3, "admin2": 2, "admin3": 2, "road": 2, "river": 2, "hill": 2}.get(
        place.feature, 1
    )


def _fit(name: str, asked: str) -> int:
    if name == asked:
        return 3
    if name.startswith(asked):
        return 2
    return int(f" {asked}" in f" {name}")


def find_places(gazetteer: Gazetteer, asked: str, *, country: str = "") -> list[Place]:
    """Return places whose name is, starts with or holds what was typed, those of a country and the larger first.

    Words out of a report ("ببلدة ذيبان") find the names in them.
    """
    wanted = _plain(asked)
    if not wanted:
        return []
    best: dict[int, int] = {}
    for name in _holding(gazetteer, wanted):
        fit = _fit(name.folded, wanted)
        if fit > best.get(name.row, 0):
            best[name.row] = fit
    if not best:
        words = fold(asked).split()
        hits = [hit for first in range(len(words)) for hit in gazetteer.find(words, first, len(words))]
        best = {entry.row: hit.stop - hit.first for hit in hits for entry in hit.entries}
    places = [(fit, gazetteer.place(row)) for row, fit in best.items()]
    places.sort(
        key=lambda one: (
            -one[0],
            one[1].country != country,
            -_PEOPLED.get(one[1].feature, 0),
            -(one[1].population or 0),
            one[1].place_id,
        )
    )
    return [place for _, place in places[:_MOST]]


def _names_of_country(code: str) -> list[str]:
    from babel import Locale

    names = (Locale(language).territories.get(code) for language in ("ar", "en"))
    return [_plain(name) for name in names if name]


@dataclass(frozen=True, slots=True)
class _Called:
    """A name of an actor; `alias` is the entry where it is none of its own names."""

    name: str
    actor: Actor
    alias: Alias | None = None


@made_of_words
def _actor_names() -> tuple[_Called, ...]:
    found: list[_Called] = []
    for item in actors():
        actor = item.actor
        own = [_plain(actor.name_ar), actor.name_en.casefold(), actor.code]
        if actor.parent_id is None and actor.category == "state" and actor.country:
            own += _names_of_country(actor.country)
        found += [_Called(name, actor) for name in own]
        found += [_Called(_plain(alias.form), actor, alias) for alias in item.aliases]
    return tuple(found)


def _ways(asked: str) -> list[str]:
    """Return what was typed, and the same without what a report writes before a name ("والتحالف", "لقسد")."""
    first, *rest = fold(asked).split()
    return [_plain(" ".join((stem, *rest))) for stem in stems(first)]


def find_actors(asked: str, *, country: str = "", day: date | None = None) -> list[Actor]:
    """Return actors one of whose names is, starts with or holds what was typed: one a code, the best first.

    Wholes come before units; those of the country where the act happened before those of no country, and these before
    foreign ones. A name that means its actor elsewhere or at another time comes last.
    """
    wanted = _plain(asked)
    if not wanted:
        return []
    wanted = next((way for way in _ways(asked) if any(_fit(one.name, way) for one in _actor_names())), wanted)
    ranked = sorted(
        (
            (_elsewhere(one, country, day), -fit, *_rank(one, country), number, one.actor.code)
            for number, one in enumerate(_actor_names())
            if (fit := _fit(one.name, wanted))
        )
    )
    codes = dict.fromkeys(code for *_, code in ranked)
    return [wholes()[code] for code in list(codes)[:_MOST]]


def actors_called(typed: str) -> list[Actor]:
    """Return the actors that are called just what somebody typed, whatever a report writes before it: one a code."""
    if not _plain(typed):
        return []
    ways = {_plain(typed), *_ways(typed)}
    codes = dict.fromkeys(one.actor.code for one in _actor_names() if one.name in ways)
    return [wholes()[code] for code in codes if not is_coded_by_name(code)]


def _elsewhere(one: _Called, country: str, day: date | None) -> bool:
    """Say whether a name means its actor in other countries, or on other days."""
    first, last = one.actor.valid_from or date.min, one.actor.valid_to or date.max
    if day is not None and not first <= day <= last:
        return True
    return bool(country) and one.alias is not None and not one.alias.holds(day, country)


def _rank(one: _Called, country: str) -> tuple[bool, int, bool, bool]:
    """Return what sorts wholes before units, those of a country before others, own names before others."""
    home = one.actor.country
    abroad = 0 if not country or home == country else 1 if home is None else 2
    unit = wholes()[one.actor.code].actor_id != one.actor.actor_id
    return unit, abroad, one.alias is not None, is_coded_by_name(one.actor.code)


def actor_typed(typed: str) -> str:
    """Return the code of the actor meant, by code or name: the best that is called so; what was typed where none is."""
    typed = typed.strip()
    if not typed or typed in wholes() or is_coded_by_name(typed):
        return typed
    found = find_actors(typed)
    return found[0].code if found else typed


def usual_actors(country: str = "") -> list[Actor]:
    """Return the actors that stand in most reports, to choose from before anything is typed, those of a country first.

    Without one, and in Syria, they are those of Syria.
    """
    usual = ("civilians", "unidentified", "sdf", "is", "syr-gov", "syr-regime", "turkey", "israel", "sna", "hts")
    named = [wholes()[code] for code in usual if code in wholes()]
    if country in ("", "SY"):
        return named
    there = [one for one in wholes().values() if one.country == country and not is_coded_by_name(one.code)]
    ranked = sorted(named, key=lambda one: (one.code not in usual[:2], one not in there, one.country is not None))
    return list(dict.fromkeys([*ranked[:2], *there, *ranked]))[:_MOST]
