"""Make the standard place files from official ones: GeoNames country dumps and OCHA tables in one folder."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from marsad.errors import ResourceError
from marsad.gazetteer.distance import kilometres
from marsad.gazetteer.folder import PLACE_COLUMNS
from marsad.gazetteer.geonames import arabic_names, geonames_rows
from marsad.gazetteer.names import name_keys
from marsad.gazetteer.ocha import ocha_rows
from marsad.gazetteer.rows import Row

__all__ = ["Built", "build", "merge"]

_COLUMNS = (*PLACE_COLUMNS, "licence")
_LICENCES = {"OCHA": "CC BY 3.0 IGO", "GeoNames": "CC BY 4.0"}
_SAME_PLACE_KM = 3.0


@dataclass(frozen=True, slots=True)
class Built:
    """What was written: the file, how many rows of each source, and how many were the same place twice."""

    file: Path
    sources: tuple[tuple[str, int], ...]
    merged: int


def build(source: Path, target: Path, *, countries: tuple[str, ...] = ()) -> Built:
    """Read every official file of `source` and write `target`/places.csv in the shape `--places` reads.

    `countries` keeps only those ISO codes. Raises ResourceError when no official file is found.
    """
    dumps, alternates, tables = _sorted_files(source)
    if not dumps and not tables:
        raise ResourceError(
            "No official place file found.",
            file=str(source),
            remedy="Put GeoNames dumps (SY.zip or SY.txt) or OCHA tables (CSV, XLSX) there, or use --download.",
        )
    names: dict[str, list[str]] = {}
    for file, member in alternates:
        for identity, found in arabic_names(file, member).items():
            names.setdefault(identity, []).extend(found)
    first = [row for file in tables for row in ocha_rows(file)]
    second = [row for file in dumps for row in geonames_rows(file, names)]
    rows, merged = merge(first, second)
    rows = [row for row in rows if not countries or row.country in countries]
    target.mkdir(parents=True, exist_ok=True)
    file = target / "places.csv"
    _write(file, rows)
    counts = Counter(row.extra["source"] for row in rows)
    return Built(file=file, sources=tuple(sorted(counts.items())), merged=merged)


def _sorted_files(source: Path) -> tuple[list[Path], list[tuple[Path, str]], list[Path]]:
    dumps: list[Path] = []
    alternates: list[tuple[Path, str]] = []
    tables: list[Path] = []
    for file in sorted(source.iterdir()) if source.is_dir() else []:
        if file.stem.startswith("alternateNames"):
            alternates.append((file, "alternateNamesV2.txt"))
        elif file.stem.endswith("-alternatenames"):
            alternates.append((file, f"{file.stem[:2]}.txt"))
        elif file.suffix in (".txt", ".zip") and len(file.stem) == 2 and file.stem.isupper():
            dumps.append(file)
        elif file.suffix.lower() in (".csv", ".xlsx"):
            tables.append(file)
    unzipped = {file.stem for file in dumps if file.suffix == ".txt"}
    return [file for file in dumps if file.suffix == ".txt" or file.stem not in unzipped], alternates, tables


def merge(first: Iterable[Row], second: Iterable[Row]) -> tuple[list[Row], int]:
    """Return rows of both sources; a second row with the same name within 3 km only adds names and population.

    Units are the same when their ids are.
    """
    rows: dict[str, Row] = {}
    nearby: dict[tuple[str, tuple[str, ...]], list[Row]] = {}
    merged = 0
    for row in first:
        rows[row.place_id] = row
        if row.latitude:
            for _, keys in name_keys(row.names[0]):
                nearby.setdefault((row.country, keys), []).append(row)
    for row in second:
        twin = rows.get(row.place_id) or _twin(row, nearby)
        if twin is None:
            rows[row.place_id] = row
            continue
        merged += 1
        twin.names += [name for name in row.names if name not in twin.names]
        twin.population = twin.population or row.population
        twin.latitude, twin.longitude = twin.latitude or row.latitude, twin.longitude or row.longitude
    return list(rows.values()), merged


def _twin(row: Row, nearby: dict[tuple[str, tuple[str, ...]], list[Row]]) -> Row | None:
    for name in row.names:
        for _, keys in name_keys(name):
            for other in nearby.get((row.country, keys), ()):
                if _kilometres(row, other) <= _SAME_PLACE_KM:
                    return other
    return None


def _kilometres(left: Row, right: Row) -> float:
    return kilometres(*map(float, (left.latitude, left.longitude, right.latitude, right.longitude)))


def _write(file: Path, rows: list[Row]) -> None:
    units = {row.place_id: row.name_en for row in rows if row.feature == "admin1"}
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, _COLUMNS, lineterminator="\n")
        writer.writeheader()
        for row in sorted(rows, key=lambda row: (row.country, row.feature, row.place_id)):
            writer.writerow(
                {
                    "id": row.place_id,
                    "country": row.country,
                    "name_ar": row.names[0],
                    "alt_names_ar": "|".join(row.names[1:]),
                    "name_en": row.name_en,
                    "lat": row.latitude,
                    "lon": row.longitude,
                    "feature": row.feature,
                    "admin1_pcode": row.admin1,
                    "admin2_pcode": row.admin2,
                    "admin3_pcode": row.admin3,
                    "admin1_en": units.get(row.admin1, ""),
                    "population": row.population or "",
                    "source": row.extra["source"],
                    "licence": _LICENCES[row.extra["source"]],
                }
            )
