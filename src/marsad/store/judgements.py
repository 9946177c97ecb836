"""What people and rules decided: superseded by later decisions, never overwritten."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, insert, select, update

from marsad.errors import StoreError
from marsad.store.batches import chunks, next_key
from marsad.store.change_tables import changes
from marsad.store.clock import now
from marsad.store.log import Act, write
from marsad.store.tables import judgements

__all__ = ["Judgement", "in_force", "judge", "judged_of", "judgement", "judgements_on", "newest_key"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A decision on something: ("merge", "incident:i7", "yes", {"into": "i3"}).

    `key`, `who`, `made_at` and `superseded_by` (the key of the decision that took its place) are the store's to fill.
    """

    kind: str
    subject: str
    verdict: str
    detail: dict[str, Any] = field(default_factory=dict)
    key: int = 0
    who: str = ""
    made_at: str = ""
    superseded_by: int | None = None


def judge(connection: Connection, judgement: Judgement, *, who: str, supersedes: int | None = None) -> int:
    """Keep a judgement and return its key; with `supersedes` it takes the place of an earlier one.

    Raises StoreError when that one is not there, or was superseded before.
    """
    key = next_key(connection, judgements.c.judgement_key)
    connection.execute(
        insert(judgements).values(
            judgement_key=key,
            kind=judgement.kind,
            subject=judgement.subject,
            verdict=judgement.verdict,
            detail=json.dumps(judgement.detail, ensure_ascii=True, sort_keys=True),
            who=who,
            made_at=now(),
        )
    )
    if supersedes is not None:
        old = (judgements.c.judgement_key == supersedes) & judgements.c.superseded_by.is_(None)
        if connection.execute(update(judgements).where(old).values(superseded_by=key)).rowcount != 1:
            problem = "Judgement %(number)s is not there, or another one took its place."
            remedy = "Look at the judgements again, then decide."
            raise StoreError(problem, store="The store", remedy=remedy, number=supersedes)
    detail = {"judgement": key, "verdict": judgement.verdict, "supersedes": supersedes, **judgement.detail}
    write(connection, [Act(act=judgement.kind, item=judgement.subject, detail=detail)], who=who)
    return key


def judgements_on(connection: Connection, subject: str) -> list[Judgement]:
    """Return all judgements on something, oldest first; those in force have no `superseded_by`."""
    return _read(connection, judgements.c.subject == subject)


def in_force(connection: Connection, kinds: Collection[str]) -> list[Judgement]:
    """Return the judgements of some kinds that no later one took the place of, oldest first."""
    return _read(connection, judgements.c.kind.in_(kinds) & judgements.c.superseded_by.is_(None))


def judged_of(connection: Connection, incident_ids: Collection[str]) -> dict[str, set[int]]:
    """Return the keys of judgements that changed incidents, theirs or not, by their subjects."""
    query = select(changes.c.reason).where(changes.c.kind == "incident", changes.c.item.in_(incident_ids))
    keys = {json.loads(reason).get("judgement") for reason in connection.scalars(query)} - {None}
    found: dict[str, set[int]] = {}
    for some in chunks(sorted(keys)):
        for told in _read(connection, judgements.c.judgement_key.in_(some)):
            found.setdefault(told.subject, set()).add(told.key)
    return found


def judgement(connection: Connection, key: int) -> Judgement | None:
    """Return the judgement of a key, None when there is none."""
    return next(iter(_read(connection, judgements.c.judgement_key == key)), None)


def newest_key(connection: Connection) -> int:
    """Return the key of the last judgement, 0 when there is none: while it stays, so do the judgements in force."""
    return next_key(connection, judgements.c.judgement_key) - 1


def _read(connection: Connection, condition: ColumnElement[bool]) -> list[Judgement]:
    query = select(judgements).where(condition).order_by(judgements.c.judgement_key)
    return [
        Judgement(
            kind=row.kind,
            subject=row.subject,
            verdict=row.verdict,
            detail=json.loads(row.detail),
            key=row.judgement_key,
            who=row.who,
            made_at=row.made_at,
            superseded_by=row.superseded_by,
        )
        for row in connection.execute(query)
    ]
