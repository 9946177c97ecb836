"""A day that somebody typed into a form or an address."""

from __future__ import annotations

from datetime import date

from marsad.serve.errors import Refusal

__all__ = ["day_typed"]


def day_typed(typed: str) -> date | None:
    """Return the day, None for nothing; raises Refusal for what is no day."""
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError as error:
        raise Refusal(422) from error
