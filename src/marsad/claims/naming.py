"""The place of a claim as it is written: that of a mention, or of a row of the gazetteer."""

from __future__ import annotations

from marsad.arabic.letters import fold
from marsad.claims.home import at_home
from marsad.claims.lists import spells
from marsad.claims.scene import Scene
from marsad.gazetteer import Gazetteer
from marsad.model.claim import ClaimPlace
from marsad.model.where import Place, PlaceMention

__all__ = ["may_be_one", "place_named", "place_of_row"]

_SYRIA = "SY"
_UNITS = frozenset(("admin1", "region", "country"))
_SETTLED = _UNITS | {"admin2", "admin3", "city", "town", "village"}
"""Kinds of places of which a longer name may name but a part: "مطار حلب"."""


def place_named(mention: PlaceMention, scene: Scene, gazetteer: Gazetteer) -> ClaimPlace:
    """Return the place that a mention names, in the outlet's country where it was misread as one abroad."""
    home = at_home(scene, mention, gazetteer)
    if home is not None:
        return place_of_row(home)
    if mention.place is None:
        return ClaimPlace(_bare(mention.name), scene.annotations.country)
    row = _whole_of(mention, mention.place, gazetteer)
    if row is not mention.place:
        return place_of_row(row)
    wide = row.feature == "country"
    return ClaimPlace(
        _parted(_bare(_in_full(mention, row, scene)), row),
        row.country or None,
        None if wide else _admin1(row),
        row.place_id,
    )


def _parted(name: str, row: Place) -> str:
    """Return a name with the spaces that a post leaves out: "دير الزور" for "ديرالزور"."""
    run = fold(row.name_ar).replace(" ", "")
    return row.name_ar if " " not in name and " " in row.name_ar and fold(name) == run else name


def _in_full(mention: PlaceMention, row: Place, scene: Scene) -> str:
    """Return a name as the report tells it in full: "الضفة الغربية" of "الضفة", "مطار معيتيقة" of "معيتيقة"."""
    settled = row.feature in _SETTLED
    fuller = (
        one.name
        for one in scene.annotations.places
        if one.place is not None
        and ((one.place.place_id == row.place_id and one.name.startswith(f"{mention.name} "))
             or (not settled and one.place.admin1 == row.admin1 and one.name.endswith(f" {mention.name}")))
    )  # fmt: skip
    return next(fuller, mention.name)


def _whole_of(mention: PlaceMention, row: Place, gazetteer: Gazetteer) -> Place:
    """Return the governorate that a name tells a side of, "شرق الجزيرة", where no unit is called so; else the row."""
    side, _, rest = mention.name.partition(" ")
    if not rest or row.feature in _UNITS or not spells("ال" + fold(side).removesuffix("ي"), "side-of-land"):
        return row
    units = (one for one in gazetteer.named(rest) if one.country == row.country and one.feature == "admin1")
    return next(units, row)


def _bare(name: str) -> str:
    """Return a name without the word for its unit: "الجزيرة" for "ولاية الجزيرة"."""
    first, _, rest = name.partition(" ")
    return rest if rest and spells(fold(first), "unit-word") else name


def place_of_row(row: Place) -> ClaimPlace:
    """Return the place of a row."""
    return ClaimPlace(row.name_ar, row.country or None, _admin1(row), row.place_id)


def _admin1(row: Place) -> str | None:
    return row.admin1 if row.country == _SYRIA else row.admin1_name


def may_be_one(left: ClaimPlace | None, right: ClaimPlace | None) -> bool:
    """Say whether two names may be of one place: "الضفة" and "الضفة الغربية", and not "حلب" and "إدلب"."""
    if left is None or right is None or fold(left.name) == fold(right.name):
        return True
    short, long = sorted((left, right), key=lambda place: len(place.name))
    return short.admin1 == long.admin1 and short.name == long.name.partition(" ")[0]
