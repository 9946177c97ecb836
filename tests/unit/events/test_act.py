"""What describes whether a frame tells an act."""

import pytest

from marsad.events.act import act_features, act_probability, gate_features, gate_score
from marsad.events.models import load_models
from marsad.lexicon.weights import Weights


def about(see, text, **report):
    seen = see(text, **report)
    return set(act_features(seen.context, seen.frames[-1]))


def test_the_gate_reads_words_alone(see):
    """What is asked before anything else is read needs the trigger and the words, and names no mention."""
    seen = see("قصفت قوات النظام بلدة كفرنبل أمس.")
    features = gate_features(seen.document, seen.only)
    assert "head=strike.verb" in features
    assert {"w=قصفت", "w=كفرنبل"} <= set(features)
    assert len(features) == len(set(features))
    assert not any(feature.startswith(("date=", "placed=", "armed=")) for feature in features)


def test_the_gate_weighs_words_as_if_their_features_were_spelt_out(see):
    """The quick way to the log-odds of the gate gives the very number that its features give."""
    seen = see("قصفت قوات النظام بلدة كفرنبل أمس، وقصفت بلدة كفرنبل. وقال خبير إن الهجوم سيفشل وقتل ثلاثة.")
    gate = load_models().gate
    assert len(seen.frames) > 1
    for frame in seen.frames:
        assert gate_score(seen.document, frame, gate) == gate.score(gate_features(seen.document, frame))


def test_no_feature_is_named_twice(see):
    """One word or cue counts once."""
    seen = see("قصف وقصف وقصف على كفرنبل وقصف على كفرنبل.")
    assert seen.frames
    for frame in seen.frames:
        features = act_features(seen.context, frame)
        assert len(features) == len(set(features))


def test_cues_over_the_act_are_features(see):
    """A denial, a threat and a habit are named, and a plain act says that it has none."""
    assert any(each.startswith("q=") for each in about(see, "نفت وزارة الدفاع وقوع قصف على كفرنبل."))
    assert any(each.startswith("q=threat") for each in about(see, "هددت تركيا بقصف مدينة منبج."))
    assert "plain=True|verb" in about(see, "قصفت قوات النظام بلدة كفرنبل.")


def test_day_place_and_toll_speak_for_an_act(see):
    """A frame that is dated, placed and counted says so."""
    told = about(see, "قتل ثلاثة عناصر من قسد بهجوم لداعش في ذيبان أمس.")
    assert {"ago=fresh", "placed=1", "tolls=1", "toll=killed.True.totalFalse"} <= told
    bare = about(see, "تحدثت صحف عن هجوم.")
    assert {"placed=0", "tolls=0", "sdated=False"} <= bare


def test_an_old_day_is_seen_as_old(see):
    """History has its age among its features."""
    assert "ago=old" in about(see, "قصفت قوات النظام بلدة كفرنبل يوم 16 آذار 2015.")


def test_the_headline_tells_the_same_kind_of_act(see):
    """A frame whose sense the headline repeats is told apart from one that it does not."""
    text = "قصفت قوات النظام بلدة كفرنبل."
    assert "headline=True|True" in about(see, text, headline="قصف على كفرنبل")
    assert "headline=False|True" in about(see, text, headline="اعتقالات في درعا")
    assert "headline=False|False" in about(see, text, headline="أخبار اليوم")


def test_words_inside_quotation_marks(see):
    """What stands inside quotation marks is told apart."""
    assert "inquote=True" in about(see, "وأضاف «قصفت قوات النظام بلدة كفرنبل».")
    assert "inquote=False" in about(see, "وأضاف «نعم» وقصفت قوات النظام بلدة كفرنبل.")


def test_an_act_is_weighed_as_if_its_features_were_spelt_out(see):
    """Words are looked up without being spelt out as features, and give what these would."""
    seen = see("قصفت قوات النظام بلدة كفرنبل أمس، وقصفت بلدة كفرنبل. وقال خبير إن الهجوم سيفشل وقتل ثلاثة.")
    act = load_models().act
    for frame in seen.frames:
        spelt = act.probability(act_features(seen.context, frame))
        assert act_probability(seen.context, frame, act) == pytest.approx(spelt)


def test_the_act_is_a_probability(see):
    """Even odds without weights, more or less with them."""
    seen = see("نفت وزارة الدفاع وقوع قصف على كفرنبل.")
    frame = seen.frame_of("كفرنبل")
    assert act_probability(seen.context, frame, Weights(name="act")) == 0.5
    cue = next(iter(seen.context.qualifiers_over(frame))).kind
    assert act_probability(seen.context, frame, Weights(name="act", weights={f"q={cue}": -3.0})) < 0.1
