"""A folder of place files given with --places: the standard CSV files, merged with marsad's own tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from marsad.errors import ResourceError
from marsad.gazetteer.names import plain_names
from marsad.gazetteer.own import admin1_codes
from marsad.gazetteer.rows import Row, read_csv
from marsad.gazetteer.world import settlement

__all__ = ["ALIAS_COLUMNS", "PLACE_COLUMNS", "folder_files", "folder_rows"]

PLACE_COLUMNS = (
    "id", "country", "name_ar", "alt_names_ar", "name_en", "lat", "lon", "feature", "admin1_pcode", "admin2_pcode",
    "admin3_pcode", "admin1_en", "population", "source",
)  # fmt: skip
ALIAS_COLUMNS = ("alias_ar", "target_id", "feature")
_POINT_COLUMNS = ("id", "country", "name_ar", "name_en", "lat", "lon", "feature", "source")
_FEATURES = {
    "neighbourhood": "quarter", "airbase": "airport", "power plant": "facility", "refinery": "facility",
    "desert": "region", "lake": "river", "gasfield": "field", "oilfield": "field",
}  # fmt: skip


def folder_files(folder: Path) -> list[Path]:
    """Return the CSV files of a folder; raise ResourceError when there are none."""
    files = sorted(folder.glob("*.csv")) if folder.is_dir() else []
    if not files:
        raise ResourceError(
            "No place files found.",
            file=str(folder),
            remedy="Name a folder with CSV files such as syria_places.csv, or make one with 'marsad places build'.",
        )
    return files


def folder_rows(folder: Path) -> Iterator[Row]:
    """Yield the rows of every CSV file of a folder; an alias file adds rows that stand where their target does."""
    places: dict[str, Row] = {}
    units: dict[tuple[str, str], str] = {}
    aliases: list[dict[str, str]] = []
    for file in folder_files(folder):
        if "aliases" in file.stem:
            aliases += read_csv(file, ALIAS_COLUMNS)
            continue
        columns = _POINT_COLUMNS if "crossings" in file.stem else PLACE_COLUMNS
        for record in read_csv(file, columns):
            row = _row(record)
            if row.feature == "admin1":
                unit = admin1_codes().get((row.country, row.place_id), row.place_id)
                units[row.country, row.name_en] = row.place_id = row.admin1 = unit
            if row.names:
                places[row.place_id] = row
    for record in aliases:
        target = places.get(record["target_id"])
        if target is not None:
            target.names.append(record["alias_ar"])
    for row in places.values():
        row.admin1 = row.admin1 or units.get((row.country, row.admin1_name), "")
        yield row


def _row(record: dict[str, str]) -> Row:
    population = int(record.get("population") or 0)
    feature = record["feature"]
    feature = settlement(population) if feature == "populated place" else _FEATURES.get(feature, feature)
    return Row(
        place_id=record["id"],
        names=plain_names((record["name_ar"], *record.get("alt_names_ar", "").split("|"))),
        country=record["country"],
        feature=feature,
        name_en=record["name_en"],
        admin1=record.get("admin1_pcode", ""),
        admin2=record.get("admin2_pcode", ""),
        admin3=record.get("admin3_pcode", ""),
        admin1_name=record.get("admin1_en", ""),
        latitude=record["lat"],
        longitude=record["lon"],
        population=population,
    )
