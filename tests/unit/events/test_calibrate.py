"""What confidence means, on reports of our own."""

from __future__ import annotations

from datetime import date

import pytest

from marsad.events.calibrate import event_confidence
from marsad.events.models import load_models
from marsad.lexicon.weights import Weights
from marsad.model.event import KEY_FIELDS
from marsad.model.report import Report
from marsad.pipeline import Coder

TOLD = "قُتل ثلاثة عناصر من قسد بهجوم نفذه تنظيم داعش في بلدة ذيبان بريف دير الزور يوم أمس."
VAGUE = "قُتل عدد من العناصر بهجوم في المنطقة."


def code(text, minimum=0.5):
    report = Report(report_id="r", text=text, published_on=date(2023, 5, 3))
    return Coder(minimum=minimum).code(report).events


@pytest.fixture(scope="module")
def told():
    (event,) = code(TOLD)
    return event


def test_every_key_field_has_a_probability(told):
    """Each field that makes an event strictly right has one, in the order they are named."""
    assert [field for field, _ in told.field_confidence] == list(KEY_FIELDS)
    assert all(0 < probability < 1 for _, probability in told.field_confidence)


def test_what_is_told_outright_is_surer_than_what_is_not(told):
    """A named village and a stated day are surer than none."""
    (vague,) = code(VAGUE, minimum=0.0)
    sure, unsure = dict(told.field_confidence), dict(vague.field_confidence)
    assert sure["date"] > unsure["date"]
    assert sure["place"] > unsure["place"]
    assert told.confidence > vague.confidence


def test_even_odds_stay_even():
    """Calibration moves no event over the line between likelier than not and not."""
    weights = load_models().calibration
    assert event_confidence(0.0, weights) == 0.5
    assert event_confidence(-0.02, weights) < 0.5 <= event_confidence(0.02, weights)


def test_a_higher_score_is_never_less_sure():
    """The order of events is kept."""
    weights = load_models().calibration
    steps = [event_confidence(score / 10, weights) for score in range(-60, 60)]
    assert steps == sorted(steps)


def test_confidence_is_cut_not_rounded():
    """0.4996 is written as 0.499: it did not reach one half."""
    weights = Weights(name="c", weights={"against|event": 1.0, "for|event": 1.0})
    assert event_confidence(-0.0016, weights) == 0.499


def test_a_lower_minimum_adds_events_and_takes_none():
    """What is written at one half is written at nought, too, with the same probabilities."""
    few, many = code(f"{TOLD}\n{VAGUE}"), code(f"{TOLD}\n{VAGUE}", minimum=0.0)
    assert {(event.quote, event.confidence) for event in few} <= {(event.quote, event.confidence) for event in many}
    assert all(event.confidence >= 0.5 for event in few)


def test_the_weights_that_ship_were_measured():
    """The card tells for events and each field how far off they were on reports held out, and it is not far."""
    figures = load_models().calibration.card["cross_validation"]
    assert {name: figures[name]["calibration_error"] < 0.05 for name in ("event", *KEY_FIELDS)} == dict.fromkeys(
        ("event", *KEY_FIELDS), True
    )
