"""The lists of reports that wait: which list needs work, and what comes first in it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from marsad.serve.catalogues import later
from marsad.serve.counted import choices_of, sizes_of
from marsad.serve.errors import Refusal
from marsad.serve.menu import MenuItem
from marsad.serve.pages import page
from marsad.serve.permissions import Permission, needs
from marsad.serve.visitor import Visiting
from marsad.store.blind import open_readings
from marsad.store.filters import Filters
from marsad.store.queues import ORDERS, QUEUES, next_in, queue, queue_size

__all__ = ["MENU", "router"]

router = APIRouter()
MENU = (MenuItem(place=10, path="/queue", title=later("Work")),)

_Short = Annotated[str, Query(max_length=200)]


@router.get("/")
@needs(Permission.READ)
def start() -> Response:
    """Go where the work is."""
    return RedirectResponse("/queue", 303)


@router.get("/queue")
@needs(Permission.READ)
def show(
    request: Request,
    who: Visiting,
    name: _Short = "to check",
    order: _Short = "severity",
    area: _Short = "",
    outlet: _Short = "",
    first: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
) -> Response:
    """Show a list, its size and the sizes of the others."""
    if name not in QUEUES or order not in ORDERS:
        raise Refusal.missing()
    user, limit = who.signed_in, who.settings.longest_list
    filters = Filters(area=area or None, outlet=outlet or None)
    with who.store.reading() as connection:
        sizes = sizes_of(who.store, connection, user.key)
        narrowed = bool(area or outlet)
        total = queue_size(connection, name, user_key=user.key, filters=filters) if narrowed else sizes[name]
        waiting = queue(connection, name, user_key=user.key, order=order, filters=filters, limit=limit, offset=first)
        areas, outlets = choices_of(who.store, connection)
        blind = len(open_readings(connection, user.key))
    return page(
        request, who, "queue.html", name=name, order=order, area=area, outlet=outlet, first=first, limit=limit,
        total=total, waiting=waiting, sizes=sizes, queues=QUEUES, orders=ORDERS, areas=areas, outlets=outlets,
        blind=blind,
    )  # fmt: skip


@router.get("/next")
@needs(Permission.READ)
def onward(
    who: Visiting,
    name: _Short = "to check",
    order: _Short = "severity",
    area: _Short = "",
    outlet: _Short = "",
    but: _Short = "",
) -> Response:
    """Go on to the report that comes first in a list."""
    from urllib.parse import quote, urlencode

    if name not in QUEUES or order not in ORDERS:
        raise Refusal.missing()
    filters = Filters(area=area or None, outlet=outlet or None)
    with who.store.reading() as connection:
        found = next_in(connection, name, user_key=who.signed_in.key, order=order, filters=filters, but=but or None)
    asked = {
        key: value for key, value in (("name", name), ("order", order), ("area", area), ("outlet", outlet)) if value
    }
    if found is None:
        return RedirectResponse(f"/queue?{urlencode(asked)}", 303)
    return RedirectResponse(f"/reports/{quote(found, safe='')}?{urlencode(asked)}", 303)
