"""Learned weights read, written, scored and explained."""

from __future__ import annotations

import json
from math import isclose

import pytest

from marsad.errors import ResourceError
from marsad.lexicon.weights import Weights

MODEL = Weights(name="toy", weights={"head=قصف": 1.5, "q=plan": -2.0, "numbers": 0.25}, bias=-0.5)


def test_the_score_is_bias_plus_the_weights_present():
    """Unknown features add nothing and a feature named twice counts twice."""
    assert MODEL.score(["head=قصف", "never seen"]) == 1.0
    assert MODEL.score(("q=plan", "q=plan")) == -4.5
    assert MODEL.score([]) == -0.5


def test_features_with_values_multiply_their_weight():
    """A mapping gives each feature a value."""
    assert MODEL.score({"numbers": 4.0, "head=قصف": 0.0, "other": 9.0}) == 0.5


@pytest.mark.parametrize(
    ("bias", "probability"), [(0.0, 0.5), (2.0, 0.8808), (-2.0, 0.1192), (900.0, 1.0), (-900.0, 0.0)]
)
def test_the_probability_is_the_logistic_of_the_score(bias, probability):
    """Even odds are one half, and far scores neither overflow nor warn."""
    assert isclose(Weights(name="toy", bias=bias).probability([]), probability, abs_tol=1e-4)


def test_the_largest_contributions_come_first_either_way():
    """What pushed a score down explains it as well as what pushed it up."""
    assert MODEL.top(["numbers", "q=plan", "head=قصف", "x"], 2) == [("q=plan", -2.0), ("head=قصف", 1.5)]
    assert MODEL.top({"numbers": 10.0}) == [("numbers", 2.5)]


def test_a_model_written_is_the_model_read(tmp_path):
    """Writing and reading lose nothing, and the file's keys are sorted with one weight a line."""
    file = tmp_path / "models" / "toy.json"
    MODEL.write(file)
    assert Weights.load("toy", tmp_path) == MODEL
    assert list(json.loads(file.read_text(encoding="utf-8"))["weights"]) == sorted(MODEL.weights)
    assert '"head=قصف": 1.5,\n' in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("content", [None, "{", "[]", '{"name": "toy", "weights": {"a": "x"}}'])
def test_what_is_no_model_is_refused(tmp_path, content):
    """A missing or broken model file is an error that names the file."""
    file = tmp_path / "models" / "toy.json"
    if content is not None:
        file.parent.mkdir()
        file.write_text(content, encoding="utf-8")
    with pytest.raises(ResourceError, match=r"toy\.json"):
        Weights.load("toy", tmp_path)


def test_features_that_begin_alike_need_not_be_spelt_out():
    """What is added for a start and its endings is what the whole features weigh; a start never seen adds nothing."""
    model = Weights(name="toy", weights={"w=قصف": 1.5, "w=قال": -2.0, "cat=rebel|armed1": 0.5}, bias=0.25)
    assert model.added_to(0.0, "w=", ("قصف", "قال", "مطر")) == -0.5
    assert model.added_to(1.0, "cat=rebel|", ["armed1"]) == 1.5
    assert model.added_to(1.0, "s=", ["قصف"]) == 1.0


def test_what_is_shared_is_reckoned_for_all_who_share_it():
    """Joined to an ending or behind a start, features add what they weigh spelt out, whatever was asked before."""
    weights = {"m=air|Battles": 1.5, "m=none|Battles": -2.0, "m=air|Riots": 0.5, "cat=rebel|armed1": 0.25}
    model = Weights(name="toy", weights=weights, bias=9.0)
    shared = ("m=air", "m=none", "unknown")
    both = model.crossed(shared)
    assert (both["Battles"], both["Riots"], both["Battles"]) == (-0.5, 0.5, -0.5)
    assert [model.crossed(("unknown", "m=air"))[ending] for ending in ("Protests", "Riots")] == [0.0, 0.5]
    assert model.crossed(())["Battles"] == 0.0
    assert model.begun(("armed1",))["cat=rebel|"] == 0.25
    assert model.begun(("armed1",))["cat=state|"] == 0.0


def test_a_group_of_features_is_spelt_out_once():
    """A group adds what its features weigh, without the bias, and the next time it is known by its values."""
    asked = []

    def near(zone, steps):
        asked.append((zone, steps))
        return f"z={zone}", f"z={zone}|d={steps}"

    model = Weights(name="toy", weights={"z=C": 1.5, "z=C|d=2": -1.0, "z=S": 0.5}, bias=0.25)
    groups = [(near, ("C", 2)), (near, ("S", 2))]
    assert model.each(groups) == [0.5, 0.5]
    assert model.usual(groups) == 1.0
    assert asked == [("C", 2), ("S", 2)]
