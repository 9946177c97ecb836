"""Saved searches looked at again, as programs read them."""

from __future__ import annotations

from datetime import date
from typing import Any

from marsad.serve.api.shapes.compare import RatioShape
from marsad.serve.api.shapes.shape import Page, Shape, told

__all__ = ["AlertsPage"]


class WeekShape(Shape):
    """A week of a trend."""

    from_: date = told("Its first day.", "2024-06-03", alias="from")
    incidents: int = told("Incidents that the sources counted tell of their own accord.", 12)
    all_sources: int = told("Incidents that any source tells: no measure, as sources come and go.", 19)
    ids: list[str] = told("Ids of the incidents counted.", ["i-0b9e4c1d2f3a"])


class TrendSourceShape(Shape):
    """What a source that is counted has to do with it."""

    source: str = told("The source.", "شبكة الوادي")
    before: int = told("What it tells of the weeks before.", 40)
    now: int = told("What it tells of the weeks looked at.", 22)
    first: int = told("What it is the first to tell.", 31)
    without: float | None = told("The ratio had it never spoken; null where nothing is left.", 1.53)
    holds: bool = told("Whether the change is seen without it.", example=True)
    any_kind: list[int] = told("What it told of any kind, before and now.", [120, 34])


class TrendShape(Shape):
    """The last weeks of a search against those before them, as `marsad alert --json` tells it."""

    search: dict[str, Any] = told("What was asked for.", {"name": "اعتقالات", "type": ["Arrests"]})
    verdict: str = told("rising, falling, no change shown, or cannot tell.", "rising")
    headline: str = told("The verdict with its figures, and why it is no other, in English.", "Rising: ...")
    because: list[str] = told("Why it is not only more reporting, in English sentences.", [])
    parts: list[str] = told("Which areas and kinds make the difference, in English.", [])
    now: dict[str, Any] = told(
        "The weeks looked at: first and last day, and how many there are.",
        {"from": "2024-06-03", "to": "2024-06-30", "incidents": 62, "all_sources": 80},
    )
    before: dict[str, Any] = told(
        "The weeks before: first day, how many weeks, and how many there are.",
        {"from": "2023-12-04", "weeks": 26, "incidents": 118, "all_sources": 140},
    )
    ratio: RatioShape | None = told("How many times as many a week; null for nothing.", None)
    growth: RatioShape | None = told("The same as growth since the turn, the last week counting most.", None)
    all_else: RatioShape | None = told("How all else that these sources tell changed.", None)
    less_season: dict[str, Any] | None = told(
        "What is left with the time of the year taken out; null where none is known.", None
    )
    vague: int = told("Incidents without a day known to the week, in no number.", 3)
    weeks: list[WeekShape] = told("Week by week.", [])
    sources: list[TrendSourceShape] = told("The sources that are counted.", [])
    left_out: dict[str, str] = told("The others, and why they are not.", {"قناة جديدة": "silent since 2024-03-05"})


class AlertShape(Shape):
    """A saved search, looked at again."""

    name: str = told("Its name.", "اعتقالات دير الزور")
    owner: str = told("Who saved it.", "ليلى")
    shared: bool = told("Whether it is shared with all.", example=False)
    address: str = told("The page that shows what it finds.", "/explore?kind=Arrests&area=SY09")
    alert: bool = told("Whether it rises.", example=True)
    why: str | None = told("Why it is no search of a trend, in English; null where it is one.", None)
    trend: TrendShape | None = told("What is found; null where it is no search of a trend.", None)


class AlertsPage(Page[AlertShape]):
    """Saved searches of the owner of the token, and shared ones: what rises first, what is no trend last."""

    until: date | None = told(
        "The last day on which anybody reported, on which the weeks end; null where nobody did.", "2024-06-30"
    )
