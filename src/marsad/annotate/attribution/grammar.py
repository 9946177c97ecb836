"""Where a speaker can stand, and how long the words that name him go on."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from marsad.lexicon.load import entries
from marsad.lexicon.match import Hit, Matcher, longest
from marsad.model.report import Document

__all__ = ["THAT", "Word", "cues", "region_stop", "speakers"]


class Word(NamedTuple):
    """What an entry of the speakers lexicon says of its words."""

    entry_id: str
    role: str
    kind: str | None


THAT = frozenset(
    that + ending
    for that in ("ان", "بان", "انو", "بانو", "بلي", "الي ان")
    for ending in ("", "ه", "ها", "هم", "هما", "هن", "نا")
)
"""What opens the words said: "إن"، "بأنه"."""

_STOPS = THAT | {
    "عن", "الي", "علي", "قوله", "قولها", "قولهم", "تاكيده", "تاكيدهم", "تاكيدها", "خلال", "بعد", "قبل", "فيما", "بينما", "حيث",
    "وجود", "مقتل", "اصابه", "وقوع", "سقوط", "ما", "كما", "انفجار", "اعتقال", "لكن", "مضيفا", "موكدا", "مشيرا",
}  # fmt: skip
_LONGEST = 14
_PAUSE = re.compile('[:«"“”;؛()!؟?\\n]|\\.\\s|\\.$')


@cache
def _matchers() -> tuple[Matcher[Word], Matcher[Word]]:
    saying, speaking = [], []
    for entry in entries("speakers"):
        word = Word(entry.entry_id, entry["role"], entry["kind"])
        target = speaking if word.role == "speaker" else saying
        target += [(form, entry.pos, word) for form in entry.forms]
    return Matcher(saying), Matcher(speaking)


def cues(document: Document) -> list[Hit]:
    """Return the saying words and the "وفق" words, by position."""
    return longest(_matchers()[0].find(document.words))


def speakers(document: Document, first: int, stop: int) -> list[Hit]:
    """Return the speakers named in words `first` to `stop`; one told something ("قال لرويترز") is none."""
    return longest(_matchers()[1].find(document.words, first, stop))


def region_stop(document: Document, first: int, stop: int) -> int:
    """Return where the words that may name a speaker from `first` on end: "قال [مصدر في الشرطة] إن"."""
    words = document.words
    for index in range(first, min(stop, first + _LONGEST)):
        if words[index] in _STOPS or (index > first and _PAUSE.search(document.gap(index))):
            return index
    return min(stop, first + _LONGEST)
