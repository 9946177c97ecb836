"""Training rows of whole reports."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from evaluation.train.calibrate import Drafted
from evaluation.train.whole import put_aside, report_rows, told
from marsad.lexicon.weights import Weights

_TOLD = "قصفت قوات النظام بلدة كفرنبل أمس."
_TALK = "افتتح المجلس معرضا للزهور."


def _drafted(see: Any, text: str, **known: Any) -> Drafted:
    values = {"gold": [], "drafts": [], "records": [], "scores": [], **known}
    return Drafted(report_id="r", context=see(text).context, **values)


def _fitted(**weights: Weights) -> Any:
    """Stand for what training leaves: the same weights, whichever report has not been seen."""
    made = {
        "gate": Weights(name="gate"),
        "calibration": Weights(name="calibration", weights={"for|event": 1.0, "against|event": 1.0}),
    }
    return {name: SimpleNamespace(unseen=lambda _id, kept=kept: kept) for name, kept in (made | weights).items()}


def test_a_row_says_whether_there_is_an_event(see):
    """The gold or the coder itself may tell one; a report counts as often as its weight says."""
    fitted = _fitted()
    answers = [
        [row.answer for row in report_rows([report], fitted)]
        for report in (
            _drafted(see, _TOLD),
            _drafted(see, _TOLD, gold=[object()], weight=2),
            _drafted(see, _TOLD, drafts=[object()], records=[object()], scores=[4.0]),
        )
    ]
    assert answers == [[False], [True, True], [True]]


def test_what_the_gate_stops_teaches_nothing(see):
    """Nothing is asked of a report without a likely stretch, and it is not read."""
    talk, unlikely = _drafted(see, _TALK), _drafted(see, _TOLD)
    closed = _fitted(gate=Weights(name="gate", bias=-9.0), report=Weights(name="report", bias=9.0))
    assert list(report_rows([talk], _fitted())) == []
    assert list(report_rows([unlikely], closed)) == []
    assert put_aside(unlikely, closed)


def test_an_unlikely_report_is_put_aside(see):
    """The weights of the report decide."""
    report = _drafted(see, _TOLD)
    assert put_aside(report, _fitted(report=Weights(name="report", bias=-3.0)))
    assert not put_aside(report, _fitted(report=Weights(name="report", bias=3.0)))


def test_what_is_told_is_what_is_sure_enough(see):
    """Confidence comes with whether it suffices."""
    confidences, are_told = told(_drafted(see, _TOLD, scores=[4.0, -1.0]), _fitted())
    assert are_told == [True, False]
    assert confidences[0] > 0.9
