"""Reports as published, and reports that are sent."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, StringConstraints

from marsad.serve.api.shapes.shape import Shape, told

__all__ = ["KeptShape", "NewReport", "NewReports", "PostedShape", "ReportShape"]

Short = Annotated[str, StringConstraints(max_length=500)]


class ReportShape(Shape):
    """The latest version of a report, as published."""

    report_id: str = told("Id of the report.", "t.me/alwadi/812")
    version: int = told("Which version this is, from 1; an edited report has a new one.", 1)
    headline: str = told("Headline; empty where there is none.", "قصف على سوق في بلدة ذيبان")
    text: str = told("Text as published.", "قُتل ثلاثة مدنيين إثر قصف على سوق بلدة ذيبان.")
    outlet: str | None = told("Who published it.", "شبكة الوادي")
    url: str | None = told("Where it was published.", "https://example.org/812")
    published: date | None = told("Day of publication.", "2024-03-20")
    published_at: datetime | None = told("Moment of publication, where it is known.", "2024-03-20T21:10:00+03:00")
    edited: str | None = told("When the outlet last changed it, or `unknown`.", None)
    forwarded_from: str | None = told("The channel that it was taken from.", None)
    reply_to: str | None = told("Id of the report that it answers.", None)
    extent: str = told("`whole`, or `summary` where only a teaser is known.", "whole")
    sha256: str | None = told("Hash of the bytes that were read.", None)
    kept_at: str = told("Since when this version is in the store, UTC.", "2024-03-20T21:10:00Z")
    gone: bool = told("Whether the page is no longer there.", example=False)
    coded: bool = told("Whether a coding of this version is in force: it is at /codings.", example=True)


class NewReport(Shape):
    """A report to keep. The same again changes nothing; another text under a known id is a new version."""

    report_id: Annotated[str, StringConstraints(min_length=1, max_length=500, strip_whitespace=True)] = told(
        "Id of the report, yours to choose.", "t.me/alwadi/812"
    )
    text: Annotated[str, StringConstraints(min_length=1, max_length=200_000)] = told(
        "Text as published.", "اعتقلت قسد أربعة أشخاص في مدينة الرقة."
    )
    headline: Annotated[str, StringConstraints(max_length=2000)] = told("Headline.", "حملة اعتقالات", default="")
    outlet: Short | None = told("Who published it.", "شبكة الوادي", default=None)
    url: Annotated[str, StringConstraints(max_length=2000)] | None = told(
        "Where it was published.", "https://example.org/812", default=None
    )
    published: date | None = told("Day of publication.", "2024-03-20", default=None)
    published_at: AwareDatetime | None = told(
        "Moment of publication; its day is the day of publication where that is not told.",
        "2024-03-20T21:10:00+03:00", default=None,
    )  # fmt: skip


class NewReports(Shape):
    """Reports to keep, in one transaction."""

    reports: Annotated[list[NewReport], Field(min_length=1, max_length=100)] = told("The reports, 100 at most.", [])
    code: Literal["now", "later"] = told(
        "Whether to answer when they are coded, or as soon as they are kept; they are then coded in the background.",
        "now", default="now",
    )  # fmt: skip


class KeptShape(Shape):
    """What became of a report that was sent."""

    report_id: str = told("Id of the report.", "t.me/alwadi/812")
    version: int = told("The version that holds this text.", 1)
    new: bool = told("Whether there was no report of this id before.", example=True)
    changed: bool = told("Whether this is a new version of it.", example=False)
    coded: bool = told("Whether it was coded now.", example=True)
    refused: str | None = told("Why it was not kept.", None)


class PostedShape(Shape):
    """What became of the reports that were sent, in their order."""

    reports: list[KeptShape] = told("Each report.", [])
    queued: int = told("How many wait to be coded in the background.", 0)
