"""What people do with incidents: merge, split, grade, take back. Each is a judgement, obeyed at once and for good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from marsad.errors import StoreError
from marsad.incidents.decisions import KINDS, NAMED, WITHDRAWN, members_in, named
from marsad.incidents.linker import Linker
from marsad.link.coding import Member
from marsad.store import Judgement
from marsad.store.incidents import current_id, homes, members_of
from marsad.store.judgements import in_force, judge, judgement
from marsad.store.links import members_told

__all__ = ["attribute", "grade", "merge", "split", "take_back"]


def merge(linker: Linker, first: str, second: str, why: str) -> str:
    """Let two incidents be one; return its id. Raises StoreError when they are one, or are not there."""
    with linker.deciding() as connection:
        one, other = (_found(connection, linker, incident) for incident in (first, second))
        if one == other:
            problem, remedy = "%(first)s and %(second)s are one incident.", "Name two: marsad incident list shows them."
            raise StoreError(problem, store=linker.store.name, remedy=remedy, first=first, second=second)
        together = {**_members(connection, one), **_members(connection, other)}
        told = Judgement(
            kind="merge",
            subject=f"incident:{one}",
            verdict="same",
            detail={"incidents": [one, other], "of": named(together.values()), "why": why},
        )
        _obey(connection, linker, told, list(together.values()))
        return homes(connection, together)[min(together)]


def split(linker: Linker, incident: str, reports: Sequence[str], why: str) -> list[str]:
    """Let reports of an incident tell one of their own; return the ids of what it was parted into, theirs first.

    They are kept apart from those left, and each part from reports that it would join now in its place; what comes
    later may join either. The id stays with the part that more reports tell, with those left where both are alike. A
    report is named by its id, one that tells two of its acts as "ID:0" or "ID:1". Raises StoreError when a report is
    not in it, and when none would be left.
    """
    with linker.deciding() as connection:
        found = _found(connection, linker, incident)
        members = _members(connection, found)
        off = {key: member for key, member in members.items() if _is_named(member, reports)}
        missing = [one for one in reports if not any(_is_named(member, [one]) for member in off.values())]
        if missing:
            raise _not_in(linker, found, missing)
        if len(off) == len(members):
            problem, remedy = "No report would be left in %(incident)s.", "Name those that tell another act."
            raise StoreError(problem, store=linker.store.name, remedy=remedy, incident=found)
        rest = {key: member for key, member in members.items() if key not in off}
        moved = _id_moves(connection, linker, off, rest)
        parts = {"off": off, "rest": rest}
        joined: dict[str, dict[int, Member]] = {"off_from": {}, "rest_from": {}}
        while _try_split(connection, linker, found, parts, joined, {"why": why, **moved}):
            pass
        now = homes(connection, members)
        return list(dict.fromkeys(now[key] for key in (*sorted(off), *sorted(rest))))


def _try_split(
    connection: Connection,
    linker: Linker,
    incident: str,
    parts: Mapping[str, Mapping[int, Member]],
    joined: Mapping[str, dict[int, Member]],
    more: Mapping[str, Any],
) -> bool:
    """Part events from the rest; when either joins others instead, undo it, note these, and say so."""
    apart = {name: named(others.values()) for name, others in joined.items() if others}
    own = {name: named(part.values()) for name, part in parts.items()}
    told = Judgement(
        kind="split",
        subject=f"incident:{incident}",
        verdict="different",
        detail={"incident": incident, **own, **apart, **more},
    )
    attempt = connection.begin_nested()
    _obey(connection, linker, told, [member for part in parts.values() for member in part.values()])
    new = False
    for others, part in zip(joined.values(), parts.values(), strict=True):
        before = len(others)
        for home in set(homes(connection, part).values()):
            others.update((key, one) for key, one in _members(connection, home).items() if key not in part)
        new = new or len(others) > before
    if new:
        attempt.rollback()
        linker.forget_decisions()
    else:
        attempt.commit()
    return new


def _id_moves(
    connection: Connection, linker: Linker, off: Mapping[int, Member], rest: Mapping[int, Member]
) -> dict[str, Any]:
    """Return from which act to which the id moves, nothing where it stays: it follows from the act that is told first.

    It goes to the part that more reports tell, and to those left where both are alike.
    """
    first = linker.first_of(connection, [*off, *rest])
    here, other = (off, rest) if first in off else (rest, off)
    number, others = (len({member.report_id for member in part.values()}) for part in (here, other))
    if others < number or (others == number and other is off):
        return {}
    heir = other[linker.first_of(connection, list(other))]
    return {"id_from": named([here[first]]), "id_to": named([heir])}


def grade(linker: Linker, incident: str, report: str, credibility: int, why: str) -> int:
    """Give a report the credibility 1 to 6 in place of the rule's; return the key of the judgement."""
    with linker.deciding() as connection:
        found = _found(connection, linker, incident)
        members = [member for member in _members(connection, found).values() if _is_named(member, [report])]
        if not members:
            raise _not_in(linker, found, [report])
        told = Judgement(
            kind="credibility",
            subject=f"incident:{found}",
            verdict=str(credibility),
            detail={"incident": found, "of": named(members), "why": why},
        )
        return _obey(connection, linker, told, members)


def attribute(linker: Linker, incident: str, verdict: str, why: str) -> int:
    """Say how sure it is who did it, in place of the rule; return the key of the judgement.

    `verdict` is high, medium, low or none, which also says that it is agreed on, or contested.
    """
    with linker.deciding() as connection:
        found = _found(connection, linker, incident)
        members = list(_members(connection, found).values())
        told = Judgement(
            kind="attribution",
            subject=f"incident:{found}",
            verdict=verdict,
            detail={"incident": found, "of": named(members), "why": why},
        )
        return _obey(connection, linker, told, members)


def take_back(linker: Linker, key: int, why: str) -> int:
    """Take a judgement back: what it did is undone, and it stays on record. Return the key of the taking back."""
    with linker.deciding() as connection:
        earlier = judgement(connection, key)
        if earlier is None or earlier.kind not in KINDS or earlier.verdict == WITHDRAWN:
            problem = "There is no judgement %(number)s to take back."
            remedy = "marsad incident history ID tells the numbers."
            raise StoreError(problem, store=linker.store.name, remedy=remedy, number=key)
        if earlier.superseded_by is not None:
            problem = "Judgement %(number)s counts no more: judgement %(other)s took its place."
            remedy, other = "Take that one back, or decide anew.", earlier.superseded_by
            raise StoreError(problem, store=linker.store.name, remedy=remedy, number=key, other=other)
        told = Judgement(
            kind=earlier.kind, subject=earlier.subject, verdict=WITHDRAWN, detail={"takes_back": key, "why": why}
        )
        members = [member for name in NAMED for member in members_in(earlier, name)]
        return _obey(connection, linker, told, members, supersedes=key)


def _obey(
    connection: Connection,
    linker: Linker,
    told: Judgement,
    members: Sequence[Member],
    supersedes: int | None = None,
) -> int:
    """Keep a judgement, in the place of an earlier one of its kind on the same acts, and link what it is about."""
    if supersedes is None and told.kind in {"credibility", "attribution"}:
        same = [one for one in in_force(connection, [told.kind]) if one.detail.get("of") == told.detail["of"]]
        supersedes = same[-1].key if same else None
    key = judge(connection, told, who=linker.store.who, supersedes=supersedes)
    linker.settle(connection, members, key)
    return key


def _found(connection: Connection, linker: Linker, incident: str) -> str:
    """Return the id that an id leads to; raises StoreError when no such incident has members."""
    found = current_id(connection, incident)
    if not members_of(connection, [found])[found]:
        problem, remedy = "There is no incident %(incident)s.", "marsad incident list shows those there are."
        raise StoreError(problem, store=linker.store.name, remedy=remedy, incident=incident)
    return found


def _not_in(linker: Linker, incident: str, reports: Sequence[str]) -> StoreError:
    """Return the refusal of reports that an incident does not have."""
    problem, remedy = (
        "%(reports)s: not in incident %(incident)s.",
        f"marsad incident show {incident} lists its reports.",
    )
    return StoreError(problem, store=linker.store.name, remedy=remedy, reports=", ".join(reports), incident=incident)


def _members(connection: Connection, incident: str) -> Mapping[int, Member]:
    keys = members_of(connection, [incident])[incident]
    return {key: Member(*told) for key, told in members_told(connection, keys).items()}


def _is_named(member: Member, reports: Sequence[str]) -> bool:
    return member.report_id in reports or f"{member.report_id}:{member.event}" in reports
