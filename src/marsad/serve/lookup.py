"""Places and actors by what somebody types, in either language, for the lists that a field is chosen from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from marsad.arabic.letters import fold
from marsad.gazetteer import Gazetteer
from marsad.lexicon.actors import actors
from marsad.model.where import Place
from marsad.model.who import Actor

__all__ = ["find_actors", "find_places", "usual_actors"]

_MOST = 12
_PEOPLED = {"city": 3, "admin1": 3, "town": 3, "country": 2, "region": 2, "admin2": 2, "admin3": 1, "village": 1}


@dataclass(frozen=True, slots=True)
class _Name:
    folded: str
    row: int


@cache
def _names(gazetteer: Gazetteer) -> tuple[_Name, ...]:
    found = []
    for row in range(len(gazetteer)):
        place = gazetteer.place(row)
        found.append(_Name(_plain(place.name_ar), row))
        if place.name_en:
            found.append(_Name(place.name_en.casefold(), row))
    return tuple(found)


def _plain(text: str) -> str:
    return " ".join(word.removeprefix("ال") if len(word) > 4 else word for word in fold(text).casefold().split())


def _fit(name: str, asked: str) -> int:
    if name == asked:
        return 3
    if name.startswith(asked):
        return 2
    return int(f" {asked}" in f" {name}")


def find_places(gazetteer: Gazetteer, asked: str, *, country: str = "") -> list[Place]:
    """Return places whose name is, starts with or holds what was typed, those of a country and the larger first."""
    wanted = _plain(asked)
    if not wanted:
        return []
    best: dict[int, int] = {}
    for name in _names(gazetteer):
        fit = _fit(name.folded, wanted)
        if fit > best.get(name.row, 0):
            best[name.row] = fit
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


@cache
def _actor_names() -> tuple[tuple[str, Actor, bool], ...]:
    found: list[tuple[str, Actor, bool]] = []
    for item in actors():
        actor = item.actor
        own = actor.parent_id is None
        found += [(_plain(actor.name_ar), actor, own), (actor.name_en.casefold(), actor, own), (actor.code, actor, own)]
        found += [(_plain(alias.form), actor, own) for alias in item.aliases]
    return tuple(found)


def find_actors(asked: str) -> list[Actor]:
    """Return actors one of whose names is, starts with or holds what was typed: one a code, wholes before units."""
    wanted = _plain(asked)
    if not wanted:
        return []
    ranked = sorted(
        (
            (-fit, not own, number, actor)
            for number, (name, actor, own) in enumerate(_actor_names())
            if (fit := _fit(name, wanted))
        ),
        key=lambda one: one[:3],
    )
    found: dict[str, Actor] = {}
    for _, _, _, actor in ranked:
        found.setdefault(actor.code, actor)
    return [_whole(actor.code) for actor in list(found.values())[:_MOST]]


@cache
def _whole(code: str) -> Actor:
    """Return the first actor registered under a code: the whole, of which others are units."""
    named = [item.actor for item in actors() if item.actor.code == code]
    return next((actor for actor in named if actor.actor_id == code), named[0])


def usual_actors() -> list[Actor]:
    """Return the actors that stand in most reports, to choose from before anything is typed."""
    usual = ("civilians", "unidentified", "sdf", "is", "syr-gov", "syr-regime", "turkey", "israel", "sna", "hts")
    return [_whole(code) for code in usual]
