"""The tables shipped with marsad: countries, administrative units and the places reports name most."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from marsad.gazetteer.rows import Row, read_csv

__all__ = ["FOLDER", "admin1_codes", "own_files", "own_rows"]

FOLDER = Path(__file__).parent.parent / "resources" / "places"
_COLUMNS = (
    "id", "name_ar", "aliases_ar", "name_en", "country", "feature", "admin1", "admin2", "admin3", "lat", "lon",
    "population", "codes", "source",
)  # fmt: skip
_FILES = ("countries.csv", "admin1.csv", "admin2.csv", "supplement.csv")


def own_files() -> list[Path]:
    """Return the shipped place tables that exist, in the order they are read."""
    return [FOLDER / name for name in _FILES if (FOLDER / name).exists()]


def own_rows() -> Iterator[Row]:
    """Yield every row of the shipped tables; a supplement row whose note is "type word" is never bare."""
    for file in own_files():
        for record in read_csv(file, _COLUMNS):
            yield Row(
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
                known=file.name != "admin2.csv",
            )


@cache
def admin1_codes() -> dict[tuple[str, str], str]:
    """Return (country, foreign code) to our admin1 id: ("SY", "gn:09"), a GeoNames code, is SY02, Aleppo."""
    return {
        (record["country"], code): record["id"]
        for record in read_csv(FOLDER / "admin1.csv", _COLUMNS)
        for code in record["codes"].split("|")
        if code
    }
