"""What else there is: actors, places, sources, counts, hits, the log, and who one is oneself."""

from __future__ import annotations

from datetime import date
from typing import Any

from marsad.serve.api.shapes.report import ReportShape
from marsad.serve.api.shapes.shape import Page, Shape, told

__all__ = [
    "ActorShape", "CountsShape", "ListedPlaceShape", "LogShape", "MeShape", "OutletShape", "PlacePageShape",
    "SearchShape",
]  # fmt: skip


class ActorShape(Shape):
    """An actor that events of the store name."""

    code: str = told("Its code.", "sdf")
    name_ar: str | None = told("Arabic name; null for one that no list has.", "قوات سوريا الديمقراطية")
    name_en: str | None = told("English name.", "Syrian Democratic Forces")
    category: str | None = told("What it is: state force, rebel group, militia, civilians ...", "rebel group")
    parent_id: str | None = told("What it belongs to.", None)
    valid_from: date | None = told("Since when it exists, where a list says so.", "2015-10-10")
    valid_to: date | None = told("Until when.", None)


class ListedPlaceShape(Shape):
    """A listed place in which events of the store happened."""

    place_id: str = told("Row of the gazetteer.", "C4857")
    name: str = told("Name in the store.", "ذيبان")
    name_en: str | None = told("English name, where the gazetteer has one.", "Dhiban")
    country: str | None = told("ISO 3166 alpha-2.", "SY")
    admin1: str | None = told("First-level unit.", "SY09")
    admin2: str | None = told("Second-level unit.", "SY0902")
    admin3: str | None = told("Third-level unit.", "SY090202")
    latitude: float | None = told("Degrees north, WGS 84.", 35.02)
    longitude: float | None = told("Degrees east, WGS 84.", 40.51)


class PlaceUnitShape(Shape):
    """A place that another lies in, or that lies in it."""

    place_id: str = told("Row of the gazetteer.", "SY09")
    name_ar: str = told("Arabic name.", "دير الزور")
    name_en: str | None = told("English name.", "Deir-ez-Zor")
    feature: str = told("What it is: country, admin1 to admin3, city, town, village ...", "admin1")


class TalliedShape(Shape):
    """How many incidents have a value."""

    value: str = told("The value.", "2024-03")
    number: int = told("How many.", 12)


class PlacePageShape(PlaceUnitShape):
    """A listed place, with what happened there as far as the owner of the token may know."""

    names: list[str] = told("Arabic names beside the first.", ["الدير"])
    country: str | None = told("ISO 3166 alpha-2.", "SY")
    latitude: float | None = told("Degrees north, WGS 84, of the place as listed.", 35.33)
    longitude: float | None = told("Degrees east, WGS 84, of the place as listed.", 40.14)
    precision: int = told("How closely an event told to be there is placed: 1 the place, 2 near it, 3 a unit.", 1)
    population: int | None = told("Inhabitants, where a list tells.", 211857)
    source: str = told("Who says where it lies; empty where no list does.", "OCHA populated places 2020")
    above: list[PlaceUnitShape] = told("The units it lies in, the country first.", [])
    parts: list[PlaceUnitShape] = told("What a unit is made of: its units, or the places in it.", [])
    incidents: int = told("Incidents there, and in all that lies in it.", 12)
    events: int = told("Events of the newest codings there.", 31)
    kinds: list[TalliedShape] = told("Incidents by sub-event type.", [{"value": "Armed clash", "number": 9}])
    months: list[TalliedShape] = told("Incidents by month of their first day.", [{"value": "2024-03", "number": 12}])
    actors: list[TalliedShape] = told("Incidents by code of an actor on either side.", [{"value": "sdf", "number": 7}])
    sources: list[TalliedShape] = told("Incidents by outlet.", [{"value": "شبكة الوادي", "number": 8}])


class RatingShape(Shape):
    """How far a source can be relied on."""

    reliability: str = told("A to F.", "B")
    valid_from: date = told("Since when.", "2020-01-01")
    valid_until: date | None = told("Until when.", None)


class OutletShape(Shape):
    """A source of the registry."""

    outlet: str = told("Name.", "شبكة الوادي")
    kind: str = told("agency, newspaper, channel ...", "channel")
    language: str | None = told("ISO 639-1.", "ar")
    country: str | None = told("ISO 3166 alpha-2.", "SY")
    side: str | None = told("The side it serves.", None)
    names: list[str] = told("Names that reports use beside its own.", ["شبكه وادي"])
    ratings: list[RatingShape] = told("Ratings, oldest first.", [])


class ValueShape(Shape):
    """The value of a dimension."""

    value: str = told("The value; empty where there is none.", "2024-03")
    note: str = told("Why it is less precise than asked for.", "")


class PeopleShape(Shape):
    """People of a row together."""

    low: int = told("Lowest figures added.", 20)
    best: int = told("Best figures added.", 23)
    high: int = told("Highest figures added.", 30)
    without_best: int = told("Records whose lowest figure stands in for a best one.", 1)
    open: int = told('Records whose range is open upwards: the sum is then a "more than".', 2)
    untold: int = told("Records that tell no figure: they add nothing.", 4)


class CountShape(Shape):
    """A row of counts."""

    key: list[ValueShape] = told("The value in each dimension of `by`.", [{"value": "2024-03", "note": ""}])
    number: int = told("How many events or incidents.", 12)
    spanning: int = told("Of which so many may have happened in another period.", 1)
    elsewhere: float = told("The shares of their days that lie in another period, added.", 0.571)
    people: dict[str, PeopleShape] = told("People, by kind of count.", {})
    ids: list[str] | None = told("Ids of the records behind the number, with `ids=true`.", ["t.me/alwadi/812#1"])


class CountsShape(Shape):
    """A table of counts. In `total` every record is counted once, also where it stands in several rows."""

    table: str = told("events or incidents.", "events")
    by: list[str] = told("The dimensions.", ["month"])
    rows: list[CountShape] = told("The rows, in the order of their values.", [])
    total: CountShape = told("All together.", {"key": [], "number": 12})
    beside: dict[str, CountShape] = told(
        "What was asked for but cannot be said to belong: `may lie in SY09`, `outside the panel`.", {}
    )


class SpanShape(Shape):
    """Words that were asked for."""

    start: int = told("First code point in headline, line feed, text.", 4)
    end: int = told("The code point after the last.", 9)


class HitShape(Shape):
    """A report that was found."""

    report: ReportShape = told("The report.", {"report_id": "t.me/alwadi/812"})
    highlights: list[SpanShape] = told("Where the words asked for stand.", [{"start": 4, "end": 9}])
    events: list[int] = told("Positions, in its record, of the events that fit.", [0])


class FacetShape(Shape):
    """How many have a value."""

    value: str | None = told("The value; null where there is none.", "شبكة الوادي")
    number: int = told("How many.", 12)


class SearchShape(Page[HitShape]):
    """A page of what was found, the newest publication first."""

    reports: int = told("How many reports were found, up to 10,000.", 120)
    more: bool = told("There are more than these: the newest are counted.", False)  # noqa: FBT003
    events: int = told("How many of their events fit.", 163)
    facets: dict[str, list[FacetShape]] = told("Counts of all that was found; on the first page.", {})


class LogShape(Shape):
    """An act in the log, sealed with the one before."""

    number: int = told("Its number.", 812)
    at: str = told("When, UTC.", "2024-03-21T08:00:00Z")
    who: str = told("Who.", "ليلى")
    act: str = told("What was done.", "code")
    item: str = told("On what.", "report:t.me/alwadi/812")
    detail: dict[str, Any] = told("More about it.", {"coding": 52})
    software: str = told("With what.", "marsad 0.1.0")
    previous: str = told("The hash of the act before.", "0" * 64)
    hash: str = told("Hash over this act and the one before.", "9f2c6a1f" * 8)


class MeShape(Shape):
    """Whose token this is, and what it may be used for."""

    name: str = told("The owner.", "ليلى")
    role: str = told("The owner's role, which holds whatever the token says.", "coder")
    token: str = told("What the token is called.", "nightly export")
    scopes: list[str] = told("What it may be used for: read, write, admin.", ["read"])
    ends_at: str = told("Until when it is good, UTC.", "2026-06-30T00:00:00Z")
    sees_all: bool = told("Whether private names and exact places are told, and all collections.", example=True)
