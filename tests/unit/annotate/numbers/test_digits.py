from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.annotate.numbers.digits import read_digits


@pytest.mark.parametrize(
    ("word", "value"),
    [("1,200", 1200), ("1.5", Fraction(3, 2)), ("2,5", Fraction(5, 2)), ("1.200.000", 1_200_000), ("007", 7)],
)
def test_separators_are_read(word: str, value: Fraction | int) -> None:
    """Thousands are grouped by commas or repeated points, decimals follow one point or comma."""
    assert read_digits(word) == (value, None)


@pytest.mark.parametrize("word", ["24/3/2018", "10:30", "2018-2019", "15-10", "11/9"])
def test_dates_hours_and_scores_are_no_counts(word: str) -> None:
    """Digits that tell a day, an hour, a span of years or a falling pair are left alone."""
    assert read_digits(word) is None


@given(st.integers(min_value=0, max_value=10**9))
def test_grouping_changes_nothing(value: int) -> None:
    """A number reads the same with and without separators."""
    assert read_digits(f"{value:,}") == read_digits(str(value)) == (value, None)
