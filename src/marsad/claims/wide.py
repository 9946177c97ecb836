"""Places told by a word and an adjective or a side: "مختلف المحافظات السورية", "في الجنوب"."""

from __future__ import annotations

from marsad.annotate.places.words import facts
from marsad.claims.home import country_told
from marsad.claims.lists import says, spells
from marsad.claims.naming import place_of_row
from marsad.claims.scene import Scene
from marsad.gazetteer import Gazetteer
from marsad.model.claim import ClaimPlace

__all__ = ["contested", "in_the_land", "on_a_side", "on_the_border"]

_ADJECTIVES = 2
"""Words at most from towns or governorates to the adjective of their country."""


def in_the_land(scene: Scene, first: int, stop: int, gazetteer: Gazetteer) -> ClaimPlace | None:
    """Return the country whose towns or governorates words `first` to `stop` tell: "المدن السورية" is Syria."""
    words = scene.document.words
    for at in range(first, stop - 1):
        if not says(words[at], "its-lands"):
            continue
        for told in range(at + 1, min(at + 1 + _ADJECTIVES, stop)):  # "البلدات الحدودية التركية"
            if not words[told].startswith("ال") or scene.pause(told):
                break
            row = gazetteer.by_id(facts(words[told]).country or "")
            if row is not None and (told > at + 1 or scene.annotations.country in (None, row.country)):
                return place_of_row(row)
    return None


def contested(scene: Scene, first: int, stop: int, gazetteer: Gazetteer) -> ClaimPlace | None:
    """Return the area of no map that words `first` to `stop` name: "في المناطق المتنازع عليها"."""
    words = scene.document.words
    for at in range(max(first, 1), stop - 2):
        if spells(words[at], "the-zones") and spells(words[at + 1], "contested") and spells(words[at - 1], "into"):
            return ClaimPlace(scene.document.quote(at, at + 3), country_told(scene, gazetteer))
    return None


def on_the_border(scene: Scene, first: int, stop: int) -> ClaimPlace | None:
    """Return the border that words `first` to `stop` name by its countries: "على الحدود اللبنانية الفلسطينية"."""
    words = scene.document.words
    for at in range(max(first, 1), stop - 2):
        sides = [facts(words[one]).country for one in (at + 1, at + 2)] if spells(words[at], "border") else [None]
        if all(sides) and not any(one.first <= at + 2 and at < one.stop for one in scene.annotations.places):
            return ClaimPlace(scene.document.quote(at, at + 3), sides[0])
    return None


def on_a_side(scene: Scene, first: int, stop: int, gazetteer: Gazetteer) -> ClaimPlace | None:
    """Return the side of the report's country that words `first` to `stop` name alone: "في الجنوب"."""
    words, country = scene.document.words, country_told(scene, gazetteer)
    for at in range(max(first, 1), stop):
        placed = spells(words[at - 1], "into") or says(words[at - 1], "tolled")  # "عدد شهداء الجنوب"
        if country is None or not spells(words[at], "side-of-land") or not placed:
            continue
        alone = at + 1 >= stop or scene.pause(at + 1) or not words[at + 1].startswith("ال")
        if alone and not any(one.first <= at < one.stop for one in scene.annotations.places):
            return ClaimPlace(scene.document.quote(at, at + 1), country)
    return None
