"""Intervals by drawing reports anew."""

from __future__ import annotations

from marsad.evaluate.bootstrap import intervals
from marsad.evaluate.places import PlaceNames
from marsad.evaluate.records import ReportRecord
from marsad.evaluate.score import score


def scored(event, right, wrong):
    gold = {str(n): ReportRecord.from_json({"id": str(n), "events": [event()]}) for n in range(right + wrong)}
    coded = {str(n): gold[str(n)] for n in range(right)}
    return score(gold, coded, PlaceNames().same_place)


def test_the_same_seed_draws_the_same_interval(event):
    """Two runs agree to the last digit, and another seed differs."""
    reports = scored(event, 20, 20)
    assert intervals(reports, draws=50) == intervals(reports, draws=50)
    assert intervals(reports, draws=50) != intervals(reports, draws=50, seed=1)


def test_an_interval_holds_the_figure_and_narrows_with_more_reports(event):
    """Half right: the interval of perfect reports lies around one half and shrinks with the root of their number."""
    narrow, wide = (
        intervals(scored(event, 200, 200))["perfect_reports"],
        intervals(scored(event, 8, 8))["perfect_reports"],
    )
    assert wide[0] < narrow[0] < 0.5 < narrow[1] < wide[1]
    assert 0.08 < narrow[1] - narrow[0] < 0.12  # 2 x 1.96 x 0.5 / 20 = 0.098


def test_nothing_scored_has_no_interval():
    """No reports, no figures."""
    assert intervals([]) == {}
