"""The place of a claim as it is written: that of a mention, or of a row of the gazetteer."""

from __future__ import annotations

from marsad.arabic.letters import fold
from marsad.claims.home import at_home
from marsad.claims.lists import spells
from marsad.claims.scene import Scene
from marsad.gazetteer import Gazetteer
from marsad.model.claim import ClaimPlace
from marsad.model.where import Place, PlaceMention

__all__ = ["place_named", "place_of_row"]

_SYRIA = "SY"


def place_named(mention: PlaceMention, scene: Scene, gazetteer: Gazetteer) -> ClaimPlace:
    """Return the place that a mention names, in the outlet's country where it was misread as one abroad."""
    home = at_home(scene, mention, gazetteer)
    if home is not None:
        return place_of_row(home)
    if mention.place is None:
        return ClaimPlace(_bare(mention.name), scene.annotations.country)
    row = mention.place
    wide = row.feature == "country"
    return ClaimPlace(_bare(mention.name), row.country or None, None if wide else _admin1(row), row.place_id)


def _bare(name: str) -> str:
    """Return a name without the word for its unit: "الجزيرة" for "ولاية الجزيرة"."""
    first, _, rest = name.partition(" ")
    return rest if rest and spells(fold(first), "unit-word") else name


def place_of_row(row: Place) -> ClaimPlace:
    """Return the place of a row."""
    return ClaimPlace(row.name_ar, row.country or None, _admin1(row), row.place_id)


def _admin1(row: Place) -> str | None:
    return row.admin1 if row.country == _SYRIA else row.admin1_name
