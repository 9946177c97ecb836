"""Reports coded twice, out of a store, as agreement is worked out from them."""

from __future__ import annotations

from collections.abc import Iterable

from marsad.analyse.double import Double
from marsad.store.blind import DoubleCoding

__all__ = ["doubles"]


def doubles(found: Iterable[DoubleCoding]) -> list[Double]:
    """Return the events of both codings of each report, with the month of the second."""
    return [
        Double(key=one.key, month=one.made_at[:7], first=one.first["events"], second=one.second["events"])
        for one in found
    ]
