"""What a field is chosen from: places and actors by name, incidents by words, and entries of the word lists."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from marsad.amend.kinds import AMENDED
from marsad.explore import index_of
from marsad.gazetteer import load
from marsad.lexicon.layers import PLACE_WORDS
from marsad.lexicon.load import RESOURCES, entries
from marsad.model.who import Actor
from marsad.serve.actor_view import CATEGORIES
from marsad.serve.errors import Refusal
from marsad.serve.incident_view import brief, in_a_line
from marsad.serve.lookup import find_actors, find_places, precision_of, usual_actors
from marsad.serve.pages import page
from marsad.serve.permissions import Permission, needs
from marsad.serve.place_units import places_within
from marsad.serve.visitor import Visiting
from marsad.serve.words import Words
from marsad.store.incident_briefs import incident_briefs
from marsad.store.incidents import id_typed
from marsad.store.question import Question

__all__ = ["router"]

router = APIRouter()

_MOST = 12

_Asked = Annotated[str, Query(max_length=100)]


@router.get("/lookup/places")
@needs(Permission.READ)
def places(who: Visiting, q: _Asked = "", country: _Asked = "") -> list[dict[str, Any]]:
    """Return places for a list, the best first."""
    words = Words(who.locale)
    return [
        {
            "value": place.place_id,
            "name": place.name_ar,
            "label": place.name_ar if who.locale.language == "ar" else place.name_en or place.name_ar,
            "country": place.country,
            "where": words.whereabouts(place),
            "precision": precision_of(place),
        }
        for place in find_places(load(), q, country=country)
    ]


@router.get("/lookup/actors")
@needs(Permission.READ)
def actors(who: Visiting, q: _Asked = "", country: _Asked = "", day: date | None = None) -> list[dict[str, str]]:
    """Return actors for an act in a country on a day, the best first; the usual ones when nothing is typed."""
    words = Words(who.locale)
    found = find_actors(q, country=country, day=day) if q.strip() else usual_actors(country)
    return [{"value": one.code, "label": words.actor(one.code), "where": _kind(one, words)} for one in found]


def _kind(actor: Actor, words: Words) -> str:
    """Return what an actor is and where: "militia, Syria"."""
    told = (words.locale.text(CATEGORIES[actor.category]), words.country(actor.country))
    return words.locale.text(", ").join(filter(None, told))


@router.get("/lookup/incidents")
@needs(Permission.READ)
def incidents(who: Visiting, q: _Asked = "") -> list[dict[str, str]]:
    """Return incidents by words of their reports, by the name of their place, or by id or address; the latest first."""
    called = find_places(load(), q)
    within = tuple(dict.fromkeys(one for place in called for one in places_within(load(), place.place_id)))
    with who.store.reading() as connection:
        named = id_typed(connection, q)
        with index_of(who.store).at(connection, q) as index:
            found = index.mask(connection, Question(asked=q))
            if within:
                found |= index.mask(connection, Question(places=within))
            ids = [named] if named else index.page(found, limit=_MOST).ids
        listed = incident_briefs(connection, ids)
    words = Words(who.locale)
    told = [brief(one.record, words, incident_id=one.incident_id, place_id=one.place_id) for one in listed]
    return [{"value": one.incident_id, "label": in_a_line(one, words), "where": one.sides} for one in told]


@router.get("/entries/{entry_id:path}")
@needs(Permission.READ)
def entry(request: Request, who: Visiting, entry_id: str) -> Response:
    """Show an entry of the word lists or of the registry of actors: on its page, where a team may amend its kind."""
    found = _entry(entry_id)
    if found is None:
        raise Refusal.missing()
    if found["kind"] in AMENDED:
        return RedirectResponse(f"/words/entry/{found['kind']}/{quote(entry_id, safe='')}", status_code=303)
    return page(request, who, "entry.html", entry_id=entry_id, **found)


def _entry(entry_id: str) -> dict[str, Any] | None:
    from marsad.lexicon.actors import actors as registered

    if any(item.actor.actor_id == entry_id for item in registered()):
        return {"kind": "actors"}
    for folder in sorted((RESOURCES / "ar").iterdir()):
        for one in entries(folder.name) if folder.is_dir() else ():
            if one.entry_id == entry_id:
                kind = PLACE_WORDS if folder.name == "places" else folder.name
                return {"kind": kind, "forms": list(one.forms), "fields": dict(one.fields)}
    return None
