"""Matches to groups."""

from __future__ import annotations

from datetime import date

import pytest

from marsad.copies.group import Link, part_groups
from marsad.copies.judge import How, Match


def linked(*pairs):
    """Return links of (short, long, mutual)."""
    links = {}
    for short, long, mutual in pairs:
        link = Link(short=short, long=long, match=Match(how=How.CONTAINED, share=0.9, mutual=mutual))
        links.setdefault(short, {})[long] = links.setdefault(long, {})[short] = link
    return links


DAYS = dict.fromkeys(range(5), date(2021, 3, 7))


def test_a_part_goes_with_the_whole():
    """A cut report and the whole one are one source."""
    assert part_groups({0, 1}, linked((0, 1, False)), DAYS) == [[0, 1]]


def test_a_round_up_joins_nothing():
    """Two unrelated reports in one weekly summary stay two sources, and the summary is a third."""
    assert part_groups({0, 1, 2}, linked((0, 2, False), (1, 2, False)), DAYS) == [[0], [1], [2]]


def test_parts_cut_later_are_no_round_up():
    """Two halves forwarded after the whole go back to it."""
    days = DAYS | {2: date(2021, 3, 6)}
    assert part_groups({0, 1, 2}, linked((0, 2, False), (1, 2, False)), days) == [[0, 1, 2]]


def test_related_parts_are_no_round_up():
    """A cut, a shorter cut and the whole are one source."""
    links = linked((0, 1, False), (0, 2, False), (1, 2, False))
    assert part_groups({0, 1, 2}, links, DAYS) == [[0, 1, 2]]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)])
def test_what_is_mostly_alike_stays_together(order):
    """A chain of mutual matches is one group."""
    links = linked((0, 1, True), (1, 2, True))
    assert part_groups(order, links, DAYS) == [[0, 1, 2]]
