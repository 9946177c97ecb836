"""A map: exact places as points, all else as hatched circles, names of towns from the gazetteer, no drawn border."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import atan, cos, degrees, log, pi, radians, sin, sinh, tan
from pathlib import Path
from typing import Any

from marsad.errors import ReadError
from marsad.export.happening import Happening
from marsad.gazetteer import Gazetteer
from marsad.gazetteer.distance import KM_A_DEGREE
from marsad.model.where import Place
from marsad.pictures.colours import BLUE, VERMILLION
from marsad.pictures.draw import Picture
from marsad.pictures.frame import framed
from marsad.pictures.labels import LETTERS, Box, Label, box_of, first_free, is_free, ring, with_room
from marsad.pictures.spots import Area, Spots, spots_of
from marsad.wording import Tongue, country_label, label, unit_label

__all__ = ["area_map", "read_boundaries"]

_WIDTH = 640
_TALLEST, _LOWEST = 520, 320
_SCALE_ROOM = (185, 50)
"""How far from the lower left corner no name of a town stands: the bar of kilometres is there."""
_LEAST_POINT = 60
"""Area of the point of one incident: seen also where a map is a third of a page."""
_HATCH_KM_SHARE = 7
_LABELS = 16
_ABOVE, _SMALLER = 9, 10.5
"""How far above its town a name stands, and the size of its letters."""
_MARGIN = 0.08
_LEAST_DEGREES = 0.35
_TOWNS = ("city", "town")


def area_map(
    found: Iterable[Happening], gazetteer: Gazetteer, tongue: Tongue, *, title: str | None = None,
    table: str = "incidents", boundaries: Sequence[dict[str, Any]] = (), notes: Sequence[str] = (),
) -> Picture:  # fmt: skip
    """Draw events or incidents on a map.

    A point is an exact place, the larger the more happened there. A hatched circle with a number is what is known to
    lie somewhere in it. What lies in no unit that is listed is said in words. `boundaries` are features of GeoJSON in
    longitude and latitude, as `read_boundaries` returns them; `notes` are said below the title, too. A map is never
    mirrored.
    """
    spots = spots_of(found, gazetteer)
    frame = _Frame.around(spots)
    numbers = _numbers(spots, frame, tongue)
    layers = [*_ground(frame, boundaries), *_areas(spots), *_points(spots), *_written(numbers, BLUE)]
    layers += _names(_towns(frame, gazetteer, tongue, [number.box for number in numbers]))
    layers += _scale(frame, tongue)
    spec = {
        "width": _WIDTH, "height": frame.height, "view": {"stroke": "#bbbbbb"},
        "projection": {
            "type": "mercator", "scale": frame.scale, "center": list(frame.middle),
            "translate": [_WIDTH / 2, frame.height / 2], "clipExtent": [[0, 0], [_WIDTH, frame.height]],
        },
        "layer": layers,
    }  # fmt: skip
    undrawn = "" if boundaries else tongue.either("لا تُرسم حدود", "No boundaries are drawn")
    said = [_key(spots, tongue), _crowded(spots, numbers, tongue), _outside(spots, tongue), *notes, undrawn]
    return framed(spec, title or label("count", table, tongue), said, tongue)


def read_boundaries(file: Path) -> list[dict[str, Any]]:
    """Return the features of a GeoJSON file in longitude and latitude; raises ReadError when it is none."""
    remedy = "Name a GeoJSON file (RFC 7946) of lines or areas."
    try:
        value = json.loads(file.read_text(encoding="utf-8"))
        features = value["features"] if value["type"] == "FeatureCollection" else [value]
        return [
            {"type": "Feature", "properties": {}, "geometry": feature["geometry"]}
            for feature in features
            if feature["geometry"]
        ]
    except (OSError, ValueError, KeyError, TypeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no GeoJSON"
        raise ReadError(f"It cannot be read as boundaries: {why}.", file=str(file), remedy=remedy) from None


class _Frame:
    """The part of the world that is shown, in the projection of Mercator."""

    def __init__(self, west: float, south: float, east: float, north: float) -> None:
        wide = max(east - west, _LEAST_DEGREES)
        tall = max(_up(north) - _up(south), radians(_LEAST_DEGREES))
        self.scale = min(_WIDTH / radians(wide), _TALLEST / tall) * (1 - 2 * _MARGIN)
        middle = (_up(north) + _up(south)) / 2
        self.middle = ((west + east) / 2, degrees(_down(middle)))
        self.height = max(_LOWEST, min(_TALLEST, round(tall * self.scale / (1 - 2 * _MARGIN))))
        self._centre = middle

    @classmethod
    def around(cls, spots: Spots) -> _Frame:
        """Return the frame that holds every point and circle; that of Syria where there are none."""
        boxes = [(spot.longitude, spot.latitude, 0.0, 0.0) for spot in spots.points]
        for area in spots.areas:
            up = area.radius_km / KM_A_DEGREE
            boxes.append((area.longitude, area.latitude, up / cos(radians(area.latitude)), up))
        if not boxes:
            return cls(35.6, 32.3, 42.4, 37.3)
        return cls(
            min(x - across for x, _, across, _ in boxes), min(y - up for _, y, _, up in boxes),
            max(x + across for x, _, across, _ in boxes), max(y + up for _, y, _, up in boxes),
        )  # fmt: skip

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a place stands in the picture, in pixels from the upper left."""
        x = _WIDTH / 2 + self.scale * radians(longitude - self.middle[0])
        return x, self.height / 2 - self.scale * (_up(latitude) - self._centre)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return the longitude and latitude of a place in the picture."""
        longitude = self.middle[0] + degrees((x - _WIDTH / 2) / self.scale)
        return longitude, degrees(_down(self._centre + (self.height / 2 - y) / self.scale))

    @property
    def kilometre(self) -> float:
        """How many pixels a kilometre has in the middle of the picture."""
        return self.scale * radians(1 / KM_A_DEGREE) / cos(radians(self.middle[1]))


def _up(latitude: float) -> float:
    return log(tan(pi / 4 + radians(latitude) / 2))


def _down(up: float) -> float:
    """Return the latitude, in radians."""
    return atan(sinh(up))


def _ground(frame: _Frame, boundaries: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    span = _WIDTH / frame.scale
    step = next(step for step in (0.1, 0.25, 0.5, 1, 2, 5, 10) if degrees(span) / step <= 9 or step == 10)
    corners = [list(frame.place(0, frame.height)), list(frame.place(_WIDTH, 0))]
    extent = [[corners[0][0] - step, corners[0][1] - step], [corners[1][0] + step, corners[1][1] + step]]
    lines = {"graticule": {"step": [step, step], "extent": extent}}
    layers: list[dict[str, Any]] = [
        {"data": lines, "mark": {"type": "geoshape", "filled": False, "stroke": "#e8e8e8", "strokeWidth": 1}}
    ]
    if boundaries:
        layers.append(
            {
                "data": {"values": list(boundaries)},
                "mark": {"type": "geoshape", "fill": "#fafaf7", "stroke": "#8a8a8a", "strokeWidth": 1},
            }
        )
    return layers


def _areas(spots: Spots) -> list[dict[str, Any]]:
    if not spots.areas:
        return []
    rims, hatching = [], []
    for area in spots.areas:
        rims.append(_line([_circle(area.longitude, area.latitude, area.radius_km)]))
        hatching.append(_line(_hatched(area.longitude, area.latitude, area.radius_km)))
    line = {"type": "geoshape", "filled": False, "stroke": BLUE}
    return [
        {"data": {"values": hatching}, "mark": {**line, "strokeWidth": 0.5, "opacity": 0.5}},
        {"data": {"values": rims}, "mark": {**line, "strokeWidth": 1.2, "strokeDash": [4, 3]}},
    ]


def _numbers(spots: Spots, frame: _Frame, tongue: Tongue) -> list[Label]:
    """Return beside each circle how many lie in it, with the unit that it stands for: at its top, if there is room.

    The smallest circles choose first, as the larger ones have more room around them. Where circles lie too close for
    all, those in which the most lies choose first, and the rest have none: numbers on numbers cannot be read.
    """
    placed = _placed(sorted(spots.areas, key=lambda area: area.radius_km), frame, tongue)
    if len(placed) < len(spots.areas):
        placed = _placed(sorted(spots.areas, key=lambda area: (-len(area.ids), area.radius_km)), frame, tongue)
    return [replace(one, where=frame.place(one.x, one.y), text=tongue.apart(one.text)) for one in placed]


def _placed(areas: Sequence[Area], frame: _Frame, tongue: Tongue) -> list[Label]:
    placed: list[Label] = []
    for area in areas:
        told = tongue.number(len(area.ids))
        text = f"{unit_label(area.unit, tongue)}: {told}" if area.unit else told
        x, y = frame.at(area.longitude, area.latitude)
        radius = y - frame.at(area.longitude, area.latitude + area.radius_km / KM_A_DEGREE)[1]
        taken = [with_room(one.box) for one in placed]
        found = first_free(text, ring(x, y, radius, text), taken, (_WIDTH, frame.height))
        if found is not None:
            placed.append(found)
    return placed


def _written(labels: Sequence[Label], colour: str, size: float = LETTERS) -> list[dict[str, Any]]:
    """Return a text at each place, on a white ground of its own shape."""
    if not labels:
        return []
    values = [{"longitude": one.where[0], "latitude": one.where[1], "told": one.text} for one in labels]
    encoding = {
        "longitude": {"field": "longitude", "type": "quantitative"},
        "latitude": {"field": "latitude", "type": "quantitative"}, "text": {"field": "told"},
    }  # fmt: skip
    mark = {"type": "text", "fontSize": size}
    looks: list[dict[str, Any]] = [{"color": "white", "stroke": "white", "strokeWidth": 3.5}, {"color": colour}]
    return [{"data": {"values": values}, "mark": {**mark, **look}, "encoding": encoding} for look in looks]


def _points(spots: Spots) -> list[dict[str, Any]]:
    if not spots.points:
        return []
    values = [
        {"longitude": spot.longitude, "latitude": spot.latitude, "number": len(spot.ids)}
        for spot in sorted(spots.points, key=lambda spot: -len(spot.ids))
    ]
    most = values[0]["number"]
    size = {
        "field": "number", "type": "quantitative", "legend": None,
        "scale": {
            "type": "linear", "domain": [1, max(most, 2)], "range": [_LEAST_POINT, _LEAST_POINT * min(most, 14) + 1],
        },
    }  # fmt: skip
    return [
        {
            "data": {"values": values},
            "mark": {
                "type": "circle", "color": VERMILLION, "opacity": 0.75, "stroke": "white", "strokeWidth": 0.6,
            },
            "encoding": {
                "longitude": {"field": "longitude", "type": "quantitative"},
                "latitude": {"field": "latitude", "type": "quantitative"}, "size": size,
            },
        }
    ]  # fmt: skip


def _towns(frame: _Frame, gazetteer: Gazetteer, tongue: Tongue, taken: Sequence[Box]) -> list[tuple[Place, Label]]:
    """Return the largest towns in the frame that have room for their names, with these.

    A name covers no number of a circle, and is cut off by no edge.
    """
    inside: list[tuple[Place, float, float]] = []
    for place in gazetteer:
        if place.feature not in _TOWNS or place.latitude is None or place.longitude is None or not place.population:
            continue
        x, y = frame.at(place.longitude, place.latitude)
        under_scale = x < _SCALE_ROOM[0] and y > frame.height - _SCALE_ROOM[1]
        if 25 < x < _WIDTH - 25 and 15 < y < frame.height - 15 and not under_scale:
            inside.append((place, x, y))
    inside.sort(key=lambda found: (-(found[0].population or 0), found[0].place_id))
    shown: list[tuple[Place, Label]] = []
    for place, x, y in inside:
        name = place.name_ar if tongue.rtl else place.name_en or place.name_ar
        above = Label(tongue.apart(name), x, y - _ABOVE, frame.place(x, y - _ABOVE), box_of(name, x, y - _ABOVE))
        apart = all(abs(x - other.x) > 75 or abs(above.y - other.y) > 17 for _, other in shown)
        if apart and is_free(above.box, taken, (_WIDTH, frame.height)):
            shown.append((place, above))
        if len(shown) == _LABELS:
            break
    return shown


def _names(towns: Sequence[tuple[Place, Label]]) -> list[dict[str, Any]]:
    if not towns:
        return []
    values = [{"longitude": place.longitude, "latitude": place.latitude} for place, _ in towns]
    dot = {name: {"field": name, "type": "quantitative"} for name in ("longitude", "latitude")}
    square = {"type": "square", "color": "#444444", "size": 9, "opacity": 1}
    return [
        {"data": {"values": values}, "mark": square, "encoding": dot},
        *_written([name for _, name in towns], "#333333", _SMALLER),
    ]


def _scale(frame: _Frame, tongue: Tongue) -> list[dict[str, Any]]:
    """Return a bar of whole kilometres at the lower left."""
    length = next(km for km in (500, 200, 100, 50, 20, 10, 5, 2, 1) if km * frame.kilometre < 130 or km == 1)
    y = frame.height - 14.0
    left, right = frame.place(14, y), frame.place(14 + length * frame.kilometre, y)
    middle = frame.place(14 + length * frame.kilometre / 2, y - 9)
    told = tongue.either(f"{tongue.number(length)} كم", f"{length} km")
    bar = {"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": [left, right]}}
    where = Label(tongue.apart(told), *frame.at(*middle), middle, box_of(told, *frame.at(*middle)))
    stroke = {"type": "geoshape", "filled": False, "stroke": "#444444", "strokeWidth": 3}
    return [
        {"data": {"values": [bar]}, "mark": stroke},
        *_written([where], "#333333", _SMALLER),
    ]


def _circle(longitude: float, latitude: float, radius_km: float) -> list[list[float]]:
    up = radius_km / KM_A_DEGREE
    across = up / cos(radians(latitude))
    turns = [2 * pi * step / 72 for step in range(73)]
    return [[longitude + across * cos(turn), latitude + up * sin(turn)] for turn in turns]


def _hatched(longitude: float, latitude: float, radius_km: float) -> list[list[list[float]]]:
    """Return slanting lines across a circle."""
    up = radius_km / KM_A_DEGREE
    across = up / cos(radians(latitude))
    lines = []
    for step in range(-_HATCH_KM_SHARE + 1, _HATCH_KM_SHARE):
        away = step / _HATCH_KM_SHARE
        half = (1 - away * away) ** 0.5
        ends = [(away - half) / 2**0.5, (away + half) / 2**0.5]
        lines.append([[longitude + across * x, latitude + up * (x - 2**0.5 * away)] for x in ends])
    return lines


def _line(lines: list[list[list[float]]]) -> dict[str, Any]:
    return {"type": "Feature", "properties": {}, "geometry": {"type": "MultiLineString", "coordinates": lines}}


def _key(spots: Spots, tongue: Tongue) -> str:
    points = sum(len(spot.ids) for spot in spots.points)
    areas = sum(len(area.ids) for area in spots.areas)
    return tongue.either(
        f"النقاط: أماكن معروفة بدقة ({tongue.number(points)})؛ "
        f"الدوائر المخططة: ما يقع في مكان ما داخلها ({tongue.number(areas)})",
        f"Points: exact places ({points:,}); hatched circles: what lies somewhere in them ({areas:,})",
    )


def _crowded(spots: Spots, numbers: Sequence[Label], tongue: Tongue) -> str:
    """Say how many circles have no number beside them."""
    without = len(spots.areas) - len(numbers)
    told = tongue.number(without)
    said = tongue.either(f"دوائر بلا عدد لضيق المكان: {told}", f"Circles without room for their number: {told}")
    return said if without else ""


def _outside(spots: Spots, tongue: Tongue) -> str:
    """Say what is on no place of the map."""
    told = []
    for country, ids in spots.nowhere.items():
        name = country_label(country, tongue) if country else label("note", "no place known", tongue)
        told.append(f"{name} {tongue.number(len(ids))}")
    if not told:
        return ""
    return tongue.either("ليس على الخريطة: ", "Not on the map: ") + tongue.either("، ", ", ").join(told)
