"""How far apart two points lie, on a plane that is good enough for some hundred kilometres."""

from __future__ import annotations

from math import cos, hypot, radians

from marsad.model.where import Place

__all__ = ["KM_A_DEGREE", "NEAR_KM", "apart", "kilometres"]

KM_A_DEGREE = 111.2
"""How long a degree of latitude is, and one of longitude on the equator."""

NEAR_KM = 15.0
"""How far off the point of a place may be that is told as "near" another, or as a district."""


def kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Return the distance of two points in kilometres, of which the first says how wide a degree of longitude is.

    >>> round(kilometres(35.3359, 40.1408, 35.4594, 40.2519))  # دير الزور to قرية شمالها
    17
    """
    east = (other_longitude - longitude) * cos(radians(latitude))
    return KM_A_DEGREE * hypot(other_latitude - latitude, east)


def apart(one: Place, other: Place) -> float:
    """Return the distance of two places in kilometres, endless where a point is not known."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return float("inf")
    return kilometres(one.latitude, one.longitude, other.latitude, other.longitude)
