"""A question that somebody saved in the workbench as a search that is looked at again and again."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from marsad.errors import SettingsError
from marsad.trends.search import Search, search_of

__all__ = ["search_at"]

_UNKNOWN = {
    "q": "words", "source": "an outlet", "status": "how sure it is", "box": "a part of the map",
    "vague": "a vague place",
}  # fmt: skip


def search_at(name: str, address: str) -> Search:
    """Return the search of an address of the workbench: its kind, area and actors.

    Days are left out, as the last weeks are looked at. Raises SettingsError for what a trend is not asked about, such
    as words: of these nobody knows how often they are told.

    >>> search_at("دير الزور", "/explore?area=SY09&kind=Arrests&since=2024-01-01").area
    ('SY09',)
    """
    asked = dict(parse_qsl(urlsplit(address).query))
    for part, told in _UNKNOWN.items():
        if part in asked:
            raise SettingsError(f"It asks for {told}; a trend is of kinds, areas and actors.")
    one, _, other = asked.get("against", "").partition("\n")
    values = {
        "type": asked.get("kind"),
        "area": asked.get("area", "").rpartition("/")[2],  # "IQ/Al Anbar" is called Al Anbar in records
        "actor": asked.get("actor"),
        "side1": one,
        "side2": other,
    }
    return search_of({"name": name} | {key: value for key, value in values.items() if value})
