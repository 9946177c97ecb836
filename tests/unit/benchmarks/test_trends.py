"""The bars of trends, on few runs: what the whole benchmark measures with a thousand."""

from __future__ import annotations

import pytest

from benchmarks.trends import alerts, coverage, recaptured, turns

pytest.importorskip("scipy")
RUNS, SEED = 60, 7


@pytest.mark.parametrize(
    "name",
    ["steady", "steady, new channel tells nine of ten", "steady, new channel, copied by another"],
)
def test_a_steady_stream_raises_few_alerts(name):
    """With or without a new prolific channel, copied or not."""
    assert alerts(name, RUNS, SEED) <= 0.05


@pytest.mark.parametrize("name", ["doubled for four weeks", "doubled for four weeks, new channel too"])
def test_a_doubling_is_seen(name):
    """Over four weeks at ten a week."""
    assert alerts(name, RUNS, SEED) >= 0.8


def test_intervals_hold_the_truth():
    """Of Poisson weeks and of weeks that vary more."""
    assert 0.9 <= coverage(10, 2, 0.0, 300, SEED) <= 0.99
    assert 0.9 <= coverage(10, 1, 0.3, 300, SEED) <= 0.99


def test_steady_weeks_have_no_change_point_and_a_doubling_has():
    """Found within two weeks of where it is."""
    assert turns(52, None, 0.0, RUNS, SEED)[0] <= 0.05
    assert turns(52, 40, 0.0, RUNS, SEED)[1] >= 0.9


def test_estimates_of_what_nobody_tells_hold_the_truth():
    """Where the assumptions hold."""
    held, refused, *_ = recaptured("three lists, 500 incidents", 20, SEED)
    assert held >= 0.9
    assert refused <= 0.25


def test_uneven_telling_leaves_a_least_number_only():
    """Where all sources tell half of the incidents a third as often, and mostly it is not too high."""
    _, refused, least, low = recaptured("broken: half of the incidents a third as likely told", 20, SEED)
    assert (refused, low) >= (0.6, 0.9)
    assert least >= 0.6
