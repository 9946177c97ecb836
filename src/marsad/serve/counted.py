"""Sizes of lists and what they are narrowed by: counted once, and kept for as long as nothing changes in the store."""

from __future__ import annotations

from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine

from marsad.store import Store
from marsad.store.incident_facts import latest_act
from marsad.store.queues import choices, queue_sizes
from marsad.store.sight import Sight

__all__ = ["choices_of", "sizes_of"]


@dataclass(slots=True)
class _Counted:
    """What was counted when the log ended with `act`."""

    act: tuple[int, str]
    sizes: dict[int, dict[str, int]] = field(default_factory=dict)
    choices: tuple[list[str], list[str]] | None = None


_KEPT: WeakKeyDictionary[Engine, dict[Sight, _Counted]] = WeakKeyDictionary()


def _counted(store: Store, connection: Connection) -> _Counted:
    """Return what is counted for those who see the same of a store as it stands."""
    kept, act = _KEPT.setdefault(store.engine, {}), latest_act(connection)
    found = kept.get(store.sight)
    if found is None or found.act != act:
        found = kept[store.sight] = _Counted(act)
    return found


def sizes_of(store: Store, connection: Connection, user_key: int) -> dict[str, int]:
    """Return how many reports each list has for somebody."""
    sizes = _counted(store, connection).sizes
    if user_key not in sizes:
        sizes[user_key] = queue_sizes(connection, user_key)
    return sizes[user_key]


def choices_of(store: Store, connection: Connection) -> tuple[list[str], list[str]]:
    """Return the units and the outlets that a list can be narrowed to."""
    found = _counted(store, connection)
    if found.choices is None:
        found.choices = choices(connection)
    return found.choices
