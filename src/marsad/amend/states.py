"""An entry as it stood before a change in a store, and as the change left it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from marsad.amend.entries import entry_of
from marsad.store.amendments import Amended, amendments_of

__all__ = ["around", "standing"]


def standing(connection: Connection, kind: str, entry_id: str, *, before: int | None = None) -> dict[str, Any] | None:
    """Return an entry as it stands by a store, or stood before a change of that number; None where there is none."""
    changes = amendments_of(connection, kind, entry_id)
    last = next((one for one in changes if before is None or one.number < before), None)
    return _shipped(kind, entry_id) if last is None or last.act == "drop" else last.value


def around(connection: Connection, one: Amended) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """Return an entry as it was before a change and is after it."""
    before = standing(connection, one.kind, one.entry_id, before=one.number)
    return before, _shipped(one.kind, one.entry_id) if one.act == "drop" else one.value


def _shipped(kind: str, entry_id: str) -> dict[str, Any] | None:
    found = entry_of(kind, entry_id, shipped=True)
    return found.value if found else None
