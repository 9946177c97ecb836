"""What the lists tell of a place beyond its row: every name that they give it, and who says where it lies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from marsad.gazetteer.folder import ALIAS_COLUMNS, PLACE_COLUMNS, folder_files
from marsad.gazetteer.index import Gazetteer
from marsad.gazetteer.names import plain_names
from marsad.gazetteer.own import COLUMNS, own_files
from marsad.gazetteer.rows import read_csv
from marsad.gazetteer.world import world_names
from marsad.lexicon.layers import layers
from marsad.model.where import Place

__all__ = ["ListedAs", "listed_as"]

_GEONAMES = "gn:"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedAs:
    """Arabic names beside the first one, and the source that a list names for the row; "" where none is named."""

    names: tuple[str, ...] = ()
    source: str = ""


def listed_as(gazetteer: Gazetteer, place: Place) -> ListedAs:
    """Return what the lists in use tell of one of their places.

    ذيبان may be written "ذيبان شرق", says the list; its point is that of "OCHA populated places 2020".
    """
    folder = None if gazetteer.name == "embedded" else Path(gazetteer.name)
    own = _listed(folder, layers(), gazetteer.version).get(place.place_id)
    if own is not None:
        return own
    if place.place_id.startswith(_GEONAMES):
        names = _world(place.place_id.removeprefix(_GEONAMES))
        return ListedAs(names=tuple(name for name in names if name != place.name_ar), source="GeoNames")
    return ListedAs()


@lru_cache(2)
def _listed(folder: Path | None, words: tuple[Path, ...], _version: str) -> dict[str, ListedAs]:
    """Return what tables tell of their places, by id: marsad's own over those of a folder."""
    found: dict[str, ListedAs] = {}
    if folder is not None:
        for file in folder_files(folder):
            if "aliases" in file.stem:
                for record in read_csv(file, ALIAS_COLUMNS):
                    before = found.get(record["target_id"], ListedAs())
                    names = (*before.names, record["alias_ar"])
                    found[record["target_id"]] = ListedAs(names=names, source=before.source)
            else:
                for record in read_csv(file, tuple(name for name in PLACE_COLUMNS if name in ("id", "name_ar"))):
                    others = plain_names(record.get("alt_names_ar", "").split("|"))
                    found[record["id"]] = ListedAs(names=tuple(others), source=record.get("source", ""))
    for file in own_files(words):
        for record in read_csv(file, COLUMNS):
            names = tuple(filter(None, record["aliases_ar"].split("|")))
            found[record["id"]] = ListedAs(names=tuple(dict.fromkeys(names)), source=record["source"])
    return found


@lru_cache(512)
def _world(geonameid: str) -> tuple[str, ...]:
    return world_names(geonameid)
