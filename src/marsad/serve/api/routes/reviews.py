"""What people do with reports: accept, hand on, dispute, confirm as second reader, take back."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Connection

from marsad.serve.api.answer import answer, require_match
from marsad.serve.api.calling import Caller, Calling
from marsad.serve.api.once import Doing
from marsad.serve.api.problems import Problem
from marsad.serve.api.routes.codings import IfMatch
from marsad.serve.api.shapes.coding import ReviewShape
from marsad.serve.api.shapes.shape import told
from marsad.serve.permissions import Permission, may, needs
from marsad.serve.saving import STATUS_AFTER
from marsad.store.accounts import User, kept_users
from marsad.store.review import acts_on, do, review_of, undo
from marsad.store.revise import current

__all__ = ["router"]

router = APIRouter(tags=["reviews"])


def _review(connection: Connection, report_id: str) -> dict[str, Any]:
    row = current(connection, report_id)
    if row is None:
        raise Problem("not-found", f"There is no report {report_id!r}.")
    standing, names = review_of(connection, row.report_key), {one.key: one.name for one in kept_users(connection)}
    return {
        "report_id": report_id,
        "status": standing.status,
        "assignee": names.get(standing.assignee or 0),
        "checked_by": names.get(standing.checked_by or 0),
        "acts": [
            {
                "number": act.key,
                "at": act.at,
                "who": act.user,
                "act": act.act,
                "comment": act.comment,
                "coding": act.coding_key,
                "status": act.status,
                "assignee": act.assignee,
            }
            for act in acts_on(connection, row.report_key)
        ],
    }


@router.get("/reviews/{report_id:path}", response_model=ReviewShape)
@needs(Permission.READ)
def review(request: Request, who: Calling, report_id: str) -> Response:
    """Return where a report stands in the work of people, and what they did with it."""
    with who.store.reading() as connection:
        return answer(request, _review(connection, report_id))


class Deed(BaseModel):
    """An act on a report."""

    model_config = ConfigDict(frozen=True)

    act: Literal["accept", "assign", "comment", "second", "confirm", "dispute", "aside", "reopen", "undo"] = told(
        "accept the coding in force, assign the report, comment, ask for a second reading, confirm as second reader, "
        "dispute, set aside, reopen, or undo the last act.",
        "accept",
    )
    comment: Annotated[str, Field(max_length=4000)] = told(
        "What there is to say.", "As in the second line.", default=""
    )
    assignee: Annotated[str, Field(max_length=200)] | None = told(
        "Name of whom it is assigned to; null for nobody.", "ليلى", default=None
    )


_TAKES = {"comment": Permission.COMMENT, "confirm": Permission.REVIEW}


@router.post("/reviews/{report_id:path}", response_model=ReviewShape)
@needs(Permission.COMMENT)
def act_on(who: Calling, once: Doing, report_id: str, body: Deed, if_match: IfMatch = None) -> Response:
    """Do something with a report. With If-Match, only when nobody did since you read it."""
    who.need(_TAKES.get(body.act, Permission.CODE))

    def act() -> dict[str, Any]:
        with who.store.writing() as connection:
            present = _review(connection, report_id)
            if if_match is not None:
                require_match(if_match, present)
            _do(connection, who, report_id, body)
            return _review(connection, report_id)

    return once(body, act)


def _do(connection: Connection, who: Caller, report_id: str, body: Deed) -> None:
    user, said = who.user, body.comment
    if body.act == "undo":
        undo(connection, report_id, user=user, of_others=who.may(Permission.EDIT))
    elif body.act == "assign":
        assignee = _assignee(connection, who, body.assignee)
        do(connection, report_id, "assign", user=user, assignee=assignee, comment=said)
    elif body.act == "accept":
        if current(connection, report_id).coding_key is None:
            raise Problem("conflict", "The report is not coded: there is nothing to accept.")
        do(connection, report_id, "accept", user=user, status="checked", checked=True, comment=said)
    else:
        do(connection, report_id, body.act, user=user, status=STATUS_AFTER.get(body.act), comment=said)


def _assignee(connection: Connection, who: Caller, name: str | None) -> int | None:
    """Return whom a report goes to: anybody who codes, or, from who is no editor, himself or nobody."""
    if name is None:
        return None
    found: User | None = next((one for one in kept_users(connection) if one.name == name), None)
    if found is None or found.ended_at is not None or not may(found.role, Permission.CODE):
        raise Problem("not-valid", f"{name!r} is nobody who codes.")
    if found.key != who.user.key:
        who.need(Permission.EDIT)
    return found.key
