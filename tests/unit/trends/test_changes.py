"""Change points of weekly counts."""

from __future__ import annotations

import pytest

from marsad.trends.changes import changes

pytest.importorskip("ruptures")


def test_a_doubling_is_found_where_it_is():
    """Ten a week until the twentieth, then twenty."""
    (found,) = changes([10, 11, 9, 10] * 5 + [20, 19, 21, 20] * 4)
    assert (found.week, found.before, found.after) == (20, 10.0, 20.0)
    assert found.ratio.low > 1.5


def test_two_changes_are_two():
    """Up and down again."""
    assert [one.week for one in changes([5, 6, 5, 4] * 4 + [15, 16, 14, 15] * 3 + [5, 4, 6, 5] * 4)] == [16, 28]


def test_a_steady_series_has_none():
    """Nor one of nothing, nor one too short to tell."""
    assert changes([9, 11, 10, 8, 12] * 8) == ()
    assert changes([0] * 40) == ()
    assert changes([1, 30, 1, 30, 1]) == ()


def test_weeks_that_vary_much_need_more():
    """A series that jumps from week to week has no stretches."""
    assert changes([2, 25, 1, 20, 3, 22, 2, 30, 4, 19, 2, 24, 1, 27, 3, 21]) == ()
