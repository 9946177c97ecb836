"""What PLOVER's columns ask for beyond our own fields: resources/exports/plover-types.csv maps the types."""

from __future__ import annotations

import csv
from functools import cache

from marsad.export.happening import Happening
from marsad.export.table import joined
from marsad.export.values import Value
from marsad.lexicon.load import RESOURCES

__all__ = ["outside_plover", "plover_values"]


@cache
def _types() -> dict[str, dict[str, str]]:
    with (RESOURCES / "exports" / "plover-types.csv").open(encoding="utf-8", newline="") as file:
        return {row["sub_event_type"]: row for row in csv.DictReader(file)}


def outside_plover(found: Happening) -> str | None:
    """Say why an event has no type of PLOVER, None when it has one."""
    return None if _types()[found.sub_event_type]["type"] else f"PLOVER has no type for {found.sub_event_type!r}"


def _column(name: str) -> Value:
    return lambda found: _types()[found.sub_event_type][name]


def _actors(found: Happening) -> str:
    which = _types()[found.sub_event_type]["actors"]
    sides = {"side1": found.side1, "side2": found.side2, "both": (*found.side1, *found.side2)}
    return joined(sides[which])


def _recipients(found: Happening) -> str:
    which = _types()[found.sub_event_type]["actors"]
    return joined({"side1": found.side2, "side2": found.side1, "both": ()}[which])


def plover_values() -> dict[str, Value]:
    """Return the values by name."""
    return {
        "plover_type": _column("type"),
        "plover_mode": _column("mode"),
        "plover_quad": _column("quad"),
        "plover_contexts": _column("contexts"),
        "plover_actor": _actors,
        "plover_recipient": _recipients,
    }
