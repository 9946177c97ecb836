"""What incidents must be like to be shown: one question behind list, map, timeline, counts and downloads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from marsad.store import Box

__all__ = ["FACETS", "Question"]

FACETS = ("kind", "area", "actor", "source", "month", "status")
"""What incidents are counted by beside a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What incidents must be; None, "" and False ask for nothing, all that is given must hold.

    `asked` are words, "phrases" and beginnings* that one of the reports must hold. `kind` is a sub-event type, `area` a
    country or a first-level unit ("SY", "SY09", "IQ/Al Anbar"), `actor` a code on either side, `source` an outlet,
    `month` that of the first day ("2024-03"), `against` who acts and, on a line of its own, against whom. `since` and
    `until` are days, both included; without a day an incident lies in no range. `box` holds what is drawn inside it,
    `vague` what is drawn as an area of that name.
    """

    asked: str = ""
    kind: str | None = None
    area: str | None = None
    actor: str | None = None
    source: str | None = None
    month: str | None = None
    status: str | None = None
    against: str | None = None
    since: date | None = None
    until: date | None = None
    box: Box | None = None
    vague: str | None = None
