"""What people did with a report: each act is kept with how it left the report, so that any can be taken back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select

from marsad.errors import StoreError
from marsad.store.accounts import User
from marsad.store.batches import next_key
from marsad.store.clock import now
from marsad.store.log import Act, write
from marsad.store.read import line
from marsad.store.revise import current, revise
from marsad.store.tables import codings, users
from marsad.store.work_tables import review_acts, reviews

__all__ = ["Review", "ReviewAct", "acts_on", "acts_standing", "do", "last_standing", "review_of", "undo"]

_KEEP = object()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """How a report stands: `version_key` and `coding_key` are those in force when somebody last acted on it."""

    status: str = "to check"
    assignee: int | None = None
    checked_by: int | None = None
    version_key: int | None = None
    coding_key: int | None = None
    changed_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewAct:
    """One act of a person on a report; `status` and `assignee` (a name) are how it left the report."""

    key: int
    at: str
    user: str
    act: str
    comment: str | None
    coding_key: int | None
    status: str
    assignee: str | None


_REVIEW_OF = select(reviews).where(reviews.c.report_key == bindparam("asked"))


def review_of(connection: Connection, report_key: int) -> Review:
    """Return how a report stands; one that nobody touched is to be checked."""
    row = connection.execute(_REVIEW_OF, {"asked": report_key}).first()
    if row is None:
        return Review()
    return Review(
        status=row.status,
        assignee=row.assignee,
        checked_by=row.checked_by,
        version_key=row.version_key,
        coding_key=row.coding_key,
        changed_at=row.changed_at,
    )


_DOER, _GIVEN = users.alias("doer"), users.alias("given")
_ACTS_ON = (
    select(review_acts, _DOER.c.name.label("doer"), _GIVEN.c.name.label("given"))
    .select_from(
        review_acts.join(_DOER, _DOER.c.user_key == review_acts.c.user_key).outerjoin(
            _GIVEN, _GIVEN.c.user_key == review_acts.c.assignee
        )
    )
    .where(review_acts.c.report_key == bindparam("asked"))
    .order_by(review_acts.c.act_key)
)


def acts_on(connection: Connection, report_key: int) -> list[ReviewAct]:
    """Return what was done with a report, oldest first."""
    return [
        ReviewAct(
            key=row.act_key,
            at=row.at,
            user=row.doer,
            act=row.act,
            comment=row.comment,
            coding_key=row.coding_key,
            status=row.status,
            assignee=row.given,
        )
        for row in connection.execute(_ACTS_ON, {"asked": report_key})
    ]


def do(
    connection: Connection,
    report_id: str,
    act: str,
    *,
    user: User,
    status: str | None = None,
    assignee: Any = _KEEP,
    comment: str | None = None,
    checked: bool = False,
) -> int:
    """Keep an act of a person on the report as it stands, and return its key.

    `status` and `assignee` (a key, None for nobody) are left as they are when not given; with `checked` the person
    answers for the coding in force. A status of "reviewed" takes another person than the one who answers for it.
    Raises StoreError when there is no such report, or the same person would review.
    """
    row = current(connection, report_id)
    if row is None:
        raise StoreError("There is no such report.", store=report_id, remedy="Look it up again.")
    before = review_of(connection, row.report_key)
    if status == "reviewed" and before.checked_by in (None, user.key):
        problem = "A second reading takes another person than the one who checked."
        raise StoreError(problem, store=report_id, remedy="Ask somebody else to read it.")
    after = Review(
        status=status or before.status,
        assignee=before.assignee if assignee is _KEEP else assignee,
        checked_by=user.key if checked else before.checked_by,
        version_key=row.version_key,
        coding_key=row.coding_key,
    )
    return _keep(connection, row, act, after, user=user, comment=comment)


def _keep(connection: Connection, row: Any, act: str, after: Review, *, user: User, comment: str | None) -> int:
    key, at = next_key(connection, review_acts.c.act_key), now()
    state = {
        "report_key": row.report_key,
        "version_key": after.version_key,
        "coding_key": after.coding_key,
        "status": after.status,
        "assignee": after.assignee,
        "checked_by": after.checked_by,
    }
    values = state | {"act_key": key, "user_key": user.key, "at": at, "act": act, "comment": comment or None}
    connection.execute(insert(review_acts).values(**values))
    connection.execute(delete(reviews).where(reviews.c.report_key == row.report_key))
    connection.execute(insert(reviews).values(**state, act_key=key, changed_at=at))
    detail = {"coding": after.coding_key, "status": after.status, "comment": comment or None}
    write(connection, [Act(act=act, item=f"report:{row.report_id}", detail=detail)], who=user.name)
    return key


def undo(connection: Connection, report_id: str, *, user: User, of_others: bool = False) -> str:
    """Take back the latest act on a report that was not taken back: coding, status and assignee as before it.

    Returns the act taken back. Raises StoreError when there is none, or it is another person's (unless `of_others`).
    """
    row = current(connection, report_id)
    report_key = row.report_key if row is not None else 0
    standing = acts_standing(connection, report_key)
    if row is None or not standing:
        raise StoreError("There is nothing to take back.", store=report_id, remedy="Look at the history.")
    last = standing[-1]
    if last.user_key != user.key and not of_others:
        problem = "The latest change is another person's."
        raise StoreError(problem, store=report_id, remedy="Ask an editor, or restore an older coding.")
    before = standing[-2] if len(standing) > 1 else None
    coding_key = _coding_before(connection, row, last, before, user)
    after = Review(
        status=before.status if before else "to check",
        assignee=before.assignee if before else None,
        checked_by=before.checked_by if before else None,
        version_key=row.version_key,
        coding_key=coding_key,
    )
    _keep(connection, row, "undo", after, user=user, comment=None)
    return str(last.act)


def acts_standing(connection: Connection, report_key: int) -> list[Any]:
    """Return the acts on a report that were not taken back, oldest first."""
    query = select(review_acts).where(review_acts.c.report_key == report_key).order_by(review_acts.c.act_key)
    standing: list[Any] = []
    for done in connection.execute(query):
        if done.act == "undo":
            standing.pop()
        else:
            standing.append(done)
    return standing


def last_standing(connection: Connection, report_key: int) -> int | None:
    """Return the key of the latest act on a report that was not taken back, None when there is none."""
    standing = acts_standing(connection, report_key)
    return int(standing[-1].act_key) if standing else None


def _coding_before(connection: Connection, row: Any, last: Any, before: Any, user: User) -> int | None:
    """Return the coding in force once an act is taken back: a copy of the one before it, where the act made one."""
    made = connection.execute(select(codings).where(codings.c.coding_key == last.coding_key)).first()
    if last.act not in ("save", "restore") or made is None or made.version_key != row.version_key:
        return int(row.coding_key) if row.coding_key is not None else None
    old = before.coding_key if before is not None and before.version_key == row.version_key else made.based_on
    record = json.loads(line(connection, old))
    return revise(connection, row.report_id, record, based_on=old, in_force=row.coding_key, user_key=user.key)
