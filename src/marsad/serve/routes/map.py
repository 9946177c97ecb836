"""The map: what happened where, drawn no more exactly than it is known."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from marsad.explore import Spot, drawn, index_of
from marsad.explore.spots import POINT, ZONE
from marsad.gazetteer import load
from marsad.serve.asked_form import fields_of
from marsad.serve.asking import Asking
from marsad.serve.catalogues import later
from marsad.serve.facet_words import facets_of
from marsad.serve.map_labels import Label, labels_in
from marsad.serve.menu import MenuItem
from marsad.serve.pages import page
from marsad.serve.permissions import Permission, needs
from marsad.serve.script_texts import script_texts
from marsad.serve.visitor import Visiting
from marsad.serve.words import Words
from marsad.store import Box
from marsad.store.incident_briefs import incident_briefs

__all__ = ["MENU", "router"]

router = APIRouter()
MENU = (MenuItem(place=30, path="/map", title=later("Map")),)

_LISTED = 12
_NOTHING = Box(west=0, south=0, east=0, north=0)
_FACETS = ("kind", "area", "actor", "source")
_FIELDS = ("q", *_FACETS, "since", "until")

_Degrees = Annotated[float, Query(ge=-1_000, le=1_000, allow_inf_nan=False)]
_Zoom = Annotated[float, Query(ge=0, le=24, allow_inf_nan=False)]


async def _seen(  # async, so that it takes no thread
    west: _Degrees = -180, south: _Degrees = -90, east: _Degrees = 180, north: _Degrees = 90
) -> Box:  # fmt: skip
    """Return the part of the world that is seen; all of it when nobody says."""
    return Box(west=west, south=south, east=east, north=north)


Seen = Annotated[Box, Depends(_seen)]


@router.get("/map")
@needs(Permission.READ)
def show(request: Request, who: Visiting, asked: Asking) -> Response:
    """Show the page; what is drawn follows, for the part of the world that is seen."""
    question, words = asked.question, Words(who.locale)
    with who.store.reading() as connection, index_of(who.store).at(connection, asked.q) as index:
        masks = {name: index.mask(connection, question, but=name) for name in _FACETS}
        found = index.mask(connection, question)
        facets = facets_of(index, asked, masks, words)
        bounds = index.once("bounds", found, lambda: _bounds(index.at_spots(found)))
    data = {"tag": who.locale.tag, "arabic_digits": who.locale.figures("1") != "1", "bounds": bounds}
    return page(
        request, who, "map.html", asked=asked, fields=fields_of(asked, words, _FIELDS, facets=facets),
        total=found.bit_count(), data=data, texts=script_texts(who.locale),
    )  # fmt: skip


def _bounds(spots: list[tuple[Spot, int]]) -> list[float] | None:
    """Return the box of nine tenths of what has a point: one stray place far away makes no map of the world."""
    found = [(spot, number) for spot, number in spots if spot.kind in (POINT, ZONE)]
    if not found:
        return None
    west, east = _middle(sorted((spot.longitude, number) for spot, number in found))
    south, north = _middle(sorted((spot.latitude, number) for spot, number in found))
    return [west, south, east, north]


def _middle(values: list[tuple[float, int]]) -> tuple[float, float]:
    """Return the lowest and the highest of values that each count some times, less a twentieth at either end."""
    total, seen, low = sum(number for _, number in values), 0, None
    for value, number in values:
        seen += number
        if low is None and seen > total // 20:
            low = value
        if low is not None and seen >= total - total // 20:
            return low, value
    return values[0][0], values[-1][0]


@router.get("/map/drawn")
@needs(Permission.READ)
def what_is_drawn(who: Visiting, asked: Asking, box: Seen, zoom: _Zoom = 3) -> dict[str, Any]:
    """Return what is drawn inside a box at a zoom: circles with numbers, points, zones, areas; and how many fit."""
    with who.store.reading() as connection, index_of(who.store).at(connection, asked.q) as index:
        mask = index.mask(connection, asked.question)
        spots, total = index.at_spots(mask), mask.bit_count()
    found = drawn(spots, box, zoom)
    return {
        "total": who.locale.catalogue.ngettext("%(count)s incident", "%(count)s incidents", total)
        % {"count": who.locale.number(total)},
        "clusters": [
            [
                one.longitude,
                one.latitude,
                one.number,
                one.vague,
                [one.box.west, one.box.south, one.box.east, one.box.north],
            ]
            for one in found.clusters
        ],
        "points": [[spot.longitude, spot.latitude] for spot in found.points],
        "zones": [[spot.longitude, spot.latitude, number] for spot, number in found.zones],
        "areas": found.areas,
        "nowhere": found.nowhere,
    }


@router.get("/map/labels")
@needs(Permission.READ)
def labels(who: Visiting, box: Seen, zoom: _Zoom = 3) -> list[Label]:
    """Return the names of places inside a box at a zoom."""
    return labels_in(load(), box, zoom, who.locale.language)


@router.get("/map/list")
@needs(Permission.READ)
def listed(request: Request, who: Visiting, asked: Asking, whole: bool = False) -> Response:
    """Return incidents as a part of a page: of a circle, a zone or an area; of all that is seen when `whole`.

    What is seen ends with that which has no point: areas, and incidents without any place.
    """
    areas: list[tuple[str, int]] = []
    nowhere = 0
    with who.store.reading() as connection:
        with index_of(who.store).at(connection, asked.q) as index:
            found = index.mask(connection, asked.question)
            ids = index.page(found, limit=_LISTED).ids
            if whole:
                everywhere = index.mask(connection, asked.question, but="box")
                pointless = index.once("pointless", everywhere, lambda: drawn(index.at_spots(everywhere), _NOTHING, 0))
                areas, nowhere = pointless.areas, pointless.nowhere
        briefs = incident_briefs(connection, ids, asked.q)
    return page(
        request, who, "incident_list.html", briefs=briefs, total=found.bit_count(), asked=asked, areas=areas,
        nowhere=nowhere, onward=asked.address("/explore"),
        heading=Words(who.locale).area(asked.vague) if asked.vague else "",
    )  # fmt: skip
