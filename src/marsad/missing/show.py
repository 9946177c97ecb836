"""What is missing, for people and for programs: a rich table, CSV, JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO, TYPE_CHECKING, Any

from marsad.export.table import CsvWriter, joined
from marsad.missing.coverage import Covered
from marsad.missing.delay import Delays
from marsad.missing.estimate import ASSUMPTIONS, Missing

if TYPE_CHECKING:
    from rich.table import Table

__all__ = ["as_object", "coverage_table", "write_csv"]

_MOST = 15
_COLUMNS = ("incidents", "share", "first\nto tell", "only\nteller", "from", "to", "by the\nnext day")


def coverage_table(covered: Sequence[Covered]) -> Table:
    """Return what the sources cover that tell the most; the last row has how many others there are."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("source", overflow="fold")
    for name in _COLUMNS:
        table.add_column(name, justify="left" if name in ("from", "to") else "right", no_wrap=True)
    for one in covered[:_MOST]:
        soon = "" if one.within_a_day is None else f"{one.within_a_day:.0%}"
        counts = (f"{len(one.ids):,}", f"{one.share:.0%}", f"{one.first:,}", f"{len(one.only):,}")
        table.add_row(one.source, *counts, str(one.begins or ""), str(one.ends or ""), soon)
    others = covered[_MOST:]
    if others:
        counts = ("", "", "", f"{sum(len(one.only) for one in others):,}")
        table.add_row(f"{len(others):,} more", *counts, "", "", "")
    return table


def write_csv(covered: Sequence[Covered], stream: IO[bytes]) -> None:
    """Write one row a source, with the ids of what it tells and of what only it tells."""
    header = ["source", "incidents", "share", "first", "only", "begins", "ends", "within_a_day", "ids", "only_ids"]
    writer = CsvWriter(stream, header)
    for one in covered:
        days = [day.isoformat() if day else None for day in (one.begins, one.ends)]
        soon = None if one.within_a_day is None else round(one.within_a_day, 3)
        counts = [len(one.ids), round(one.share, 4), one.first, len(one.only)]
        writer.line([one.source, *counts, *days, soon, joined(one.ids), joined(one.only)])


def as_object(found: Missing, covered: Sequence[Covered], late: Delays | None) -> dict[str, Any]:
    """Return all of it as JSON has it."""
    lists, estimate = found.lists, found.estimate
    return {
        "search": found.search.model_dump(exclude_defaults=True),
        "from": found.first.isoformat(),
        "to": found.last.isoformat(),
        "incidents": len(found.told),
        "lists": [{"source": name, "incidents": lists.on(number)} for number, name in enumerate(lists.names)],
        "on_lists": lists.number,
        "cells": [
            {"on": [name for name, here in zip(lists.names, cell, strict=True) if here], "incidents": count}
            for cell, count in sorted(lists.cells.items(), reverse=True)
        ],
        "left_out": dict(found.panel.left_out),
        "estimate": None if estimate is None else {
            "number": round(estimate.number, 1), "low": round(estimate.low, 1),
            "high": None if estimate.high is None else round(estimate.high, 1),
            "even": None if estimate.even is None else round(estimate.even, 4),
            "models": [
                {"dependent": [[lists.names[left], lists.names[right]] for left, right in model.pairs],
                 "uneven": model.uneven, "weight": round(model.weight, 4), "number": round(model.number, 1),
                 "chance": None if model.chance is None else round(model.chance, 4)}
                for model in estimate.models
            ],
        },
        "refused": list(found.refused),
        "at_least": None if found.least is None else round(found.least, 1),
        "doubts": list(found.doubts),
        "assumptions": list(ASSUMPTIONS),
        "coverage": [
            {"source": one.source, "incidents": len(one.ids), "share": round(one.share, 4), "first": one.first,
             "only": list(one.only), "begins": one.begins and one.begins.isoformat(),
             "ends": one.ends and one.ends.isoformat(),
             "within_a_day": None if one.within_a_day is None else round(one.within_a_day, 4)}
            for one in covered
        ],
        "delay": None if late is None else {
            "incidents": late.number, "early": late.early, "longest": late.longest,
            "within": {str(days): round(late.within(days), 4) for days in (0, 1, 3, 7, 30)},
            "uncorrected": {str(days): round(late.raw[min(days, late.longest)], 4) for days in (0, 1, 3, 7, 30)},
            "nine_of_ten": late.until(0.9),
        },
    }  # fmt: skip
