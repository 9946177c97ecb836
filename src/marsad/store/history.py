"""What happened to an incident: the acts of the log on it and on the ids that lead to it, in their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from marsad.store.incidents import current_id, was
from marsad.store.judgements import judged_of
from marsad.store.links import places_of
from marsad.store.log import LogEntry, entries

__all__ = ["Happened", "history"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """An act of the log, the id it was on, and the reports whose events came and went with it."""

    entry: LogEntry
    incident_id: str
    came: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    @property
    def anew(self) -> tuple[str, ...]:
        """The reports of which other events came than went: they were coded anew, and are still here."""
        return tuple(report for report in self.came if report in self.left)


def history(connection: Connection, incident_id: str) -> Iterator[Happened]:
    """Yield what happened to an incident and to those that were merged into it, oldest first."""
    now = current_id(connection, incident_id)
    ids = [now, *was(connection, now)]
    found = {entry.number: entry for one in ids for entry in entries(connection, item=f"incident:{one}")}
    for subject, keys in judged_of(connection, ids).items():  # told of the others that it changed, too
        for entry in entries(connection, item=subject):
            if not keys.isdisjoint((entry.detail.get("judgement"), entry.detail.get("takes_back"))):
                found[entry.number] = entry
    acts = [found[number] for number in sorted(found)]
    held: dict[str, set[int]] = {one: set() for one in ids}
    for entry in acts:
        one = entry.item.partition(":")[2]
        if entry.act not in {"link", "dissolve"} or one not in held:
            yield Happened(entry=entry, incident_id=one)
            continue
        members = set(entry.detail.get("events", ()))
        report_of = places_of(connection, members ^ held[one])
        yield Happened(
            entry=entry,
            incident_id=one,
            came=tuple(dict.fromkeys(report_of[key][0] for key in sorted(members - held[one]))),
            left=tuple(dict.fromkeys(report_of[key][0] for key in sorted(held[one] - members))),
        )
        held[one] = members
