"""Periods without gaps."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.analyse import Spec, count
from marsad.analyse.keys import Facts, values_of
from marsad.pictures.periods import filled, first_day, periods

days = st.dates(date(2011, 1, 1), date(2030, 12, 31))


@given(days, st.integers(0, 800), st.sampled_from(["day", "week", "month", "year"]))
def test_every_day_between_has_its_period(first, length, period):
    """The periods are those that counts name, in order, each once."""
    last = first + timedelta(days=length)
    every = [first + timedelta(days=number) for number in range(length + 1)]
    named = [values_of(period, Facts(start=day, end=day, date_precision=1))[0].code for day in every]
    assert periods(period, first, last) == list(dict.fromkeys(named))


@pytest.mark.parametrize(
    ("code", "day"), [("2024", (2024, 1, 1)), ("2024-W01", (2024, 1, 1)), ("2024-03", (2024, 3, 1))]
)
def test_a_period_has_a_first_day(code, day):
    """By which the first and the last of a picture are found."""
    assert first_day(code) == date(*day)


def test_a_month_without_anything_is_nought(told):
    """It is there, and empty; what is less precise than the period is not."""
    found = [told(day="2024-01-05"), told(day="2024-03-05"), told(day="2024-01-01", end="2024-12-31", precision=3)]
    rows = filled(count(found, Spec(by=("month",))))
    assert [(code, tally and tally.number) for code, tally in rows] == [
        ("2024-01", 1),
        ("2024-02", None),
        ("2024-03", 1),
    ]
    assert filled(count([], Spec(by=("month",)))) == []
