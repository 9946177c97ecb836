"""The time as every row has it."""

from __future__ import annotations

from datetime import UTC, datetime

__all__ = ["now", "stamp"]


def stamp(moment: datetime) -> str:
    """Return a moment in UTC, to the second: "2024-03-20T21:10:00Z"; one without a zone is taken to be UTC."""
    aware = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return aware.strftime("%Y-%m-%dT%H:%M:%SZ")


def now() -> str:
    """Return the present moment."""
    return stamp(datetime.now(UTC))
