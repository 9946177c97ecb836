"""Check place tables: schema, ids, units that are there, points that lie where they should, letters of names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from marsad.errors import ResourceError
from marsad.gazetteer.own import COLUMNS, own_files, retired_places
from marsad.gazetteer.place_schema import PlaceEntry
from marsad.gazetteer.rows import read_csv
from marsad.lexicon.breaks import schema_problems
from marsad.lexicon.check import Located, id_problems
from marsad.lexicon.layers import layers, retired
from marsad.lexicon.problems import Problem

__all__ = ["check_places", "located_places"]

_ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u0652\d A-Za-z()\-,،/.]+")
_LATITUDES, _LONGITUDES = (-90.0, 90.0), (-180.0, 180.0)
_BOXES = {"SY": ((32.0, 37.6), (35.4, 42.6))}
_SLACK = 1.0
"""Degrees that a place may lie beyond all others of its country that the shipped tables know."""

Box = tuple[tuple[float, float], tuple[float, float]]


def check_places() -> list[Problem]:
    """Return everything wrong with the place tables in use."""
    entries, problems = located_places(layers())
    return problems + list(_place_problems(entries))


def located_places(folders: Iterable[Path]) -> tuple[list[Located[PlaceEntry]], list[Problem]]:
    """Return the rows in folders of words that keep the schema, and what is wrong with the others."""
    rows: dict[str, Located[PlaceEntry]] = {}
    problems: list[Problem] = []
    for folder in folders:
        found: list[Located[PlaceEntry]] = []
        for file in own_files((folder,)):
            try:
                for line, record in enumerate(read_csv(file, COLUMNS), 2):
                    try:
                        found.append(Located(PlaceEntry.model_validate(record), str(file), line))
                    except ValidationError as error:
                        problems += schema_problems(error, record, COLUMNS, file=str(file), line=line)
            except ResourceError as error:
                facts = (("detail", error.problem), ("columns", ",".join(COLUMNS)))
                problems.append(Problem(str(file), error.line or 0, "", "unreadable-table", facts))
        problems += id_problems(found)
        rows |= {one.entry.id: one for one in found}
        for place_id in retired(folder, "places"):
            rows.pop(place_id, None)
    return list(rows.values()), problems


def _place_problems(entries: Iterable[Located[PlaceEntry]]) -> Iterator[Problem]:
    """Yield what is wrong with rows among each other, and with each by itself."""
    rows = list(entries)
    known = {one.entry.id: one.entry for one in rows}
    shipped = str(layers()[0])
    boxes = _boxes(one.entry for one in rows if one.file.startswith(shipped)) | _BOXES
    gone = retired_places(layers())
    for one in rows:
        place = one.entry
        for name in (place.name_ar, *place.aliases_ar):
            if not _ARABIC.fullmatch(name):
                yield one.problem("place-name", form=name)
        for field in ("country", "admin1", "admin2", "admin3"):
            unit = getattr(place, field)
            if unit and (unit in gone or (field in ("country", "admin1") and unit not in known)):
                yield one.problem("unknown-id", where=field, value=unit)
            elif unit in known and field != "country" and known[unit].country != place.country:
                yield one.problem("unit-abroad", value=unit, country=place.country)
        yield from _point(one, boxes.get(place.country))


def _point(one: Located[PlaceEntry], box: Box | None) -> Iterator[Problem]:
    lat, lon = one.entry.lat, one.entry.lon
    if lat is None and lon is None:
        return
    said = f"{'' if lat is None else lat}, {'' if lon is None else lon}"
    if lat is None or lon is None or not _within(lat, _LATITUDES) or not _within(lon, _LONGITUDES):
        yield one.problem("point", value=said)
    elif box is not None and not (_within(lat, box[0]) and _within(lon, box[1])):
        yield one.problem("point-abroad", value=said, country=one.entry.country)


def _within(value: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] <= value <= bounds[1]


def _boxes(places: Iterable[PlaceEntry]) -> dict[str, Box]:
    points: dict[str, list[tuple[float, float]]] = {}
    for place in places:
        if place.lat is not None and place.lon is not None:
            points.setdefault(place.country, []).append((place.lat, place.lon))
    return {
        country: (_spread([lat for lat, _ in found]), _spread([lon for _, lon in found]))
        for country, found in points.items()
        if len(found) >= 20
    }


def _spread(values: list[float]) -> tuple[float, float]:
    return min(values) - _SLACK, max(values) + _SLACK
