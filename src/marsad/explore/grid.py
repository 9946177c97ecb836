"""Incidents put together for a map at a zoom: what would lie on top of each other is one circle with a number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from math import log, pi, radians, tan

from marsad.explore.spots import AREA, NOWHERE, POINT, ZONE, Spot
from marsad.store import Box

__all__ = ["Cluster", "Drawn", "drawn"]

_CELLS_A_TILE = 8
"""Cells along the side of a tile of 512 pixels: 64 pixels each."""

_EDGE = 85.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Incidents of one cell, drawn at the middle of their places; `box` holds them, `vague` says how many are zones."""

    latitude: float
    longitude: float
    number: int
    vague: int
    box: Box


@dataclass(slots=True, kw_only=True)
class Drawn:
    """What a map draws: clusters, single points, zones around a point, areas by name; each with how many it stands for.

    `nowhere` have no place at all; `outside` are drawn outside the box that was asked for.
    """

    clusters: list[Cluster] = field(default_factory=list)
    points: list[Spot] = field(default_factory=list)
    zones: list[tuple[Spot, int]] = field(default_factory=list)
    areas: list[tuple[str, int]] = field(default_factory=list)
    nowhere: int = 0
    outside: int = 0


def drawn(counted: Iterable[tuple[Spot, int]], box: Box, zoom: float) -> Drawn:
    """Return what is drawn of spots inside a box at a zoom, as MapLibre counts zooms."""
    across = _CELLS_A_TILE * 2 ** max(0, int(zoom))
    cells: dict[tuple[int, int], list[tuple[Spot, int]]] = {}
    found = Drawn()
    for spot, number in counted:
        if spot.kind == AREA:
            found.areas.append((spot.area, number))
        elif spot.kind == NOWHERE:
            found.nowhere += number
        elif box.south <= spot.latitude <= box.north and box.west <= spot.longitude <= box.east:
            cells.setdefault(_cell(spot, across), []).append((spot, number))
        else:
            found.outside += number
    for here in cells.values():
        spot, number = here[0]
        if len(here) == 1 and spot.kind == ZONE:
            found.zones.append((spot, number))
        elif len(here) == 1 and number == 1:
            found.points.append(spot)
        else:
            found.clusters.append(_together(here))
    found.areas.sort(key=lambda one: (-one[1], one[0]))
    return found


def _cell(spot: Spot, across: int) -> tuple[int, int]:
    x, y = _projected(spot.latitude, spot.longitude)
    return int(x * across), int(y * across)


@lru_cache(100_000)
def _projected(latitude: float, longitude: float) -> tuple[float, float]:
    """Return a place on the square that web maps draw the world on; places stay while maps move."""
    north = min(_EDGE, max(-_EDGE, latitude))
    return (longitude + 180) / 360, (1 - log(tan(pi / 4 + radians(north) / 2)) / pi) / 2


def _together(here: list[tuple[Spot, int]]) -> Cluster:
    total = sum(number for _, number in here)
    return Cluster(
        latitude=round(sum(spot.latitude * number for spot, number in here) / total, 5),
        longitude=round(sum(spot.longitude * number for spot, number in here) / total, 5),
        number=total,
        vague=sum(number for spot, number in here if spot.kind != POINT),
        box=Box(
            west=min(spot.longitude for spot, _ in here),
            south=min(spot.latitude for spot, _ in here),
            east=max(spot.longitude for spot, _ in here),
            north=max(spot.latitude for spot, _ in here),
        ),
    )
