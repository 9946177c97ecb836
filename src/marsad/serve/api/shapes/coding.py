"""Codings: the record of a report with its events, as `marsad code` writes it."""

from __future__ import annotations

from datetime import date

from marsad.serve.api.shapes.shape import Shape, told

__all__ = ["CodingShape", "Count", "EventShape", "RecordShape", "ReviewActShape", "ReviewShape", "SavedShape"]


class PlaceShape(Shape):
    """Where an event happened."""

    name: str | None = told("The most specific place named.", "ذيبان")
    country: str | None = told("ISO 3166 alpha-2.", "SY")
    admin1: str | None = told("First-level unit: P-code in Syria, name elsewhere.", "SY09")
    admin2: str | None = told("Second-level unit.", "SY0902", default=None)
    admin3: str | None = told("Third-level unit.", "SY090202", default=None)
    precision: int = told("1 the place itself, 2 near it, 3 a governorate or wider.", 1)
    also: list[str] = told("Other places of the same act.", [], default=[])
    place_id: str | None = told("Row of the gazetteer; null for a place known from its wording only.", "C4857")
    latitude: float | None = told("Degrees north, WGS 84.", 35.02)
    longitude: float | None = told("Degrees east, WGS 84.", 40.51)
    uncertainty_km: float | None = told("Radius within which the place lies, km.", 2.0, default=None)
    candidates: list[str] = told("Rows of the gazetteer that the name may mean as well.", [], default=[])


class DateShape(Shape):
    """When an event happened."""

    start: date | None = told("First day on which it may have happened.", "2024-03-19")
    end: date | None = told("Last day on which it may have happened.", "2024-03-19")
    precision: int = told("1 the day, 2 within a week, 3 within a month or longer.", 1)
    reason: str | None = told("Why no day is known.", None, default=None)


class Count(Shape):
    """How many people; what the wording leaves open is null."""

    low: int | None = told("At least so many.", 20)
    best: int | None = told("The figure told.", 20)
    high: int | None = told("At most so many.", None)


class UnitShape(Shape):
    """The registered actor and the sub-unit behind a code."""

    role: str = told("side1, assist1, side2 or assist2.", "side1")
    code: str = told("The code.", "sdf")
    actor_id: str | None = told("The registered actor.", "ypg")
    unit: str | None = told("The sub-unit as named.", None)


class SourceShape(Shape):
    """Who says so inside a report."""

    name: str | None = told("As named.", "ناشطون")
    kind: str = told("outlet, correspondent, official, party, monitor, media, activist ...", "activist")


class WordsShape(Shape):
    """The words behind a field."""

    field: str = told("The field.", "killed")
    start: int = told("First code point in headline, line feed, text.", 4)
    end: int = told("The code point after the last.", 17)
    quote: str = told("The words.", "ثلاثة مدنيين")
    rule_id: str = told("The rule that read them; `person` for what a person set.", "killed.number")
    entry_ids: list[str] = told("Entries of the word lists.", ["kill.qutila"])
    note: str | None = told("What else the rule has to say.", None)


class EventShape(Shape):
    """An event that a report tells."""

    event_id: str = told("Id of the event.", "t.me/alwadi/812#1")
    event_type: str = told("ACLED's type.", "Explosions/Remote violence")
    sub_event_type: str = told("ACLED's sub-type.", "Shelling/artillery/missile attack")
    side1: list[str] = told("Codes of who acts.", ["syrian-army"])
    assist1: list[str] = told("Codes of who supports side1.", [])
    side2: list[str] = told("Codes of who is acted upon.", ["civilians"])
    assist2: list[str] = told("Codes of who supports side2.", [])
    units: list[UnitShape] = told("Registered actors and units behind codes.", [])
    place: PlaceShape = told("Where.", {"name": "ذيبان", "country": "SY", "admin1": "SY09", "precision": 1})
    date: DateShape = told("When.", {"start": "2024-03-19", "end": "2024-03-19", "precision": 1})
    killed: Count | None = told("People killed; null when not told.", {"low": 3, "best": 3, "high": 3})
    killed_civilians: Count | None = told("Civilians killed.", {"low": 3, "best": 3, "high": 3})
    wounded: Count | None = told("People wounded.", {"low": 7, "best": 7, "high": 7})
    detained: Count | None = told("People detained.", None)
    abducted: Count | None = told("People abducted.", None)
    sources: list[SourceShape] = told("Who says so inside the report.", [{"name": "ناشطون", "kind": "activist"}])
    status: str = told("reported, claimed, disputed or denied.", "reported")
    evidence: str = told("The words that state the act.", "قصف مدفعي لقوات النظام على سوق بلدة ذيبان")
    evidence_fields: list[WordsShape] = told("The words behind each field.", [])
    confidence: float = told("Probability that the report tells this event.", 0.93)
    confidence_fields: dict[str, float] = told("Probability that each key field is right.", {"killed": 0.97})
    coder_version: str = told("Version of marsad that coded it.", "0.1.0")
    resources_version: str = told("Version of the words.", "4f1c2d9a")
    gazetteer: str | None = told("The places.", "embedded")


class RecordShape(Shape):
    """The record of a report, as `marsad code` writes it."""

    id: str = told("Id of the report.", "t.me/alwadi/812")
    events: list[EventShape] = told("Its events.", [])


class CodingShape(Shape):
    """A coding in force, or one that was."""

    report_id: str = told("Id of the report.", "t.me/alwadi/812")
    coding: int = told("Number of the coding; each has one of its own.", 51)
    at: str = told("When it was made, UTC.", "2024-03-20T21:10:05Z")
    by: str | None = told("Who made it; null for marsad.", None)
    based_on: int | None = told("The coding that a person made it out of.", None)
    status: str | None = told(
        "Where the report stands in the work of people: to check, checked, second reading, reviewed, disputed, "
        "set aside; null in an answer for a moment that is past.",
        "to check",
    )
    record: RecordShape = told("The record.", {"id": "t.me/alwadi/812", "events": []})


class SavedShape(Shape):
    """What became of a coding that was sent."""

    report_id: str = told("Id of the report.", "t.me/alwadi/812")
    act: str = told("`save` where it differs from the one before, `accept` where it was found right.", "save")
    coding: int = told("The coding now in force.", 52)
    status: str = told("Where the report stands now.", "checked")


class ReviewActShape(Shape):
    """What somebody did with a report."""

    number: int = told("Number of the act.", 9)
    at: str = told("When, UTC.", "2024-03-21T08:00:00Z")
    who: str = told("Who.", "ليلى")
    act: str = told(
        "accept, save, restore, assign, comment, second, confirm, dispute, aside, reopen, settle, undo.", "accept"
    )
    comment: str | None = told("What was said.", None)
    coding: int | None = told("The coding then in force.", 51)
    status: str = told("Where it left the report.", "checked")
    assignee: str | None = told("Whom it left it to.", None)


class ReviewShape(Shape):
    """Where a report stands in the work of people, and what they did."""

    report_id: str = told("Id of the report.", "t.me/alwadi/812")
    status: str = told("Where it stands.", "checked")
    assignee: str | None = told("Whose it is.", "ليلى")
    checked_by: str | None = told("Who answers for the coding in force.", "ليلى")
    acts: list[ReviewActShape] = told("What was done, oldest first.", [])
