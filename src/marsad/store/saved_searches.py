"""Questions that people keep under a name, each his own."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from marsad.store.accounts import User
from marsad.store.batches import next_key
from marsad.store.clock import now
from marsad.store.columns import keepable
from marsad.store.work_tables import saved_searches

__all__ = ["SavedSearch", "drop_search", "kept_searches", "save_search"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """A question under a name; `address` shows its answer."""

    key: int
    name: str
    address: str
    made_at: str


def save_search(connection: Connection, user: User, name: str, address: str) -> int:
    """Keep a question under a name, in the place of the one that had it; return its key."""
    mine = (saved_searches.c.user_key == user.key) & (saved_searches.c.name == keepable(name))
    key = connection.scalar(select(saved_searches.c.search_key).where(mine))
    if key is None:
        key = next_key(connection, saved_searches.c.search_key)
        values = {"search_key": key, "user_key": user.key, "name": name, "address": address, "made_at": now()}
        connection.execute(insert(saved_searches).values(**values))
    else:
        connection.execute(update(saved_searches).where(mine).values(address=address, made_at=now()))
    return int(key)


def kept_searches(connection: Connection, user: User) -> list[SavedSearch]:
    """Return the questions of somebody, by name."""
    mine = select(saved_searches).where(saved_searches.c.user_key == user.key).order_by(saved_searches.c.name)
    return [
        SavedSearch(key=row.search_key, name=row.name, address=row.address, made_at=row.made_at)
        for row in connection.execute(mine)
    ]


def drop_search(connection: Connection, user: User, key: int) -> bool:
    """Forget a question of somebody's own; say whether there was one."""
    mine = (saved_searches.c.user_key == user.key) & (saved_searches.c.search_key == key)
    return connection.execute(delete(saved_searches).where(mine)).rowcount > 0
