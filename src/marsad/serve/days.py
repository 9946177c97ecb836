"""A day that somebody typed into a form or an address."""

from __future__ import annotations

from datetime import date

from marsad.serve.catalogues import later
from marsad.serve.errors import Refusal

__all__ = ["day_typed"]


def day_typed(typed: str, field: str = "") -> date | None:
    """Return the day, None for nothing; raises Refusal for what is no day, which names the field."""
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError as error:
        sentence = later("“%(told)s” is no day. Write it as 2024-03-20.")
        raise Refusal(422, sentence, fields=(field,) if field else (), told=typed) from error
