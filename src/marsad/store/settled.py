"""What somebody decided between two codings of a report that were made without sight of each other."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, select

from marsad.store.blind import DoubleCoding
from marsad.store.read import line
from marsad.store.review import acts_standing
from marsad.store.revise import current
from marsad.store.tables import users

__all__ = ["SETTLE", "Settled", "settled"]

SETTLE = "settle"
"""The act of whoever read both codings and left the first in force."""

_DECIDE = (SETTLE, "save", "restore")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Who decided, when, and which coding holds since: the first, the second, or another one."""

    by: str
    at: str
    holds: Literal["first", "second", "other"]
    why: str | None


def settled(connection: Connection, doubles: Iterable[DoubleCoding]) -> dict[int, Settled]:
    """Return by their keys the codings between which somebody decided since both were there."""
    names = {row.user_key: row.name for row in connection.execute(select(users.c.user_key, users.c.name))}
    found = {}
    for double in doubles:
        row = current(connection, double.report_id)
        acts = acts_standing(connection, row.report_key) if row is not None else []
        decided = [one for one in acts if one.act in _DECIDE and one.at >= double.made_at]
        if not decided:
            continue
        last = decided[-1]
        record = json.loads(line(connection, last.coding_key)) if last.coding_key is not None else {"events": []}
        if last.act == SETTLE or _same_events(record, double.first):
            holds: Literal["first", "second", "other"] = "first"
        else:
            holds = "second" if _same_events(record, double.second) else "other"
        if last.act != SETTLE and holds == "first":
            continue  # the first coding itself, kept within the second of the second one
        found[double.key] = Settled(by=names[last.user_key], at=last.at, holds=holds, why=last.comment)
    return found


def _same_events(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Say whether two codings tell the same, whatever their events are numbered."""
    return _unnumbered(one) == _unnumbered(other)


def _unnumbered(record: dict[str, Any]) -> list[dict[str, Any]]:
    return [{name: value for name, value in event.items() if name != "event_id"} for event in record["events"]]
