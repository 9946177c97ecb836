"""Words, actors and places by which reports are coded, and what was changed in them."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from sqlalchemy import Connection

from marsad.amend.entries import Listed, entry_of, find_entries
from marsad.amend.kinds import AMENDED
from marsad.amend.states import around
from marsad.amend.use import use_words_of
from marsad.serve.api import cursor
from marsad.serve.api.answer import answer, page
from marsad.serve.api.asked import After, Limit, Pages, Short
from marsad.serve.api.calling import Calling
from marsad.serve.api.problems import Problem
from marsad.serve.api.shapes.shape import Page
from marsad.serve.api.shapes.words import AmendedPage, EntryShape
from marsad.serve.permissions import Permission, needs
from marsad.store.amendments import Amended, amended_after

__all__ = ["router"]

router = APIRouter(tags=["words"])


def _told(one: Listed) -> dict[str, Any]:
    return {"kind": one.kind, "entry_id": one.entry_id, "own": one.own, "value": one.value}


@router.get("/words", response_model=Page[EntryShape])
@needs(Permission.READ)
def words(
    request: Request,
    who: Calling,
    kind: Annotated[
        Short, Query(description="actors, places, or the kind of words.", examples=["triggers"])
    ] = "actors",
    q: Annotated[Short, Query(description="A wording, a name or an id.", examples=["غارة"])] = "",
    own: Annotated[bool, Query(description="Only what is one's own.", examples=[True])] = False,
    limit: Limit = 50,
    after: After = None,
) -> Response:
    """List the entries of a kind in use, by their ids."""
    if kind not in AMENDED:
        raise Problem("not-found", f"There is no kind {kind!r}. Kinds are: {', '.join(AMENDED)}.")
    use_words_of(who.store)
    pages = Pages({"of": "words", "kind": kind, "q": q, "own": own}, limit, after)
    (last,) = pages.start("")
    found = sorted(find_entries(kind, q, own=own), key=lambda one: one.entry_id)
    shown, onward = pages.cut([one for one in found if one.entry_id > last][: pages.most], lambda one: (one.entry_id,))
    return answer(request, page([_told(one) for one in shown], onward))


@router.get("/words/changes", response_model=AmendedPage)
@needs(Permission.READ)
def changes(request: Request, who: Calling, limit: Limit = 50, after: After = None) -> Response:
    """List what was changed in words, actors and places, from the first change on, with what differs.

    Keep `next` and ask again with it: nothing is missed, and nothing comes twice.
    """
    asked = {"of": "amendments"}
    (last,) = cursor.read(after, asked, (int,)) if after is not None else (0,)
    with who.store.reading() as connection:
        found = amended_after(connection, last, most=limit + 1)
        items = [_changed(connection, one) for one in found[:limit]]
    onward = cursor.write([items[-1]["number"] if items else last], asked)
    return answer(request, page(items, onward, more=len(found) > limit))


def _changed(connection: Connection, one: Amended) -> dict[str, Any]:
    before, after = (state or {} for state in around(connection, one))
    names = ("number", "at", "who", "kind", "entry_id", "act", "why", "value")
    differs = [
        {"event": None, "field": name, "before": before.get(name), "after": after.get(name)}
        for name in dict.fromkeys((*before, *after))
        if before.get(name) != after.get(name)
    ]
    return {name: getattr(one, name) for name in names} | {"difference": differs}


@router.get("/words/{kind}/{entry_id:path}", response_model=EntryShape)
@needs(Permission.READ)
def entry(request: Request, who: Calling, kind: str, entry_id: str) -> Response:
    """Return an entry in use."""
    use_words_of(who.store)
    found = entry_of(kind, entry_id) if kind in AMENDED else None
    if found is None:
        raise Problem("not-found", f"There is no entry {entry_id!r} of the kind {kind!r}.")
    return answer(request, _told(found))
