"""Agreement beyond chance: the worked examples that were published, and what holds for any data."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.analyse.agreement import ac1, alpha, interval, masi, nominal, observed, ratio

_FOUR = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)
FOUR = [[value for value in unit if value is not None] for unit in zip(*_FOUR, strict=True)]
"""Four observers, twelve units, values missing: Krippendorff 2011, section D, and Gwet's handbook."""


@pytest.mark.parametrize(("difference", "told"), [(nominal, 0.743), (interval, 0.849), (ratio, 0.797)])
def test_alpha_is_that_of_krippendorffs_example(difference, told):
    """For names, scales without a nought and scales with one."""
    assert alpha(FOUR, difference) == pytest.approx(told, abs=5e-4)


def test_alpha_is_that_of_krippendorffs_two_observers():
    """Two observers, ten units, two values (section A)."""
    units = zip((0, 1, 0, 0, 0, 0, 0, 0, 1, 0), (1, 1, 1, 0, 0, 1, 0, 0, 0, 0), strict=True)
    assert alpha(units, nominal) == pytest.approx(0.095, abs=5e-4)


def test_ac1_is_that_of_gwets_examples():
    """Four raters with gaps; and two who nearly always say the same, where kappa is below nought."""
    assert ac1(FOUR) == pytest.approx(0.775, abs=5e-4)
    units = [("+", "+")] * 118 + [("+", "-")] * 5 + [("-", "+")] * 2
    assert ac1(units) == pytest.approx(0.9408, abs=5e-5)
    assert alpha(units, nominal) < 0
    assert observed(units) == pytest.approx(0.944)


def test_sets_differ_by_what_they_share():
    """The same, one inside the other, overlapping, apart: Passonneau's order."""
    sets = [frozenset(one) for one in ("ab", "abc", "ad", "x")]
    assert [masi(sets[0], one) for one in sets] == pytest.approx([0, 1 - 4 / 9, 1 - 1 / 9, 1])


def test_nothing_varies_nothing_is_told():
    """No coefficient where one value was ever given, or nothing was coded twice."""
    for units in ([], [("a",)], [("a", "a"), ("a", "a")]):
        assert alpha(units, nominal) is None
        assert ac1(units) is None
    assert observed([("a",)]) is None


_VALUES = st.sampled_from("abc")


@given(st.lists(st.tuples(_VALUES, _VALUES), min_size=2, max_size=30))
def test_agreement_does_not_hang_on_who_is_first(units):
    """Coders swapped and units in another order give the same; full agreement gives 1, and none more than 1."""
    swapped = [(right, left) for left, right in reversed(units)]
    for coefficient in (lambda told: alpha(told, nominal), ac1):
        found, again = coefficient(units), coefficient(swapped)
        assert (found is None) == (again is None)
        if found is not None:
            assert found == pytest.approx(again)
            assert found <= 1 + 1e-12
            assert coefficient([(left, left) for left, _ in units]) in (None, pytest.approx(1))
