"""What UCDP GED's columns ask for beyond our own fields; resources/exports/ucdp.csv says which column holds what."""

from __future__ import annotations

from math import floor

from marsad.export.happening import Happening
from marsad.export.naming import NOT_FIGHTING, actor_category, actor_country, actor_name, country
from marsad.export.values import Value

__all__ = ["outside_ged", "ucdp_values"]

_WEEK, _MONTH = 7, 31
_CELLS_AROUND = 720  # cells of half a degree round the earth


def outside_ged(found: Happening) -> str | None:
    """Say why an event is none of UCDP's, None when it is one: armed force with at least one direct death told."""
    figure = found.figures["killed"]
    if figure is None or not any(bound for bound in (figure.low, figure.best, figure.high)):
        return "no death is told"
    if found.start is None:
        return "no day is known"
    return None if _violence(found) else "no organised actor is named that used force, or nobody it was used on"


def _acts(found: Happening) -> tuple[str, str] | None:
    """Return who uses force and against whom: in a protest the force that intervenes acts."""
    first, second = found.side1[:1], found.side2[:1]
    if found.event_type == "Protests":
        first, second = second, first
    return (first[0], second[0]) if first and second else None


def _violence(found: Happening) -> int | None:
    pair = _acts(found)
    if pair is None or pair[0] in NOT_FIGHTING or "unidentified" in pair:
        return None
    if pair[1] in NOT_FIGHTING:
        return 3
    return 1 if "state" in map(actor_category, pair) else 2


def _sides(found: Happening) -> tuple[str, str]:
    pair = _acts(found) or ("", "")
    swapped = _violence(found) == 1 and actor_category(pair[0]) != "state"
    return (pair[1], pair[0]) if swapped else pair


def _name(code: str) -> str:
    return "Civilians" if code in NOT_FIGHTING else actor_name(code)


def _dyad(found: Happening) -> str:
    return " - ".join(map(_name, _sides(found)))


def _where(found: Happening) -> int:
    precision, place = found.place["precision"], found.place
    if precision < 3:
        return int(precision)
    return 4 if place["admin1"] else 6 if place["country"] and place["latitude"] is None else 5


def _when(found: Happening) -> int | None:
    if found.start is None or found.end is None:
        return None
    days = (found.end - found.start).days + 1
    if found.date_precision == 1 and days == 1:
        return 1
    if days < _WEEK:
        return 2
    return 3 if days == _WEEK else 4 if days <= _MONTH else 5


def _low(found: Happening) -> int | None:
    figure = found.figures["killed"]
    return None if figure is None else figure.low or 0


def _best(found: Happening) -> int | None:
    figure = found.figures["killed"]
    return None if figure is None else figure.best if figure.best is not None else figure.low or 0


def _high(found: Happening) -> int | None:
    figure = found.figures["killed"]
    if figure is None:
        return None
    return figure.high if figure.high is not None else max(figure.low or 0, figure.best or 0)


def _civilians(found: Happening) -> int:
    figure = found.figures["killed_civilians"]
    told = None if figure is None else figure.best if figure.best is not None else figure.low
    best = _best(found) or 0
    return best if _violence(found) == 3 and told is None else min(told or 0, best)


def _cell(found: Happening) -> int | None:
    latitude, longitude = found.place["latitude"], found.place["longitude"]
    if latitude is None or longitude is None:
        return None
    row, column = floor((latitude + 90) * 2), floor((longitude + 180) * 2)
    return int(min(row, 359) * _CELLS_AROUND + min(column, _CELLS_AROUND - 1) + 1)


def _gwno(number: int) -> Value:
    def value(found: Happening) -> int | None:
        code = _sides(found)[number]
        known = country(actor_country(code)) if actor_category(code) == "state" else None
        return known.gwno if known else None

    return value


def _wkt(found: Happening) -> str | None:
    place = found.place
    return None if place["latitude"] is None else f"POINT ({place['longitude']} {place['latitude']})"


def ucdp_values() -> dict[str, Value]:
    """Return the values by name."""
    return {
        "type_of_violence": _violence,
        "dyad_name": _dyad,
        "side_a": lambda found: _name(_sides(found)[0]),
        "side_b": lambda found: _name(_sides(found)[1]),
        "where_prec": _where,
        "geom_wkt": _wkt,
        "priogrid": _cell,
        "event_clarity": lambda found: 2 if found.place["also"] or (_when(found) or 1) > 1 else 1,
        "date_prec": _when,
        "deaths_civilians": _civilians,
        "deaths_unknown": lambda found: (_best(found) or 0) - _civilians(found),
        "deaths_best": _best,
        "deaths_high": _high,
        "deaths_low": _low,
        "gwno_a": _gwno(0),
        "gwno_b": _gwno(1),
    }
