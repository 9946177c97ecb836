"""Places: each on a page of its own, told no more exactly to anybody than he may know it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from marsad.explore import IncidentIndex, index_of
from marsad.gazetteer import load
from marsad.lexicon.actors import wholes
from marsad.serve.catalogues import later
from marsad.serve.errors import Refusal
from marsad.serve.lookup import find_places, precision_of
from marsad.serve.menu import MenuItem
from marsad.serve.pages import page
from marsad.serve.permissions import Permission, needs
from marsad.serve.place_map import map_of
from marsad.serve.place_numbers import events_at, number_at
from marsad.serve.place_view import asked_at, asked_of_events, is_pcode, place_view
from marsad.serve.times import times_of
from marsad.serve.visitor import Visiting
from marsad.store.incident_briefs import incident_briefs

__all__ = ["MENU", "router"]

router = APIRouter()
MENU = (MenuItem(place=33, path="/places", title=later("Places")),)

_LISTED = 60
_LATEST = 6
_ACTORS, _SOURCES = 12, 12
_PARTS = 400


@router.get("/places")
@needs(Permission.READ)
def show_all(request: Request, who: Visiting, q: Annotated[str, Query(max_length=100)] = "") -> Response:
    """Show the places in which most incidents happened, or those that are called what somebody typed."""
    gazetteer = load()
    with who.store.reading() as connection, index_of(who.store).at(connection) as index:
        counted, areas = index.numbers("place", index.live), index.numbers("area", index.live)
        found = find_places(gazetteer, q) if q.strip() else [
            place for place_id in islice(counted, _LISTED) if (place := gazetteer.by_id(place_id))
        ]  # fmt: skip
    numbers = [(place, number_at(place, counted, areas)) for place in found]
    return page(request, who, "places.html", q=q, numbers=numbers)


@router.get("/places/{place_id}")
@needs(Permission.READ)
def show(request: Request, who: Visiting, place_id: str) -> Response:
    """Show a place: its names, where it lies, what happened there as far as the visitor may know, and who was seen."""
    gazetteer = load()
    view = place_view(gazetteer, place_id)
    if view is None:
        raise Refusal.missing()
    asked, place = asked_at(view.place), view.place
    with who.store.reading() as connection:
        with index_of(who.store).at(connection) as index:
            found = index.mask(connection, asked.question)
            told, latest = _told(index, found), index.page(found, limit=_LATEST).ids
            counted, areas = index.numbers("place", index.live), index.numbers("area", index.live)
        events = events_at(who.store, connection, place)
        briefs = incident_briefs(connection, latest)
    parts = sorted(
        ((one, number_at(one, counted, areas)) for one in view.parts), key=lambda one: (-one[1], one[0].place_id)
    )
    around = [(near, number_at(near.place, counted, areas)) for near in view.around]
    return page(
        request, who, "place.html", view=view, place=place, asked=asked, of_events=asked_of_events(place),
        pcode=is_pcode(place_id), precision=precision_of(place), map=map_of(view, who.locale.language),
        parts=parts[:_PARTS], more_parts=len(parts) > _PARTS, around=around, events=events, briefs=briefs,
        times=times_of(told.pop("months"), who.locale), **told,
    )  # fmt: skip


def _told(index: IncidentIndex, found: int) -> dict[str, Any]:
    """Return what is counted of the incidents of a place."""
    counted: Callable[[str], list[tuple[str, int]]] = lambda name: index.counted(name, found)  # noqa: E731
    return {
        "total": found.bit_count(),
        "kinds": [one for one in counted("kind") if one[0]],
        "months": counted("month"),
        "actors": [(code, number) for code, number in counted("actor") if code in wholes()][:_ACTORS],
        "sources": [one for one in counted("source") if one[0]][:_SOURCES],
        "exact": dict.fromkeys(("point", "zone", "area", "nowhere"), 0) | dict(counted("drawn")),
    }
