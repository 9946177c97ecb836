"""Incidents for people, two lines each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from marsad.cli.incident_words import CREDIBILITY, counted, day_of, figures_of, place_of, sides_of

__all__ = ["show"]


def show(records: Sequence[dict[str, Any]], total: int) -> None:
    """Print incidents, and how many there are in all."""
    from rich.console import Console

    console = Console(highlight=False)
    for record in records:
        who = record["attribution"]
        what = " · ".join(
            (day_of(record["date"]), record["sub_event_type"], place_of(record["place"]), sides_of(record))
        )
        console.print(record["incident_id"], style="bold", end="  ")
        console.print(what, markup=False, soft_wrap=True)
        told = (
            figures_of(record["figures"]),
            counted(record["reports"], "report"),
            counted(record["sources"], "source"),
            CREDIBILITY[record["credibility"]],
            f"who did it: {who['grade']}{', contested' if who['contested'] else ''}",
        )
        line = " · ".join(filter(None, told))
        console.print(f"{' ' * len(record['incident_id'])}  {line}", style="dim", markup=False, soft_wrap=True)
    more = f", {len(records):,} shown" if total > len(records) else ""
    console.print(f"{counted(total, 'incident')}{more}.")
