"""`marsad demo`: the bundled reports, coded and shown."""

from __future__ import annotations

__all__ = ["demo"]


def demo() -> None:
    """Code the bundled reports, write out/events.jsonl and out/events.csv, and show the events."""
