"""The public edition of a store at one moment: coded reports as they may be told, and the incidents they join."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection

from marsad.editions.then import beyond_then
from marsad.gazetteer import Gazetteer
from marsad.redact.coarsen import WORDS, coarsen_events, without_words
from marsad.redact.limits import NOTHING_BEYOND
from marsad.redact.line import public_id
from marsad.redact.rules import Rules
from marsad.store.as_of import in_pages, words_coded

__all__ = ["Edition"]


@dataclass(slots=True, kw_only=True)
class Edition:
    """What may be told of a store as it stood after a change, by some rules, on a day.

    `told` has the ids of the events of each report by their position, None for those held back; it is filled by
    `lines`.
    """

    connection: Connection
    change: int
    day: date
    rules: Rules
    gazetteer: Gazetteer
    told: dict[str, tuple[str | None, ...]] = field(default_factory=dict)

    def lines(self) -> Iterator[dict[str, Any]]:
        """Yield the coded reports with an event that may be told, by id, without private names and exact places.

        What one report of an act may not tell, no other report of it tells.
        """
        beyond = beyond_then(self.connection, self.change, self.rules, today=self.day)
        for found in in_pages(self.connection, "coding", self.change):
            words = words_coded(self.connection, [standing for standing, _ in found])
            for standing, text in found:
                record = json.loads(text)
                whole = {**record, **dict(zip(WORDS, words.get(standing.item, ("", "")), strict=True))}
                of_others = beyond.get(standing.item, NOTHING_BEYOND)
                coarse = coarsen_events(whole, self.rules, self.gazetteer, today=self.day, beyond=of_others)
                public = without_words(coarse.public(self.gazetteer))
                kept = {event["event_id"] for event in coarse.record["events"]}
                ids = (event["event_id"] for event in record["events"])
                self.told[standing.item] = tuple(public_id(one) if one in kept else None for one in ids)
                if kept:
                    yield public

    def incidents(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the ids of incidents and of those of their events that may be told; after `lines`."""
        for found in in_pages(self.connection, "incident", self.change):
            for standing, text in found:
                members = ((one["report_id"], one["event"]) for one in json.loads(text)["members"])
                events = tuple(event for report, at in members if (event := self._event(report, at)) is not None)
                if events:
                    yield standing.item, events

    def _event(self, report_id: str, at: int) -> str | None:
        ids = self.told.get(report_id, ())
        return ids[at] if at < len(ids) else None
