"""Two periods side by side, as programs read them."""

from __future__ import annotations

from datetime import date
from typing import Any

from marsad.serve.api.shapes.around import PeopleShape
from marsad.serve.api.shapes.shape import Shape, told

__all__ = ["ContrastShape", "RatioShape"]


class NamedValueShape(Shape):
    """The value of a dimension, with its name."""

    dimension: str = told("The dimension.", "admin1")
    value: str = told("The value; empty where there is none.", "SY09")
    note: str = told("Why it is less precise than asked for.", "")
    words: str = told("Both in English.", "SY09 Deir-ez-Zor")


class HeardShape(Shape):
    """What is told of a row in one period."""

    incidents: int = told("Incidents that the sources counted tell of their own accord.", 12)
    all_sources: int = told("Incidents that any source tells: no measure, as sources come and go.", 19)
    people: dict[str, PeopleShape] = told("People of the incidents counted, by kind of count.", {})
    ids: list[str] = told("Ids of the incidents counted.", ["i-0b9e4c1d2f3a"])


class RatioShape(Shape):
    """How many times as many a day, or a week."""

    ratio: float | None = told("The ratio; null where there was nothing before.", 1.58)
    low: float | None = told("Lower end of the 95 % interval.", 1.15)
    high: float | None = told("Upper end; null where there is none.", 2.14)
    model: str = told("The distribution behind it.", "Poisson")
    dispersion: float = told("By how much weeks vary beyond chance; 0 for Poisson.", 0.0)


class ContrastLineShape(Shape):
    """A row."""

    key: list[NamedValueShape] = told("The value in each dimension of `by`.", [])
    before: HeardShape = told("The earlier period.", {"incidents": 7, "all_sources": 9})
    now: HeardShape = told("The later period.", {"incidents": 12, "all_sources": 19})
    ratio: RatioShape | None = told("Rate of the later period by that of the earlier; null for nothing.", None)
    verdict: str = told("rising, falling, no change shown, or cannot tell.", "rising")
    why: list[str] = told("Why it is no other.", [])


class ContrastShape(Shape):
    """Two periods side by side, on sources that reported throughout both."""

    search: dict[str, Any] = told("What was asked for.", {"name": "compare", "area": ["SY09"]})
    by: list[str] = told("The dimensions of the rows.", ["admin1"])
    before: dict[str, date] = told(
        "First and last day of the earlier period.", {"from": "2024-02-01", "to": "2024-02-29"}
    )
    now: dict[str, date] = told("First and last day of the later period.", {"from": "2024-03-01", "to": "2024-03-31"})
    about: list[str] = told("What holds of it, in English sentences.", [])
    rows: list[ContrastLineShape] = told("The rows, those of which most is told first.", [])
    total: ContrastLineShape = told("All together, each incident once.", {"key": [], "verdict": "rising"})
    level: float = told("Level of the interval by which a row is judged: the higher the more rows there are.", 0.9975)
    vague: int = told("Incidents that may lie in either period, and in no number.", 3)
    record_begins: date | None = told(
        "First day on which anybody reported, where the earlier period begins before.", None
    )
    record_ends: date | None = told("Last day on which anybody reported, where the later period ends after it.", None)
    sources: list[str] = told("The sources that are counted.", ["شبكة الوادي"])
    left_out: dict[str, str] = told("The others, and why they are not.", {"قناة جديدة": "silent since 2024-03-05"})
