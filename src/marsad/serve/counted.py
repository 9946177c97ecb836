"""What was counted once, and is kept for as long as nothing changes in the store: sizes of lists, what narrows them."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine

from marsad.store import Filters, Hits, Store
from marsad.store.choices import choices
from marsad.store.incident_facts import latest_act
from marsad.store.queues import OWN, QUEUES, queue_sizes
from marsad.store.search import search, search_page
from marsad.store.sight import Sight

__all__ = ["choices_of", "found_in", "once", "sizes_of"]

_KEPT = 512
_NOTHING: Any = object()

Made = TypeVar("Made")


@dataclass(slots=True)
class _Counted:
    """What was counted when the log ended with `act`, what was asked for last at the end."""

    act: tuple[int, str]
    made: dict[Hashable, Any] = field(default_factory=dict)


_COUNTED: WeakKeyDictionary[Engine, dict[Sight, _Counted]] = WeakKeyDictionary()


def once(store: Store, connection: Connection, key: Hashable, make: Callable[[], Made]) -> Made:
    """Return what `make` counts, for those who see the same of a store as it stands; `key` names what it is."""
    kept, act = _COUNTED.setdefault(store.engine, {}), latest_act(connection)
    found = kept.get(store.sight)
    if found is None or found.act != act:
        found = kept[store.sight] = _Counted(act)
    made: Made = found.made.pop(key, _NOTHING)  # at once: another thread may take it out as well
    if made is _NOTHING:
        made = make()
        while len(found.made) >= _KEPT:
            found.made.pop(next(iter(found.made)), None)
    found.made[key] = made
    return made


def sizes_of(store: Store, connection: Connection, user_key: int) -> dict[str, int]:
    """Return how many reports each list has for somebody."""
    shared = once(store, connection, "sizes", lambda: queue_sizes(connection, user_key, set(QUEUES) - set(OWN)))
    own = once(store, connection, ("sizes", user_key), lambda: queue_sizes(connection, user_key, OWN))
    return {name: own[name] if name in OWN else shared[name] for name in QUEUES}


def choices_of(store: Store, connection: Connection) -> tuple[list[str], list[str]]:
    """Return the units and the outlets that a list can be narrowed to."""
    return once(store, connection, "choices", lambda: choices(connection))


def found_in(
    store: Store, connection: Connection, asked: str, filters: Filters, *, limit: int, after: tuple[str, int] | None
) -> Hits:
    """Return what `search` finds; who asks for the same again, or for its next page, does not have it counted again.

    `after` is the day of publication ("" for none) and the key of the report that the page before ended with.
    """
    first: list[Hits] = []

    def count() -> Hits:
        first.append(search(connection, asked, filters, limit=limit, offset=0, facets=True))
        return replace(first[0], page=())

    counted = once(store, connection, ("found", asked, filters), count)
    if first and after is None:
        return first[0]
    return replace(counted, page=search_page(connection, asked, filters, limit=limit, after=after))
