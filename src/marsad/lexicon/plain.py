"""Plain reading of a sentence by the entries of one kind, no more than the forms and companions say.

The checks and `marsad lexicon explain` read this way; the annotators add grammar on top.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from marsad.arabic.letters import fold
from marsad.arabic.words import WORD
from marsad.lexicon.companions import Companions, Company
from marsad.lexicon.entry import Entry
from marsad.lexicon.match import Matcher

__all__ = ["PlainReader", "Reading", "words_of"]

_LOOK_ALIKES = ("sense", "means")


def words_of(text: str) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """Return the folded words of an example and where each stands in its folded text."""
    matches = list(WORD.finditer(fold(text)))
    return tuple(match.group() for match in matches), tuple(match.span() for match in matches)


@dataclass(frozen=True, slots=True)
class Reading:
    """An entry read words `first` to `stop`; `dropped` says why it does not count: companions, longer or none."""

    first: int
    stop: int
    entry: Entry
    proclitics: str
    dropped: str | None = None


class PlainReader:
    """Reads sentences with the entries of one kind."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        self._matcher = Matcher(
            (form, entry.pos, index) for index, entry in enumerate(self._entries) for form in entry.forms
        )
        self._company = tuple(
            Company.of(*(getattr(entry, name, None) for name in ("near", "not_near", "within", "side")))
            for entry in self._entries
        )
        self._companions = Companions(self._company)

    def read(self, words: Sequence[str]) -> list[Reading]:
        """Return every reading; those that companions or a longer phrase silence are marked as dropped."""
        found: list[Reading] = []
        around = self._companions.around(words, 0, len(words))
        for hit in self._matcher.find(words):
            index: Any = hit.payload
            allowed = self._company[index].allows(around, hit.first, hit.stop)
            dropped = None if allowed else "companions"
            found.append(Reading(hit.first, hit.stop, self._entries[index], hit.proclitics, dropped))
        alive = [reading for reading in found if reading.dropped is None]
        return [
            reading
            if reading.dropped or (reason := _silenced(reading, alive)) is None
            else Reading(reading.first, reading.stop, reading.entry, reading.proclitics, reason)
            for reading in found
        ]


def _silenced(reading: Reading, others: Iterable[Reading]) -> str | None:
    for other in others:
        if other.entry is reading.entry or other.stop <= reading.first or reading.stop <= other.first:
            continue
        longer = (other.first, -other.stop) < (reading.first, -reading.stop)
        if longer:
            return "longer"
        same = (other.first, other.stop) == (reading.first, reading.stop)
        if same and not _is_look_alike(reading.entry) and _is_look_alike(other.entry):
            return "longer"
    return None


def _is_look_alike(entry: Entry) -> bool:
    return any(getattr(entry, name) == "none" for name in _look_alike_fields(type(entry)))


@cache
def _look_alike_fields(kind: type[Entry]) -> tuple[str, ...]:
    return tuple(name for name in _LOOK_ALIKES if name in kind.model_fields)
