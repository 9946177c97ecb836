"""Every form that events and incidents are exported in, and the form that a file name asks for."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

__all__ = ["TEXT", "Form", "form_of"]

_Form = TypeVar("_Form", bound=StrEnum)


class Form(StrEnum):
    """The forms of `marsad export`."""

    jsonl = "jsonl"
    csv = "csv"
    xlsx = "xlsx"
    parquet = "parquet"
    geojson = "geojson"
    geoparquet = "geoparquet"
    kml = "kml"
    hxl = "hxl"
    acled = "acled"
    ucdp = "ucdp"
    plover = "plover"
    jsonld = "jsonld"
    rss = "rss"
    atom = "atom"
    ics = "ics"


TEXT = frozenset(Form) - {Form.xlsx, Form.parquet, Form.geoparquet}
"""The forms that a terminal can show."""


def form_of(name: str, forms: type[_Form]) -> _Form | None:
    """Return which of some forms a file name asks for ("events.geojson"), None when it asks for none."""
    return next((form for form in forms if name.lower().endswith(f".{form}")), None)
