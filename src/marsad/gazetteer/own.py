"""The tables shipped with marsad: countries, administrative units and the places reports name most.

Places of one's own (`marsad.lexicon.layers`) stand in a table like `supplement.csv`, over those shipped.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from marsad.gazetteer.rows import Row, read_csv
from marsad.lexicon.layers import RESOURCES, layers, retired

__all__ = ["COLUMNS", "SUPPLEMENT", "admin1_codes", "own_files", "own_rows", "retired_places"]

_FOLDER = RESOURCES / "places"
SUPPLEMENT = "supplement.csv"
COLUMNS = (
    "id", "name_ar", "aliases_ar", "name_en", "country", "feature", "admin1", "admin2", "admin3", "lat", "lon",
    "population", "codes", "source",
)  # fmt: skip
_FILES = ("countries.csv", "admin1.csv", "admin2.csv", SUPPLEMENT)


def own_files(folders: tuple[Path, ...]) -> list[Path]:
    """Return the place tables that exist in folders of words, in the order they are read."""
    files = (folder / "places" / name for folder in folders for name in _FILES)
    return [file for file in files if file.exists()]


def retired_places(folders: tuple[Path, ...]) -> frozenset[str]:
    """Return the ids of places that are read no more, from whatever table."""
    return frozenset().union(*(retired(folder, "places") for folder in folders))


def own_rows(folders: tuple[Path, ...] | None = None) -> Iterator[Row]:
    """Yield every row of the tables in use; a row with the id of one below stands in its place."""
    rows: dict[str, Row] = {}
    for file in own_files(layers() if folders is None else folders):
        for record in read_csv(file, COLUMNS):
            rows[record["id"]] = _row(record, known=file.name != "admin2.csv")
    yield from rows.values()


def _row(record: dict[str, str], *, known: bool) -> Row:
    return Row(
        place_id=record["id"],
        names=[record["name_ar"], *filter(None, record["aliases_ar"].split("|"))],
        country=record["country"],
        feature=record["feature"],
        name_en=record["name_en"],
        admin1=record["admin1"],
        admin2=record["admin2"],
        admin3=record["admin3"],
        latitude=record["lat"],
        longitude=record["lon"],
        population=int(record["population"] or 0),
        known=known,
    )


@cache
def admin1_codes() -> dict[tuple[str, str], str]:
    """Return (country, foreign code) to our admin1 id: ("SY", "gn:09"), a GeoNames code, is SY02, Aleppo."""
    return {
        (record["country"], code): record["id"]
        for record in read_csv(_FOLDER / "admin1.csv", COLUMNS)
        for code in record["codes"].split("|")
        if code
    }
