"""Rows from OCHA tables: COD-AB administrative units and populated places, in their old and new column names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from marsad.errors import ResourceError
from marsad.gazetteer.names import plain_names
from marsad.gazetteer.rows import Row
from marsad.gazetteer.sheet import read_table
from marsad.gazetteer.world import settlement

__all__ = ["ocha_rows"]

_PLACE_NAMES = {
    "ar": ("name_ar", "admin4name_ar", "adm4_ar", "location_name_ar", "featurename_ar", "namear", "arabic"),
    "en": ("name_en", "admin4name_en", "adm4_en", "location_name_en", "featurename_en", "nameen", "english", "name"),
    "code": ("pcode", "admin4pcode", "adm4_pcode", "location_pcode", "featurepcode", "cod_pcode"),
    "lat": ("latitude", "latitude_y", "lat", "y", "center_lat"),
    "lon": ("longitude", "longitude_x", "lon", "long", "x", "center_lon"),
    "population": ("population", "pop", "pop_2004"),
}
_SOURCE = "OCHA"


def ocha_rows(file: Path) -> Iterator[Row]:
    """Yield the units or populated places of one OCHA table; which it holds is read from its columns."""
    rows = list(read_table(file))
    if not rows:
        return
    columns = {column.strip().lower(): column for column in rows[0]}
    level = max((at for at in (1, 2, 3) if _unit_column(columns, at, "pcode")), default=0)
    if any(name in columns for name in _PLACE_NAMES["code"]):
        yield from _places(file, rows, columns)
    elif level:
        yield from _units(rows, columns, level)
    else:
        raise ResourceError(
            "No P-code column found.",
            file=str(file),
            line=1,
            remedy="Use a COD-AB table (admin1Pcode or ADM1_PCODE) or a table of populated places (PCODE).",
        )


def _unit_column(columns: dict[str, str], level: int, what: str) -> str | None:
    """Return the column of a unit's P-code or name: admin2Pcode, ADM2_PCODE or adm2_pcode."""
    short = {"pcode": "pcode", "ar": "name_ar", "en": "name_en"}[what]
    for name in (f"admin{level}{short}", f"adm{level}_{what}", f"adm{level}_{short}", f"admin{level}_{short}"):
        if name in columns:
            return columns[name]
    return None


def _get(row: dict[str, str], column: str | None) -> str:
    return (row.get(column) or "").strip() if column else ""


def _units(rows: list[dict[str, str]], columns: dict[str, str], lowest: int) -> Iterator[Row]:
    seen: set[str] = set()
    for row in rows:
        codes = ["", "", ""]
        for level in range(1, lowest + 1):
            code = _get(row, _unit_column(columns, level, "pcode"))
            codes[level - 1] = code
            if not code or code in seen:
                continue
            seen.add(code)
            names = plain_names((_get(row, _unit_column(columns, level, "ar")),))
            if names:
                yield Row(
                    place_id=code,
                    names=names,
                    country=code[:2],
                    feature=f"admin{level}",
                    name_en=_get(row, _unit_column(columns, level, "en")),
                    admin1=codes[0],
                    admin2=codes[1] if level > 1 else "",
                    admin3=codes[2] if level > 2 else "",
                    extra={"source": _SOURCE},
                )


def _places(file: Path, rows: list[dict[str, str]], columns: dict[str, str]) -> Iterator[Row]:
    found = {
        what: next((columns[name] for name in names if name in columns), None) for what, names in _PLACE_NAMES.items()
    }
    missing = [what for what in ("ar", "lat", "lon") if found[what] is None]
    if missing:
        raise ResourceError(
            f"The table of populated places lacks {', '.join(_PLACE_NAMES[missing[0]][:3])}.",
            file=str(file),
            line=1,
            remedy="Add the column, or rename the one that holds it.",
        )
    for row in rows:
        code, names = _get(row, found["code"]), plain_names((_get(row, found["ar"]),))
        if not code or not names:
            continue
        population = int(float(_get(row, found["population"]) or 0))
        units = [_get(row, _unit_column(columns, level, "pcode")) for level in (1, 2, 3)]
        yield Row(
            place_id=code,
            names=names,
            country=(units[0] or _get(row, columns.get("adm0_pcode")) or code)[:2],
            feature=settlement(population),
            name_en=_get(row, found["en"]),
            admin1=units[0],
            admin2=units[1],
            admin3=units[2],
            latitude=_get(row, found["lat"]),
            longitude=_get(row, found["lon"]),
            population=population,
            extra={"source": _SOURCE},
        )
