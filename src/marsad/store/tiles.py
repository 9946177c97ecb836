"""Incidents on the tiles of a web map: put together by cells in the database, as vector tiles where it has PostGIS."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import atan, ceil, cos, degrees, pi, radians, sinh
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Float,
    Integer,
    ScalarSelect,
    Select,
    Subquery,
    cast,
    func,
    literal_column,
    select,
)

from marsad.store.engine import is_sqlite
from marsad.store.filters import Box
from marsad.store.question import Question, conditions_on
from marsad.store.tables import incidents
from marsad.store.ways import plan_anew

__all__ = ["DEEPEST", "Tile", "spots_on", "vector_tile"]

_CELLS_A_TILE = 8
"""Cells along the side of a tile: what lies in one cell is told as one circle with a number."""
DEEPEST = 22
_EXACT, _NEAR = 1, 2  # of place precisions; what is known less exactly has no point to be drawn at
_ROUND_THE_WORLD_KM = 40_075.0
_NORTHERNMOST = 85.0
_WIDE = 5
"""Degrees beyond which a tile holds so many incidents that it is quicker to go through all of them."""
_EXTENT, _BUFFER = 4096, 256


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile by zoom, column and row, counted from the north west."""

    z: int
    x: int
    y: int

    @property
    def across(self) -> int:
        """How many cells there are around the world at this zoom."""
        return _CELLS_A_TILE << self.z

    @property
    def box(self) -> Box:
        """What the tile shows."""
        return self._box(0)

    def around(self, km: float) -> Box:
        """Return whole cells that reach so far beyond the tile."""
        inner = self.box
        widest = cos(radians(min(_NORTHERNMOST, max(abs(inner.north), abs(inner.south)))))
        return self._box(max(1, ceil(km * self.across / (_ROUND_THE_WORLD_KM * widest))))

    def _box(self, more: int) -> Box:
        first, top = self.x * _CELLS_A_TILE - more, self.y * _CELLS_A_TILE - more
        last, bottom = first + _CELLS_A_TILE + 2 * more, top + _CELLS_A_TILE + 2 * more
        return Box(
            west=first / self.across * 360 - 180,
            south=-90.0 if bottom >= self.across else _latitude(bottom / self.across),
            east=last / self.across * 360 - 180,
            north=90.0 if top <= 0 else _latitude(top / self.across),
        )


def _latitude(y: float) -> float:
    return degrees(atan(sinh(pi * (1 - 2 * y))))


def spots_on(
    connection: Connection, tile: Tile, question: Question, *, near_km: float
) -> Iterator[tuple[float, float, int, int]]:
    """Yield (latitude, longitude, place precision, number of incidents) on a tile and so far around it."""
    plan_anew(connection)
    for row in connection.execute(_spots(connection, tile.around(near_km), question)):
        yield row.latitude, row.longitude, row.place_precision, row.number


def _spots(connection: Connection, box: Box, question: Question) -> Select[Any]:
    columns = incidents.c
    where = (columns.latitude, columns.longitude, columns.place_precision)
    latitude: ColumnElement[Any] = columns.latitude
    public = connection.get_execution_options().get("marsad_public")
    if public and is_sqlite(connection) and box.east - box.west > _WIDE:
        latitude = columns.latitude + 0  # not by the index: it leads to rows one by one, and here to most of them
    return (
        select(*where, func.count().label("number"))
        .where(
            latitude.between(box.south, box.north),
            columns.longitude.between(box.west, box.east),
            columns.place_precision.in_((_EXACT, _NEAR)),
            *conditions_on(connection, question),
        )
        .group_by(*where)
    )


def vector_tile(connection: Connection, tile: Tile, question: Question, *, near_km: float) -> bytes:
    """Return a Mapbox vector tile of PostGIS, with up to three layers: `points`, `clusters` and `zones`.

    A point is one incident at an exact place. A cluster stands for `number` incidents of one cell, `vague` of them with
    a place told as near another, and has their bounds. A zone is a circle of `near_km` around such a place, drawn where
    it is alone: its feature is the circle, never its middle. What is known by its area only is on no tile.
    """
    plan_anew(connection)
    cells = _cells(tile, _spots(connection, tile.around(near_km), question).subquery())
    one = cells.c.spots == 1
    here = [
        cells.c.column.between(tile.x * _CELLS_A_TILE, tile.x * _CELLS_A_TILE + _CELLS_A_TILE - 1),
        cells.c.row.between(tile.y * _CELLS_A_TILE, tile.y * _CELLS_A_TILE + _CELLS_A_TILE - 1),
    ]
    exact = cells.c.precision == _EXACT
    single = one & exact & (cells.c.number == 1)
    zone = one & ~exact
    bounds = [cells.c[name] for name in ("west", "south", "east", "north")]
    point = _point(cells)
    middle = [cells.c.latitude, cells.c.longitude]
    circle: ColumnElement[Any] = literal_column(f"ST_Buffer({_MIDDLE}::geography, {near_km * 1000:.0f})::geometry")
    layers = (
        _layer(tile, "zones", circle, [cells.c.number, *middle], [zone]),
        _layer(tile, "clusters", point, [cells.c.number, cells.c.vague, *bounds], [*here, ~single, ~zone]),
        _layer(tile, "points", point, [], [*here, single]),
    )
    return b"".join(bytes(layer) for layer in connection.execute(select(*layers)).one() if layer)


_MIDDLE = "ST_SetSRID(ST_MakePoint(cells.longitude, cells.latitude), 4326)"


def _point(cells: CTE) -> ColumnElement[Any]:
    return func.ST_SetSRID(func.ST_MakePoint(cells.c.longitude, cells.c.latitude), 4326)


def _cells(tile: Tile, spots: Subquery) -> CTE:
    latitude, longitude, number = spots.c.latitude, spots.c.longitude, spots.c.number
    clipped = func.least(_NORTHERNMOST, func.greatest(-_NORTHERNMOST, latitude))
    down = (1 - func.ln(func.tan(func.pi() / 4 + func.radians(clipped) / 2)) / func.pi()) / 2
    column = cast(func.floor((longitude + 180) / 360 * tile.across), Integer)
    row = cast(func.floor(down * tile.across), Integer)
    total = cast(func.sum(number), Integer)
    return (
        select(
            column.label("column"),
            row.label("row"),
            func.count().label("spots"),
            total.label("number"),
            cast(func.coalesce(func.sum(number).filter(spots.c.place_precision == _NEAR), 0), Integer).label("vague"),
            func.max(spots.c.place_precision).label("precision"),
            cast(func.sum(latitude * number) / func.sum(number), Float).label("latitude"),
            cast(func.sum(longitude * number) / func.sum(number), Float).label("longitude"),
            func.min(longitude).label("west"),
            func.min(latitude).label("south"),
            func.max(longitude).label("east"),
            func.max(latitude).label("north"),
        )
        .group_by(column, row)
        .cte("cells")
    )


def _layer(
    tile: Tile,
    name: str,
    shape: ColumnElement[Any],
    told: Sequence[ColumnElement[Any]],
    where: Sequence[ColumnElement[bool]],
) -> ScalarSelect[Any]:
    frame = func.ST_TileEnvelope(tile.z, tile.x, tile.y)
    drawn = func.ST_AsMVTGeom(func.ST_Transform(shape, 3857), frame, _EXTENT, _BUFFER, True)  # noqa: FBT003
    shown = select(drawn.label("geom"), *told).where(*where).subquery(name)
    made = select(func.ST_AsMVT(literal_column(f"{name}.*"), name, _EXTENT, "geom")).select_from(shown)
    return made.where(shown.c.geom.is_not(None)).scalar_subquery()
