"""Floors drawn from scores."""

from __future__ import annotations

from evaluation import set_floors
from evaluation.set_floors import GUARDED, floors_of, main, sunk
from marsad.evaluate.agree import FIELDS
from marsad.evaluate.gate import read_floors
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


def test_a_floor_that_would_sink_or_go_missing_is_named():
    """Higher and equal floors pass in silence."""
    sentences = sunk({"found.f1": 0.5, "strict.f1": 0.2, "perfect_reports": 0.1}, {"found.f1": 0.49, "strict.f1": 0.2})
    assert sentences == [
        "found.f1 would sink from 0.5000 to 0.4900.",
        "perfect_reports has a floor of 0.1000 and would have none.",
    ]


def test_floors_go_up_alone_and_down_when_told(tmp_path, monkeypatch, capsys):
    """The first run writes the file, a better one raises it, a worse one needs --lower; an absent corpus has none."""
    (tmp_path / "samples.gold.jsonl").write_text("", encoding="utf-8")
    file = tmp_path / "floors.json"

    def run(quiet, *options):
        monkeypatch.setattr(set_floors, "measured", lambda _: scores(quiet))
        return main(options, tmp_path), read_floors(file).floors["quiet_reports_kept_quiet"]

    assert run(0.5) == (0, 0.49)
    assert run(0.8) == (0, 0.79)
    assert run(0.7) == (1, 0.79)
    assert "quiet_reports_kept_quiet would sink from 0.7900 to 0.6900." in capsys.readouterr().err
    assert run(0.7, "--lower") == (0, 0.69)
    assert not (tmp_path / "floors-frozen.json").exists()
