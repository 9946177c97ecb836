"""A small map of one place, drawn without a script or a network: a point only where the place itself is meant."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from math import cos, radians
from typing import NamedTuple

from marsad.gazetteer.distance import KM_A_DEGREE, NEAR_KM, apart
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
_A_RUN = 24
"""Corners that are looked at together: of those that lie beyond one edge of the picture, the first and the last do."""
_NAMED = 9
_LETTER, _LINE = 8.5, 17.0
_ABOVE, _BELOW, _GAP = 12.0, 5.0, 3.0
"""How far a name reaches above and below its base line, and how far it keeps from its mark."""
_EDGE = 6.0
_OWN, _NEAR = 9.0, 5.0
"""How far the mark of the place reaches, and that of one near by."""
_WIDEST_CIRCLE_KM = 60.0


class Run(NamedTuple):
    """Some corners of a ring, one after another, with the box around them: where no corner is seen, few are written."""

    corners: tuple[tuple[float, float], ...]
    box: tuple[float, float, float, float]


class Shape(NamedTuple):
    """A country or a unit: its area ("SY09"), whether it is a unit, its outer rings with a box around each, and the box
    around them all.
    """

    area: str
    unit: bool
    rings: tuple[tuple[Run, ...], ...]
    boxes: tuple[tuple[float, float, float, float], ...]
    box: tuple[float, float, float, float]


class Label(NamedTuple):
    """Where a name is written: its base line, and which of its ends lies there ("start" is the left one)."""

    x: float
    y: float
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A place near by, in units of the picture; the name of one that has no room is left out."""

    place: Place
    x: float
    y: float
    label: Label | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMap:
    """The picture: `land` and `units` are paths of an SVG, `area` the hatched one.

    `drawn` is "point", "circle" (hatched, of `radius` around `x`, `y`), "area", or "nothing". No mark and no name
    touches another one: what has no room is left out.
    """

    land: str
    units: str
    area: str
    drawn: str
    x: float
    y: float
    radius: float
    label: Label
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
        boxes = tuple(_box([ring]) for ring in rings)
        found.append(Shape(told["area"], told["level"] == "admin1", tuple(map(_runs, rings)), boxes, _box(rings)))
    return tuple(found)


def _runs(ring: tuple[tuple[float, float], ...]) -> tuple[Run, ...]:
    parts = (ring[at : at + _A_RUN] for at in range(0, len(ring), _A_RUN))
    return tuple(Run(part, _box([part])) for part in parts)


def _box(rings: Sequence[Sequence[tuple[float, float]]]) -> tuple[float, float, float, float]:
    xs, ys = zip(*chain.from_iterable(rings), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def map_of(view: PlaceView, language: str, *, near: bool = False) -> PlaceMap | None:
    """Return the map of a place with its neighbours, None for one that no list and no shape places.

    With `near` it is that of what is told as near the place, or a part of it: no point, but how far that reaches.
    """
    place = view.place
    area, kind = _drawn(view, near=near)
    box = _seen(view, area)
    if box is None:
        return None
    frame = _frame(box)
    seen = frame.box
    shown = [shape for shape in _shapes() if _meets(shape.box, seen)]
    x, y = frame.at(place.longitude or 0.0, place.latitude or 0.0)
    label, dots = _written(view, frame, kind, language)
    return PlaceMap(
        land="".join(chain.from_iterable(_paths(shape, frame) for shape in shown if not shape.unit)),
        units="".join(chain.from_iterable(_paths(shape, frame) for shape in shown if shape.unit)),
        area="".join(_paths(area, frame)) if area is not None else "",
        drawn=kind,
        x=round(x, 1),
        y=round(y, 1),
        radius=round(_reach_km(view) / KM_A_DEGREE * frame.down, 1),
        label=label,
        dots=dots,
    )


def _drawn(view: PlaceView, *, near: bool) -> tuple[Shape | None, str]:
    """Return the area that is hatched, and what is drawn: a point for what is exact, else no more than is known."""
    place = view.place
    own = _shape_of(place) if place.feature in LEVELS else None
    if own is not None:
        return own, "area"
    if place.latitude is None or place.longitude is None:
        above = next((shape for unit in reversed(view.above) if (shape := _shape_of(unit)) is not None), None)
        return above, "area" if above is not None else "nothing"
    return None, "point" if precision_of(place) == 1 and not near else "circle"


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
    return min(_WIDEST_CIRCLE_KM, max(NEAR_KM, *(apart(place, one) for one in parts)))


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
    """Yield the rings of a shape that can be seen, less the corners that nobody could tell apart."""
    first, last_x, last_y = -_BEYOND, _WIDE + _BEYOND, _HIGH + _BEYOND
    west, north, across, down, seen = frame.west, frame.north, frame.across, frame.down, frame.box
    around = Box(
        west=west + first / across, south=north - last_y / down, east=west + last_x / across, north=north - first / down
    )
    for ring, box in zip(shape.rings, shape.boxes, strict=True):
        if not _meets(box, seen):
            continue
        kept: list[tuple[float, float]] = []
        before_x = before_y = float("-inf")
        for corners, run_box in ring:  # ten thousand corners a map: what is written out takes less time
            some = corners if _meets(run_box, around) else (corners[0], corners[-1])
            for longitude, latitude in some:
                x, y = (longitude - west) * across, (north - latitude) * down
                x = first if x < first else min(x, last_x)
                y = first if y < first else min(y, last_y)
                if abs(x - before_x) + abs(y - before_y) >= _STEP:
                    kept.append((x, y))
                    before_x, before_y = x, y
        if len(kept) > 2:
            yield "M" + "L".join([f"{x:.0f} {y:.0f}" for x, y in kept]) + "Z"


def _written(view: PlaceView, frame: _Frame, drawn: str, language: str) -> tuple[Label, tuple[Dot, ...]]:
    """Return where the name of the place stands, and what lies around: the largest first, as long as there is room."""
    own = view.place
    x, y = frame.at(own.longitude or 0.0, own.latitude or 0.0)
    taken: list[_Room] = []
    label = Label(round(x, 1), round(y + _OWN + _LINE - 2, 1), "middle")
    if drawn in ("point", "circle"):
        taken.append(_mark(x, y, _OWN))
        found = _place_for(_name_of(own, language), x, y, _OWN, taken)
        if found is not None:
            label = found[0]
            taken.append(found[1])
    dots, named = [], 0
    parts = sorted(view.parts, key=lambda one: -(one.population or 0)) if own.feature in LEVELS else []
    for place in dict.fromkeys(parts or (*view.landmarks, *(near.place for near in view.around))):
        if place.latitude is None or place.longitude is None:
            continue
        x, y = frame.at(place.longitude, place.latitude)
        room = _mark(x, y, _NEAR)
        if not (0 < x < _WIDE and 0 < y < _HIGH) or any(_over(room, one) for one in taken):
            continue
        taken.append(room)
        written = _place_for(_name_of(place, language), x, y, _NEAR, taken) if named < _NAMED else None
        if written is not None:
            taken.append(written[1])
            named += 1
        dots.append(Dot(place=place, x=round(x, 1), y=round(y, 1), label=written[0] if written else None))
    return label, tuple(dots)


def _name_of(place: Place, language: str) -> str:
    return place.name_ar if language == "ar" else place.name_en or ""


def _place_for(name: str, x: float, y: float, reach: float, taken: Sequence[_Room]) -> tuple[Label, _Room] | None:
    """Return where a name beside a mark touches nothing that is there, and the room that it takes; None for nowhere."""
    long = len(name) * _LETTER
    beside = x + reach + _GAP, x - reach - _GAP
    for label, left in (
        (Label(x, y + reach + _LINE - 2, "middle"), x - long / 2),
        (Label(x, y - reach - _GAP - 2, "middle"), x - long / 2),
        (Label(beside[0], y + 4, "start"), beside[0]),
        (Label(beside[1], y + 4, "end"), beside[1] - long),
    ):
        room = _Room(left, label.y - _ABOVE, left + long, label.y + _BELOW)
        inside = room.left > _EDGE and room.right < _WIDE - _EDGE and room.top > 0 and room.bottom < _HIGH
        if name and inside and not any(_over(room, one) for one in taken):
            return Label(round(label.x, 1), round(label.y, 1), label.anchor), room
    return None


class _Room(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float


def _mark(x: float, y: float, reach: float) -> _Room:
    return _Room(x - reach, y - reach, x + reach, y + reach)


def _over(one: _Room, other: _Room) -> bool:
    return one.left < other.right and one.right > other.left and one.top < other.bottom and one.bottom > other.top
