"""The trigger entries, compiled once into one matcher."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from marsad.arabic.inflect import inflections
from marsad.arabic.letters import fold
from marsad.lexicon.load import entries
from marsad.lexicon.match import Matcher

__all__ = ["Trigger", "table"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """One entry as the annotator uses it; of two that read the same words the lower `rank` wins."""

    entry_id: str
    sub_event_type: str | None
    sense: str
    pos: str
    weak: bool
    near: frozenset[str]
    not_near: frozenset[str]
    within: int
    side: str
    rank: tuple[bool, int]


@cache
def table() -> tuple[Matcher[int], tuple[Trigger, ...]]:
    """Return the matcher and the entries its payloads point into."""
    rows = entries("triggers")
    triggers = tuple(
        Trigger(
            entry_id=row.entry_id,
            sub_event_type=row["sub_event_type"],
            sense=row["sense"],
            pos=row.pos,
            weak=bool(row["weak"]),
            near=_companions(row["near"]),
            not_near=_companions(row["not_near"]),
            within=row["within"] or 12,
            side=row["side"] or "around",
            rank=(not row["near"], index),
        )
        for index, row in enumerate(rows)
    )
    return Matcher((form, row.pos, index) for index, row in enumerate(rows) for form in row.forms), triggers


def _companions(words: tuple[str, ...] | None) -> frozenset[str]:
    return frozenset(made for word in words or () for made in inflections(fold(word), "noun"))
