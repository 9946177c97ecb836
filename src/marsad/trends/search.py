"""A search that is looked at again and again: which incidents, and over which weeks."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator, model_validator

from marsad.analyse.areas import area_meant
from marsad.analyse.heard import Happened
from marsad.errors import ResourceError, SettingsError, where_in
from marsad.lexicon.actors import actors
from marsad.model.what import EVENT_TYPES

__all__ = ["Search", "actor_codes", "matches", "read_searches", "search_of"]

Several = Annotated[tuple[str, ...], BeforeValidator(lambda value: (value,) if isinstance(value, str) else value)]
"""One word or a list of them."""


class Search(BaseModel):
    """Incidents of some kinds, places and actors; of one list any entry, and every list that is not empty.

    `type` holds sub-event or event types, `area` countries and units ("SY", "SY09", "SY0902"), `actor` codes of either
    side; of a `pair` one is on one side and the other on the other. `weeks` is how long the period looked at is,
    `baseline` how long the one before it, where the record reaches so far back. People are never searched for: actors
    are bodies of the registry.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Annotated[str, Field(min_length=1)]
    type: Several = ()
    area: Several = ()
    actor: Several = ()
    side1: Several = ()
    side2: Several = ()
    pair: tuple[str, str] | None = None
    weeks: Annotated[int, Field(ge=1, le=52)] = 4
    baseline: Annotated[int, Field(ge=2, le=260)] = 26
    panel: Several = ()

    @field_validator("type")
    @classmethod
    def _is_type(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        known = {*EVENT_TYPES, *EVENT_TYPES.values()}
        for name in value:
            if name not in known:
                raise ValueError(f"{name!r} is no event type; write one such as {', '.join(list(EVENT_TYPES)[:4])}")
        return value

    @field_validator("actor", "side1", "side2", "pair")
    @classmethod
    def _is_actor(cls, value: tuple[str, ...] | None) -> tuple[str, ...] | None:
        known = actor_codes()
        for code in value or ():
            if code not in known:
                raise ValueError(f"{code!r} is no actor of the registry; write a code such as sdf, is or civilians")
        return value

    @model_validator(mode="after")
    def _has_two(self) -> Search:
        if self.pair and self.pair[0] == self.pair[1]:
            raise ValueError("A pair has two actors")
        return self


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    search: Annotated[tuple[Search, ...], Field(min_length=1)]


def actor_codes() -> frozenset[str]:
    """Return the codes by which actors of the registry are searched for."""
    return frozenset(code for one in actors() for code in (one.actor.actor_id, one.actor.code))


def search_of(values: Mapping[str, Any]) -> Search:
    """Return a search from options; raises SettingsError for one that cannot be looked for."""
    try:
        return Search.model_validate(values)
    except ValidationError as error:
        raise SettingsError(_say(error)) from None


def read_searches(file: Path) -> tuple[Search, ...]:
    """Return the searches of a TOML or JSON file; raises ResourceError naming file, key and remedy."""
    try:
        text = file.read_text(encoding="utf-8-sig")
        values = json.loads(text) if file.suffix.lower() == ".json" else tomllib.loads(text)
        found = tuple(_in_codes(search) for search in _File.model_validate(values).search)
    except SettingsError as error:
        raise ResourceError(str(error), file=str(file), remedy="docs/command-line.md tells of areas.") from None
    except OSError as error:
        problem = f"The searches cannot be read ({error.strerror})."
        raise ResourceError(problem, file=str(file), remedy="Check the name of the file.") from None
    except ValidationError as error:
        raise ResourceError(_say(error), file=str(file), remedy="docs/trends.md shows the keys.") from None
    except (ValueError, UnicodeDecodeError) as error:
        problem = f"This is no {'JSON' if file.suffix.lower() == '.json' else 'TOML'} ({error})."
        raise ResourceError(problem, file=str(file), remedy="docs/trends.md shows the form.") from None
    names = [search.name for search in found]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise ResourceError(f"Two searches are called {twice!r}.", file=str(file), remedy="Give each its own name.")
    return found


def _in_codes(search: Search) -> Search:
    """Return a search whose areas are called as records call them; raises SettingsError for one that is no unit."""
    try:
        return search.model_copy(update={"area": tuple(map(area_meant, search.area))})
    except SettingsError as error:
        raise SettingsError(f"Search {search.name!r}: {error}") from None


def _say(error: ValidationError) -> str:
    """Say the first thing that is wrong: a key that is none before one that is missing, which it may be meant for."""
    faults = error.errors()
    first = next((fault for fault in faults if fault["type"] == "extra_forbidden"), faults[0])
    where = where_in(first["loc"])
    if first["type"] == "extra_forbidden":
        of_file = error.title == _File.__name__ and len(first["loc"]) == 1
        return f"{where} is no key. Write one of: {', '.join((_File if of_file else Search).model_fields)}."
    if first["type"] == "missing":
        return f"{where} is missing."
    said = str(first["ctx"]["error"]) if first["type"] == "value_error" else first["msg"]
    return f"{where}: {said}." if where else f"{said}."


def matches(search: Search, found: Happened) -> bool:
    """Return whether an incident is one that is searched for."""
    if search.type and found.sub_event_type not in search.type and found.event_type not in search.type:
        return False
    if search.area:
        place = found.place
        if not any(place[level] in search.area for level in ("country", "admin1", "admin2", "admin3") if place[level]):
            return False
    if not (search.actor or search.side1 or search.side2 or search.pair):
        return True
    either = {*found.side1, *found.assist1}, {*found.side2, *found.assist2}
    return (
        (not search.actor or not (either[0] | either[1]).isdisjoint(search.actor))
        and (not search.side1 or not either[0].isdisjoint(search.side1))
        and (not search.side2 or not either[1].isdisjoint(search.side2))
        and (search.pair is None or _between(search.pair, *either))
    )


def _between(pair: tuple[str, str], one: set[str], other: set[str]) -> bool:
    left, right = pair
    return (left in one and right in other) or (right in one and left in other)
