"""Changes: what was created, updated, merged and deleted, by whom and why, and what it was before."""

from __future__ import annotations

from typing import Any

from marsad.serve.api.shapes.shape import Page, Shape, Snapshot, told

__all__ = ["ChangeShape", "ChangesShape", "DifferenceShape", "SnapshotShape"]


class ReasonShape(Shape):
    """Why something changed."""

    act: str = told(
        "code: marsad coded it; revise: a person did; edited: the outlet published another text, not coded yet; "
        "link: reports were linked; merge, split, credibility, attribution, take back: people decided; "
        "noted: it stood when changes were first noted.",
        "merge",
    )
    why: str | None = told("The reason that was given.", "One convoy, two names of the road", default=None)
    judgement: int | None = told("Number of the judgement.", 7, default=None)
    takes_back: int | None = told("Number of the judgement that was taken back.", None, default=None)
    based_on: int | None = told("The coding that a person's was made out of.", 51, default=None)
    coder_version: str | None = told("Version of marsad.", "0.1.0", default=None)
    resources_version: str | None = told("Version of the words.", "4f1c2d9a", default=None)


class DifferenceShape(Shape):
    """A field that is another one now."""

    event: str | None = told(
        "The event, in words; null for a field of an incident, or of an entry of the words.",
        "Armed clash, ذيبان, 2024-03-19",
    )
    field: str = told("The field; `event` for an event that only one of the two has.", "killed")
    before: Any = told("What it was.", {"low": 2, "best": 2, "high": 2})
    after: Any = told("What it is.", {"low": 3, "best": 3, "high": 3})


class ChangeShape(Shape):
    """A change. Whoever reads them all, in their order, has the record."""

    change: int = told("Its number; the next one has the next number.", 48211)
    at: str = told("When, UTC; never before that of an earlier change.", "2026-01-30T12:00:00Z")
    who: str = told("Who did it.", "ليلى")
    kind: str = told("`coding`: the coding in force of a report; or `incident`.", "incident")
    item: str = told("Id of the report, or of the incident.", "i-1b01708574bf")
    act: str = told("created, updated, merged or deleted.", "updated")
    into: str | None = told("The incident that took it in, where it was merged.", None)
    reason: ReasonShape = told("Why.", {"act": "link"})
    coding: int | None = told("Number of the coding now in force.", None)
    sha256: str | None = told(
        "Hash of the record that stands from here on; null for what ended, and for who may not see all of it.",
        "9f2c6a1f0e6d5b0e7f4a43c1d2a8e9b75c3d1f0a6b7c8d9e0f1a2b3c4d5e6f70",
    )
    seal: str = told(
        "Hash over this change and the seal before: it names all that stood then.",
        "4a43c1d2a8e9b75c3d1f0a6b7c8d9e0f1a2b3c4d5e6f709f2c6a1f0e6d5b0e7f",
    )
    difference: list[DifferenceShape] | None = told(
        "What differs from before, of an update; null for others, and for who may not see all of it.", []
    )


class ChangesShape(Page[ChangeShape]):
    """A page of changes."""

    next: str = told("Cursor to go on with, also when there is nothing more yet.", "WyI1ZTk0YTIzMTBmYzkiLDI1XQ")
    more: bool = told("Whether there is more already.", example=False)


class SnapshotShape(Snapshot):
    """A moment of the record, and how much stood then."""

    codings: int = told("Codings in force.", 20114)
    incidents: int = told("Incidents.", 8803)
