"""Actors in groups: what is learned of one army or one faction is worth something for the next."""

from __future__ import annotations

from marsad.model.who import is_coded_by_name

__all__ = ["category"]

_CATEGORIES = {
    "civilians": "civ", "protesters": "crowd", "journalists": "civ", "aid-workers": "civ", "health-workers": "civ",
    "officials": "official", "prisoners": "prisoner", "unidentified": "unknown", "criminal": "crime",
    "tribal": "tribal",
    "is": "jihadi", "hts": "jihadi", "jihadi-other": "jihadi", "shabaab": "jihadi", "taliban": "jihadi",
    "coalition": "foreign", "usa": "foreign", "turkey": "foreign", "russia": "foreign", "israel": "foreign",
    "saudi-coalition": "foreign", "uae": "foreign", "ksa": "foreign", "iran": "foreign",
    "syr-regime": "state", "syr-gov": "state", "iraq": "state", "lebanon": "state", "jordan": "state",
    "yemen-gov": "state", "sudan-saf": "state", "egypt": "state", "iran-gov": "state", "gnu": "state", "lna": "state",
}  # fmt: skip


def category(code: str) -> str:
    """Group an actor's code for features: state, foreign, jihadi, armed, civ, crowd, official ..."""
    if is_coded_by_name(code):
        return "other"
    return _CATEGORIES.get(code, "armed") if code else "none"
