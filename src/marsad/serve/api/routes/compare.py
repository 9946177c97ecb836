"""Two periods side by side, by the one definition that the command, the pages and Python have, too."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from marsad.serve.api.answer import answer
from marsad.serve.api.asked import Area, Kind, OnEitherSide, People, Short, listed
from marsad.serve.api.calling import Calling
from marsad.serve.api.problems import Problem
from marsad.serve.api.shapes.compare import ContrastShape
from marsad.serve.compared import MOST, compared
from marsad.serve.permissions import Permission, needs
from marsad.store.columns import keepable
from marsad.trends import Days, days_of
from marsad.trends.search import search_of
from marsad.trends.show_contrast import contrast_object

__all__ = ["router"]

router = APIRouter(tags=["counts"])

_MOST = 3
_Period = Annotated[str | None, Query(max_length=40)]


def _days(told: str | None) -> Days | None:
    return days_of(told) if told else None


@router.get("/compare", response_model=ContrastShape)
@needs(Permission.READ)
def compare(
    request: Request,
    who: Calling,
    now: Annotated[
        _Period,
        Query(
            description="The later period: a month, a year, or days (2024-03-01..2024-03-15); the last whole month "
            "unless told otherwise.",
            examples=["2024-03"],
        ),
    ] = None,
    before: Annotated[
        _Period,
        Query(description="The earlier period: of that length before it unless told otherwise.", examples=["2023-03"]),
    ] = None,
    by: Annotated[
        str,
        Query(
            max_length=100,
            examples=["admin1,kind"],
            description="Rows, parted by commas: country, admin1 to admin3, type, kind, actor, side1, side2; or none.",
        ),
    ] = "admin1",
    people: People = "killed",
    area: Area = None,
    actor: OnEitherSide = None,
    kind: Kind = None,
    panel: Annotated[
        list[Short] | None,
        Query(
            max_length=50,
            description="Sources to keep to, of those that reported throughout both periods.",
            examples=[["شبكة الوادي"]],
        ),
    ] = None,
) -> Response:
    """Set two periods side by side, on sources that reported throughout both, each row with an interval."""
    rows = listed(by)
    if len(rows) > _MOST:
        raise Problem("not-valid", f"Compare by {_MOST} dimensions at most.")
    asked = {"type": kind, "area": area and keepable(area), "actor": actor and keepable(actor), "panel": panel}
    search = search_of({"name": "compare"} | {name: value for name, value in asked.items() if value})
    with who.store.reading() as connection:
        found = compared(
            who.store, connection, search, now=_days(now), before=_days(before), by=rows, people=listed(people)
        )
    if found is None:
        raise Problem("too-large", f"There are more than {MOST:,} incidents: marsad compare --store compares them.")
    return answer(request, contrast_object(found))
