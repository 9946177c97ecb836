"""Questions that people keep under a name, each his own; some are shared with all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from marsad.store.accounts import User
from marsad.store.batches import next_key
from marsad.store.clock import now
from marsad.store.columns import keepable
from marsad.store.tables import users
from marsad.store.work_tables import saved_searches

__all__ = ["SavedSearch", "drop_search", "kept_searches", "save_search", "searches_for", "share_search"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """A question under a name; `address` shows its answer, `owner` is who keeps it, maybe `shared` with all."""

    key: int
    owner: str
    name: str
    address: str
    made_at: str
    shared: bool


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


_KEPT = (
    select(saved_searches, users.c.name.label("owner"))
    .select_from(saved_searches.join(users, users.c.user_key == saved_searches.c.user_key))
    .order_by(saved_searches.c.name, saved_searches.c.user_key)
)
_OF_ALL = _KEPT.where(users.c.ended_at.is_(None))
_MINE = saved_searches.c.user_key == bindparam("user_key")
_OF_ONE = _KEPT.where(_MINE)
_FOR_ONE = _KEPT.where(_MINE | ((saved_searches.c.shared == 1) & users.c.ended_at.is_(None)))


def kept_searches(connection: Connection, user: User | None = None) -> list[SavedSearch]:
    """Return the questions of somebody, by name; without anybody those of all people who still have an account."""
    return _read(connection.execute(_OF_ALL if user is None else _OF_ONE, _asked(user)))


def searches_for(connection: Connection, user: User) -> list[SavedSearch]:
    """Return the questions of somebody, and those that others who still have an account share, by name."""
    return _read(connection.execute(_FOR_ONE, _asked(user)))


def share_search(connection: Connection, user: User, key: int, *, shared: bool) -> bool:
    """Share a question of somebody's own with all, or no longer; say whether there was one."""
    mine = (saved_searches.c.user_key == user.key) & (saved_searches.c.search_key == key)
    return connection.execute(update(saved_searches).where(mine).values(shared=int(shared))).rowcount > 0


def _asked(user: User | None) -> dict[str, int]:
    return {} if user is None else {"user_key": user.key}


def _read(found: Iterable[Row[Any]]) -> list[SavedSearch]:
    return [
        SavedSearch(
            key=row.search_key, owner=row.owner, name=row.name, address=row.address, made_at=row.made_at,
            shared=bool(row.shared),
        )
        for row in found
    ]  # fmt: skip


def drop_search(connection: Connection, user: User, key: int) -> bool:
    """Forget a question of somebody's own; say whether there was one."""
    mine = (saved_searches.c.user_key == user.key) & (saved_searches.c.search_key == key)
    return connection.execute(delete(saved_searches).where(mine)).rowcount > 0
