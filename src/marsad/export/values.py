"""Values that tables of other layouts are made of, by name: each a function of an event or an incident."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from marsad.export.happening import Happening
from marsad.export.naming import country, unit_name
from marsad.export.table import joined

__all__ = ["Value", "general", "is_exact"]

Value = Callable[[Happening], Any]

_EXACT, _ANY = 1, 3
_AREA_KM = 80.0


def is_exact(place: Any, precision: int = _EXACT) -> bool:
    """Say whether a place may be drawn as a point: it has coordinates and is at least this precise.

    A place that no list has borrows the coordinates of a listed one nearby, with the radius of an area: it is as exact
    as that area, however exactly the report names it.
    """
    borrowed = (place.get("uncertainty_km") or 0.0) >= _AREA_KM and precision < _ANY
    located = place["latitude"] is not None and place["longitude"] is not None
    return located and place["precision"] <= precision and not borrowed


def _number_of(key: str) -> int:
    """Return a number for layouts that number their rows, the same for the same id, below 2 to the 52nd.

    >>> _number_of("r1#0")
    4487557161481993
    """
    return int(hashlib.sha256(key.encode("utf-8", "backslashreplace")).hexdigest()[:13], 16)


def general() -> dict[str, Value]:
    """Return the values that belong to no layout in particular, by name."""
    return {**_PLAIN, **{name: _of_place(name) for name in _PLACE}, **{name: _figure(name) for name in _FIGURES}}


def _of_place(name: str) -> Value:
    return lambda found: found.place[name]


def _figure(name: str) -> Value:
    count, _, bound = name.rpartition("_")
    return lambda found: getattr(figure, bound) if (figure := found.figures[count]) else None


def _best(count: str) -> Value:
    def value(found: Happening) -> int | None:
        figure = found.figures[count]
        return None if figure is None else figure.best if figure.best is not None else figure.low

    return value


def _point(name: str) -> Value:
    return lambda found: found.place[name] if is_exact(found.place) else None


def _country(name: str) -> Value:
    def value(found: Happening) -> Any:
        known = country(found.place["country"])
        return getattr(known, name) if known else None

    return value


def _pcode(level: str) -> Value:
    """Only where the unit is a P-code: in Syria. Elsewhere units are names."""
    return lambda found: found.place[level] if found.place["country"] == "SY" else None


def _place_pcode(found: Happening) -> str | None:
    place_id: str | None = found.place["place_id"]
    ours = place_id is not None and found.place["country"] == "SY" and place_id[:1] in ("C", "S") and place_id.isalnum()
    return place_id if ours else None


_COUNTS = ("killed", "killed_civilians", "wounded", "detained", "abducted")
_FIGURES = tuple(f"{count}_{bound}" for count in _COUNTS for bound in ("low", "best", "high"))
_PLACE = ("country", "admin2", "admin3", "latitude", "longitude", "uncertainty_km")
_PLAIN: dict[str, Value] = {
    "key": lambda found: found.key,
    "number": lambda found: _number_of(found.key),
    "start": lambda found: found.start.isoformat() if found.start else None,
    "end": lambda found: found.end.isoformat() if found.end else None,
    "year": lambda found: found.start.year if found.start else None,
    "date_precision": lambda found: found.date_precision,
    "event_type": lambda found: found.event_type,
    "sub_event_type": lambda found: found.sub_event_type,
    "side1": lambda found: joined(found.side1),
    "side2": lambda found: joined(found.side2),
    "place_name": lambda found: found.place["name"],
    "place_precision": lambda found: found.place["precision"],
    "place_also": lambda found: joined(found.place["also"]),
    "place_pcode": _place_pcode,
    "point_latitude": _point("latitude"),
    "point_longitude": _point("longitude"),
    "country_name": _country("name"),
    "country_alpha3": _country("alpha3"),
    "iso": _country("numeric"),
    "gwno": _country("gwno"),
    "acled_region": _country("acled_region"),
    "ucdp_region": _country("ucdp_region"),
    "admin1_name": lambda found: unit_name(found.place["admin1"]),
    "admin2_name": lambda found: unit_name(found.place["admin2"]),
    "admin1_pcode": _pcode("admin1"),
    "admin2_pcode": _pcode("admin2"),
    "admin3_pcode": _pcode("admin3"),
    "fatalities": _best("killed"),
    "injuries": _best("wounded"),
    "status": lambda found: found.status,
    "evidence": lambda found: found.tellings[0].quote if found.tellings else None,
    "outlets": lambda found: joined(found.outlets),
    "urls": lambda found: joined(dict.fromkeys(told.url for told in found.tellings if told.url)),
    "published_days": lambda found: joined(
        dict.fromkeys(told.published.isoformat() for told in found.tellings if told.published)
    ),
    "sources": lambda found: found.sources,
    "source_names": lambda found: joined(found.source_names),
}
