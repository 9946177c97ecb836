"""Incidents: what many reports tell of one thing, with members, claims and grades."""

from __future__ import annotations

from datetime import date
from typing import Any

from marsad.serve.api.shapes.coding import DateShape
from marsad.serve.api.shapes.shape import Shape, told

__all__ = ["DecidedShape", "HappenedShape", "IncidentShape"]


class IncidentPlaceShape(Shape):
    """Where an incident happened."""

    name: str | None = told("The place that most sources name.", "ذيبان")
    country: str | None = told("ISO 3166 alpha-2.", "SY")
    admin1: str | None = told("First-level unit.", "SY09")
    precision: int = told("1 the place itself, 2 near it, 3 a governorate or wider.", 1)
    latitude: float | None = told("Degrees north, WGS 84.", 35.02)
    longitude: float | None = told("Degrees east, WGS 84.", 40.51)


class FigureShape(Shape):
    """How many people, over all claims that count."""

    low: int | None = told("The lowest figure.", 2)
    best: int | None = told("The best figure.", 3)
    high: int | None = told("The highest figure.", 3)
    sources: int = told("Independent sources that tell one.", 2)
    rule: str = told("The published rule that made it.", "range-1")


class AttributionShape(Shape):
    """A grade of attribution, by the rule or by a person."""

    grade: str = told("high, medium, low or none.", "medium")
    contested: bool = told("Whether sources contradict each other.", example=False)
    by: dict[str, Any] | None = told("The person's judgement in place of the rule's.", None, default=None)


class ClaimShape(Shape):
    """A figure that a source tells."""

    report_id: str = told("The report that tells it.", "t.me/alwadi/812")
    event: int = told("Position of the event in its record.", 0)
    source: str = told("Who says so.", "ناشطون")
    kind: str = told("What kind of source that is.", "activist")
    outlet: str | None = told("The outlet that published it.", "شبكة الوادي")
    published: date | None = told("When.", "2024-03-20")
    count: str = told("Of what.", "killed")
    low: int | None = told("At least.", 3)
    best: int | None = told("The figure.", 3)
    high: int | None = told("At most.", 3)
    passed_over: str | None = told("Why it does not count, where it does not.", None)


class MemberShape(Shape):
    """A report's event that tells of the incident."""

    report_id: str = told("The report.", "t.me/alwadi/812")
    event: int = told("Position of the event in its record.", 0)
    outlet: str | None = told("Who published it.", "شبكة الوادي")
    published: date | None = told("When.", "2024-03-20")
    copy_of: str | None = told("The report that it is a copy of.", None)
    credibility: int = told("1 confirmed, 2 probable ... 6 cannot be judged.", 2)
    credibility_by: dict[str, Any] | None = told("The person's judgement in place of the rule's.", None, default=None)
    evidence: str = told("The words that state the act.", "قصف مدفعي على سوق بلدة ذيبان")
    reliability: str | None = told(
        "A to F, of the outlet on that day by the registry as it is now; absent in an answer for a past moment.",
        "B", default=None,
    )  # fmt: skip
    link: dict[str, Any] | None = told(
        "Why it belongs here: the nearest member, score and probability.",
        {"to": {"report_id": "r2", "event": 0}, "score": 4.1, "probability": 0.98},
    )


class IncidentShape(Shape):
    """One thing that happened, as many reports tell it."""

    incident_id: str = told("Id of the incident.", "i-1b01708574bf")
    was: list[str] = told("Ids that lead here: of incidents that it took in.", ["i-c3c1fa5cd15b"])
    event_type: str = told("ACLED's type.", "Explosions/Remote violence")
    sub_event_type: str = told("ACLED's sub-type.", "Shelling/artillery/missile attack")
    side1: list[str] = told("Codes of who acts.", ["syrian-army"])
    side2: list[str] = told("Codes of who is acted upon.", ["civilians"])
    place: IncidentPlaceShape = told("Where.", {"name": "ذيبان", "country": "SY", "admin1": "SY09", "precision": 1})
    date: DateShape = told("When.", {"start": "2024-03-19", "end": "2024-03-19", "precision": 1})
    figures: dict[str, FigureShape] = told("People, by kind of count.", {"killed": {"low": 2, "best": 3, "high": 3}})
    reports: int = told("Reports that tell it.", 3)
    sources: int = told("Independent sources.", 2)
    credibility: int = told("The best grade of any member.", 2)
    attribution: AttributionShape = told("How sure it is who did it.", {"grade": "medium", "contested": False})
    choices: dict[str, Any] = told("Which member each chosen value came from.", {})
    ledger: list[ClaimShape] = told("Every figure that any source tells.", [])
    members: list[MemberShape] = told("The events it consists of, in their order.", [])


class DecidedShape(Shape):
    """What came of a decision."""

    judgement: int = told("Number of the judgement: taken back by it.", 7)
    incidents: list[str] = told("The incidents that it is about, as they are now.", ["i-1b01708574bf"])


class HappenedShape(Shape):
    """An act on an incident."""

    number: int = told("Number of the act in the log.", 812)
    at: str = told("When, UTC.", "2024-03-21T08:00:00Z")
    who: str = told("Who.", "ليلى")
    act: str = told("link, dissolve, redirect, merge, split, credibility, attribution ...", "merge")
    incident_id: str = told("The id it was done on.", "i-c3c1fa5cd15b")
    why: str | None = told("The reason given.", "One convoy, two names of the road")
    judgement: int | None = told("Number of the judgement.", 7)
    came: list[str] = told("Reports whose events came.", [])
    left: list[str] = told("Reports whose events left.", [])
