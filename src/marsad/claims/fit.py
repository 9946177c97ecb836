"""Whether an incident on record is one that a claim counts: yes, no, or perhaps where the record is vague."""

from __future__ import annotations

from enum import IntEnum
from functools import cache

from marsad.claims.facts import Fact
from marsad.gazetteer import Gazetteer
from marsad.lexicon.actors import actors
from marsad.link.where import Where, locate, relation
from marsad.model.claim import Claim, ClaimPlace, Window
from marsad.model.what import EVENT_TYPES

__all__ = ["Fit", "fit"]

_VIOLENT = frozenset(("Battles", "Explosions/Remote violence", "Violence against civilians", "Riots"))
_OPEN = frozenset(("unidentified",))
_PEOPLE = frozenset(
    ("civilians", "protesters", "journalists", "aid-workers", "health-workers", "officials", "prisoners")
)
_GENERAL = "Arrests"
_SAME = frozenset(("same village", "same town", "same area", "same name, one vague", "told beside", "like names"))


class Fit(IntEnum):
    """How an incident stands to a claim: counted, perhaps counted, or not."""

    NO = 0
    PERHAPS = 1
    YES = 2


def fit(claim: Claim, fact: Fact, gazetteer: Gazetteer, *, window: Window | None) -> Fit:
    """Return whether a claim counts an incident: the weakest of what, whom, where and when decides."""
    return min(
        _what(claim, fact),
        _whom(claim, fact),
        _where(claim.place, fact, gazetteer),
        _when(window, fact),
    )


def _what(claim: Claim, fact: Fact) -> Fit:
    if claim.measure != "events" and fact.figure(claim.measure) is None:
        return Fit.NO
    if claim.what is None or claim.measure in ("detained", "abducted"):
        general = claim.measure != "events" or fact.event_type in _VIOLENT or _raids(claim, fact)
        return Fit.YES if general else Fit.NO
    if claim.what in (fact.sub_event_type, fact.event_type):
        return Fit.YES
    return Fit.PERHAPS if _near(claim.what, fact.sub_event_type) else Fit.NO


def _raids(claim: Claim, fact: Fact) -> bool:
    """Say whether arrests are among the "operations" of a claim: those of the actor that it names first."""
    return (
        fact.sub_event_type == _GENERAL
        and bool(claim.actors)
        and any(_belongs(side, claim.actors[0]) for side in fact.side1)
    )


def _near(what: str, kind: str) -> bool:
    """Say whether reports take two types for each other: an assassination is an attack or a clash."""
    return {what, kind} in ({"Attack", "Armed clash"}, {"Air/drone strike", "Shelling/artillery/missile attack"}) or (
        what in EVENT_TYPES and kind in EVENT_TYPES and EVENT_TYPES[what] == EVENT_TYPES[kind] == "Protests"
    )


@cache
def _parents() -> dict[str, frozenset[str]]:
    """Return the codebook ids that each id belongs to, itself among them: asayish belongs to asayish and sdf."""
    by_id = {one.actor.actor_id: one.actor for one in actors()}
    found: dict[str, set[str]] = {}
    for actor in by_id.values():
        line = found.setdefault(actor.code, {actor.code})
        above = by_id.get(actor.parent_id or "")
        while above is not None:
            line.add(above.code)
            above = by_id.get(above.parent_id or "")
    return {code: frozenset(line) for code, line in found.items()}


def _belongs(code: str, wanted: str) -> bool:
    if wanted == "civilians" and code in _PEOPLE:
        return True
    return wanted in _parents().get(code, frozenset((code,)))


def _whom(claim: Claim, fact: Fact) -> Fit:
    """Ask every actor of a claim to be a side of the incident; an unknown side may be any of them."""
    missing = [code for code in claim.actors if not any(_belongs(side, code) for side in fact.sides)]
    if not missing:
        return Fit.YES
    if len(missing) == 1 and len(claim.actors) > 1 and (fact.sides & _OPEN or len(fact.sides) < len(claim.actors)):
        return Fit.PERHAPS
    return Fit.NO


def _where(place: ClaimPlace | None, fact: Fact, gazetteer: Gazetteer) -> Fit:
    if place is None:
        return Fit.YES
    feature = _feature(place, gazetteer)
    where = fact.where
    if feature == "country":
        return Fit.PERHAPS if where.country is None else Fit(2 * (where.country == place.country))
    area = locate(
        {
            "name": place.name,
            "country": place.country,
            "admin1": place.admin1,
            "place_id": place.place_id,
            "precision": 3 if feature in {"admin1", "region"} else 1,
        },
        gazetteer,
    )
    if _both_differ(area.country, where.country) or _both_differ(area.unit, where.unit):
        return Fit.NO
    if feature == "admin1":
        return Fit.YES if where.unit is not None else Fit.PERHAPS
    found = _inside(area, where, region=feature == "region")
    if found is Fit.NO and area.unit is not None and area.unit == where.unit and _is_somewhere(place, gazetteer):
        return Fit.PERHAPS
    return found


def _is_somewhere(place: ClaimPlace, gazetteer: Gazetteer) -> bool:
    """Say whether a place may lie in any town of its unit: no list has it, or as a road or square without a point."""
    listed = gazetteer.by_id(place.place_id) if place.place_id else None
    rows = [listed] if listed is not None else list(gazetteer.named(place.name))
    return all(one.feature == "road" and one.latitude is None for one in rows)


def _feature(place: ClaimPlace, gazetteer: Gazetteer) -> str | None:
    """Return how wide a claim's place is: a name that a governorate and its town share means the governorate."""
    row = gazetteer.by_id(place.place_id) if place.place_id else None
    if row is not None:
        return row.feature
    features = {one.feature for one in gazetteer.named(place.name) if place.country in {None, one.country}}
    return next((feature for feature in ("country", "admin1", "region") if feature in features), None)


def _both_differ(left: str | None, right: str | None) -> bool:
    return left is not None and right is not None and left != right


def _inside(area: Where, where: Where, *, region: bool) -> Fit:
    """Say whether a place lies in a town, district or region."""
    if area.keys[:1] and (area.keys[0] in where.within or area.keys[0] in where.keys):
        return Fit.YES
    stand = relation(area, where)
    if stand in _SAME:
        return Fit.YES
    return Fit.PERHAPS if where.precision > 1 or (region and stand != "elsewhere") else Fit.NO


def _when(window: Window | None, fact: Fact) -> Fit:
    if window is None:
        return Fit.YES
    if fact.start is None or fact.end is None:
        return Fit.PERHAPS
    if fact.end < window.start or fact.start > window.end:
        return Fit.NO
    inside = window.start <= fact.start and fact.end <= window.end
    return Fit.YES if inside or fact.precision == 1 else Fit.PERHAPS
