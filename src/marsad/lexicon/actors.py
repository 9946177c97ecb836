"""The registry of actors, and how its files are read; what an entry must say is in `actor_schema`.

Aliases change hands over time and from country to country: "الجيش السوري" is one actor until 8 December
2024 and another after it; "الجيش الوطني" is one in Syria, one in Libya and one in Yemen. An alias says so
with `valid_from`, `valid_to` and `where`.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from marsad.errors import ResourceError
from marsad.frozen import dataclass
from marsad.lexicon.layers import RESOURCES, layers, made_of_words, retired
from marsad.lexicon.load import read_cached
from marsad.model.who import Actor

__all__ = ["Alias", "RegisteredActor", "actor_files", "actors", "codes_by_name", "wholes"]


class Alias(NamedTuple):
    """An alias as the finder uses it, the actor's own dates filled in."""

    form: str
    pos: str
    valid_from: date | None
    valid_to: date | None
    where: frozenset[str]
    near: frozenset[str]
    beside: frozenset[str]
    not_after: frozenset[str]
    generic: bool

    def holds(self, day: date | None, country: str | None) -> bool:
        """Say whether the alias means its actor on a day, in a report that plays in a country."""
        if self.where and country not in self.where:
            return False
        return day is None or (
            (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)
        )


@dataclass(frozen=True, slots=True)
class RegisteredActor:
    """An actor with its aliases, as compiled from the registry."""

    actor: Actor
    armed: bool
    aliases: tuple[Alias, ...]


def actor_files(folder: Path) -> list[Path]:
    """Return the files of the registry, one a region or family."""
    return sorted((folder / "actors").glob("*.yaml"))


_Terms = tuple[Any, ...]
"""On what terms an alias means its actor: the values of an `Alias` behind form and part of speech; days as text."""

_Row = tuple[tuple[Any, ...], bool, list[tuple[str, str, int]]]
"""An actor as it is kept: the values of an `Actor`, whether it is armed, form and terms of each alias by number."""


def _compile(files: list[Path]) -> tuple[list[_Row], list[_Terms]]:
    from marsad.lexicon.actor_schema import ActorEntry
    from marsad.lexicon.read_yaml import read_models

    terms: dict[_Terms, int] = {}
    rows = [
        _row(entry.model_dump(mode="json", exclude_defaults=True), terms)
        for file in files
        for entry, _line in read_models(file, ActorEntry)
    ]
    return rows, list(terms)


def _row(told: dict[str, Any], known: dict[_Terms, int]) -> _Row:
    actor = ("id", "code", "name_ar", "name_en", "category", "parent", "country", "valid_from", "valid_to")
    aliases = []
    for alias in told["aliases"]:
        terms = (
            *(alias.get(name, told.get(name)) for name in ("valid_from", "valid_to")),
            *(frozenset(alias.get(name, ())) for name in ("where", "near", "beside", "not_after")),
            alias.get("generic", False),
        )
        aliases.append((alias["form"], alias.get("pos", "fixed"), known.setdefault(terms, len(known))))
    return tuple(map(told.get, actor)), told.get("armed", True), aliases


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _registered(row: _Row, terms: list[_Terms]) -> RegisteredActor:
    (actor_id, code, name_ar, name_en, category, parent_id, country, since, until), armed, aliases = row
    actor = Actor(
        actor_id=actor_id,
        code=code,
        name_ar=name_ar,
        name_en=name_en,
        category=category,
        parent_id=parent_id,
        country=country,
        valid_from=_day(since),
        valid_to=_day(until),
    )
    made: Any = tuple.__new__  # an `Alias` of all its values, in half the time
    return RegisteredActor(
        actor, armed, tuple([made(Alias, (form, pos, *terms[number])) for form, pos, number in aliases])
    )


def actors(folder: Path = RESOURCES) -> tuple[RegisteredActor, ...]:
    """Return every registered actor, one's own in the place of those they change.

    Raises ResourceError when a file breaks its schema, an id stands twice or a parent is unknown.
    """
    return _actors(layers(folder))


@lru_cache(maxsize=4)
def _actors(folders: tuple[Path, ...]) -> tuple[RegisteredActor, ...]:
    found: dict[str, RegisteredActor] = {}
    for folder in folders:
        files = actor_files(folder)
        if not files and folder == folders[0]:
            raise ResourceError(
                "No actor files found.",
                file=str(folder / "actors"),
                remedy="Reinstall marsad, or check the folder name.",
            )
        for item in _of(folder, files) if files else ():
            found[item.actor.actor_id] = item
        for actor_id in retired(folder, "actors"):
            found.pop(actor_id, None)
    for item in found.values():
        if item.actor.parent_id and item.actor.parent_id not in found:
            raise ResourceError(
                f"The parent {item.actor.parent_id} is unknown.",
                file=str(folders[-1] / "actors"),
                entry_id=item.actor.actor_id,
                remedy="Name the id of a registered actor.",
            )
    return tuple(found.values())


def _of(folder: Path, files: list[Path]) -> tuple[RegisteredActor, ...]:
    rows, kept = read_cached("actors-by-terms", files, lambda: _compile(files))
    terms = [(_day(since), _day(until), *rest) for since, until, *rest in kept]
    found = tuple([_registered(row, terms) for row in rows])
    ids = {item.actor.actor_id for item in found}
    if len(ids) != len(found):
        doubled = sorted({i for i in ids if sum(item.actor.actor_id == i for item in found) > 1})
        raise ResourceError(
            f"Ids stand twice: {', '.join(doubled)}.", file=str(folder / "actors"), remedy="Keep one entry of each id."
        )
    return found


@made_of_words
def wholes() -> dict[str, Actor]:
    """Return the actor behind each code: the whole, of which others are units; the first of it where none is called so.

    >>> wholes()["sdf"].name_ar
    'قوات سوريا الديمقراطية'
    """
    found: dict[str, Actor] = {}
    for item in actors():
        actor = item.actor
        if actor.code not in found or actor.actor_id == actor.code:
            found[actor.code] = actor
    return found


def codes_by_name() -> dict[str, frozenset[str]]:
    """Return the codes of the actors that are called by each name, in small letters: "قسد", "syrian national army"."""
    found: dict[str, set[str]] = {}
    for one in actors():
        for name in {one.actor.name_ar, one.actor.name_en or "", *(alias.form for alias in one.aliases)} - {""}:
            found.setdefault(name.casefold(), set()).add(one.actor.code)
    return {name: frozenset(codes) for name, codes in found.items()}
