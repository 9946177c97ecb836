"""What is thought of every answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.events.belief import agreement, spread

SHARES = st.dictionaries(st.sampled_from(["sdf", "sna", "is", "hts"]), st.floats(0, 0.25))


def test_equal_answers_are_one_and_slight_ones_none():
    """Two mentions of one side add up; what is next to nothing is left out."""
    assert spread([("sdf", 0.5), ("is", 0.004), ("sdf", 0.25)]) == {"sdf": 0.75}


def test_agreement_is_the_chance_of_one_answer():
    """Each answer counts by what both frames think of it."""
    assert agreement({"sdf": 0.5, "sna": 0.5}, {"sdf": 0.4, "is": 0.6}) == pytest.approx(0.2)
    assert agreement({"sdf": 1.0}, {"is": 1.0}) == 0


@given(SHARES, SHARES)
def test_agreement_is_the_same_from_both_sides(left, right):
    """Which frame comes first makes no difference, and a share of shares is one."""
    assert agreement(left, right) == pytest.approx(agreement(right, left))
    assert 0 <= agreement(left, right) <= 1
