"""What all shapes are made of: a described field, a page, a problem, the seal of a moment."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["Fault", "Page", "ProblemDetails", "Shape", "Snapshot", "SnapshotPage", "told"]

Item = TypeVar("Item")


class Shape(BaseModel):
    """An object; a later version may have more fields."""

    model_config = ConfigDict(frozen=True)


def told(description: str, example: Any, **more: Any) -> Any:
    """Return a field with its description and an example."""
    return Field(description=description, examples=[example], **more)


class Page(Shape, Generic[Item]):
    """A page of a list."""

    items: list[Item] = told("What is on this page.", [])
    next: str | None = told("Cursor of the next page, for `after`; null on the last one.", "WyI1ZTk0YTIzMTBmYzkiLDI1XQ")


class Snapshot(Shape):
    """A moment of the record: the same moment has the same seal, whenever it is asked for."""

    as_of: str = told("The moment, UTC.", "2026-01-31T00:00:00Z")
    change: int = told("Number of the last change up to it.", 48211)
    sha256: str = told(
        "Seal of that change: a hash over it and all before it, which names the record that stood then.",
        "9f2c6a1f0e6d5b0e7f4a43c1d2a8e9b75c3d1f0a6b7c8d9e0f1a2b3c4d5e6f70",
    )


class SnapshotPage(Page[Item], Generic[Item]):
    """A page of a list, with the moment that it tells of."""

    snapshot: Snapshot | None = told("The moment asked for with `as_of`; null for what stands now.", None)


class Fault(Shape):
    """A value that is not valid."""

    where: str = told("Where it stands.", "query.limit")
    problem: str = told("What is wrong with it.", "Input should be less than or equal to 200")


class ProblemDetails(Shape):
    """What went wrong (RFC 9457, application/problem+json)."""

    type: str = told("What kind of problem it is, for programs.", "urn:marsad:problem:changed")
    title: str = told("The kind in words.", "It was changed since it was read.")
    status: int = told("The HTTP status.", 412)
    detail: str = told("What is the matter here, and what to do.", "Read it again, then decide anew.", default="")
    errors: list[Fault] = told("Values that are not valid.", [], default=[])
