"""Where a report was filed from: "دبي، الإمارات (CNN)", "دمشق - سانا" name no place or side of an act."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from marsad.model.report import Sentence
from marsad.segment.page_words import agencies

__all__ = ["dateline"]

_LONGEST = 9
"""Words of a dateline at most: town, state and the agency."""
_LONGEST_BARE = 3
"""Words at most before an agency that no brackets mark off: "دير الزور - خاص"."""


def dateline(source: str, ends: Sequence[int], sentences: Sequence[Sentence]) -> range:
    """Return the words of the dateline at the start of a report's body, an empty range when there is none."""
    lead = next((sentence for sentence in sentences if not sentence.is_headline), None)
    if lead is None:
        return range(0)
    for stop in range(lead.first + 1, min(lead.first + _LONGEST, len(ends)) + 1):
        end = ends[stop - 1]
        if _in_brackets().match(source, end) or (stop <= lead.first + _LONGEST_BARE and _bare().match(source, end)):
            return range(lead.first, stop)
        if source[end : end + 1] in "\n.:":
            break
    return range(0)


@cache
def _in_brackets() -> re.Pattern[str]:
    return re.compile(rf"\s*\(\s*{agencies()}\s*\)\s*[-–—ـ:]")


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(rf"\s*[-–—/|ـ،]+\s*{agencies()}\b")
