"""The benchmark of linking: made-up codings, and what is read off them."""

from __future__ import annotations

import pytest

from benchmarks.linking import growth, made_up, main, measure
from marsad import gazetteer


def test_reports_are_the_same_each_time_and_come_by_day():
    """A fixed seed draws them, in the order of publication, about as many events as asked for."""
    reports = list(made_up(300, gazetteer.load()))
    assert reports == list(made_up(300, gazetteer.load()))
    assert [report["published"] for report in reports] == sorted(report["published"] for report in reports)
    assert 300 <= sum(len(report["events"]) for report in reports) < 330


def test_everything_is_linked_and_timed():
    """Sizes and seconds are told."""
    found = measure(300, gazetteer.load())
    assert found["codings"] >= 300
    assert 1 < found["incidents"] < found["codings"]
    assert found["one_report_ms_median"] > 0


def test_growth_is_an_exponent():
    """Ten times the codings in ten times the seconds is 1."""
    assert growth([(100, 1.0), (1000, 10.0)]) == pytest.approx(1)
    assert growth([(100, 1.0), (1000, 100.0)]) == pytest.approx(2)


def test_the_command_prints_each_size(capsys):
    """One line a size."""
    assert main(["--codings", "200", "--json"]) == 0
    assert '"codings"' in capsys.readouterr().out
