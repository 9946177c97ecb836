"""The way back from folded text to the report as published."""

from __future__ import annotations

from marsad.frozen import dataclass

__all__ = ["Offsets"]


@dataclass(frozen=True, slots=True)
class Offsets:
    """Where each folded position comes from: runs that moved by the same amount.

    `folded` holds the first folded position of each run, `source` its position in the published text.
    Inside a run both advance together; a ligature gives a run for each of its letters, all of one source.
    """

    folded: tuple[int, ...]
    source: tuple[int, ...]
