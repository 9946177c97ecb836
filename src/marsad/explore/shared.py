"""What incidents tell, worked out once for all that tell the same: of thousands, most share a place or a day."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from marsad.explore.spots import area_of
from marsad.store.incident_facts import IncidentFacts

__all__ = ["PARTS", "Part", "Sharing", "sharing"]

Values = Mapping[str, Sequence[str]]


class Part(NamedTuple):
    """Fields that are looked at together, and the values, by what they are asked for as, that follow from them."""

    key: Callable[[IncidentFacts], Hashable]
    values: Callable[[IncidentFacts], Values]


class Sharing(NamedTuple):
    """Incidents by what they share: the number of it for each of them, and for each number the slots, ascending."""

    numbers: list[int]
    slots: list[array[int]]


def sharing(facts: Sequence[IncidentFacts], key: Callable[[IncidentFacts], Hashable], first: int) -> Sharing:
    """Return what incidents share, those with the same key the same; their slots begin with `first`."""
    known: dict[Hashable, int] = {}
    numbers = [known.setdefault(one, len(known)) for one in map(key, facts)]
    slots: list[Any] = [array("I") for _ in known]
    for slot, number in enumerate(numbers, first):
        slots[number].append(slot)
    return Sharing(numbers, slots)


def _lines(values: str | None) -> list[str]:
    return list(dict.fromkeys(values.split("\n"))) if values else []


def _what(facts: IncidentFacts) -> Values:
    return {"kind": (facts.sub_event_type or "",)}


def _where(facts: IncidentFacts) -> Values:
    areas = dict.fromkeys(filter(None, (facts.country, area_of(facts.country, facts.admin1))))
    return {
        "area": tuple(areas) or ("",),
        "place": (facts.place_id,) if facts.place_id else (),
        "named": (facts.places,) if facts.places else (),
    }


def _who(facts: IncidentFacts) -> Values:
    side1, side2 = _lines(facts.side1), _lines(facts.side2)
    return {
        "actor": tuple(dict.fromkeys((*side1, *side2))) or ("",),
        "side1": side1,
        "side2": side2,
        "against": [f"{one}\n{other}" for one in side1 for other in side2 if one != other],
    }


def _told_by(facts: IncidentFacts) -> Values:
    return {"source": tuple(_lines(facts.outlets)) or ("",)}


def _when(facts: IncidentFacts) -> Values:
    return {"month": ((facts.date_start or "")[:7],)}


def _how_sure(facts: IncidentFacts) -> Values:
    return {
        "status": (facts.status or "",),
        "sources": () if facts.sources is None else (str(facts.sources),),
        "credibility": () if facts.credibility is None else (str(facts.credibility),),
        "attribution": (facts.attribution or "",),
        "contested": (str(facts.contested or 0),),
        "differing": (str(facts.differing or 0),),
    }


PARTS = {
    "what": Part(attrgetter("sub_event_type"), _what),
    "where": Part(
        attrgetter("country", "admin1", "place_precision", "latitude", "longitude", "place_id", "places"), _where
    ),
    "who": Part(attrgetter("side1", "side2"), _who),
    "told by": Part(attrgetter("outlets"), _told_by),
    "when": Part(attrgetter("date_start", "date_end"), _when),
    "how sure": Part(
        attrgetter("status", "sources", "credibility", "attribution", "contested", "differing"), _how_sure
    ),
}
"""All parts of what an incident is found by; what is counted beside a list is in one part each."""
