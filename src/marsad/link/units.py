"""First-level units as codings name them: P-codes in Syria, English names of many spellings elsewhere."""

from __future__ import annotations

from functools import cache, lru_cache

from marsad.gazetteer import Gazetteer
from marsad.model.where import Place

__all__ = ["unit_key", "unit_place"]

_ARTICLES = ("al", "as", "ad", "ash", "ar", "at", "an", "az", "el")
_GENERIC = ("governorate", "province", "district", "state")
_DROPPED = frozenset("aeiouyw")


@lru_cache(maxsize=100_000)
def unit_key(country: str | None, admin1: str | None) -> str | None:
    """Return what spellings of a unit's name share: its first letter and consonants; a P-code stays as it is.

    >>> unit_key("YE", "Al Hudaydah") == unit_key("YE", "Hodeidah Governorate"), unit_key("SY", "SY09")
    (True, 'SY09')
    """
    if not admin1:
        return None
    if any(sign.isdigit() for sign in admin1):
        return admin1
    words = [word for word in admin1.casefold().replace("-", " ").split() if word not in _GENERIC]
    words = words[1:] if len(words) > 1 and words[0] in _ARTICLES else words
    letters = [sign for sign in "".join(words) if sign.isalpha()]
    kept = letters[:1]
    for sign in letters[1:]:
        if sign not in _DROPPED and kept[-1] != sign:
            kept.append(sign)
    return f"{country}:{''.join(kept)}" if kept else None


@cache
def _units(gazetteer: Gazetteer) -> dict[str, Place]:
    """Return the listed first-level units by key; of two that share one, the first."""
    found: dict[str, Place] = {}
    for row, line in enumerate(gazetteer.rows):
        if "\tadmin1\t" in line:
            place = gazetteer.place(row)
            for name in (place.place_id, place.name_en):
                key = unit_key(place.country, name)
                if key is not None:
                    found.setdefault(key, place)
    return found


def unit_place(key: str | None, gazetteer: Gazetteer) -> Place | None:
    """Return the listed unit of a key, or None."""
    return _units(gazetteer).get(key) if key is not None else None
