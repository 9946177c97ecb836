"""A place mention to the place of an event: P-codes, coordinates, and how far off they may be."""

from __future__ import annotations

from marsad.annotate.places.before import is_led
from marsad.annotate.places.words import place_words
from marsad.arabic.letters import fold
from marsad.frames.context import Context
from marsad.model.frame import Frame
from marsad.model.where import EventPlace, GeoPrecision, Place, PlaceMention

__all__ = ["UNPLACED", "event_place", "placed"]

_RADIUS_KM = {GeoPrecision.EXACT: 2.0, GeoPrecision.NEAR: 15.0, GeoPrecision.REGION: 80.0}

UNPLACED = EventPlace(name="", country="", admin1=None, precision=GeoPrecision.REGION)
"""The place of an act in a report that names none."""


def event_place(context: Context, mention: PlaceMention, frame: Frame) -> EventPlace:
    """Return where an act happened; an unlisted place lies in the area of the nearest listed one."""
    place = mention.place
    also = _listed_with(context, mention, frame)
    if place is None:
        parent = _parent_of(context, mention)
        return EventPlace(
            name=mention.name,
            country=parent.country if parent else context.annotations.country or "",
            admin1=_admin1(parent) if parent else None,
            precision=mention.precision,
            also=also,
            admin2=parent.admin2 if parent else None,
            latitude=parent.latitude if parent else None,
            longitude=parent.longitude if parent else None,
            uncertainty_km=_RADIUS_KM[GeoPrecision.REGION],
        )
    return placed(mention, place, mention.precision, also=also)


def placed(mention: PlaceMention, place: Place, precision: GeoPrecision, *, also: tuple[str, ...] = ()) -> EventPlace:
    """Return a named place as its row of the gazetteer has it; the vaguer it is told, the wider it lies."""
    return EventPlace(
        name=mention.name,
        country=place.country,
        admin1=_admin1(place),
        precision=precision,
        also=also,
        place_id=place.place_id,
        admin2=place.admin2,
        admin3=place.admin3,
        latitude=place.latitude,
        longitude=place.longitude,
        uncertainty_km=_RADIUS_KM[precision],
        candidates=tuple(candidate.place_id for candidate, _ in mention.candidates[1:4]),
    )


def _admin1(place: Place) -> str | None:
    return place.admin1 if place.country == "SY" else place.admin1_name


def _parent_of(context: Context, mention: PlaceMention) -> Place | None:
    """Return the listed place whose area an unlisted one is put in: the nearest one named, its own sentence first.

    A capital that speaks or acts ("ولم تؤكد أنقرة") tells of no area abroad.
    """
    sentence = context.sentence_of[mention.first]
    listed = [
        other for other in context.annotations.places if other.place is not None and other.place.feature != "country"
    ]
    nearest = min(
        listed,
        key=lambda other: (
            _only_acts(context, other),
            context.sentence_of[other.first] != sentence,
            abs(other.first - mention.first),
        ),
        default=None,
    )
    return nearest.place if nearest else None


def _only_acts(context: Context, mention: PlaceMention) -> bool:
    """Say whether a place abroad is told without any word that makes a place of it."""
    if mention.place is None or mention.place.country == context.annotations.country:
        return False
    if mention.relation != "at" or mention.type_word is not None:
        return False
    return not is_led(context.document, mention.first) and not context.document.words[mention.first].startswith("ب")


def _listed_with(context: Context, mention: PlaceMention, frame: Frame) -> tuple[str, ...]:
    """Return the other places of a list that starts with this one: "قرى تادف وبزاعة والعريمة"."""
    names: list[str] = []
    words, stop = context.document.words, mention.stop
    for other in context.annotations.places:
        if other.first < stop or other.first >= frame.sentence_stop:
            continue
        close = other.first - stop <= 1 and other.relation not in ("admin", "direction", "part")
        if not close or not (_is_and(words[stop], other) or "،" in context.document.gap(stop)):
            break
        if other.name not in (mention.name, *names):
            names.append(other.name)
        stop = other.stop
    return tuple(names)


def _is_and(word: str, mention: PlaceMention) -> bool:
    """Say whether a word before or in a name has "و" for "and": "وبزاعة", not "وسط سوريا" and "وادي العيون"."""
    own = fold(mention.name).split()[:1]
    return word.startswith("و") and word not in place_words("owner") and [word] != own
