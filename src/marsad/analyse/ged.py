"""UCDP GED's own table, read for comparison: its events with the same facts as ours."""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from marsad.analyse.counts import Unit
from marsad.analyse.keys import Facts
from marsad.analyse.tally import Tally, figure_of
from marsad.errors import ReadError
from marsad.export.naming import country_of_gwno, country_of_name
from marsad.lexicon.load import RESOURCES
from marsad.model.quantity import Estimate

__all__ = ["read_ged", "unit_of_name"]

_NEEDED = ("id", "where_prec", "adm_1", "country", "date_prec", "date_start", "date_end", "best", "high", "low")
_PLACE = {"1": 1, "2": 2}
_DATE = {"1": 1, "2": 2, "3": 2}
_GENERIC = re.compile(r"\b(governorate|province|muhafazah|district|state|region|wilayat)\b|[^a-z]")
_REMEDY = "Take the CSV of the UCDP Georeferenced Event Dataset, and do not save it from a spreadsheet."


def read_ged(file: Path) -> Iterator[Unit | ReadError]:
    """Yield the events of a CSV of UCDP GED, and a problem in place of each row that is none.

    Raises ReadError when the file cannot be read, or lacks a column.
    """
    csv.field_size_limit(sys.maxsize)
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            rows = csv.DictReader(stream)
            missing = [name for name in _NEEDED if name not in (rows.fieldnames or ())]
            if missing:
                raise ReadError(f"It has no column {missing[0]!r}.", file=str(file), line=1, remedy=_REMEDY)
            for row in rows:
                try:
                    yield _unit(row)
                except (ValueError, TypeError, AttributeError) as error:
                    yield ReadError(
                        f"The row is not usable: {error}.", file=str(file), line=rows.line_num, remedy=_REMEDY
                    )
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ReadError(f"It cannot be read ({error}).", file=str(file), remedy=_REMEDY) from None


def _unit(row: dict[str, Any]) -> Unit:
    low, best, high = (int(float(row[name])) for name in ("low", "best", "high"))
    country = country_of_gwno(row.get("country_id")) or country_of_name(row["country"])
    where = _PLACE.get(row["where_prec"], 3)
    facts = Facts(
        start=date.fromisoformat(row["date_start"][:10]),
        end=date.fromisoformat(row["date_end"][:10]),
        date_precision=_DATE.get(row["date_prec"], 3),
        country=country or row["country"],
        admin1=unit_of_name(country, row["adm_1"]),
        place_precision=where,
        latitude=float(row["latitude"]) if row.get("latitude") else None,
        longitude=float(row["longitude"]) if row.get("longitude") else None,
    )
    figures = {"killed": figure_of(Estimate(low, best, high))}
    return Unit(facts, Tally(number=1, events=1, figures=figures, ids=[row["id"]]))


def unit_of_name(country: str | None, name: str) -> str | None:
    """Return the first-level unit that UCDP names: its P-code in Syria, the name elsewhere and where it is not known.

    >>> unit_of_name("SY", "Dayr az Zawr governorate")
    'SY09'
    """
    if not name:
        return None
    return _names().get(_plain(name), name) if country == "SY" else name


def _plain(name: str) -> str:
    return _GENERIC.sub("", name.lower())


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    with (RESOURCES / "exports" / "ucdp-units.csv").open(encoding="utf-8", newline="") as file:
        names.update((_plain(row["name"]), row["unit"]) for row in csv.DictReader(file))
    with (RESOURCES / "places" / "admin1.csv").open(encoding="utf-8", newline="") as file:
        names.update((_plain(row["name_en"]), row["id"]) for row in csv.DictReader(file) if row["country"] == "SY")
    return names
