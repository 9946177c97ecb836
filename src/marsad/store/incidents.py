"""Incidents: which events tell of one thing that happened, why, and where an old id leads."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from marsad.errors import StoreError
from marsad.store.batches import chunks, next_key
from marsad.store.clock import now
from marsad.store.log import Act, write
from marsad.store.tables import events, incident_members, incident_redirects, incidents

__all__ = [
    "Incident", "Member", "current_id", "end_redirect", "event_keys", "incident", "keep_incident", "redirect",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An event of an incident, with the score of its link and what it is made of."""

    event_key: int
    score: float
    explanation: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One thing that happened, as many reports tell it. `record` holds the values chosen, ready for JSON."""

    incident_id: str
    members: tuple[Member, ...]
    record: dict[str, Any]


def event_keys(connection: Connection, coding_key: int) -> list[int]:
    """Return the keys of the events of a coding, in the order of its record."""
    query = select(events.c.event_key).where(events.c.coding_key == coding_key).order_by(events.c.number)
    return list(connection.scalars(query))


def keep_incident(connection: Connection, found: Incident, *, who: str) -> bool:
    """Keep an incident as it is now; say whether anything changed.

    Events that left it, or came to it from another incident, are kept as having been there until now.
    """
    at, record = now(), json.dumps(found.record, ensure_ascii=False)
    here = incidents.c.incident_id == found.incident_id
    before = connection.execute(select(incidents.c.record).where(here)).scalar()
    held = _links(connection, found.incident_id)
    wanted = {member.event_key: (member.score, _told(member)) for member in found.members}
    if before == record and held == wanted:
        return False
    if before is None:
        values = {"incident_id": found.incident_id, "record": record, "created_at": at, "changed_at": at}
        connection.execute(insert(incidents).values(**values))
    else:
        connection.execute(update(incidents).where(here).values(record=record, changed_at=at))
    changed = sorted(key for key in held | wanted if held.get(key) != wanted.get(key))
    for some in chunks(changed):
        ending = incident_members.c.event_key.in_(some) & incident_members.c.left_at.is_(None)
        connection.execute(update(incident_members).where(ending).values(left_at=at))
    first = next_key(connection, incident_members.c.member_key)
    rows = [
        {
            "member_key": number,
            "incident_id": found.incident_id,
            "event_key": key,
            "score": wanted[key][0],
            "explanation": wanted[key][1],
            "linked_at": at,
        }
        for number, key in enumerate(filter(wanted.__contains__, changed), first)
    ]
    if rows:
        connection.execute(insert(incident_members), rows)
    act = Act(act="link", item=f"incident:{found.incident_id}", detail={"events": sorted(wanted)})
    write(connection, [act], who=who)
    return True


def _told(member: Member) -> str:
    return json.dumps(member.explanation, ensure_ascii=False)


def _links(connection: Connection, incident_id: str) -> dict[int, tuple[float, str]]:
    query = select(incident_members).where(
        incident_members.c.incident_id == incident_id, incident_members.c.left_at.is_(None)
    )
    return {row.event_key: (row.score, row.explanation) for row in connection.execute(query)}


def incident(connection: Connection, incident_id: str) -> Incident | None:
    """Return an incident as it is now, also by an id it had before; None when there never was one."""
    incident_id = current_id(connection, incident_id)
    record = connection.scalar(select(incidents.c.record).where(incidents.c.incident_id == incident_id))
    if record is None:
        return None
    members = [
        Member(event_key=key, score=score, explanation=tuple(json.loads(told)))
        for key, (score, told) in sorted(_links(connection, incident_id).items())
    ]
    return Incident(incident_id=incident_id, members=tuple(members), record=json.loads(record))


def redirect(connection: Connection, old_id: str, new_id: str, *, who: str, judgement: int | None = None) -> None:
    """Let an old id lead to another incident; raises StoreError when that one leads back."""
    if current_id(connection, new_id) == old_id:
        problem = f"Incident {new_id} leads to {old_id} already."
        raise StoreError(problem, store="The store", remedy="End that redirect first.")
    at = now()
    connection.execute(delete(incident_redirects).where(incident_redirects.c.old_id == old_id))
    connection.execute(
        insert(incident_redirects).values(old_id=old_id, new_id=new_id, since=at, judgement_key=judgement)
    )
    detail = {"to": new_id, "judgement": judgement}
    write(connection, [Act(act="redirect", item=f"incident:{old_id}", detail=detail)], who=who)


def end_redirect(connection: Connection, old_id: str, *, who: str) -> None:
    """Let an id stand for its own incident again, as after a merge that was undone."""
    if connection.execute(delete(incident_redirects).where(incident_redirects.c.old_id == old_id)).rowcount:
        write(connection, [Act(act="end redirect", item=f"incident:{old_id}", detail={})], who=who)


def current_id(connection: Connection, incident_id: str) -> str:
    """Return where an id leads now, itself when nowhere else."""
    while True:
        query = select(incident_redirects.c.new_id).where(incident_redirects.c.old_id == incident_id)
        onward = connection.scalar(query)
        if onward is None:
            return incident_id
        incident_id = onward
