"""Lines of an earlier release taken over: those of reports that stand as they did, and may be told just as finely."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, Self

from sqlalchemy import Connection

from marsad.editions.then import beyond_then
from marsad.redact.limits import NO_LIMIT, NOTHING_BEYOND, Beyond, Limit, own_limits
from marsad.redact.line import public_id
from marsad.redact.rules import Rules
from marsad.release.published import Published
from marsad.release.tell import Told
from marsad.store.changes import Change

__all__ = ["Taken"]


class Taken:
    """What a release published, by report; close it, or use it in a `with`."""

    def __init__(self, connection: Connection, published: Published) -> None:
        self._published = published
        self._beyond = beyond_then(connection, published.change, published.rules, today=published.day)
        self._stream = published.path.open("rb")
        self._found: dict[str, tuple[int, int] | None] = {}
        at = 0
        for line in self._stream:
            name = json.loads(line)["id"]
            self._found[name] = None if name in self._found else (at, len(line))  # two of a name: neither is taken
            at += len(line)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def told(self, standing: Change, record: Mapping[str, Any], rules: Rules, day: date, beyond: Beyond) -> Told | None:
        """Return how a report was told, None unless it would be told the same now.

        A line follows from the coding with its words and from the limits of its events; rules and days make only these.
        """
        before = self._published
        if standing.number > before.change:  # else it stood at that change already
            return None
        limits = _limits(record, rules, day, beyond)
        if limits != _limits(record, before.rules, before.day, self._beyond.get(standing.item, NOTHING_BEYOND)):
            return None
        events = zip(record["events"], limits, strict=True)
        ids = [event["event_id"] for event, limit in events if not (limit.withheld or limit.waits)]
        if not ids:
            return Told(b"", 0, frozenset())
        place = self._found.get(public_id(standing.item))
        if place is None:
            return None
        at, length = place
        self._stream.seek(at)
        return Told(self._stream.read(length), len(ids), frozenset(ids))


def _limits(record: Mapping[str, Any], rules: Rules, day: date, beyond: Beyond) -> list[Limit]:
    own = own_limits(record, rules, today=day)
    return [limit | beyond.events.get(number, NO_LIMIT) | beyond.words for number, limit in enumerate(own)]
