"""The learned weights that ship."""

from dataclasses import fields

import pytest

from marsad.events.models import Models, load_models
from marsad.lexicon.weights import Weights

NAMES = [field.name for field in fields(Models)]


@pytest.mark.parametrize("name", NAMES)
def test_every_decision_has_its_weights(name):
    """Each table is the one of its own decision, holds weights, and says where they were learned."""
    weights = getattr(load_models(), name)
    assert isinstance(weights, Weights)
    assert weights.name == name
    assert weights.weights
    assert weights.card


def test_weights_are_read_once():
    """Every coder shares one set."""
    assert load_models() is load_models()
