"""Which limits hold for events of a store: by their own words, and by those of other reports of the same acts.

Only what hangs together is looked at: from an event to those of its incident and its report, and on from each that may
not be told as it is, or was not when it was made ready last.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection

from marsad.redact.limits import NO_LIMIT, NOTHING_BEYOND, Beyond, Limit, coarsest, own_limits, spread
from marsad.redact.one_place import Placed
from marsad.redact.rules import Rules
from marsad.store.editions import Document
from marsad.store.limits import (
    Made,
    Standing,
    keep_own,
    linked_of,
    made_of,
    members_now,
    near,
    records_of,
    standings,
)

__all__ = ["Limits", "limits_of_documents", "limits_of_incidents", "write_beyond"]


class Limits:
    """Events that hang together, the limits that hold for them, and those by which their reports were made ready."""

    def __init__(self, connection: Connection, rules: Rules, start: Collection[int]) -> None:
        self._connection, self._rules = connection, rules
        self._events: dict[int, Standing] = {}
        self._of_reports: dict[int, list[Standing]] = defaultdict(list)
        self._own: dict[int, Limit] = {}
        self._made: dict[int, Made] = {}
        self._before: dict[int, Beyond] = {}
        self._told: dict[int, Limit] = {}
        self._looked_at: set[int] = set()
        ahead = set(start)
        self._load(ahead)
        while ahead:
            self._looked_at |= ahead
            self._load(near(connection, [self._events[key] for key in ahead]))
            self._spread()
            ahead = {key for key in self._events.keys() - self._looked_at if self._is_limited(key)}

    def beyond(self, report_key: int, coding_key: int | None) -> Beyond:
        """Return what is asked of a report: of the events of a coding, and of all words for those of any before."""
        events: dict[int, Limit] = {}
        words = NO_LIMIT
        for one in self._of_reports[report_key]:
            limit = self._told.get(one.event_key, NO_LIMIT)
            if limit == NO_LIMIT:
                continue
            if one.coding_key == coding_key:
                events[one.number] = limit
            elif one.incident_id is not None:
                words |= limit | Limit(names=frozenset(filter(None, [one.place_name])))
        return Beyond(events=events, words=words)

    def together(self, keys: Collection[int]) -> Limit:
        """Return what holds for all of some events, the coarsest of each."""
        return coarsest(self._told.get(key, NO_LIMIT) for key in keys)

    def told_otherwise(self) -> set[int]:
        """Return the keys of reports that were made ready by other limits."""
        reports = {self._events[key].report_key for key in self._looked_at} & self._made.keys()
        return {key for key in reports if self.beyond(key, self._made[key].coding_key) != self._before[key]}

    def _load(self, keys: Collection[int]) -> None:
        found = standings(self._connection, set(keys) - self._events.keys())
        reports = {one.report_key for one in found.values()} - self._of_reports.keys()
        self._events |= found
        for one in found.values():
            self._of_reports[one.report_key].append(one)
        made = made_of(self._connection, reports)
        self._made |= made
        self._before |= {key: read_beyond(one.limits) for key, one in made.items()}
        self._own |= {key: _limit(one.own) for key, one in found.items() if one.own is not None}
        new = [one for one in found.values() if one.own is None]
        for coding_key, record in records_of(self._connection, {one.coding_key for one in new}).items():
            limits = own_limits(record, self._rules, today=datetime.now(UTC).date())
            self._own |= {one.event_key: limits[one.number] for one in new if one.coding_key == coding_key}
        keep_own(self._connection, {one.event_key: _text(self._own[one.event_key]) for one in new})

    def _spread(self) -> None:
        incidents: dict[str, list[int]] = defaultdict(list)
        for key, one in self._events.items():
            if one.incident_id is not None:
                incidents[one.incident_id].append(key)
        events = {
            key: Placed(one.coding_key, one.place_name, one.place_id, one.admin2) for key, one in self._events.items()
        }
        self._told = spread(self._own, events, incidents.values())

    def _is_limited(self, key: int) -> bool:
        """Say whether an event may not be told as it is, or was not."""
        if key in self._told:
            return True
        one = self._events[key]
        made, before = self._made.get(one.report_key), self._before.get(one.report_key, NOTHING_BEYOND)
        if made is None or made.coding_key != one.coding_key:
            return before.words != NO_LIMIT
        return one.number in before.events


def limits_of_documents(connection: Connection, rules: Rules, found: Sequence[Document]) -> Limits:
    """Return the limits that hold for documents, and for the events by which their reports stand in incidents."""
    today = datetime.now(UTC).date()
    own = {
        one.event_keys[number]: _text(limit)
        for one in found
        if one.record is not None
        for number, limit in enumerate(own_limits(one.record, rules, today=today))
    }
    keep_own(connection, own)
    return Limits(connection, rules, own.keys() | linked_of(connection, {one.report_key for one in found}))


def limits_of_incidents(connection: Connection, rules: Rules, incident_ids: Collection[str]) -> Limits:
    """Return the limits that hold for the events of incidents."""
    return Limits(connection, rules, members_now(connection, incident_ids))


def write_beyond(beyond: Beyond) -> str | None:
    """Return what was asked of a report as it is kept, None for nothing."""
    if beyond == NOTHING_BEYOND:
        return None
    events = {str(number): limit.written() for number, limit in beyond.events.items()}
    return json.dumps({"events": events, "words": beyond.words.written()}, ensure_ascii=False)


def read_beyond(kept: str | None) -> Beyond:
    """Return what `write_beyond` gave."""
    if kept is None:
        return NOTHING_BEYOND
    told = json.loads(kept)
    events = {int(number): Limit.read(limit) for number, limit in told["events"].items()}
    return Beyond(events=events, words=Limit.read(told["words"]))


def _text(limit: Limit) -> str:
    return json.dumps(limit.written()) if limit != NO_LIMIT else ""


def _limit(kept: str) -> Limit:
    return Limit.read(json.loads(kept)) if kept else NO_LIMIT
