"""The delay of a feed, and what a kill costs it."""

from __future__ import annotations

from benchmarks.feed import codings, delays, share
from benchmarks.speed import made_up


def test_every_report_comes_back_once_though_the_process_was_killed(tmp_path):
    """Killed on the way and sent again from the start, the store holds one coding of each report."""
    store = tmp_path / "feed.db"
    reports = list(made_up(12, 200))
    before, _, _ = delays(store, reports, 100.0, kill_after=4)
    assert len(before) >= 4
    after, took, cpu = delays(store, reports, 100.0)
    assert len(after) == 11
    assert took > 0
    assert cpu > 0
    assert codings(store, reports) == [1] * 12


def test_shares_of_values():
    """The median and the worst of some values."""
    assert share([3.0, 1.0, 2.0], 0.5) == 2.0
    assert share([3.0, 1.0, 2.0], 1.0) == 3.0
