"""What begins at a turn week by week: its size, its interval, and whether a season would do it as well."""

from __future__ import annotations

from math import cos, exp, log, pi, sqrt
from statistics import NormalDist

import pytest

from marsad.trends.growth import GROWN, as_by_a_season, grown
from marsad.trends.rates import HEAVY, student

pytest.importorskip("scipy")
BEFORE = [10] * 12


def test_the_last_week_counts_most():
    """Of four weeks the last counts four tenths, the first one: 12, 14, 16, 18 are 1.2 + 2.8 + 4.8 + 7.2 a week."""
    assert grown([12, 14, 16, 18], BEFORE).ratio == pytest.approx(1.6)
    assert grown([18, 16, 14, 12], BEFORE).ratio == pytest.approx(1.4)
    assert grown([10] * 4, BEFORE).ratio == pytest.approx(1)
    assert grown([6, 4], [2, 2, 2]).ratio == pytest.approx((6 + 2 * 4) / 3 / 2)


def test_weeks_on_a_line_have_the_interval_of_a_poisson_count():
    """On the scale of ratios: the variance of what is weighed, and one by the number of those before."""
    now = [20, 30, 40, 50]
    found = grown(now, BEFORE)
    weights = [0.1, 0.2, 0.3, 0.4]
    weighed = sum(weight * count for weight, count in zip(weights, now, strict=True))
    varied = sum(weight**2 * count for weight, count in zip(weights, now, strict=True))
    spread = NormalDist().inv_cdf((1 + GROWN) / 2) * sqrt(varied / weighed**2 + 1 / 120)
    assert found.dispersion == 0
    assert found.low == pytest.approx(exp(log(found.ratio) - spread), rel=0.01)
    assert found.high == pytest.approx(exp(log(found.ratio) + spread), rel=0.01)


def test_growth_itself_is_no_variation_but_weeks_that_jump_are():
    """They widen the interval; so do earlier weeks that jumped, and even ones narrow it again."""
    calm, wild = grown([20, 30, 40, 50], BEFORE), grown([50, 20, 48, 22], [2, 18] * 6)
    assert calm.dispersion == 0
    assert wild.dispersion > 0.1
    assert wild.low / wild.ratio < calm.low / calm.ratio
    assert wild.high / wild.ratio > calm.high / calm.ratio
    jumped = grown([20, 30, 40, 50], BEFORE, earlier=[[2, 18] * 13])
    assert jumped.dispersion > 0.1
    assert jumped.low < calm.low < calm.high < jumped.high
    settled = grown([50, 20, 48, 22], [2, 18] * 6, earlier=[[10] * 26] * 4)
    assert 0 < settled.dispersion < wild.dispersion / 2


def test_variation_widens_the_interval_by_as_much_as_is_told():
    """Weeks on a line vary by nothing, 26 earlier ones by 64 about 10: 26 × 64 / (10 + 100 d) is 16 - 2 + 25 weeks."""
    now = [20, 30, 40, 50]
    found = grown(now, BEFORE, earlier=[[2, 18] * 13])
    by = (26 * 64 / 39 - 10) / 100
    assert found.dispersion == pytest.approx(by, rel=0.01)
    weights = [0.1, 0.2, 0.3, 0.4]
    varied = sum(weight**2 * (count + by * count**2) for weight, count in zip(weights, now, strict=True))
    spread = student(GROWN, 39 / (1 + HEAVY * by)) * sqrt(varied / 40**2 + 1 / 120 + by / 12)
    assert found.high == pytest.approx(found.ratio * exp(spread), rel=0.01)
    assert found.low == pytest.approx(found.ratio / exp(spread), rel=0.01)


def test_earlier_weeks_tell_of_variation_alone():
    """Twice the level, as even, moves neither ratio nor interval: each period is held against its own mean."""
    assert grown([12, 14, 16, 18], BEFORE, earlier=[[20] * 26]) == grown([12, 14, 16, 18], BEFORE)


def test_nothing_on_one_side_has_no_growth():
    """A ratio of it would be nought or infinite."""
    assert grown([0] * 4, BEFORE) is None
    assert grown([3] * 4, [0] * 12) is None


def test_what_fell_is_the_other_way_round():
    """Half as many in the last weeks: an interval below one."""
    found = grown([20, 15, 8, 5], [20] * 12)
    assert found.shows
    assert found.high < 1


def test_a_wave_is_taken_for_a_season_and_a_step_is_not():
    """Weeks that rose all along, as towards a summer; against even ones that doubled at once, or from week to week."""
    wave = [round(40 * exp(log(1.5) / 2 * cos(2 * pi * (week - 30) * 7 / 365.25))) for week in range(30)]
    assert as_by_a_season(wave[-4:], wave[:-4])
    assert not as_by_a_season([40] * 4, [20] * 26)
    assert not as_by_a_season([25, 30, 35, 40], [20] * 26)


def test_a_fall_is_held_against_the_other_half_of_the_wave():
    """Half as many at once is no season, and slowly fewer is one."""
    wave = [round(40 * exp(-log(1.5) / 2 * cos(2 * pi * (week - 30) * 7 / 365.25))) for week in range(30)]
    assert as_by_a_season(wave[-4:], wave[:-4])
    assert not as_by_a_season([20] * 4, [40] * 26)


def test_a_few_even_weeks_bear_out_either():
    """So no change is told for certain from them."""
    assert as_by_a_season([3, 2, 3, 3], [2, 3, 2, 3, 2, 3])
