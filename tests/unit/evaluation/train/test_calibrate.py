"""Confidence learned from drafts of which it is known how often they are right."""

from __future__ import annotations

import random
from datetime import date
from types import SimpleNamespace

import pytest

from evaluation.train import calibrate
from evaluation.train.calibrate import Drafted, fit_calibration, rows_of
from marsad.evaluate.places import PlaceNames
from marsad.evaluate.records import EventRecord
from marsad.events.calibrate import event_confidence, event_row

SAME = PlaceNames().same_place


def record(**changes):
    event = {
        "sub_event_type": "Arrests",
        "side1": ["sdf"],
        "side2": ["is"],
        "place": {"name": "هجين", "country": "SY", "admin1": "SY09", "precision": 1, "also": []},
        "date": {"start": "2025-03-04", "end": "2025-03-04", "precision": 1},
    }
    return EventRecord.from_json(event | changes)


def asked(reports):
    return [item for report in reports for item in rows_of(report, SAME)]


@pytest.fixture
def reports(monkeypatch):
    """Drafts twice as sure of themselves as they should be; side1 is right oftener where it is told."""
    chance = random.Random(3)
    made = []
    for number in range(1500):
        score = chance.uniform(-4, 4)
        right = chance.random() < 1 / (1 + 2.718 ** (-score / 2))
        told = chance.random() < 0.5
        side1 = ["sdf"] if chance.random() < (0.9 if told else 0.5) else ["asayish"]
        made.append(
            Drafted(
                report_id=f"r{number}",
                context=SimpleNamespace(document=SimpleNamespace(source_text="")),
                gold=[record()],
                drafts=[told],
                records=[record(side1=side1) if right else record(sub_event_type="Grenade")],
                scores=[score],
            )
        )

    def fields(_context, draft, _score):
        yield "side1", {"given|side1": 1.0, f"told={draft}|side1": 1.0}

    monkeypatch.setattr(calibrate, "field_rows", fields)
    return made


def test_drafts_too_sure_of_themselves_are_brought_down(reports):
    """Log-odds of four that should be two are written as a probability near 0.88, not 0.98."""
    fitted = fit_calibration(reports, SAME, data="made up", on=date(2026, 1, 1))
    assert event_confidence(4.0, fitted.weights) == pytest.approx(0.88, abs=0.04)
    assert event_confidence(0.0, fitted.weights) == 0.5
    assert fitted.figures["event"]["calibration_error"] < 0.06


def test_a_field_gets_the_share_of_such_answers_that_were_right(reports):
    """Of those told more are right than of the others, and about so many are said to be; the table needs no bias."""
    weights = fit_calibration(reports, SAME, data="made up", on=date(2026, 1, 1)).weights
    assert weights.bias == 0.0
    for told in (True, False):
        answers = [
            row.answer for name, row in asked(reports) if name == "side1" and f"told={told}|side1" in row.features
        ]
        share = sum(answers) / len(answers)
        assert weights.probability(["given|side1", f"told={told}|side1"]) == pytest.approx(share, abs=0.05)


def test_what_a_report_is_written_with_never_saw_it(reports):
    """Each fold has slopes of its own, of reports outside it."""
    fitted = fit_calibration(reports, SAME, data="made up", on=date(2026, 1, 1))
    assert {name for fold in fitted.folds for name in event_row(0.0) if name in fold.weights} == set(event_row(0.0))
    assert len({fold.weights["for|event"] for fold in fitted.folds}) > 1


def test_a_draft_below_even_odds_is_paired_with_those_that_are_surer(monkeypatch):
    """Two drafts of one gold event: the surer one stands for it, the other would be one too many."""
    monkeypatch.setattr(calibrate, "field_rows", lambda *_: ())
    report = Drafted(
        report_id="r",
        context=SimpleNamespace(document=SimpleNamespace(source_text="")),
        gold=[record()],
        drafts=[None, None],
        records=[record(), record(side2=["asayish"])],
        scores=[1.0, -0.5],
    )
    assert [row.answer for _, row in rows_of(report, SAME)] == [True, False]
