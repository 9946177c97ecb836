"""The public edition of a store at one moment: coded reports as they may be told, and the incidents they join."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection

from marsad.editions.then import beyond_then
from marsad.redact.coarsen import WORDS
from marsad.redact.limits import NOTHING_BEYOND
from marsad.redact.line import public_id
from marsad.redact.rules import Rules
from marsad.release.published import Published
from marsad.release.taken import Taken
from marsad.release.tell import Asked, Tell, tell_here
from marsad.store.as_of import in_pages, words_coded

__all__ = ["Edition"]


@dataclass(slots=True, kw_only=True)
class Edition:
    """What may be told of a store as it stood after a change, by some rules, on a day.

    `before` is what an earlier release published: lines that would come out the same are taken from it. `told` has the
    ids of the events of each report by their position, None for those held back; it is filled by `lines`.
    """

    connection: Connection
    change: int
    day: date
    rules: Rules
    tell: Tell = tell_here
    before: Published | None = None
    told: dict[str, tuple[str | None, ...]] = field(default_factory=dict)

    def lines(self) -> Iterator[tuple[bytes, int]]:
        """Yield the lines of coded reports with an event that may be told, by id, and how many such events each has.

        They are without private names and exact places. What one report of an act may not tell, no other of it tells.
        """
        beyond = beyond_then(self.connection, self.change, self.rules, today=self.day)
        with nullcontext() if self.before is None else Taken(self.connection, self.before) as taken:
            for found in in_pages(self.connection, "coding", self.change):
                records = {standing.item: json.loads(text) for standing, text in found}
                limits = {item: beyond.get(item, NOTHING_BEYOND) for item in records}
                known = {
                    one.item: taken.told(one, records[one.item], self.rules, self.day, limits[one.item])
                    if taken is not None else None
                    for one, _ in found
                }  # fmt: skip
                words = words_coded(self.connection, [one for one, _ in found if known[one.item] is None])
                asked = [
                    Asked(
                        {**records[item], **dict(zip(WORDS, words.get(item, ("", "")), strict=True))},
                        self.rules, self.day, limits[item],
                    )
                    for item, told in known.items() if told is None
                ]  # fmt: skip
                made = iter(self.tell(asked))
                for item, was in known.items():
                    told = next(made) if was is None else was
                    ids = (event["event_id"] for event in records[item]["events"])
                    self.told[item] = tuple(public_id(one) if one in told.ids else None for one in ids)
                    if told.events:
                        yield told.line, told.events

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
