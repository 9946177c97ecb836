"""A casualty count as found, before it becomes a mention."""

from __future__ import annotations

from marsad.frozen import dataclass
from marsad.model.quantity import Estimate

__all__ = ["Found", "without_repeats"]


@dataclass(frozen=True, slots=True)
class Found:
    """One casualty count and the words it was read from."""

    first: int
    stop: int
    people_first: int
    people_stop: int
    outcome: str
    estimate: Estimate
    victims: str | None
    kind: str
    rule: str
    entry_id: str | None
    subset: bool = False
    total: bool = False


def without_repeats(found: list[Found]) -> list[Found]:
    """Drop a count read twice from the same number: "عدد القتلى إلى 12 قتيلاً"."""
    kept: dict[tuple[str, int], Found] = {}
    for one in found:
        kept.setdefault((one.outcome, one.people_first), one)
    return list(kept.values())
