"""Long lists read a page at a time from a place in them, forwards or back, whatever lies before.

A list is in the order of a value, of those that have none last, and of a key where values are alike. An index of both
gives each page without sorting and without passing over what other pages have shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select

__all__ = ["Order", "Place", "places_from"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a list is in the order of; `descending` holds for value and key."""

    value: ColumnElement[Any]
    key: ColumnElement[int]
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a list."""

    value: str | float | None
    key: int

    def __str__(self) -> str:
        return f"{'' if self.value is None else self.value}~{self.key}"

    @classmethod
    def read(cls, text: str, order: Order) -> Place:
        """Return the place that was written so; raises ValueError for what is none."""
        value, parted, key = text.rpartition("~")
        if not parted or not key.isascii() or not key.isdigit() or len(key) > 18:
            raise ValueError("no place in a list")
        return cls(order.value.type.python_type(value) if value else None, int(key))


def places_from(
    connection: Connection, query: Select[Any], order: Order, *, start: Place | None, limit: int, back: bool = False
) -> list[Place]:
    """Return some places of a list after `start`, those before it when `back`, in the order of the list.

    `query` asks for value and key of what is in the list. Each part of it is read for itself: those with the same
    value as `start`, those beyond it, those that have none.
    """
    down = order.descending != back
    by = [column.desc() if down else column for column in (order.value, order.key)]
    found: list[Place] = []
    for condition in _parts(order, start, down=down, back=back):
        if len(found) < limit:
            rows = connection.execute(query.where(condition).order_by(*by).limit(limit - len(found)))
            found += [Place(*row) for row in rows]
    return found[::-1] if back else found


def _parts(order: Order, start: Place | None, *, down: bool, back: bool) -> Iterator[ColumnElement[bool]]:
    value, key = order.value, order.key
    if start is None:
        yield value.is_not(None)
        yield value.is_(None)
        return
    beyond = key < start.key if down else key > start.key
    if start.value is None:
        yield value.is_(None) & beyond
        if back:
            yield value.is_not(None)
        return
    yield (value == start.value) & beyond
    yield value < start.value if down else value > start.value
    if not back:
        yield value.is_(None)
