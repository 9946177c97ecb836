"""Candidates and the best of them."""

import pytest

from marsad.events.choose import Candidate, best, ranked
from marsad.lexicon.weights import Weights

WEIGHTS = Weights(
    name="t", kind="ranker", bias=0.25, weights={"z=C<": 1.0, "lead=في": 0.5, "m=air|Battles": 2.0, "m=air|Riots": -1.0}
)


def test_a_score_in_parts_is_the_score_of_all_features():
    """Usual features, own ones and crossed ones add up to what spelling every one out gives."""
    candidate = Candidate("a", None, ("lead=في",), ((("m=air", "unknown"), "Battles"),), usual=("z=C<",))
    assert candidate.features == ("z=C<", "lead=في", "m=air|Battles", "unknown|Battles")
    assert candidate.score(WEIGHTS) == pytest.approx(3.75)
    assert candidate.score(WEIGHTS) == pytest.approx(WEIGHTS.score(candidate.features))


def test_an_ending_tells_candidates_apart():
    """What rivals share weighs as much as their own ending says."""
    shared = ("m=air",)
    rivals = [Candidate(kind, None, (), ((shared, kind),)) for kind in ("Riots", "Battles", "Protests")]
    assert [choice.value for choice in ranked(WEIGHTS, rivals)] == ["Battles", "Protests", "Riots"]


def test_the_best_is_the_first_of_all_in_order():
    """The best candidate has the share that the whole order gives it."""
    rivals = [Candidate(name, None, features) for name, features in (("a", ()), ("b", ("z=C<",)), ("c", ("z=C<",)))]
    assert best(WEIGHTS, rivals) == ranked(WEIGHTS, rivals)[0]
    assert best(WEIGHTS, rivals).value == "b"
    assert best(WEIGHTS, rivals[:1]).probability == 1.0
