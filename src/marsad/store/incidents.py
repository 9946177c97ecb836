"""Incidents: which events tell of one thing that happened, why, and where an old id leads."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from marsad.errors import StoreError
from marsad.store.add import add_rows
from marsad.store.batches import chunks, next_key
from marsad.store.changes import Standing, note
from marsad.store.clock import now
from marsad.store.columns import keepable
from marsad.store.incident_columns import columns_of
from marsad.store.log import Act, write
from marsad.store.model import text_sha256
from marsad.store.tables import events, incident_members, incident_redirects, incidents
from marsad.store.told_otherwise import note_otherwise

__all__ = [
    "Incident", "Member", "current_id", "dissolve", "end_redirect", "event_keys", "homes", "id_typed", "incident",
    "keep_incident", "keep_incidents", "members_of", "redirect", "was", "was_each", "was_of",
]  # fmt: skip

_ID = re.compile(r"i-[0-9a-f]{12}")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """Where an event stands now."""

    member_key: int
    incident_id: str
    told: tuple[float, str]


def event_keys(connection: Connection, coding_key: int) -> list[int]:
    """Return the keys of the events of a coding, in the order of its record."""
    query = select(events.c.event_key).where(events.c.coding_key == coding_key).order_by(events.c.number)
    return list(connection.scalars(query))


def keep_incident(connection: Connection, found: Incident, *, who: str) -> bool:
    """Keep an incident as it is now; say whether anything changed."""
    return keep_incidents(connection, [found], who=who) > 0


def keep_incidents(
    connection: Connection, found: Sequence[Incident], *, who: str, reason: Mapping[str, Any] | None = None
) -> int:
    """Keep incidents as they are now; return how many changed.

    Events that left one, or came to it from another incident, are kept as having been there until now. `reason` is
    noted with the change, that they were linked when left out.
    """
    at = now()
    texts = {one.incident_id: keepable(json.dumps(one.record, ensure_ascii=False)) for one in found}
    wanted = {member.event_key: (one.incident_id, _told(member)) for one in found for member in one.members}
    before: dict[str, str] = {}
    for ids in chunks(list(texts)):
        query = select(incidents.c.incident_id, incidents.c.record).where(incidents.c.incident_id.in_(ids))
        before.update((row.incident_id, row.record) for row in connection.execute(query))
    held = _held(connection, texts, wanted)
    leaving = [key for key, here in held.items() if wanted.get(key, ("",))[0] != here.incident_id]
    coming = [key for key, (home, _) in wanted.items() if key not in held or held[key].incident_id != home]
    retold = [key for key, (home, told) in wanted.items() if key not in coming and held[key].told != told]
    changed = {one.incident_id for one in found if before.get(one.incident_id) != texts[one.incident_id]}
    changed |= {held[key].incident_id for key in leaving if held[key].incident_id in texts}
    changed |= {wanted[key][0] for key in (*coming, *retold)}
    _write_incidents(connection, [one for one in found if one.incident_id in changed], texts, before, at)
    for some in chunks([held[key].member_key for key in leaving]):
        connection.execute(update(incident_members).where(incident_members.c.member_key.in_(some)).values(left_at=at))
    _write_members(connection, wanted, held, coming, retold, at)
    acts = [
        Act(
            act="link",
            item=f"incident:{one.incident_id}",
            detail={
                "events": sorted(member.event_key for member in one.members),
                "record": text_sha256(texts[one.incident_id]),
            },
        )
        for one in found
        if one.incident_id in changed
    ]
    write(connection, acts, who=who)
    standings = [
        Standing(item=one, sha256=text_sha256(texts[one]), replaced=before.get(one)) for one in texts if one in changed
    ]
    note(connection, "incident", standings, who=who, reason=reason or {"act": "link"})
    # until they are made ready they are not shown, nor the reports that tell them
    note_otherwise(connection, incidents=changed | {held[key].incident_id for key in leaving})
    return len(acts)


_HELD = {
    name: select(incident_members).where(
        incident_members.c[name].in_(bindparam("asked", expanding=True)), incident_members.c.left_at.is_(None)
    )
    for name in ("incident_id", "event_key")
}


def _held(connection: Connection, ids: Collection[str], keys: Collection[int]) -> dict[int, _Held]:
    """Return where events stand now: those of some incidents, and some by key."""
    found: dict[int, _Held] = {}
    asked: list[tuple[str, Sequence[Any]]] = [("incident_id", some) for some in chunks(list(ids))]
    asked += [("event_key", some) for some in chunks(list(keys))]
    for name, some in asked:
        for row in connection.execute(_HELD[name], {"asked": some}):
            found[row.event_key] = _Held(
                member_key=row.member_key, incident_id=row.incident_id, told=(row.score, row.explanation)
            )
    return found


def _write_incidents(
    connection: Connection, changed: Sequence[Incident], texts: dict[str, str], before: dict[str, str], at: str
) -> None:
    columns = columns_of(connection, [(one.record, [member.event_key for member in one.members]) for one in changed])
    rows = [
        {"incident_id": one.incident_id, "record": texts[one.incident_id], "changed_at": at, "edition": 0, **found}
        for one, found in zip(changed, columns, strict=True)
    ]
    new = [row | {"created_at": at} for row in rows if row["incident_id"] not in before]
    add_rows(connection, incidents, new)
    old = [{"of": row.pop("incident_id"), **row} for row in rows if row["incident_id"] in before]
    if old:
        connection.execute(update(incidents).where(incidents.c.incident_id == bindparam("of")), old)


def _write_members(
    connection: Connection,
    wanted: dict[int, tuple[str, tuple[float, str]]],
    held: dict[int, _Held],
    coming: Sequence[int],
    retold: Sequence[int],
    at: str,
) -> None:
    first = next_key(connection, incident_members.c.member_key)
    rows = [
        {
            "member_key": number,
            "incident_id": wanted[key][0],
            "event_key": key,
            "score": wanted[key][1][0],
            "explanation": wanted[key][1][1],
            "linked_at": at,
        }
        for number, key in enumerate(sorted(coming), first)
    ]
    add_rows(connection, incident_members, rows)
    again = [
        {"of": held[key].member_key, "score": wanted[key][1][0], "explanation": wanted[key][1][1]} for key in retold
    ]
    if again:
        connection.execute(update(incident_members).where(incident_members.c.member_key == bindparam("of")), again)


def _told(member: Member) -> tuple[float, str]:
    return member.score, keepable(json.dumps(member.explanation, ensure_ascii=False))


def homes(connection: Connection, keys: Collection[int]) -> dict[int, str]:
    """Return the incident in which each of some events stands now."""
    return {key: held.incident_id for key, held in _held(connection, (), keys).items()}


def members_of(connection: Connection, ids: Collection[str]) -> dict[str, set[int]]:
    """Return the events that stand in each of some incidents now."""
    found: dict[str, set[int]] = {incident_id: set() for incident_id in ids}
    for key, held in _held(connection, ids, ()).items():
        found[held.incident_id].add(key)
    return found


def dissolve(
    connection: Connection,
    ids: Collection[str],
    *,
    who: str,
    into: Mapping[str, str] | None = None,
    reason: Mapping[str, Any] | None = None,
) -> None:
    """Let incidents have no members any more; their last record stays, and ids may lead elsewhere.

    `into` names the incident that took each one in, where one did; `reason` is noted with the change.
    """
    at = now()
    ended = []
    for some in chunks(sorted(ids)):
        told = select(incidents.c.incident_id, incidents.c.record).where(incidents.c.incident_id.in_(some))
        for row in connection.execute(told):
            target = (into or {}).get(row.incident_id)
            ended.append(Standing(item=row.incident_id, sha256=None, into=target, replaced=row.record))
        here = incident_members.c.incident_id.in_(some) & incident_members.c.left_at.is_(None)
        connection.execute(update(incident_members).where(here).values(left_at=at))
        of = incidents.c.incident_id.in_(some)
        connection.execute(update(incidents).where(of).values(reports=0, sources=0, changed_at=at, edition=0))
    write(connection, [Act(act="dissolve", item=f"incident:{one}", detail={}) for one in sorted(ids)], who=who)
    note(connection, "incident", ended, who=who, reason=reason or {"act": "link"})
    note_otherwise(connection, incidents=(one.item for one in ended))


_RECORD = select(incidents.c.record).where(incidents.c.incident_id == bindparam("asked"))


def incident(connection: Connection, incident_id: str) -> Incident | None:
    """Return an incident as it is now, also by an id it had before; None when there never was one."""
    incident_id = current_id(connection, incident_id)
    record = connection.scalar(_RECORD, {"asked": incident_id})
    if record is None:
        return None
    members = [
        Member(event_key=key, score=held.told[0], explanation=tuple(json.loads(held.told[1])))
        for key, held in sorted(_held(connection, [incident_id], ()).items())
    ]
    return Incident(incident_id=incident_id, members=tuple(members), record=json.loads(record))


def redirect(connection: Connection, old_id: str, new_id: str, *, who: str, judgement: int | None = None) -> None:
    """Let an old id lead to another incident; raises StoreError when that one leads back."""
    if current_id(connection, new_id) == old_id:
        problem = "Incident %(incident)s leads to %(other)s already."
        remedy = "End that redirect first."
        raise StoreError(problem, store="The store", remedy=remedy, incident=new_id, other=old_id)
    query = select(incident_redirects.c.new_id).where(incident_redirects.c.old_id == old_id)
    if connection.scalar(query) == new_id:
        return
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


_ONWARD = select(incident_redirects.c.new_id).where(incident_redirects.c.old_id == bindparam("asked"))


def current_id(connection: Connection, incident_id: str) -> str:
    """Return where an id leads now, itself when nowhere else."""
    while True:
        onward = connection.scalar(_ONWARD, {"asked": incident_id})
        if onward is None:
            return incident_id
        incident_id = onward


def id_typed(connection: Connection, typed: str) -> str | None:
    """Return the id of the incident that somebody typed or pasted, also out of an address; None where none is in it."""
    found = _ID.search(typed)
    return current_id(connection, found[0]) if found else None


def was(connection: Connection, incident_id: str) -> list[str]:
    """Return the ids that lead to an incident, directly or through others, sorted."""
    return was_each(connection, [incident_id])[incident_id]


_LEADING = select(incident_redirects.c.old_id, incident_redirects.c.new_id).where(
    incident_redirects.c.new_id.in_(bindparam("asked", expanding=True))
)


def was_each(connection: Connection, incident_ids: Collection[str]) -> dict[str, list[str]]:
    """Return the ids that lead to each of some incidents, directly or through others, sorted."""
    found: dict[str, set[str]] = {one: set() for one in incident_ids}
    ahead = {one: {one} for one in incident_ids}  # an id met, and those asked for that it leads to
    while ahead:
        onward: dict[str, set[str]] = {}
        for some in chunks(sorted(ahead)):
            for row in connection.execute(_LEADING, {"asked": some}):
                for one in ahead[row.new_id]:
                    found[one].add(row.old_id)
                    onward.setdefault(row.old_id, set()).add(one)
        ahead = onward
    return {one: sorted(ids) for one, ids in found.items()}


def was_of(connection: Connection) -> dict[str, list[str]]:
    """Return for every incident that other ids lead to, directly or through others, those ids, sorted."""
    query = select(incident_redirects.c.old_id, incident_redirects.c.new_id)
    onward = {row.old_id: row.new_id for row in connection.execute(query)}
    found: dict[str, list[str]] = {}
    for old_id in sorted(onward):
        target = onward[old_id]
        while target in onward:
            target = onward[target]
        found.setdefault(target, []).append(old_id)
    return found
