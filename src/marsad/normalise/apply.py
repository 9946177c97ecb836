"""Fold a report and remember where every letter came from.

>>> folded = fold_text("قُتِلَ عُنصرٌ في ديـر الزور")
>>> folded.text
'قتل عنصر في دير الزور'
>>> folded.source_span(0, 3)
(0, 6)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from marsad.arabic.letters import FOLD_SAME_LENGTH, LETTER, fold_letter
from marsad.arabic.marks import MARK_CLASS, MARKS
from marsad.normalise.offsets import Offsets

__all__ = ["Folded", "fold_text"]

# Marks are dropped; presentation forms may become several letters; dots inside a spelt-out word
# ("د.ا.ع.ش") are dropped with it, lone surrogates become spaces.
_CHANGES = re.compile(
    f"(?P<marks>{MARK_CLASS}+)"
    "|(?P<form>[\ufb50-\ufdff\ufe70-\ufefc])"
    f"|(?<=[{LETTER}أإآٱىةؤئ])(?P<dot>[.·•])(?=[{LETTER}أإآٱىةؤئ](?:[.·•\\s،]|$))"
)
_SURROGATES = dict.fromkeys(range(55296, 57344), " ")
_TABLE = FOLD_SAME_LENGTH | _SURROGATES
_ON_A_LETTER = MARKS - {"ـ"}


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text and its offsets (None when nothing moved)."""

    text: str
    offsets: Offsets | None
    source_length: int
    source: str

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the published stretch of a folded one, with the marks that sit on its last letter."""
        return self.source_spans(((start, end),))[0]

    def source_spans(self, stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return the published stretches of folded ones that come in the order of the text."""
        if self.offsets is None:
            return list(stretches)
        folded, origin, source = self.offsets.folded, self.offsets.source, self.source
        length, runs, run = self.source_length, len(folded), 0
        spans: list[tuple[int, int]] = []
        for start, end in stretches:
            while run + 1 < runs and folded[run + 1] <= start:
                run += 1
            first = origin[run] + start - folded[run]
            inner = run
            while inner + 1 < runs and folded[inner + 1] <= end - 1:
                inner += 1
            last = origin[inner] + end - folded[inner]
            while last < length and source[last] in _ON_A_LETTER:
                last += 1
            spans.append((first, last))
        return spans


def fold_text(source: str) -> Folded:
    """Fold published text: letters, digits and signs to one spelling, marks dropped."""
    if not _CHANGES.search(source):
        return Folded(source.translate(_TABLE), None, len(source), source)
    pieces: list[str] = []
    folded_starts, source_starts = [0], [0]
    length = position = 0

    def keep(piece: str, start: int) -> None:
        nonlocal length
        if folded_starts[-1] == length:
            source_starts[-1] = start
        else:
            folded_starts.append(length)
            source_starts.append(start)
        pieces.append(piece)
        length += len(piece)

    for change in _CHANGES.finditer(source):
        if change.start() > position:
            keep(source[position : change.start()], position)
        if change.lastgroup == "form":
            for letter in fold_letter(change.group()):
                keep(letter, change.start())
        position = change.end()
    if position < len(source):
        keep(source[position:], position)
    text = "".join(pieces).translate(_TABLE)
    return Folded(text, Offsets(tuple(folded_starts), tuple(source_starts)), len(source), source)
