"""The fixed words of the record in both languages: kinds, standings, counts, notes; names of actors, units, places."""

from __future__ import annotations

import csv
from functools import cache

from marsad.lexicon.actors import wholes
from marsad.lexicon.load import RESOURCES
from marsad.model.who import name_in
from marsad.wording.tongue import Tongue

__all__ = ["actor_label", "country_label", "label", "place_label", "unit_label"]


@cache
def _labels() -> dict[tuple[str, str], tuple[str, str]]:
    with (RESOURCES / "wording" / "labels.csv").open(encoding="utf-8", newline="") as file:
        return {(row["kind"], row["value"]): (row["english"], row["arabic"]) for row in csv.DictReader(file)}


def label(kind: str, value: str, tongue: Tongue) -> str:
    """Return a fixed word by its kind (event_type, status, note, release_act ...); one that is not listed as it is.

    >>> label("sub_event_type", "Armed clash", Tongue(language="ar"))
    'اشتباك مسلح'
    """
    english, arabic = _labels().get((kind, value), (value, value))
    return arabic if tongue.rtl else english


def actor_label(code: str, tongue: Tongue) -> str:
    """Return the name of an actor; one outside the register is called as the report calls it.

    >>> actor_label("sdf", Tongue(language="en"))
    'Syrian Democratic Forces'
    """
    if code not in wholes():
        return name_in(code)
    actor = wholes()[code]
    return tongue.figures(actor.name_ar) if tongue.rtl else actor.name_en or actor.name_ar


@cache
def _units_by_name() -> dict[str, str]:
    """Return the Arabic names of first-level units outside Syria, whose code in the record is their English name."""
    with (RESOURCES / "places" / "admin1.csv").open(encoding="utf-8", newline="") as file:
        return {row["name_en"]: row["name_ar"] for row in csv.DictReader(file) if row["name_en"] and row["name_ar"]}


def unit_label(code: str, tongue: Tongue) -> str:
    """Return the name of a unit or country: SY09 is دير الزور.

    >>> unit_label("SY09", Tongue(language="ar"))
    'دير الزور'
    """
    from marsad.gazetteer import load

    listed = load().by_id(code)
    if listed is not None and listed.feature == "country":
        return country_label(code, tongue)
    if listed is None:
        return _units_by_name().get(code, code) if tongue.rtl else code
    return listed.name_ar if tongue.rtl else listed.name_en or listed.name_ar


@cache
def _countries() -> dict[str, tuple[str, str]]:
    with (RESOURCES / "places" / "countries.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: (row["name_en"], row["name_ar"]) for row in csv.DictReader(file)}


def country_label(code: str, tongue: Tongue) -> str:
    """Return the name of a country by its ISO 3166 code."""
    english, arabic = _countries().get(code, (code, code))
    return arabic if tongue.rtl else english


def place_label(name: str, place_id: str | None, tongue: Tongue) -> str:
    """Return the name of a place as reports tell it; in English that of the gazetteer, where it has one."""
    if not tongue.rtl and place_id:
        from marsad.gazetteer import load

        listed = load().by_id(place_id)
        if listed is not None and listed.name_en:
            return listed.name_en
    return name
