"""Actors, places and sources of the record; the log; whose token this is."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from marsad.explore import index_of
from marsad.gazetteer import load
from marsad.lexicon.actors import wholes
from marsad.model.where import Place
from marsad.model.who import is_coded_by_name, name_in
from marsad.serve.api.answer import answer, page
from marsad.serve.api.asked import After, Limit, Pages, Short
from marsad.serve.api.calling import Calling
from marsad.serve.api.problems import Problem
from marsad.serve.api.shapes.around import ActorShape, ListedPlaceShape, LogShape, MeShape, OutletShape, PlacePageShape
from marsad.serve.api.shapes.shape import Page
from marsad.serve.lookup import precision_of
from marsad.serve.permissions import Permission, needs
from marsad.serve.place_numbers import events_at
from marsad.serve.place_view import asked_at, place_view
from marsad.store.columns import keepable
from marsad.store.pages import actors_page, log_page, places_page
from marsad.store.sources import kept_sources

__all__ = ["router"]

router = APIRouter()


def _actor(code: str) -> dict[str, Any]:
    """Return an actor by its code."""
    if code not in wholes():
        name = name_in(code) if is_coded_by_name(code) else None
        nothing = ("name_en", "category", "parent_id", "valid_from", "valid_to")
        return {"code": code, "name_ar": name, **dict.fromkeys(nothing)}
    known = wholes()[code]
    return {
        "code": code,
        "name_ar": known.name_ar,
        "name_en": known.name_en,
        "category": known.category,
        "parent_id": known.parent_id,
        "valid_from": known.valid_from.isoformat() if known.valid_from else None,
        "valid_to": known.valid_to.isoformat() if known.valid_to else None,
    }


@router.get("/actors", response_model=Page[ActorShape], tags=["actors"])
@needs(Permission.READ)
def actors(request: Request, who: Calling, limit: Limit = 50, after: After = None) -> Response:
    """List the actors that events name, by their codes."""
    pages = Pages({"of": "actors"}, limit, after)
    (last,) = pages.start("")
    with who.store.reading() as connection:
        shown, onward = pages.cut(actors_page(connection, after=last, limit=pages.most), lambda code: (code,))
    return answer(request, page([_actor(code) for code in shown], onward))


@router.get("/places", response_model=Page[ListedPlaceShape], tags=["places"])
@needs(Permission.READ)
def places(request: Request, who: Calling, limit: Limit = 50, after: After = None) -> Response:
    """List the listed places in which events happened, by their ids."""
    pages, gazetteer = Pages({"of": "places"}, limit, after), load()
    (last,) = pages.start("")
    with who.store.reading() as connection:
        shown, onward = pages.cut(
            places_page(connection, after=last, limit=pages.most), lambda row: (str(row["place_id"]),)
        )
    names = ("place_id", "name", "country", "admin1", "admin2", "admin3", "latitude", "longitude")
    items = []
    for row in shown:
        known = gazetteer.by_id(row["place_id"])
        items.append({name: row[name] for name in names} | {"name_en": known.name_en if known else None})
    return answer(request, page(items, onward))


def _unit(place: Place) -> dict[str, Any]:
    names = ("place_id", "name_ar", "name_en", "feature")
    return {name: getattr(place, name) for name in names}


@router.get("/places/{place_id}", response_model=PlacePageShape, tags=["places"])
@needs(Permission.READ)
def one_place(request: Request, who: Calling, place_id: str) -> Response:
    """Return a listed place by its id, which is its P-code where it has one, with what happened there."""
    view = place_view(load(), place_id)
    if view is None:
        raise Problem("not-found", f"The list of places has no {place_id!r}.")
    place, asked = view.place, asked_at(view.place)
    with who.store.reading() as connection:
        with index_of(who.store).at(connection) as index:
            found = index.mask(connection, asked.question)
            told = {
                name: [{"value": value, "number": number} for value, number in index.counted(of, found) if value]
                for name, of in (("kinds", "kind"), ("months", "month"), ("actors", "actor"), ("sources", "source"))
            }
        events = sum(events_at(who.store, connection, place).values())
    told["months"].sort(key=lambda one: str(one["value"]))
    return answer(
        request,
        {
            **_unit(place),
            **{name: getattr(place, name) for name in ("country", "latitude", "longitude", "population")},
            "names": list(view.listed.names),
            "precision": precision_of(place),
            "source": view.listed.source,
            "above": [_unit(one) for one in view.above],
            "parts": [_unit(one) for one in view.parts],
            "incidents": found.bit_count(),
            "events": events,
            **told,
        },
    )


@router.get("/sources", response_model=Page[OutletShape], tags=["sources"])
@needs(Permission.READ)
def sources(request: Request, who: Calling, limit: Limit = 50, after: After = None) -> Response:
    """List the registry of sources, by outlet."""
    pages = Pages({"of": "sources"}, limit, after)
    (last,) = pages.start("")
    with who.store.reading() as connection:
        found = [one for one in kept_sources(connection) if one.outlet > last]
    shown, onward = pages.cut(found, lambda one: (one.outlet,))
    items = [
        {
            "outlet": one.outlet,
            "kind": one.kind,
            "language": one.language,
            "country": one.country,
            "side": one.side,
            "names": list(one.names),
            "ratings": [
                {
                    "reliability": rating.reliability,
                    "valid_from": rating.valid_from.isoformat(),
                    "valid_until": rating.valid_until.isoformat() if rating.valid_until else None,
                }
                for rating in one.ratings
            ],
        }
        for one in shown
    ]
    return answer(request, page(items, onward))


@router.get("/log", response_model=Page[LogShape], tags=["log"])
@needs(Permission.ADMINISTER)
def log(
    request: Request,
    who: Calling,
    item: Annotated[Short | None, Query(description="Of this item only.", examples=["report:t.me/alwadi/812"])] = None,
    limit: Limit = 50,
    after: After = None,
) -> Response:
    """List the log, oldest act first; each is sealed with the one before. For administrators."""
    pages = Pages({"of": "log", "item": item}, limit, after)
    (last,) = pages.start(0)
    with who.store.reading() as connection:
        named = keepable(item) if item is not None else None
        found = log_page(connection, after=last, limit=pages.most, item=named)
    shown, onward = pages.cut(found, lambda one: (one.number,))
    names = ("number", "at", "who", "act", "item", "detail", "software", "previous", "hash")
    return answer(request, page([{name: getattr(one, name) for name in names} for one in shown], onward))


@router.get("/me", response_model=MeShape, tags=["token"])
@needs(Permission.OWN)
def me(request: Request, who: Calling) -> Response:
    """Return whose token this is, and what it may be used for."""
    return answer(
        request,
        {
            "name": who.user.name,
            "role": who.user.role,
            "token": who.token.name,
            "scopes": list(who.token.scopes),
            "ends_at": who.token.ends_at,
            "sees_all": who.sees_all,
        },
    )
