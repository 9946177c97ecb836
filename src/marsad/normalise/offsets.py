"""The way back from folded text to the report as published."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

__all__ = ["Offsets"]


@dataclass(frozen=True, slots=True)
class Offsets:
    """Where each folded position comes from: runs that moved by the same amount.

    `folded` holds the first folded position of each run, `source` its position in the published text.
    Inside a run both advance together; a run of one folded letter may stand for several.
    """

    folded: tuple[int, ...]
    source: tuple[int, ...]

    def source_position(self, position: int) -> int:
        """Return the code point of the published text that stands behind a folded position."""
        run = bisect_right(self.folded, position) - 1
        return self.source[run] + position - self.folded[run]
