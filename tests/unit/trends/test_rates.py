"""Rate ratios and their intervals."""

from __future__ import annotations

from math import inf

import pytest

from marsad.trends.rates import rate_ratio
from marsad.trends.words import _rate, times

pytest.importorskip("scipy")


def test_even_weeks_are_poisson():
    """20 a week against 10 is twice as many; the interval is the mid-P one of 80 in 200 at 4 weeks against 12."""
    found = rate_ratio([20] * 4, [10] * 12)
    assert (found.ratio, found.model, found.dispersion) == (2.0, "Poisson", 0.0)
    assert (round(found.low, 2), round(found.high, 2)) == (1.5, 2.65)


def test_uneven_weeks_widen_the_interval():
    """Weeks that vary beyond chance are told with a negative binomial."""
    even, uneven = rate_ratio([20] * 4, [10] * 12), rate_ratio([5, 35, 8, 32], [1, 19] * 6)
    assert uneven.model == "negative binomial"
    assert uneven.low < even.low
    assert uneven.high > even.high


def test_nothing_before_has_no_upper_end():
    """Nine against none: infinitely many times, yet the lower end stands."""
    found = rate_ratio([3, 3, 2, 1], [0] * 12)
    assert (found.ratio, found.high) == (inf, inf)
    assert 5 < found.low < 20
    assert rate_ratio([0] * 4, [1] * 12).low == 0


def test_nothing_at_all_is_no_ratio():
    """Two empty periods cannot be compared."""
    with pytest.raises(ValueError, match="nothing"):
        rate_ratio([0], [0])


def test_turned_round_the_interval_turns_round():
    """Before against now is one over now against before."""
    one, other = rate_ratio([7, 9, 4], [3, 5, 2]), rate_ratio([3, 5, 2], [7, 9, 4])
    assert one.low * other.high == pytest.approx(1, rel=1e-4)
    assert one.high * other.low == pytest.approx(1, rel=1e-4)


def test_an_end_that_says_nothing_is_none():
    """A few incidents in few uneven weeks bear out any ratio: no number of millions is told for the upper end."""
    found = rate_ratio([0, 0, 0, 2], [3, 0, 0, 0], days=(28, 28))
    assert found.unbounded
    assert not rate_ratio([20] * 4, [10] * 12).unbounded
    assert "to no upper end, negative binomial" in times(found)


def test_a_seldom_rate_is_not_told_as_nought():
    """One incident in half a year is a rate, too."""
    assert [_rate(rate) for rate in (0, 1 / 26, 0.25, 3)] == ["0.0", "0.04", "0.2", "3.0"]


def test_an_interval_too_wide_for_a_number_has_no_end():
    """Few uneven weeks, asked at the level that hundreds of rows judged at once need, leave everything open."""
    found = rate_ratio([0, 0, 0, 30], [0, 0, 0, 2], level=0.9999)
    assert (found.ratio, found.low, found.high) == (15, 0, inf)
    assert found.unbounded
    assert not found.shows
