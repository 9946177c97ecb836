"""Incidents on a tile as GeoJSON, the same from every store: circles with numbers, exact points, zones."""

from __future__ import annotations

from math import cos, pi, radians, sin
from typing import Any

from sqlalchemy import Connection

from marsad.explore.grid import drawn
from marsad.explore.spots import POINT, ZONE, Spot
from marsad.gazetteer.distance import KM_A_DEGREE, NEAR_KM
from marsad.store import Box, Question
from marsad.store.tiles import Tile, spots_on

__all__ = ["json_tile"]

_CORNERS = 48


def json_tile(connection: Connection, tile: Tile, question: Question) -> dict[str, Any]:
    """Return a tile as a FeatureCollection; `layer` of each feature is that of `marsad.store.tiles.vector_tile`.

    Zones that reach into the tile from beyond it are there, too, as in a vector tile.
    """
    spots = [
        (Spot(POINT if precision == 1 else ZONE, round(latitude, 5), round(longitude, 5)), number)
        for latitude, longitude, precision, number in spots_on(connection, tile, question, near_km=NEAR_KM)
    ]
    around, inner = tile.around(NEAR_KM), tile.box
    found = drawn(spots, around, tile.z)
    features = [
        _feature("zones", {"type": "Polygon", "coordinates": [_circle(spot)]},
                 number=number, latitude=spot.latitude, longitude=spot.longitude)
        for spot, number in found.zones
        if _meets(_reach(spot), inner)
    ]  # fmt: skip
    features += [
        _feature("clusters", _point(one.longitude, one.latitude), number=one.number, vague=one.vague,
                 west=one.box.west, south=one.box.south, east=one.box.east, north=one.box.north)
        for one in found.clusters
        if _holds(inner, one.longitude, one.latitude)
    ]  # fmt: skip
    features += [
        _feature("points", _point(spot.longitude, spot.latitude))
        for spot in found.points
        if _holds(inner, spot.longitude, spot.latitude)
    ]
    return {"type": "FeatureCollection", "features": features}


def _feature(layer: str, geometry: dict[str, Any], **told: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": {"layer": layer, **told}, "geometry": geometry}


def _point(longitude: float, latitude: float) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [longitude, latitude]}


def _holds(box: Box, longitude: float, latitude: float) -> bool:
    return box.west <= longitude < box.east and box.south < latitude <= box.north


def _reach(spot: Spot) -> Box:
    high = NEAR_KM / KM_A_DEGREE
    wide = high / max(0.01, cos(radians(spot.latitude)))
    return Box(
        west=spot.longitude - wide, south=spot.latitude - high, east=spot.longitude + wide, north=spot.latitude + high
    )


def _meets(one: Box, other: Box) -> bool:
    return (
        one.west < other.east and one.east > other.west and one.south < other.north and one.north > other.south
    )  # fmt: skip


def _circle(spot: Spot) -> list[list[float]]:
    reach = _reach(spot)
    wide, high = reach.east - spot.longitude, reach.north - spot.latitude
    turns = [2 * pi * at / _CORNERS for at in range(_CORNERS)]
    ring = [[round(spot.longitude + wide * cos(t), 5), round(spot.latitude + high * sin(t), 5)] for t in turns]
    return [*ring, ring[0]]
