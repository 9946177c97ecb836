"""Pairs of codings scored a stretch of days at a time, so that several processes share the work of an index.

A pair belongs to the window in which the earlier of the two begins; together the windows score every pair that one
index would, once.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence

from marsad.link.blocks import Blocks
from marsad.link.coding import Coding
from marsad.link.compare import FLOOR, comparer
from marsad.link.when import REACH, SLACK, days_of

__all__ = ["OVERLAP", "first_day", "score_window", "windows"]

OVERLAP = REACH + SLACK
"""Days after a window on which codings begin that are compared with its own."""


def first_day(coding: Coding) -> int:
    """Return the first day on which a coding may have happened, 0 of one that has none."""
    days = days_of(coding)
    return days[0] if days else 0


def windows(days: Iterable[int], most: int) -> list[tuple[int, int]]:
    """Return stretches of days, first and last, that hold at most so many of some codings, or a single day.

    Day 0, of codings without one, stands alone: they are compared with each other only.
    """
    counts = Counter(days)
    found: list[list[int]] = []
    held = 0
    for day in sorted(counts):
        if not found or held + counts[day] > most or found[-1] == [0, 0]:
            found.append([day, day])
            held = 0
        found[-1][1] = day
        held += counts[day]
    return [(first, last) for first, last in found]


def score_window(codings: Sequence[Coding], last: int) -> tuple[array[int], array[int], array[int]]:
    """Score the pairs of a window: positions of both codings, and the scores above FLOOR, in thousandths.

    `codings` are all that begin in the window or within OVERLAP days after its `last`; for day 0, those without a day.
    """
    compare = comparer()
    blocks = Blocks()
    for number, coding in enumerate(codings):
        blocks.add(number, coding)
    order = [(first_day(coding), coding.member) for coding in codings]
    left, right, scores = array("i"), array("i"), array("i")
    for number, coding in enumerate(codings):
        if order[number][0] > last:
            continue
        score_with = compare.against(coding)
        for other in blocks.candidates(coding):
            rival = codings[other]
            if order[other] <= order[number] or rival.member.report_id == coding.member.report_id:
                continue
            score = score_with(rival)
            if score > FLOOR:
                left.append(number)
                right.append(other)
                scores.append(score)
    return left, right, scores
