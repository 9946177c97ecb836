"""How much of the wording of one report stands in another.

Wording is runs of three words. What both put in quotation marks is somebody else's speech, and is not counted:
two reporters who quote one statement have not copied each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from marsad.copies.words import CopyText

__all__ = ["CONTENT", "RUN", "Overlap", "by_length", "overlap"]

RUN = 3
"""Words in a run."""

CONTENT = 4
"""Words of at least so many letters say what a report is about; shorter ones are mostly particles."""

_KEPT = 1_024
"""Texts whose runs are kept at a time: 300 words take some 20 kB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Of two reports, the short and the long one by their number of words.

    `runs` is how many runs of three words they share,
    `of_short` and `of_long` their part in each; `words_of_short` is the part of the content words of the short
    one that the long one has, whatever the order, `words_of_long` the reverse; `in_order` is the part of the words
    of the short one that stand in the long one in the same order. `lead_of_short` is the part of its first
    sentence's runs that stands in the long one, `lead_of_long` the reverse.
    """

    runs: int
    of_short: float
    of_long: float
    words_of_short: float
    words_of_long: float
    in_order: float
    lead_of_short: float
    lead_of_long: float
    lead_words: float


@dataclass(frozen=True, slots=True)
class _Wording:
    runs: frozenset[int]
    opening: frozenset[str]
    lead: frozenset[int]
    quoted: frozenset[int]
    content: frozenset[str]


def _runs(words: tuple[str, ...]) -> frozenset[int]:
    if len(words) < RUN:
        return frozenset((hash(words),)) if words else frozenset()
    return frozenset(map(hash, zip(words, words[1:], words[2:], strict=False)))


@lru_cache(maxsize=_KEPT)
def _wording(text: CopyText) -> _Wording:
    words, marks = text.words, text.quoted
    quoted = (index for index in range(len(words) - RUN + 1) if all(marks[index : index + RUN]))
    first, stop = text.lead
    return _Wording(
        runs=_runs(words),
        opening=_content(words[first:stop]),
        lead=_runs(words[first:stop]),
        quoted=frozenset(hash(words[index : index + RUN]) for index in quoted) if 1 in marks else frozenset(),
        content=_content(words),
    )


def _content(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for word in words if len(word) >= CONTENT or word[0].isdigit())


def _share(part: frozenset[int], whole: frozenset[int]) -> float:
    return len(part & whole) / len(part) if part else 0.0


def by_length(text: CopyText) -> tuple[int, bytes]:
    """Return what makes one of two reports the short one."""
    return len(text.words), text.key


def overlap(left: CopyText, right: CopyText) -> Overlap:
    """Compare two reports; which comes first changes nothing."""
    from rapidfuzz.distance import LCSseq

    short, long = sorted((left, right), key=by_length)
    mine, other = _wording(short), _wording(long)
    said = mine.quoted & other.quoted
    of_short, of_long = mine.runs - said, other.runs - said
    shared = len(of_short & of_long)
    both = len(mine.content & other.content)
    return Overlap(
        runs=shared,
        of_short=shared / max(1, len(of_short)),
        of_long=shared / max(1, len(of_long)),
        words_of_short=both / max(1, len(mine.content)),
        words_of_long=both / max(1, len(other.content)),
        in_order=LCSseq.similarity(short.words, long.words) / max(1, len(short.words)),
        lead_of_short=_share(mine.lead - said, of_long),
        lead_of_long=_share(other.lead - said, of_short),
        lead_words=len(mine.opening & other.opening) / max(1, min(len(mine.opening), len(other.opening))),
    )
