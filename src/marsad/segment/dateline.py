"""Where a report was filed from: "دبي، الإمارات (CNN)", "دمشق - سانا" name no place or side of an act."""

from __future__ import annotations

import re
from collections.abc import Sequence

from marsad.model.report import Sentence

__all__ = ["dateline"]

_NAMES = r"""CNN|BBC|DW|RT|AFP|رويترز|[أا]\s?ف\s?ب|فرانس\ برس|د\s?ب\s?[أا]|[أا]\s?ب|سانا|الأناضول|وفا|سبوتنيك
    |(?:ال)?وكالات|خاص|واع|سب[أا]|بترا|واس|وام|قنا|سونا|شينخوا|تاس|أسوشيتد\ برس|سكاي\ نيوز|بي\ بي\ سي
    |العربية|الجزيرة|عنب\ بلدي|مراسلن?ا?"""
_IN_BRACKETS = re.compile(rf"\s*\(\s*(?:{_NAMES})\s*\)\s*[-–—ـ:]", re.VERBOSE)
_BARE = re.compile(rf"\s*[-–—/|ـ،]+\s*(?:{_NAMES})\b", re.VERBOSE)
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
        if _IN_BRACKETS.match(source, end) or (stop <= lead.first + _LONGEST_BARE and _BARE.match(source, end)):
            return range(lead.first, stop)
        if source[end : end + 1] in "\n.:":
            break
    return range(0)
