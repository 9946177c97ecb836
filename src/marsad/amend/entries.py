"""Every entry in use, shipped or one's own, as what a file says of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from marsad.amend.actors import located_actors
from marsad.amend.kinds import AMENDED, folder_of
from marsad.arabic.letters import fold
from marsad.gazetteer import load
from marsad.gazetteer.check import located_places
from marsad.gazetteer.place_schema import PlaceEntry
from marsad.lexicon.check import located_in
from marsad.lexicon.layers import RESOURCES, layers

__all__ = ["Listed", "entries_in", "entries_of", "entry_of", "find_entries"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An entry: what a file says of it, its wordings, whether it is one's own, and by what it is found."""

    kind: str
    entry_id: str
    value: dict[str, Any]
    forms: tuple[str, ...]
    own: bool
    found_by: str


def entries_of(kind: str, *, shipped: bool = False) -> tuple[Listed, ...]:
    """Return the entries of a kind in use, or as they are shipped. Raises KeyError for a kind that is not amended."""
    if kind not in AMENDED:
        raise KeyError(kind)
    return entries_in(kind, (RESOURCES,) if shipped else layers())


@lru_cache(maxsize=3 * len(AMENDED))
def entries_in(kind: str, folders: tuple[Path, ...]) -> tuple[Listed, ...]:
    """Return the entries of a kind in folders of words, each over the ones before it."""
    found: list[Any] = []
    match kind:
        case "actors":
            found += located_actors(folders)[0]
        case "places":
            found += located_places(folders)[0]
        case _:
            found += located_in(folder_of(kind), folders)[0]
    shipped = str(RESOURCES)
    return tuple(_listed(kind, one.entry, own=not one.file.startswith(shipped)) for one in found)


def _listed(kind: str, entry: Any, *, own: bool) -> Listed:
    value = entry.model_dump(mode="json", exclude_defaults=True)
    match kind:
        case "actors":
            forms = tuple(dict.fromkeys((entry.name_ar, *(alias.form for alias in entry.aliases))))
        case "places":
            forms = (entry.name_ar, *entry.aliases_ar)
        case _:
            forms = entry.forms
    names = (entry.id, value.get("code", ""), value.get("name_en", ""), value.get("sub_event_type", ""))
    found_by = "\n".join((*map(fold, forms), *(str(name).casefold() for name in names)))
    return Listed(kind=kind, entry_id=entry.id, value=value, forms=forms, own=own, found_by=found_by)


def entry_of(kind: str, entry_id: str, *, shipped: bool = False) -> Listed | None:
    """Return an entry in use, or as it is shipped.

    A place may also be one of a list that has no table here, such as that of GeoNames.
    """
    found = next((one for one in entries_of(kind, shipped=shipped) if one.entry_id == entry_id), None)
    if found is None and kind == "places":
        place = load(shipped=shipped).by_id(entry_id)
        if place is not None:
            told = {
                "id": place.place_id, "name_ar": place.name_ar, "name_en": place.name_en or "",
                "country": place.country, "feature": place.feature, "admin1": place.admin1 or "",
                "admin2": place.admin2 or "", "admin3": place.admin3 or "", "lat": place.latitude,
                "lon": place.longitude, "population": place.population or 0, "source": "GeoNames",
            }  # fmt: skip
            return _listed(kind, PlaceEntry.model_validate(told), own=False)
    return found


def find_entries(kind: str, asked: str, *, own: bool = False) -> list[Listed]:
    """Return entries whose wordings, id or names hold what was typed; with `own`, one's own only."""
    wanted = " ".join(fold(asked).casefold().split())
    return [one for one in entries_of(kind) if wanted in one.found_by and (one.own or not own)]
