"""What a release added, changed, merged and took out against the one before, and why."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from marsad.redact.line import public_id
from marsad.store.changes import Change, changes_after

__all__ = ["Difference", "compared", "fingerprints", "of_incidents", "why"]

_AT_ONCE = 1000
_UNTOLD = frozenset(("coder_version", "resources_version", "gazetteer", "confidence", "confidence_fields"))
"""Fields that may differ without the event being told otherwise."""

Fingerprints = dict[str, tuple[str, dict[str, str]]]
"""Event id to the id of its report and the hash of each of its fields."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that differs: `act` is added, changed, merged or removed, `why` the act of the store behind it."""

    kind: str
    id: str
    act: str
    fields: tuple[str, ...] = ()
    into: str | None = None
    why: str


def fingerprints(lines: Iterable[Mapping[str, Any]]) -> Fingerprints:
    """Return what of each event is compared."""
    return {
        event["event_id"]: (line["id"], {name: _hash(value) for name, value in event.items() if name not in _UNTOLD})
        for line in lines
        for event in line["events"]
    }


def _hash(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def why(connection: Connection, after: int, until: int) -> dict[str, str]:
    """Return by which act of the store the coding of each report changed last between two changes."""
    return {public_id(one.item): _act(one) for one in _between(connection, after, until, "coding")}


def of_incidents(connection: Connection, after: int, until: int) -> Iterator[Difference]:
    """Yield the incidents that were merged into others, or are no more."""
    last = {one.item: one for one in _between(connection, after, until, "incident")}
    for item in sorted(last):
        one = last[item]
        if one.act in ("merged", "deleted"):
            act = "merged" if one.into else "removed"
            yield Difference(kind="incident", id=item, act=act, into=one.into, why=_act(one))


def _between(connection: Connection, after: int, until: int, kind: str) -> Iterator[Change]:
    while found := changes_after(connection, after, limit=_AT_ONCE, kind=kind):
        yield from (one for one in found if one.number <= until)
        after = found[-1].number
        if after >= until:
            return


def _act(change: Change) -> str:
    return str(change.reason.get("act") or change.act)


def compared(before: Fingerprints, now: Fingerprints, reasons: Mapping[str, str]) -> Iterator[Difference]:
    """Yield the events that differ, by id. Where no act of the store stands behind it, it is the rules or the day."""
    for item in sorted(before.keys() | now.keys()):
        report = (now.get(item) or before[item])[0]
        reason = reasons.get(report, "rules")
        if item not in before:
            yield Difference(kind="event", id=item, act="added", why=reason)
        elif item not in now:
            yield Difference(kind="event", id=item, act="removed", why=reason)
        elif before[item] != now[item]:
            old, new = before[item][1], now[item][1]
            fields = tuple(sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name)))
            yield Difference(kind="event", id=item, act="changed", fields=fields, why=reason)
