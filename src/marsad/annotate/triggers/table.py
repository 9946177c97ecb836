"""The trigger entries, compiled once into one matcher."""

from __future__ import annotations

from functools import cache

from marsad.frozen import dataclass
from marsad.lexicon.companions import Companions, Company, companies
from marsad.lexicon.load import entries
from marsad.lexicon.match import Matcher

__all__ = ["Trigger", "table"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """One entry as the annotator uses it; of two that read the same words the lower `rank` wins.

    `company` is None where an entry may stand beside any words.
    """

    entry_id: str
    sub_event_type: str | None
    sense: str
    pos: str
    weak: bool
    company: Company | None
    rank: tuple[bool, bool, int]


@cache
def table() -> tuple[Matcher[int], tuple[Trigger, ...], Companions]:
    """Return the matcher, the entries its payloads point into, and the finder of their companions."""
    rows = entries("triggers")
    triggers = tuple(
        Trigger(
            entry_id=row.entry_id,
            sub_event_type=row["sub_event_type"],
            sense=row["sense"],
            pos=row.pos,
            weak=bool(row["weak"]),
            company=company if company.asks else None,
            rank=(bool(row["weak"]), not row["near"], index),
        )
        for index, (row, company) in enumerate(zip(rows, companies(rows), strict=True))
    )
    companions = Companions(trigger.company for trigger in triggers if trigger.company is not None)
    matcher = Matcher((form, row.pos, index) for index, row in enumerate(rows) for form in row.forms)
    return matcher, triggers, companions
