"""Places as listed, as named in a report, and as chosen for an event."""

from __future__ import annotations

from enum import IntEnum

from marsad.frozen import dataclass
from marsad.model.span import Mention

__all__ = ["EventPlace", "GeoPrecision", "Place", "PlaceMention"]


class GeoPrecision(IntEnum):
    """The codebook's 1, 2 and 3: the place itself, near it, a governorate or wider."""

    EXACT = 1
    NEAR = 2
    REGION = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A row of the gazetteer. P-codes are None outside the OCHA sets; coordinates None where no source gives them.

    `feature` is one of: country, region, admin1, admin2, admin3, city, town, village, quarter, camp, base,
    airport, crossing, dam, field, prison, hill, river, road, facility.
    """

    place_id: str
    name_ar: str
    country: str
    feature: str
    name_en: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    admin3: str | None = None
    admin1_name: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention(Mention):
    """A place named in the text.

    `name` is as a gazetteer lists it ("الشحيل" for "بالشحيل"). `candidates` are the rows it may be, best
    first, with scores; empty for a place known only from its wording ("قرية X"). `type_word` is the folded
    generic word before it ("قريه"); `relation` says how the words locate: "at", "near" (محيط، قرب), "part"
    (ريف X الشمالي), "admin" (محافظة X), "road" (between places), "direction" (an anchor: شمال X), "origin"
    (وصلت من X), "adjective" (a demonym).
    """

    name: str
    candidates: tuple[tuple[Place, float], ...]
    precision: GeoPrecision
    relation: str = "at"
    type_word: str | None = None

    @property
    def place(self) -> Place | None:
        """The best candidate, or None for a place in no gazetteer."""
        return self.candidates[0][0] if self.candidates else None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlace:
    """Where an event happened: the codebook's fields, and what a map needs to stay honest.

    `uncertainty_km` is the radius within which the place lies; a vague place never becomes a bare point.
    """

    name: str
    country: str
    admin1: str | None
    precision: GeoPrecision
    also: tuple[str, ...] = ()
    place_id: str | None = None
    admin2: str | None = None
    admin3: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    uncertainty_km: float | None = None
    candidates: tuple[str, ...] = ()
