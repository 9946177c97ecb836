"""Floors drawn from scores."""

from __future__ import annotations

from evaluation.set_floors import GUARDED, floors_of
from marsad.evaluate.agree import FIELDS
from marsad.evaluate.score import Rates, Scores


def scores(quiet):
    return Scores(
        reports=2,
        missing_reports=0,
        found=Rates(hit=1, predicted=2, gold=2),
        strict=Rates(hit=0, predicted=2, gold=2),
        perfect_reports=0.005,
        quiet_reports_kept_quiet=quiet,
        fields=dict.fromkeys(FIELDS, 1.0),
        by_type={},
    )


def test_floors_lie_below_the_figures_by_the_margin():
    """A measure may sink by the margin and no more; evidence not at all; none goes below nought."""
    floors = floors_of(scores(1.0), 0.01)
    assert set(floors) == set(GUARDED)
    assert (floors["found.f1"], floors["strict.f1"], floors["perfect_reports"]) == (0.49, 0.0, 0.0)
    assert (floors["fields.place"], floors["fields.evidence"]) == (0.99, 1.0)


def test_a_corpus_without_quiet_reports_has_no_floor_for_them():
    """What cannot be measured is not guarded."""
    assert "quiet_reports_kept_quiet" not in floors_of(scores(None), 0.01)
