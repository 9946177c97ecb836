"""Numbers that take more than one stretch of digits or words: "بين 10 و15", "10 - 15", "1 000 000", ".77"."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from marsad.annotate.numbers.grammar import Reading, read_cardinal
from marsad.annotate.numbers.words import number_words
from marsad.lexicon.role_words import role_words
from marsad.model.report import Document

__all__ = ["Range", "has_leading_point", "read_range", "read_spaced"]

_DASHES = ("-", "–", "—")
_MOVED = 12
"""Words before a number within which stands what rose."""
_SINCE_REACH = 5
_WIDEST = 3
_SPACES = (" ", "\u00a0", "\u202f", "\u2009")


class Range(NamedTuple):
    """Words `first` to `stop` tell that a count lies between `low` and `high`."""

    first: int
    stop: int
    low: int
    high: int


def read_range(document: Document, reading: Reading, stop: int) -> Range | None:
    """Read "10-15", "10 - 15", "بين 10 و15", "من 10 إلى 15" from its first number on."""
    words = document.words
    low, first, end = int(reading.value), reading.first, reading.stop
    if reading.high is not None:
        return Range(first, end, low, int(reading.high))
    if end >= stop:
        return None
    opener, following = (words[first - 1] if first else ""), words[end]
    if following[0].isdigit() and document.gap(end).strip() in _DASHES and not _opens_item(document, first):
        return _closed(document, first, end, stop, low)
    if opener in number_words("between") and following.startswith("و"):
        wide = first > 1 and words[first - 2] in number_words("between-what")
        return _closed(document, first - 1 - wide, end + (following == "و"), stop, low)
    moves = tuple(role_words("moves-to"))
    if following in number_words("range-to") and not any(
        word.startswith(moves) for word in words[max(0, first - _MOVED) : first]
    ):
        if opener in number_words("range-from"):
            return _closed(document, first - 1, end + 1, stop, low)
        if not role_words("since-year").isdisjoint(words[max(0, first - _SINCE_REACH) : first]):
            return None
        span = _closed(document, first, end + 1, stop, low)
        return span if span is not None and span.high <= _WIDEST * low else None
    return None


def _opens_item(document: Document, first: int) -> bool:
    """Say whether a number opens a line and a dash and a space set it off: "3- 7 انفجارات"."""
    opens = first == 0 or "\n" in document.gap(first)
    return opens and document.gap(first + 1)[:1] in _DASHES and document.gap(first + 1).endswith(" ")


def _closed(document: Document, first: int, at: int, stop: int, low: int) -> Range | None:
    """Read the upper end of a range at word `at`."""
    high = read_cardinal(document.words, at, stop) if at < stop else None
    if high is None or high.high is not None or high.value <= low or high.value.denominator != 1:
        return None
    return Range(first, high.stop, low, int(high.value))


def read_spaced(document: Document, index: int, stop: int) -> Reading | None:
    """Read thousands parted by spaces: "1 000 000"."""
    words = document.words
    head = words[index].replace(",", "")
    if not head.isdigit() or head[0] == "0" or len(words[index].split(",")[-1]) > 3:
        return None
    end, digits = index + 1, head
    while end < stop and len(words[end]) == 3 and words[end].isdigit() and document.gap(end) in _SPACES:
        digits += words[end]
        end += 1
    return Reading(index, end, Fraction(int(digits)), None, "digits") if end > index + 1 else None


def has_leading_point(document: Document, index: int) -> bool:
    """Say whether a decimal point stands before the digits with no whole part: ".77"."""
    gap = document.gap(index)
    if not document.words[index].isdigit() or not gap.endswith((".", "٫")):
        return False
    return gap[:-1].endswith((" ", "-")) or (index == 0 and len(gap) == 1)
