"""An organisation as its page tells it: names over time, what it belongs to, what belongs to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from marsad.lexicon.actors import Alias, RegisteredActor, actors
from marsad.lexicon.layers import made_of_words
from marsad.model.who import Actor
from marsad.serve.catalogues import later

__all__ = ["CATEGORIES", "ActorView", "actor_view", "registered"]

CATEGORIES: dict[str, str] = {
    "state": later("state"),
    "rebel": later("armed opposition"),
    "jihadi": later("jihadist group"),
    "militia": later("militia"),
    "communal": later("communal group"),
    "criminal": later("criminal group"),
    "coalition": later("coalition"),
    "civilian": later("civilians"),
    "unidentified": later("unidentified"),
    "organisation": later("organisation"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorView:
    """An actor of the registry: itself, what stands above it, its units, and the names that reports use, by time."""

    actor: Actor
    parents: tuple[Actor, ...]
    units: tuple[Actor, ...]
    names: tuple[Alias, ...]


def registered(code: str) -> RegisteredActor | None:
    """Return the whole that a code stands for, None for one that is not in the registry: a person is never in it."""
    return _by_code().get(code)


@made_of_words
def _by_code() -> dict[str, RegisteredActor]:
    """Return the whole behind each code: the first that has it, where none is called so."""
    found: dict[str, RegisteredActor] = {}
    for item in actors():
        code = item.actor.code
        if code not in found or (item.actor.actor_id == code and found[code].actor.actor_id != code):
            found[code] = item
    return found


def actor_view(code: str) -> ActorView | None:
    """Return what the registry tells of an actor."""
    found = registered(code)
    if found is None:
        return None
    by_id = {item.actor.actor_id: item.actor for item in actors()}
    parents: list[Actor] = []
    above = found.actor.parent_id
    while above is not None and above in by_id and by_id[above] not in parents:
        parents.append(by_id[above])
        above = by_id[above].parent_id
    units = [
        actor for actor in by_id.values() if actor.parent_id == found.actor.actor_id and actor is not found.actor
    ]  # fmt: skip
    names = sorted(found.aliases, key=lambda one: (one.valid_from or date.min, one.valid_to or date.max, one.form))
    return ActorView(
        actor=found.actor, parents=tuple(parents), units=tuple(sorted(units, key=lambda one: one.actor_id)),
        names=tuple(names),
    )  # fmt: skip
