"""Whether a report as a whole is worth reading."""

import pytest

from marsad.events.act import gate_score
from marsad.events.models import load_models
from marsad.events.worth import report_features, report_probability
from marsad.lexicon.weights import Weights

TOLD = "قصفت قوات النظام بلدة كفرنبل أمس، وقصفت بلدة معرة حرمة. وقال خبير إن الهجوم سيفشل."


def test_words_of_headline_and_body_are_told_apart(see):
    """A word counts once in the headline and once in the body, however often it stands there."""
    seen = see(TOLD, headline="قصف على كفرنبل")
    features = report_features(seen.document, [1.5, -2.0])
    assert features["t=قصف"] == features["w=قصفت"] == features["w=كفرنبل"] == features["t=كفرنبل"] == 1.0
    assert "t=قصفت" not in features
    assert "w=قصف" not in features


def test_the_likeliest_stretches_speak_first(see):
    """The two likeliest are told, and how unlikely even the first is."""
    document = see(TOLD).document
    likely = report_features(document, [-4.0, 3.0, 1.5])
    assert (likely["likeliest"], likely["second"], likely["unlikely"]) == (1.0, 0.5, 0.0)
    alone = report_features(document, [-3.0])
    assert alone["likeliest"] == alone["unlikely"] == -1.0
    assert alone["second"] < alone["likeliest"]


def test_a_report_is_weighed_as_if_its_features_were_spelt_out(see):
    """Words are looked up without being spelt out, and give what the features would."""
    models = load_models()
    for headline in ("", "قصف على كفرنبل"):
        seen = see(TOLD, headline=headline)
        odds = [gate_score(seen.document, frame, models.gate) for frame in seen.frames]
        spelt = models.report.probability(report_features(seen.document, odds))
        assert report_probability(seen.document, odds, models.report) == pytest.approx(spelt)


def test_words_weigh_for_and_against(see):
    """Even odds without weights; words of body and headline make a report likelier or less likely to tell an event."""
    document = see(TOLD).document
    weights = Weights(name="report", weights={"w=خبير": -2.0, "w=قصفت": 3.0, "t=قصفت": 9.0})
    assert report_probability(document, [0.0], Weights(name="report")) == 0.5
    assert report_probability(document, [0.0], weights) > 0.5
