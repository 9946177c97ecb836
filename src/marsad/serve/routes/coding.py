"""What a person does with a report: find its coding right, correct it, hand it on, take the last change back."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from urllib.parse import quote

from fastapi import APIRouter
from pydantic import BaseModel, Field
from sqlalchemy import Connection

from marsad.serve.catalogues import later
from marsad.serve.coding import Coding
from marsad.serve.errors import Refusal
from marsad.serve.permissions import Permission, may, needs
from marsad.serve.refused import WayOut
from marsad.serve.saving import STATUS_AFTER, CodingError, save_coding
from marsad.serve.visitor import Visiting, Visitor
from marsad.serve.words import Words
from marsad.store.accounts import kept_users
from marsad.store.review import acts_on, do, review_of, undo
from marsad.store.revise import current

__all__ = ["router"]

router = APIRouter()


@router.post("/coding/{report_id:path}")
@needs(Permission.CODE)
def save(who: Visiting, report_id: str, coding: Coding) -> dict[str, Any]:
    """Keep the coding as a person wants it: a new one beside the older ones, or the present one found right."""
    with who.store.writing() as connection:
        if current(connection, report_id) is None:
            raise Refusal.missing()
        try:
            saved = save_coding(connection, report_id, coding, user=who.signed_in)
        except CodingError as error:
            raise Refusal(422) from error
        if saved is None:
            raise _overtaken(connection, report_id)
    label = Words(who.locale).label("review", "checked")
    return {
        "act": saved.act, "coding": saved.coding_key, "events": saved.events, "status": "checked",
        "status_label": label,
    }  # fmt: skip


def _overtaken(connection: Connection, report_id: str) -> Refusal:
    """Return the refusal of a coding made from one that is no longer in force: who made the present one, and where."""
    row = current(connection, report_id)
    makers = [act.user for act in acts_on(connection, row.report_key) if act.coding_key == row.coding_key]
    way = WayOut(
        remedy=later(
            "What you changed is not kept, and still stands here: look at what was saved, then load this page anew."
        ),
        path=f"/history/{quote(report_id, safe='')}",
        title=later("What was saved"),
    )
    if not makers:
        return Refusal(409, later("This report was coded anew meanwhile."), way=way)
    return Refusal(409, later("%(who)s saved another coding of this report meanwhile."), way=way, who=makers[-1])


class Deed(BaseModel):
    """An act other than coding; `assignee` is the key of a person, None for nobody."""

    act: Literal["assign", "comment", "second", "confirm", "dispute", "aside", "reopen", "undo"]
    comment: Annotated[str, Field(max_length=4000)] = ""
    assignee: int | None = None


_TAKES = {
    "comment": Permission.COMMENT,
    "confirm": Permission.REVIEW,
}


@router.post("/acts/{report_id:path}")
@needs(Permission.COMMENT)
def act(who: Visiting, report_id: str, deed: Deed) -> dict[str, Any]:
    """Do one of the acts."""
    user = who.signed_in
    needed = _TAKES.get(deed.act, Permission.CODE)
    if not may(user.role, needed):
        raise Refusal.forbidden(who, needed)
    with who.store.writing() as connection:
        if deed.act == "undo":
            undo(connection, report_id, user=user, of_others=may(user.role, Permission.EDIT))
        elif deed.act == "assign":
            _check_assignee(who, deed.assignee, kept_users(connection))
            do(connection, report_id, "assign", user=user, assignee=deed.assignee, comment=deed.comment)
        else:
            do(connection, report_id, deed.act, user=user, status=STATUS_AFTER.get(deed.act), comment=deed.comment)
        row = current(connection, report_id)
        return {"act": deed.act, "coding": row.coding_key, "status": review_of(connection, row.report_key).status}


def _check_assignee(who: Visitor, assignee: int | None, users: list[Any]) -> None:
    """Refuse somebody who cannot code, and, for who is no editor, anybody but himself."""
    if assignee is None or assignee == who.signed_in.key:
        return
    able = {user.key for user in users if user.ended_at is None and may(user.role, Permission.CODE)}
    if assignee not in able:
        raise Refusal(422)
    if not may(who.role, Permission.EDIT):
        raise Refusal.forbidden(who, Permission.EDIT)
