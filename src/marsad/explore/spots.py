"""Where an incident is drawn: as a point only where its place is known exactly, else as what is known of it."""

from __future__ import annotations

from typing import NamedTuple

from marsad.store.incident_facts import IncidentFacts

__all__ = ["AREA", "NOWHERE", "POINT", "ZONE", "Spot", "area_of", "spot_of"]

POINT, ZONE, AREA, NOWHERE = "point", "zone", "area", "nowhere"


class Spot(NamedTuple):
    """A place on the map. `kind`: the point itself, a zone around it, a named area, or nowhere at all."""

    kind: str
    latitude: float = 0.0
    longitude: float = 0.0
    area: str = ""


def area_of(country: str | None, admin1: str | None) -> str:
    """Return how an area is called: "SY09", "IQ/Al Anbar", "YE", "" for none."""
    if not admin1:
        return country or ""
    return admin1 if country == "SY" or not country else f"{country}/{admin1}"


def spot_of(facts: IncidentFacts) -> Spot:
    """Return where an incident is drawn: a governorate or a place that no list has is an area, never a point."""
    if facts.latitude is not None and facts.longitude is not None and facts.place_precision in (1, 2):
        kind = POINT if facts.place_precision == 1 else ZONE
        return Spot(kind, round(facts.latitude, 5), round(facts.longitude, 5))
    area = area_of(facts.country, facts.admin1)
    return Spot(AREA, area=area) if area else Spot(NOWHERE)
