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
def _units(gazetteer: Gazetteer) -> dict[str, tuple[Place, ...]]:
    """Return the listed first-level units by key."""
    found: dict[str, tuple[Place, ...]] = {}
    for row, line in enumerate(gazetteer.rows):
        if "\tadmin1\t" in line:
            place = gazetteer.place(row)
            for key in {unit_key(place.country, name) for name in (place.place_id, place.name_en)}:
                if key is not None:
                    found[key] = (*found.get(key, ()), place)
    return found


def unit_place(country: str | None, admin1: str | None, gazetteer: Gazetteer) -> Place | None:
    """Return the listed unit that a name means, or None; of two with one key, the one spelt most alike."""
    found = _units(gazetteer).get(unit_key(country, admin1) or "", ())
    if len(found) < 2 or admin1 is None:
        return found[0] if found else None
    from rapidfuzz.fuzz import ratio

    return max(found, key=lambda place: ratio((place.name_en or "").casefold(), admin1.casefold()))
