"""Sites of a town named before: "مطار المدينة" behind "الحديدة" is مطار الحديدة."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from marsad.annotate.places.words import PlaceWord, cue_ending_at, facts, place_words
from marsad.arabic.letters import fold, plain
from marsad.gazetteer import Gazetteer
from marsad.model.report import Document
from marsad.model.where import GeoPrecision, Place, PlaceMention

__all__ = ["with_sites"]

_SITES = frozenset(("place.airport", "place.landmark", "place.prison"))
"""Words for sites of which a town mostly has one."""
_TOWNS = frozenset(("city", "town", "admin1"))
_FITS = 3.0
"""How well a site listed by its town's name fits, by the scores of others."""


def with_sites(document: Document, mentions: Sequence[PlaceMention], gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Return the mentions, and the sites of the town named last before, in the order of the text."""
    if place_words("the-town").isdisjoint(document.words):
        return tuple(mentions)
    found = _sites(document, mentions, gazetteer)
    return tuple(sorted((*mentions, *found), key=lambda mention: mention.first))


def _sites(document: Document, mentions: Sequence[PlaceMention], gazetteer: Gazetteer) -> Iterator[PlaceMention]:
    words, the_town = document.words, place_words("the-town")
    taken = {word for mention in mentions for word in range(mention.first, mention.stop)}
    for index in range(1, len(words)):
        if words[index] not in the_town or document.gap(index) != " " or index in taken:
            continue
        cue = next(((lead, each) for lead, each in facts(words[index - 1]).cues if each.entry_id in _SITES), None)
        town = next((other for other in reversed(mentions) if other.first < index and _is_town(other)), None)
        if cue is not None and town is not None:
            yield _site(document, index, cue, town, gazetteer)


def _is_town(mention: PlaceMention) -> bool:
    return mention.place is not None and mention.place.feature in _TOWNS


def _site(
    document: Document, index: int, cue: tuple[str, PlaceWord], town: PlaceMention, gazetteer: Gazetteer
) -> PlaceMention:
    lead, kind = cue
    first = index - 1
    near = cue_ending_at(document.words, first, max(0, first - 2))
    is_near = near is not None and near[1].role == "near"
    start = near[0] if near is not None and is_near else first
    stop = index + 1
    while stop < len(document.words) and document.words[stop] in place_words("site-adjective"):
        stop += 1  # "مطار المدينة العسكري"
    behind = (plain(document.quote(at, at + 1)) for at in range(index + 1, stop))
    told = (plain(document.quote(first, index))[len(lead) :], town.name, *behind)
    name = " ".join(told)
    return PlaceMention(
        span=document.span(start, stop),
        first=start,
        stop=stop,
        rule_id="places.of-town",
        entry_id=kind.entry_id,
        name=name,
        candidates=tuple((place, _FITS) for place in _listed(name, kind, town, gazetteer)) or town.candidates,
        precision=GeoPrecision.NEAR if is_near else GeoPrecision.EXACT,
        relation="near" if is_near else "at",
        type_word=kind.words[-1],
    )


def _listed(name: str, kind: PlaceWord, town: PlaceMention, gazetteer: Gazetteer) -> list[Place]:
    """Return the sites of a kind that lists have by the town's name, in its country."""
    country = town.place.country if town.place is not None else None
    return [each for each in gazetteer.named(fold(name)) if each.country == country and each.feature in kind.features]
