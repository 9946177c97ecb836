"""Tiles of a map: what happened where, put together by cells, for any program that draws maps."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Annotated, Any
from weakref import WeakKeyDictionary

from fastapi import APIRouter, Depends, Path, Request
from fastapi.responses import Response
from sqlalchemy import Connection, Engine

from marsad.explore.tiles import json_tile
from marsad.gazetteer.distance import NEAR_KM
from marsad.serve.api.answer import to_bytes
from marsad.serve.api.asked import Questioned
from marsad.serve.api.calling import Caller, Calling
from marsad.serve.api.problems import Problem
from marsad.serve.permissions import Permission, needs
from marsad.store.changes import last_change
from marsad.store.engine import is_sqlite
from marsad.store.incident_facts import latest_act
from marsad.store.tiles import DEEPEST, Tile, vector_tile

__all__ = ["router"]

router = APIRouter(tags=["incidents"])

_VECTOR, _JSON = "application/vnd.mapbox-vector-tile", "application/geo+json"
_REMEMBERED = 4_000
_Zoom = Annotated[int, Path(ge=0, le=DEEPEST, description="How near, from the whole world at 0.", examples=[5])]
_Column = Annotated[int, Path(ge=0, lt=2**DEEPEST, description="Column, from the west.", examples=[19])]
_Row = Annotated[int, Path(ge=0, lt=2**DEEPEST, description="Row, from the north.", examples=[12])]


def _tile(z: _Zoom, x: _Column, y: _Row) -> Tile:
    if max(x, y) >= 2**z:
        raise Problem("not-found", f"At zoom {z} there are {2**z} columns and rows of tiles.")
    return Tile(z, x, y)


Asked = Annotated[Tile, Depends(_tile)]


class _Made:
    """Tiles made last, by what was asked of which state of the store, seen by whom."""

    def __init__(self) -> None:
        self._lock, self._held = Lock(), OrderedDict[str, bytes]()

    def get(self, name: str, make: Callable[[], bytes]) -> bytes:
        with self._lock:
            found = self._held.get(name)
        if found is None:
            found = make()
        with self._lock:
            self._held[name] = found
            self._held.move_to_end(name)
            if len(self._held) > _REMEMBERED:
                self._held.popitem(last=False)
        return found


_MADE: WeakKeyDictionary[Engine, _Made] = WeakKeyDictionary()


def _answer(
    request: Request, who: Caller, asked: object, kind: str, make: Callable[[Connection], bytes]
) -> Response:  # fmt: skip
    """Return a tile; its tag is that of the store's last change, so that an unchanged tile need not be made to say so.

    What one person sees is never kept for another: the tag covers what is hidden from whom.
    """
    with who.store.reading() as connection:
        sight = who.store.sight
        last = latest_act(connection) if sight.limited else last_change(connection)
        state = (who.store.name, last, sorted(sight.hidden), sight.private)
        name = hashlib.sha256(repr((asked, kind, state)).encode()).hexdigest()[:32]
        headers = {"etag": f'"{name}"', "cache-control": "private, no-cache", "vary": "authorization"}
        known = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
        if headers["etag"] in known or "*" in known:
            return Response(status_code=304, headers=headers)
        made = _MADE.setdefault(who.store.engine, _Made())
        return Response(made.get(name, lambda: make(connection)), headers=headers, media_type=kind)


def _described(kind: str) -> dict[int | str, dict[str, Any]]:
    shape = {"type": "string", "format": "binary"} if kind == _VECTOR else {"type": "object"}
    return {200: {"description": "The tile.", "content": {kind: {"schema": shape}}}}


@router.get("/tiles/{z}/{x}/{y}.mvt", response_class=Response, responses=_described(_VECTOR))  # noqa: FAST003
@needs(Permission.READ)
def as_vector(request: Request, who: Calling, asked: Asked, question: Questioned) -> Response:
    """Return a Mapbox vector tile, made by PostGIS: layers `points`, `clusters` and `zones`.

    A point is one incident at an exact place; a cluster stands for several; a zone is the circle within which one
    happened. What is known by its area only is on no tile: `/counts?of=incidents&by=admin1` has it.
    """
    if is_sqlite(who.store.engine):
        raise Problem("not-found", "A store in SQLite has no vector tiles. Ask for .geojson, which has the same.")
    return _answer(
        request, who, (asked, question), _VECTOR, lambda seen: vector_tile(seen, asked, question, near_km=NEAR_KM)
    )


@router.get("/tiles/{z}/{x}/{y}.geojson", response_class=Response, responses=_described(_JSON))  # noqa: FAST003
@needs(Permission.READ)
def as_geojson(request: Request, who: Calling, asked: Asked, question: Questioned) -> Response:
    """Return the same as GeoJSON, from every store; `layer` of each feature says which one it is of."""
    return _answer(request, who, (asked, question), _JSON, lambda seen: to_bytes(json_tile(seen, asked, question)))
