"""Codings: the records of reports with their events; corrected, accepted, handed on."""

from __future__ import annotations

import json
from typing import Annotated, Any

from fastapi import APIRouter, Header, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Connection

from marsad.serve.api.answer import answer, page, require_match
from marsad.serve.api.asked import After, AsOf, EventFilters, Limit, Pages, point, seal_of
from marsad.serve.api.calling import Calling
from marsad.serve.api.once import Doing
from marsad.serve.api.problems import Problem
from marsad.serve.api.shapes.coding import CodingShape, SavedShape
from marsad.serve.api.shapes.shape import SnapshotPage, told
from marsad.serve.coding import Coding, Draft
from marsad.serve.permissions import Permission, needs
from marsad.serve.saving import CodingError, save_coding
from marsad.store.as_of import coded_then, standing_then
from marsad.store.filters import Filters
from marsad.store.pages import CodingRow, coding_now, codings_made, codings_page

__all__ = ["IfMatch", "router"]

router = APIRouter(tags=["codings"])

IfMatch = Annotated[
    str | None,
    Header(description="The ETag of what was read: nothing is done when it was changed since.", examples=['"5e94a2"']),
]


def _told(row: CodingRow) -> dict[str, Any]:
    return {
        "report_id": row.report_id,
        "coding": row.coding_key,
        "at": row.coded_at,
        "by": row.user,
        "based_on": row.based_on,
        "status": row.status,
        "record": json.loads(row.line),
    }


def _then(connection: Connection, keys: list[int]) -> list[dict[str, Any]]:
    made = codings_made(connection, keys)
    return [_told(made[key]) for key in keys]


@router.get("/codings", response_model=SnapshotPage[CodingShape])
@needs(Permission.READ)
def codings(
    request: Request, who: Calling, filters: EventFilters, limit: Limit = 50, after: After = None, as_of: AsOf = None
) -> Response:
    """List the codings in force, in the order in which their reports were first kept; of a moment, by id."""
    moment = point(who, as_of, alone=filters == Filters())
    pages = Pages({"of": "codings", "filters": filters, "as_of": moment.change if moment else None}, limit, after)
    if moment is None:
        (key,) = pages.start(0)
        with who.store.reading() as connection:
            rows = codings_page(connection, filters, after=key, limit=pages.most)
        shown, onward = pages.cut(rows, lambda row: (row.key,))
        return answer(request, page([_told(row) for row in shown], onward, snapshot=None))
    (name,) = pages.start("")
    with who.store.reading() as connection:
        found, onward = pages.cut(
            coded_then(connection, moment.change, after=name, limit=pages.most), lambda one: (one[0].item,)
        )
        items = _then(connection, [one.coding_key or 0 for one, _ in found])
    return answer(request, page(items, onward, snapshot=seal_of(moment)))


def _found(connection: Connection, report_id: str) -> dict[str, Any]:
    row = coding_now(connection, report_id)
    if row is None:
        raise Problem("not-found", f"There is no coding of a report {report_id!r}.")
    return _told(row)


@router.get("/codings/{report_id:path}", response_model=CodingShape)
@needs(Permission.READ)
def coding(request: Request, who: Calling, report_id: str, as_of: AsOf = None) -> Response:
    """Return the coding in force of a report."""
    moment = point(who, as_of)
    with who.store.reading() as connection:
        if moment is None:
            return answer(request, _found(connection, report_id))
        found = standing_then(connection, "coding", report_id, moment.change)
        if found is None:
            raise Problem("not-found", f"No coding of a report {report_id!r} was in force then.")
        (item,) = _then(connection, [found[0].coding_key or 0])
        return answer(request, item)


class Correction(BaseModel):
    """All events of a report as they should be; one with the id of an event that is there takes its place."""

    model_config = ConfigDict(frozen=True)

    events: Annotated[list[Draft], Field(max_length=100)] = told("The events.", [])
    comment: Annotated[str, Field(max_length=4000)] = told("Why.", "Two were killed, see the second line.", default="")


@router.put("/codings/{report_id:path}", response_model=SavedShape)
@needs(Permission.CODE)
def correct(who: Calling, once: Doing, report_id: str, body: Correction, if_match: IfMatch = None) -> Response:
    """Put a coding in the place of the one in force: kept beside it, with your name. Takes If-Match."""

    def act() -> dict[str, Any]:
        with who.store.writing() as connection:
            present = _found(connection, report_id)
            require_match(if_match, present)
            wanted = Coding(in_force=present["coding"], events=body.events, comment=body.comment)
            try:
                saved = save_coding(connection, report_id, wanted, user=who.user)
            except CodingError as error:
                raise Problem("not-valid", str(error)) from error
            if saved is None:
                raise Problem("changed")
        return {"report_id": report_id, "act": saved.act, "coding": saved.coding_key, "status": "checked"}

    return once(body, act)
