"""What a map or a report is of: the events or incidents that a count counts, and no others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from marsad.analyse.counts import Counts, Spec, count
from marsad.export.happening import Happening
from marsad.store.columns import keepable

__all__ = ["selected"]


def selected(found: Iterable[Happening], spec: Spec, *, table: str) -> tuple[list[Happening], Counts]:
    """Return what is asked for, in its order, and the count of it, which says what stands beside."""
    everything = list(found)
    counts = count(everything, replace(spec, by=(), ids=True), table=table)
    wanted = set(counts.total.ids)
    return [one for one in everything if keepable(one.key) in wanted], counts
