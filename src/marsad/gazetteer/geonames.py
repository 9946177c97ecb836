"""Rows from the GeoNames country dump (XX.txt or XX.zip) and its table of alternate names."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from marsad.errors import ResourceError
from marsad.gazetteer.names import plain_names
from marsad.gazetteer.own import admin1_codes
from marsad.gazetteer.rows import Row
from marsad.gazetteer.world import settlement

__all__ = ["arabic_names", "geonames_rows"]

_ARABIC = re.compile(r"[\u0621-\u064a][\u0621-\u0652 \-]*\Z")
_COLUMNS = 19
_FEATURES = {
    "ADM1": "admin1", "ADM2": "admin2", "ADM3": "admin3", "PPLX": "quarter", "AIRP": "airport", "AIRB": "base",
    "AIRF": "airport", "INSM": "base", "DAM": "dam", "OILF": "field", "GASF": "field", "PRN": "prison", "RFGC": "camp",
    "PSTB": "crossing", "BDG": "road", "HLL": "hill", "MT": "hill", "MTS": "hill", "VAL": "region", "RGN": "region",
    "DSRT": "region", "STM": "river", "STMI": "river", "LK": "river", "RSV": "river", "ISL": "region",
}  # fmt: skip


@contextmanager
def _open(file: Path, member: str) -> Iterator[TextIO]:
    """Open a text file, or the text inside a zip of the same name."""
    try:
        if file.suffix == ".zip":
            with zipfile.ZipFile(file) as archive, archive.open(member) as raw:
                yield io.TextIOWrapper(raw, encoding="utf-8")
        else:
            with file.open(encoding="utf-8") as stream:
                yield stream
    except (OSError, KeyError, zipfile.BadZipFile, UnicodeDecodeError) as error:
        raise ResourceError(
            f"The GeoNames file cannot be read: {error}.", file=str(file), remedy="Fetch it again."
        ) from error


def arabic_names(file: Path, member: str) -> dict[str, list[str]]:
    """Return geonameid to Arabic names of an alternate-names table, preferred names first, historic ones left out."""
    found: dict[str, list[str]] = {}
    with _open(file, member) as stream:
        for line in stream:
            fields = line.rstrip("\n").split("\t")
            if len(fields) < 4 or fields[2] != "ar" or (len(fields) > 7 and fields[7] == "1"):
                continue
            names = found.setdefault(fields[1], [])
            names.insert(0 if len(fields) > 4 and fields[4] == "1" else len(names), fields[3])
    return found


def geonames_rows(file: Path, names: dict[str, list[str]]) -> Iterator[Row]:
    """Yield the places of a country dump that have an Arabic name or a kind that reports name."""
    codes = admin1_codes()
    with _open(file, f"{file.stem}.txt") as stream:
        for number, line in enumerate(stream, start=1):
            fields = line.rstrip("\n").split("\t")
            if len(fields) != _COLUMNS:
                raise ResourceError(
                    f"{len(fields)} columns found, {_COLUMNS} expected.",
                    file=str(file),
                    line=number,
                    remedy="Use the country dump as GeoNames publishes it (tab-separated, no header).",
                )
            row = _row(fields, names, codes)
            if row is not None:
                yield row


def _row(fields: list[str], names: dict[str, list[str]], codes: dict[tuple[str, str], str]) -> Row | None:
    identity, kind, code, country = fields[0], fields[6], fields[7], fields[8]
    feature = _FEATURES.get(code)
    population = int(fields[14] or 0)
    if kind == "P" and feature is None:
        feature = settlement(population)
    if feature is None:
        return None
    written = [*names.get(identity, ()), *(name for name in fields[3].split(",") if _ARABIC.match(name))]
    own = plain_names(written)
    if not own:
        return None
    admin1 = codes.get((country, f"gn:{fields[10]}"), "")
    return Row(
        place_id=admin1 if feature == "admin1" and admin1 else f"gn:{identity}",
        names=own,
        country=country,
        feature=feature,
        name_en=fields[1],
        admin1=admin1,
        latitude=fields[4],
        longitude=fields[5],
        population=population,
        extra={"source": "GeoNames", "geonameid": identity},
    )
