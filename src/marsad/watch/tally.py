"""What came of one feed in one round, and what failed."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Tally"]


@dataclass(slots=True, kw_only=True)
class Tally:
    """Counts of one feed: `reports` written for the first time, `edited` those among them that are later versions.

    `fetched` counts answers, `unchanged` those without news, `gone` pages that are there no more, `waiting` pages
    left for the next round. `problems` says what failed, in full sentences.
    """

    source: str
    kind: str
    address: str
    reports: int = 0
    edited: int = 0
    fetched: int = 0
    unchanged: int = 0
    gone: int = 0
    waiting: int = 0
    problems: list[str] = field(default_factory=list)
