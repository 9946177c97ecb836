"""A small map of one place, drawn without a script or a network: a point only where the place itself is meant."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from math import cos, hypot, radians
from typing import NamedTuple

from marsad.explore.spots import KM_A_DEGREE, NEAR_KM
from marsad.model.where import Place
from marsad.serve.lookup import precision_of
from marsad.serve.place_units import LEVELS, area_of_unit
from marsad.serve.place_view import PlaceView
from marsad.serve.static_files import STATIC
from marsad.store import Box

__all__ = ["Dot", "PlaceMap", "map_of"]

_WIDE, _HIGH = 600, 380
_AROUND = 0.4
"""Degrees to the north and south of a place that are shown."""
_MARGIN = 0.12
_STEP = 1.8
"""Corners nearer to each other than this, in units of the picture, are one."""
_BEYOND = 20.0
"""How far outside the picture a line may run: what lies farther off is drawn at its edge, where nobody sees it."""
_NAMED = 9
_LETTER, _LINE = 8.5, 17.0
_WIDEST_CIRCLE_KM = 60.0


class Shape(NamedTuple):
    """A country or a unit: its area ("SY09"), whether it is a unit, its outer rings, and the box around them."""

    area: str
    unit: bool
    rings: tuple[tuple[tuple[float, float], ...], ...]
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A place near by, in units of the picture; the name of one that has no room is left out."""

    place: Place
    x: float
    y: float
    named: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMap:
    """The picture: `land` and `units` are paths of an SVG, `area` the hatched one.

    `drawn` is "point", "circle" (hatched, of `radius` around `x`, `y`), "area", or "nothing".
    """

    land: str
    units: str
    area: str
    drawn: str
    x: float
    y: float
    radius: float
    dots: tuple[Dot, ...]
    wide: int = _WIDE
    high: int = _HIGH


@dataclass(frozen=True, slots=True)
class _Frame:
    """What part of the world is drawn: kilometres are as long up as aside in its middle."""

    west: float
    north: float
    across: float
    down: float

    @property
    def box(self) -> Box:
        """All that is seen."""
        return Box(
            west=self.west, south=self.north - _HIGH / self.down, east=self.west + _WIDE / self.across,
            north=self.north,
        )  # fmt: skip

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        return (longitude - self.west) * self.across, (self.north - latitude) * self.down


@cache
def _shapes() -> tuple[Shape, ...]:
    """Return the areas that the map of incidents is drawn with; none where the pages were never made."""
    file = STATIC / "vendor" / "areas.json"
    if not file.exists():
        return ()
    found = []
    for feature in json.loads(file.read_bytes())["features"]:
        told = feature["properties"]
        rings = tuple(tuple((x, y) for x, y in polygon[0]) for polygon in feature["geometry"]["coordinates"])
        found.append(Shape(told["area"], told["level"] == "admin1", rings, _box(rings)))
    return tuple(found)


def _box(rings: Sequence[Sequence[tuple[float, float]]]) -> tuple[float, float, float, float]:
    xs, ys = zip(*chain.from_iterable(rings), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def map_of(view: PlaceView, language: str) -> PlaceMap | None:
    """Return the map of a place with its neighbours, None for one that no list and no shape places."""
    place = view.place
    area, kind = _drawn(view)
    box = _seen(view, area)
    if box is None:
        return None
    frame = _frame(box)
    near = [shape for shape in _shapes() if _meets(shape.box, frame.box)]
    x, y = frame.at(place.longitude or 0.0, place.latitude or 0.0)
    return PlaceMap(
        land="".join(chain.from_iterable(_paths(shape, frame) for shape in near if not shape.unit)),
        units="".join(chain.from_iterable(_paths(shape, frame) for shape in near if shape.unit)),
        area="".join(_paths(area, frame)) if area is not None else "",
        drawn=kind,
        x=round(x, 1),
        y=round(y, 1),
        radius=round(_reach_km(view) / KM_A_DEGREE * frame.down, 1),
        dots=tuple(_dots(view, frame, language)),
    )


def _drawn(view: PlaceView) -> tuple[Shape | None, str]:
    """Return the area that is hatched, and what is drawn: a point for what is exact, else no more than is known."""
    place = view.place
    own = _shape_of(place) if place.feature in LEVELS else None
    if own is not None:
        return own, "area"
    if place.latitude is None or place.longitude is None:
        above = next((shape for unit in reversed(view.above) if (shape := _shape_of(unit)) is not None), None)
        return above, "area" if above is not None else "nothing"
    return None, "point" if precision_of(place) == 1 else "circle"


def _shape_of(unit: Place) -> Shape | None:
    if unit.feature not in ("country", "admin1"):
        return None
    wanted = area_of_unit(unit)
    return next((shape for shape in _shapes() if shape.area == wanted), None)


def _reach_km(view: PlaceView) -> float:
    """Return how far a hatched circle reaches: as far as the parts of a unit lie, else what "near" means."""
    place = view.place
    parts = [one for one in view.parts if one.latitude is not None and one.longitude is not None]
    if place.feature not in LEVELS or not parts or place.latitude is None or place.longitude is None:
        return NEAR_KM
    wide = cos(radians(place.latitude))
    found = (
        hypot((one.latitude or 0.0) - place.latitude, ((one.longitude or 0.0) - place.longitude) * wide)
        for one in parts
    )
    return min(_WIDEST_CIRCLE_KM, max(NEAR_KM, max(found) * KM_A_DEGREE))


def _seen(view: PlaceView, area: Shape | None) -> Box | None:
    place = view.place
    if area is not None:
        west, south, east, north = area.box
        high, wide = (north - south) * _MARGIN, (east - west) * _MARGIN
        return Box(west=west - wide, south=south - high, east=east + wide, north=north + high)
    if place.latitude is None or place.longitude is None:
        return None
    high = max(_AROUND, 1.5 * _reach_km(view) / KM_A_DEGREE)
    wide = high / max(0.1, cos(radians(place.latitude))) * _WIDE / _HIGH
    return Box(
        west=place.longitude - wide, south=place.latitude - high, east=place.longitude + wide,
        north=place.latitude + high,
    )  # fmt: skip


def _frame(box: Box) -> _Frame:
    """Return the frame in which all of a box is seen."""
    wide = max(0.1, cos(radians((box.south + box.north) / 2)))
    down = min(_HIGH / (box.north - box.south), _WIDE / ((box.east - box.west) * wide))
    across = down * wide
    west = (box.west + box.east) / 2 - _WIDE / across / 2
    return _Frame(west, (box.south + box.north) / 2 + _HIGH / down / 2, across, down)


def _meets(one: tuple[float, float, float, float], box: Box) -> bool:
    west, south, east, north = one
    return west < box.east and east > box.west and south < box.north and north > box.south


def _paths(shape: Shape, frame: _Frame) -> Iterator[str]:
    """Yield the rings of a shape that are large enough to be seen, less the corners that nobody could tell apart."""
    for ring in shape.rings:
        kept: list[tuple[float, float]] = []
        for x, y in ring:
            at = frame.at(x, y)
            at = max(-_BEYOND, min(_WIDE + _BEYOND, at[0])), max(-_BEYOND, min(_HIGH + _BEYOND, at[1]))
            if not kept or abs(at[0] - kept[-1][0]) + abs(at[1] - kept[-1][1]) >= _STEP:
                kept.append(at)
        if len(kept) > 2:
            yield "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in kept) + "Z"


def _dots(view: PlaceView, frame: _Frame, language: str) -> Iterator[Dot]:
    """Yield what lies around, with names as long as there is room for them: the largest first."""
    taken = [_room(*frame.at(view.place.longitude or 0.0, view.place.latitude or 0.0), 0.0)]
    named = 0
    parts = sorted(view.parts, key=lambda one: -(one.population or 0)) if view.place.feature in LEVELS else []
    for place in dict.fromkeys(parts or (*view.landmarks, *(near.place for near in view.around))):
        if place.latitude is None or place.longitude is None:
            continue
        x, y = frame.at(place.longitude, place.latitude)
        if not (0 < x < _WIDE and 0 < y < _HIGH):
            continue
        name = place.name_ar if language == "ar" else place.name_en or ""
        room = _room(x, y, len(name) * _LETTER)
        free = room[0] > 0 and room[2] < _WIDE and not any(_over(room, one) for one in taken)
        fits = bool(name) and named < _NAMED and free
        if fits:
            taken.append(room)
            named += 1
        yield Dot(place=place, x=round(x, 1), y=round(y, 1), named=fits)


def _room(x: float, y: float, long: float) -> tuple[float, float, float, float]:
    half = max(10.0, long / 2)
    return x - half, y - 8, x + half, y + 8 + _LINE


def _over(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]
