"""An organisation as its page tells it: names over time, what it belongs to, what belongs to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from marsad.lexicon.actors import Alias, actors, wholes
from marsad.model.who import Actor
from marsad.serve.catalogues import later

__all__ = ["CATEGORIES", "ActorView", "actor_view"]

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


def actor_view(code: str) -> ActorView | None:
    """Return what the registry tells of an actor."""
    actor = wholes().get(code)
    if actor is None:
        return None
    by_id = {item.actor.actor_id: item for item in actors()}
    parents: list[Actor] = []
    above = actor.parent_id
    while above is not None and above in by_id and by_id[above].actor not in parents:
        parents.append(by_id[above].actor)
        above = by_id[above].actor.parent_id
    units = [item.actor for item in by_id.values() if item.actor.parent_id == actor.actor_id != item.actor.actor_id]
    aliases = by_id[actor.actor_id].aliases
    names = sorted(aliases, key=lambda one: (one.valid_from or date.min, one.valid_to or date.max, one.form))
    return ActorView(
        actor=actor, parents=tuple(parents), units=tuple(sorted(units, key=lambda one: one.actor_id)),
        names=tuple(names),
    )  # fmt: skip
