"""Counts, by the one definition that the command and Python have, too."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from marsad.analyse import Spec, Tally, count_stored
from marsad.serve.api.answer import answer
from marsad.serve.api.asked import Area, Day, Kind, People, Short, listed
from marsad.serve.api.calling import Calling
from marsad.serve.api.problems import Problem
from marsad.serve.api.shapes.around import CountsShape
from marsad.serve.permissions import Permission, needs

__all__ = ["router"]

router = APIRouter(tags=["counts"])

_MOST = 4


def _row(key: tuple[Any, ...], tally: Tally, spec: Spec) -> dict[str, Any]:
    names = ("low", "best", "high", "without_best", "open", "untold")
    return {
        "key": [{"value": value.code, "note": value.note} for value in key],
        "number": tally.number,
        "spanning": tally.spanning,
        "elsewhere": round(float(tally.elsewhere), 6),
        "people": {
            kind: {name: getattr(figure, name) for name in names}
            for kind, figure in tally.figures.items()
            if kind in spec.people
        },
        "ids": list(tally.ids) if spec.ids else None,
    }


@router.get("/counts", response_model=CountsShape)
@needs(Permission.READ)
def counts(
    request: Request,
    who: Calling,
    of: Annotated[
        Literal["events", "incidents"], Query(description="What is counted.", examples=["events"])
    ] = "events",
    by: Annotated[
        str,
        Query(
            max_length=100,
            examples=["month,admin1"],
            description="Dimensions, parted by commas: day, week, month, year, country, admin1 to admin3, actor, "
            "side1, side2, source, type, kind, status.",
        ),
    ] = "month",
    people: People = "killed",
    since: Annotated[Day, Query(description="First day on this day or later.")] = None,
    until: Annotated[Day, Query(description="First day on this day or before.")] = None,
    area: Area = None,
    kind: Kind = None,
    panel: Annotated[
        list[Short] | None,
        Query(max_length=50, description="Outlets, at least one of which tells it.", examples=[["شبكة الوادي"]]),
    ] = None,
    ids: Annotated[bool, Query(description="The ids of the records behind each number, too.", examples=[True])] = False,
) -> Response:
    """Count events or incidents, and the people they tell of. What is vague is shown, not guessed."""
    wanted = tuple(name.strip() for name in by.split(",") if name.strip())
    if len(wanted) > _MOST:
        raise Problem("not-valid", f"Count by {_MOST} dimensions at most.")
    spec = Spec(
        by=wanted, people=listed(people), since=since, until=until, area=area, kind=kind,
        panel=frozenset(panel) if panel else None, ids=ids,
    )  # fmt: skip
    found = count_stored(who.store, spec, table=of)
    told = {
        "table": of,
        "by": list(wanted),
        "rows": [_row(row.key, row.tally, spec) for row in found.rows],
        "total": _row((), found.total, spec),
        "beside": {name: _row((), tally, spec) for name, tally in found.beside.items()},
    }
    return answer(request, told)
