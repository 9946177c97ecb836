"""What lists are narrowed by: first-level units and outlets, each looked up once, however many reports name it.

An index is asked for the next value after each, so that nobody waits for all reports to be gone through. An event may
be of another unit for who may not see all: units are read from the table itself, and told only where one of their
events is found among those that he sees, mostly the newest.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import CTE, Connection, bindparam, func, select
from sqlalchemy.sql.base import ReadOnlyColumnCollection
from sqlalchemy.sql.elements import KeyedColumnElement

from marsad.store.sight import beneath
from marsad.store.tables import documents, events

__all__ = ["choices"]

_AT_ONCE = 200
_SEEN = (
    select(events.c.admin1)
    .where(events.c.coding_key.in_(bindparam("keys", expanding=True)))
    .where(events.c.admin1.in_(bindparam("areas", expanding=True)))
    .distinct()
)


def choices(connection: Connection) -> tuple[list[str], list[str]]:
    """Return the first-level units of events and the outlets of reports, each once, to narrow a list by."""
    outlets = _each(documents.c, "outlet")
    return sorted(_areas(connection)), sorted(
        connection.scalars(select(outlets.c.value).where(outlets.c.value.is_not(None)))
    )


def _areas(connection: Connection) -> set[str]:
    of = beneath(connection, events).c
    areas = _each(of, "admin1")
    newest = select(func.max(of.coding_key)).where(of.admin1 == areas.c.value).correlate(areas).scalar_subquery()
    found = {row.value: row.key for row in connection.execute(select(areas.c.value, newest.label("key")))}
    found.pop(None, None)
    told = set(connection.scalars(_SEEN, {"keys": list(found.values()), "areas": list(found)}))
    older = select(of.coding_key).where(of.admin1 == bindparam("area"), of.coding_key < bindparam("before"))
    older = older.order_by(of.coding_key.desc()).limit(_AT_ONCE)
    for area in found.keys() - told:
        before = found[area]
        while area not in told:
            keys = list(connection.scalars(older, {"area": area, "before": before}))
            if not keys:
                break
            told |= set(connection.scalars(_SEEN, {"keys": keys, "areas": [area]}))
            before = keys[-1]
    return told


def _each(columns: ReadOnlyColumnCollection[str, Any], name: str) -> CTE:
    """Return what has each value of a column that begins an index, and a last row without any."""
    column: KeyedColumnElement[str] = columns[name]
    smallest = select(column).where(column.is_not(None)).order_by(column).limit(1)
    each = select(smallest.scalar_subquery().label("value")).cte("each", recursive=True)
    following = select(column).where(column > each.c.value).order_by(column).limit(1).correlate(each)
    return each.union_all(select(following.scalar_subquery()).where(each.c.value.is_not(None)))
