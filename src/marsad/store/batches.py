"""Keys given out, and long lists of values asked for in pieces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import Column, Connection, func, select

__all__ = ["chunks", "next_key"]

_AT_ONCE = 400
_Value = TypeVar("_Value")


def next_key(connection: Connection, column: Column[int]) -> int:
    """Return the first free key of a table; sure only inside a writing transaction."""
    return int(connection.scalar(select(func.coalesce(func.max(column), 0))) or 0) + 1


def chunks(values: Sequence[_Value]) -> list[Sequence[_Value]]:
    """Return values in pieces that fit into one IN (...)."""
    return [values[at : at + _AT_ONCE] for at in range(0, len(values), _AT_ONCE)]
