"""Words, actors and places by which reports are coded, and what was changed in them."""

from __future__ import annotations

from typing import Any

from marsad.serve.api.shapes.change import DifferenceShape
from marsad.serve.api.shapes.shape import Page, Shape, told

__all__ = ["AmendedPage", "AmendedShape", "EntryShape"]


class EntryShape(Shape):
    """An entry in use."""

    kind: str = told("actors, places, or the kind of words.", "triggers")
    entry_id: str = told("Its id, which the words behind a coding name.", "airstrike.noun")
    own: bool = told("Whether it is one's own, and not as shipped.", example=False)
    value: dict[str, Any] = told("What a file says of it.", {"id": "airstrike.noun", "forms": ["غارة"]})


class AmendedShape(Shape):
    """A change of an entry."""

    number: int = told("Its number: the revision of the words that it made.", 12)
    at: str = told("When, UTC.", "2026-01-31T08:00:00Z")
    who: str = told("Who.", "ليلى")
    kind: str = told("actors, places, or the kind of words.", "actors")
    entry_id: str = told("The entry.", "sdf")
    act: str = told("set, retire, or drop: as shipped again.", "set")
    why: str = told("The reason, or how it is known.", "شبكة ضفاف")
    value: dict[str, Any] | None = told("The entry from then on; null where it is retired or as shipped.", None)
    difference: list[DifferenceShape] = told("What differs from the entry before, field by field.", [])


class AmendedPage(Page[AmendedShape]):
    """A page of changes of entries."""

    next: str = told("Cursor to go on with, also when there is nothing more yet.", "WyI1ZTk0YTIzMTBmYzkiLDI1XQ")
    more: bool = told("Whether there is more already.", example=False)
