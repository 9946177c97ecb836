"""Places of the outlet's country that no annotation names: "أحداث الجنينة" of a Sudanese outlet."""

from __future__ import annotations

from marsad.annotate.places.outlet import country_of_outlet
from marsad.claims.lists import says, spells
from marsad.claims.scene import Scene
from marsad.gazetteer import Gazetteer
from marsad.model.where import Place, PlaceMention

__all__ = ["at_home", "country_told", "named_at_home"]

_SETTLED = frozenset(("admin1", "city", "town"))
_UNITS = frozenset(("admin1",))
_PEOPLED = _SETTLED | {"village"}
_OWN_TABLE = 3


def country_told(scene: Scene, gazetteer: Gazetteer) -> str | None:
    """Return the country that a report is about, else the one that its outlet writes for."""
    return scene.annotations.country or country_of_outlet(scene.document.outlet, gazetteer)


def named_at_home(scene: Scene, first: int, stop: int, gazetteer: Gazetteer) -> tuple[int, Place] | None:
    """Return the first town or governorate of the outlet's country told in words `first` to `stop`, and where."""
    home = country_of_outlet(scene.document.outlet, gazetteer) or scene.annotations.country
    words = scene.document.words
    taken = {
        at
        for found in (scene.annotations.places, scene.annotations.actors, scene.annotations.dates)
        for one in found
        for at in range(one.first, one.stop)
    }
    taken |= {at for one in scene.acts for at in range(one.first + 1, one.stop)}  # "احتجاجات سلمية"
    for at in range(max(first, 1), stop):
        before = words[at - 1]
        placed = spells(before, "and-in") or says(before, "scene") or says(before, "seen-by")
        heads = ":" in scene.document.gap(at + 1) and at == scene.sentence_of(at).first  # "- الأبيض: 12 قتيلاً"
        placed = placed or heads
        if at in taken or not placed or (home is None and spells(words[at], "side-of-land")):
            continue
        for hit in gazetteer.find(words, at, stop)[:1]:
            for entry in hit.entries:
                # of no country that is known a governorate is still told: "في صلاح الدين"
                kinds = _UNITS if home is None else _SETTLED
                listed = entry.weight == _OWN_TABLE or (heads and home is not None)
                own = entry.country == (home or entry.country) and listed and entry.feature in kinds
                if own and not hit.proclitics:
                    return at, gazetteer.place(entry.row)
    return None


def at_home(scene: Scene, mention: PlaceMention, gazetteer: Gazetteer) -> Place | None:
    """Return the place of a mention's name in the outlet's country, where it was read as one abroad and nothing else
    of the report is there: "أريحا" of an outlet of Idlib.
    """
    home = country_of_outlet(scene.document.outlet, gazetteer)
    row = mention.place
    if home is None or row is None or row.country == home or row.feature == "country":
        return None
    others = [one for one in scene.annotations.places if one.place is not None and one.name != mention.name]
    if any(one.place is not None and one.place.country == row.country for one in others):
        return None
    named = gazetteer.named(mention.name)
    return next((place for place in named if place.country == home and place.feature in _PEOPLED), None)
