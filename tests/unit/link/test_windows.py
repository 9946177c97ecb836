"""Stretches of days: every pair that one index scores, once."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.link.index import Index
from marsad.link.read import codings_of
from marsad.link.windows import OVERLAP, first_day, score_window, windows


@given(days=st.lists(st.integers(0, 60)), most=st.integers(1, 20))
def test_windows_hold_every_day_once(days, most):
    """They come in order, apart from each other; more than `most` stand only on a single day; day 0 stands alone."""
    found = windows(days, most)
    assert len([day for first, last in found for day in days if first <= day <= last]) == len(days)
    assert all(one[1] < other[0] for one, other in pairwise(found))
    for first, last in found:
        assert sum(first <= day <= last for day in days) <= most or first == last
        assert first or not last


@pytest.mark.parametrize("most", [1, 5, 50])
def test_windows_score_the_pairs_of_an_index(reports, places, most):
    """Scores of all windows together are those of an index that holds everything."""
    codings = [coding for report in reports for coding in codings_of(report, places)]
    whole = Index()
    whole.add(codings)
    found = {}
    for first, last in windows(map(first_day, codings), most):
        until = last + OVERLAP if last else last
        some = [coding for coding in codings if first <= first_day(coding) <= until]
        for left, right, score in zip(*score_window(some, last), strict=True):
            pair = frozenset((some[left].member, some[right].member))
            assert pair not in found
            found[pair] = score
    members = [coding.member for coding in codings]
    expected = {
        frozenset((members[number], members[other])): score
        for number in range(len(codings))
        for other, score in zip(whole._near[number], whole._worth[number], strict=True)
    }
    assert found == expected
    assert len(found) > 5
