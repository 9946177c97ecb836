"""Candidates and the best of them."""

import pytest

from marsad.events.choose import Candidate, agreed, best, ranked, weighed
from marsad.events.shared import Shared
from marsad.lexicon.weights import Weights

WEIGHTS = Weights(name="made", weights={"near": 2.0, "far": -1.0, "m=air|Battles": 3.0, "usual": 0.5}, bias=0.25)


def candidate(value, *own, **more):
    return Candidate(value, None, own, **more)


def test_the_highest_score_wins():
    """Weights decide between candidates."""
    assert best(WEIGHTS, [candidate("left", "far"), candidate("right", "near")]).value == "right"


def test_the_earlier_wins_among_equals():
    """Two that are equally likely come in the order given."""
    assert [choice.value for choice in ranked(WEIGHTS, [candidate("a"), candidate("b"), candidate("c")])] == list("abc")


def test_probabilities_are_shares():
    """The shares of all candidates make one, and grow with the score."""
    choices = ranked(WEIGHTS, [candidate("far", "far"), candidate("near", "near"), candidate("plain")])
    assert [choice.value for choice in choices] == ["near", "plain", "far"]
    assert sum(choice.probability for choice in choices) == pytest.approx(1)
    assert choices[0].probability > choices[1].probability > choices[2].probability


def test_a_single_candidate_is_sure():
    """Without rivals there is nothing to doubt."""
    assert best(WEIGHTS, [candidate("only", "far")]).probability == 1


def test_scores_follow_the_features_spelt_out():
    """What is worked out once, or crossed unspelt, scores as if every feature were written down."""
    made = candidate(
        "x",
        "near",
        "unknown",
        crossed=((Shared(("m=air", "m=none")), "Battles"),),
        usual=((lambda name: (name,), ("usual",)),),
        begun=(("m=air|", Shared(("Battles", "Riots"))),),
    )
    assert made.features == (
        "usual", "m=air|Battles", "m=air|Riots", "near", "unknown", "m=air|Battles", "m=none|Battles",
    )  # fmt: skip
    assert made.score(WEIGHTS) == pytest.approx(WEIGHTS.score(made.features)) == pytest.approx(8.75)


def test_two_that_say_the_same_outweigh_a_likelier_third():
    """The single likeliest candidate loses to a day that two others agree on, and their shares are added."""
    rivals = [candidate("19", "usual"), candidate("20"), candidate("20")]
    assert best(WEIGHTS, rivals).value == "19"
    choices = weighed(WEIGHTS, rivals)
    assert [choice.value for choice in choices] == ["19", "20", "20"]
    assert agreed(choices).value == "20"
    assert agreed(choices).probability == pytest.approx(1 - best(WEIGHTS, rivals).probability)
