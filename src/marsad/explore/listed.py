"""A page of incidents, and where the next one starts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["Listed", "listed"]


class Listed(NamedTuple):
    """A page of incidents, the latest first, and where the next page starts; "" after the last."""

    ids: tuple[str, ...]
    after: str


def listed(found: Sequence[tuple[int, str]], limit: int) -> Listed:
    """Return the first of (negative day, id) pairs as a page.

    >>> listed([(-738965, "i-1"), (-738964, "i-2")], 1)
    Listed(ids=('i-1',), after='738965.i-1')
    """
    some = found[:limit]
    after = f"{-some[-1][0]}.{some[-1][1]}" if len(found) > limit else ""
    return Listed(tuple(incident_id for _, incident_id in some), after)
