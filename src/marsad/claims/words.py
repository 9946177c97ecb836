"""Words with which reports speak of the record, found once for a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from marsad.lexicon.companions import Companions, Company, companies
from marsad.lexicon.load import LexiconEntry, entries
from marsad.lexicon.match import Hit, Matcher, longest
from marsad.model.report import Document

__all__ = ["Cue", "Cues", "find_cues"]


@dataclass(frozen=True, slots=True)
class Cue:
    """Words `first` to `stop` (excluded) play a role of the claim words; `what` is the act that a noun counts."""

    first: int
    stop: int
    role: str
    what: str | None
    entry_id: str
    pos: str
    proclitics: str


Cues = Mapping[str, tuple[Cue, ...]]
"""Role to its cues, by position, none overlapping another of its role."""


@cache
def _table() -> tuple[Matcher[int], tuple[LexiconEntry, ...], tuple[Company, ...], Companions]:
    rows = entries("claim-words")
    matcher = Matcher((form, row.pos, index) for index, row in enumerate(rows) for form in row.forms)
    asked = companies(rows)
    return matcher, rows, asked, Companions(asked)


def find_cues(document: Document) -> Cues:
    """Return the claim words of a document, role by role."""
    _, rows, _, _ = _table()
    hits: dict[str, list[Hit]] = {row["role"]: [] for row in rows}
    for role, hit in _hits(document):
        hits[role].append(hit)
    return {role: tuple(_cues(role, longest(found))) for role, found in hits.items()}


def _hits(document: Document) -> Iterable[tuple[str, Hit]]:
    matcher, rows, asked, companions = _table()
    for sentence in document.sentences:
        around = None
        for hit in matcher.find(document.words, sentence.first, sentence.stop):
            index: Any = hit.payload
            if asked[index].asks:
                if around is None:
                    around = companions.around(document.words, sentence.first, sentence.stop)
                if not asked[index].allows(around, hit.first, hit.stop):
                    continue
            yield rows[index]["role"], hit


def _cues(role: str, hits: list[Hit]) -> Iterable[Cue]:
    _, rows, _, _ = _table()
    for hit in hits:
        index: Any = hit.payload
        row = rows[index]
        yield Cue(hit.first, hit.stop, role, row["sub_event_type"], row.entry_id, row.pos, hit.proclitics)
