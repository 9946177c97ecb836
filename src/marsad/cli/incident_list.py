"""Incidents for people, two lines each, and one for each count of which sources tell other figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from marsad.cli.incident_words import COUNTED, CREDIBILITY, counted, day_of, estimate, figures_of, place_of, sides_of

__all__ = ["show"]


Apart = Callable[[Mapping[str, Any]], dict[str, list[dict[str, Any]]]]
"""What returns the claims of an incident that differ, by count."""


def show(records: Sequence[dict[str, Any]], total: int, apart: Apart | None = None) -> None:
    """Print incidents, and how many there are in all; with `apart` also who tells which figure."""
    from rich.console import Console

    console = Console(highlight=False)
    for record in records:
        who = record["attribution"]
        what = " · ".join(
            (day_of(record["date"]), record["sub_event_type"], place_of(record["place"]), sides_of(record))
        )
        console.print(record["incident_id"], style="bold", end="  ")
        console.print(what, markup=False, soft_wrap=True)
        summary = (
            figures_of(record["figures"]),
            counted(record["reports"], "report"),
            counted(record["sources"], "source"),
            CREDIBILITY[record["credibility"]],
            f"who did it: {who['grade']}{', contested' if who['contested'] else ''}",
        )
        line = " · ".join(filter(None, summary))
        indent = " " * len(record["incident_id"])
        console.print(f"{indent}  {line}", style="dim", markup=False, soft_wrap=True)
        for count, claims in (apart(record) if apart else {}).items():
            told = (f"{claim['source']} {estimate(claim)}" for claim in claims)
            console.print(f"{indent}  {COUNTED[count]}: {'; '.join(told)}", markup=False, soft_wrap=True)
    more = f", {len(records):,} shown" if total > len(records) else ""
    console.print(f"{counted(total, 'incident')}{more}.")
