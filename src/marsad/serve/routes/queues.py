"""The lists of reports that wait: which list needs work, and what comes first in it."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from marsad.serve.asking import address, given
from marsad.serve.catalogues import later
from marsad.serve.counted import choices_of, once, sizes_of
from marsad.serve.errors import Refusal
from marsad.serve.menu import MenuItem
from marsad.serve.pages import page
from marsad.serve.permissions import Permission, may, needs
from marsad.serve.visitor import Visiting
from marsad.store.filters import Filters
from marsad.store.lists import Place
from marsad.store.queues import ORDERS, QUEUES, next_in, order_of, queue, queue_size

__all__ = ["MENU", "router"]

router = APIRouter()
MENU = (MenuItem(place=10, path="/queue", title=later("Work")),)

_MANY = 1_000
"""From so many reports on, those of a unit are met soon enough by going through the list in its order."""

_NEEDS = {
    "to check": Permission.CODE,
    "mine": Permission.CODE,
    "second reading": Permission.REVIEW,
    "disputed": Permission.CODE,
}
"""The lists that wait for somebody, with what he must be allowed: a number is red for those alone who can lower it."""

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
    after: _Short = "",
    before: _Short = "",
    first: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
) -> Response:
    """Show a list, its size and the sizes of the others.

    `after` and `before` are places in it; `first` is the number of the report that the page begins with, to be told.
    """
    if name not in QUEUES or order not in ORDERS:
        raise Refusal.missing()
    user, limit = who.signed_in, who.settings.longest_list
    filters = Filters(area=area or None, outlet=outlet or None)
    start = _place(before or after, name, order)
    with who.store.reading() as connection:
        sizes, total = sizes_of(who.store, connection, user.key), None
        if area or outlet:
            asked = ("queue", name, user.key if name == "mine" else None, filters)
            total = once(
                who.store, connection, asked, lambda: queue_size(connection, name, user_key=user.key, filters=filters)
            )
        found = queue(
            connection, name, user_key=user.key, order=order, filters=filters, limit=limit + 1, start=start,
            back=bool(before), often=total is not None and total > _MANY,
        )  # fmt: skip
        areas, outlets = choices_of(who.store, connection)
    waiting = found[-limit:] if before else found[:limit]
    more = len(found) > limit
    earlier = waiting[0].place if waiting and (more if before else start) else ""
    further = waiting[-1].place if waiting and (before or more) else ""
    return page(
        request, who, "queue.html", name=name, order=order, area=area, outlet=outlet, first=first, limit=limit,
        total=sizes[name] if total is None else total, waiting=waiting, sizes=sizes, earlier=earlier, further=further,
        queues=QUEUES, orders=ORDERS, areas=areas, outlets=outlets,
        needed=[one for one, needed in _NEEDS.items() if may(who.role, needed)],
        blind=len(who.store.sight.blind),
    )  # fmt: skip


def _place(text: str, name: str, order: str) -> Place | None:
    if not text:
        return None
    try:
        return Place.read(text, order_of(name, order))
    except ValueError:  # no place that we wrote
        raise Refusal(422) from None


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
    if name not in QUEUES or order not in ORDERS:
        raise Refusal.missing()
    filters = Filters(area=area or None, outlet=outlet or None)
    with who.store.reading() as connection:
        found = next_in(connection, name, user_key=who.signed_in.key, order=order, filters=filters, but=but or None)
    to = "/queue" if found is None else f"/reports/{quote(found, safe='')}"
    return RedirectResponse(address(to, given(name=name, order=order, area=area, outlet=outlet).items()), 303)
