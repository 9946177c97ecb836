"""What a field is chosen from: places and actors by name, and the entries of the word lists behind a coding."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from marsad.gazetteer import load
from marsad.lexicon.load import RESOURCES, entries
from marsad.model.who import Actor
from marsad.serve.actor_view import CATEGORIES
from marsad.serve.errors import Refusal
from marsad.serve.lookup import find_actors, find_places, precision_of, usual_actors
from marsad.serve.pages import page
from marsad.serve.permissions import Permission, needs
from marsad.serve.visitor import Visiting
from marsad.serve.words import Words

__all__ = ["router"]

router = APIRouter()

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


@router.get("/entries/{entry_id:path}")
@needs(Permission.READ)
def entry(request: Request, who: Visiting, entry_id: str) -> Response:
    """Show an entry of the word lists or of the registry of actors."""
    found = _entry(entry_id)
    if found is None:
        raise Refusal.missing()
    return page(request, who, "entry.html", entry_id=entry_id, **found)


def _entry(entry_id: str) -> dict[str, Any] | None:
    from marsad.lexicon.actors import actors as registered

    for item in registered():
        if item.actor.actor_id == entry_id:
            told = {"name_ar": item.actor.name_ar, "name_en": item.actor.name_en, "code": item.actor.code}
            return {"kind": "actors", "forms": [alias.form for alias in item.aliases], "fields": told}
    for folder in sorted((RESOURCES / "ar").iterdir()):
        for one in entries(folder.name) if folder.is_dir() else ():
            if one.entry_id == entry_id:
                return {"kind": folder.name, "forms": list(one.forms), "fields": dict(one.fields)}
    return None
