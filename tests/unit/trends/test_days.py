"""Periods as people name them, the one before each, and how two of them are cut."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.errors import SettingsError
from marsad.trends.days import Days, days_before, days_of, last_whole_month
from marsad.trends.weeks import Pieces


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2024-03-05", date(2024, 3, 5), date(2024, 3, 5)),
        ("٢٠٢٤-٠٣-٠٥", date(2024, 3, 5), date(2024, 3, 5)),
        ("2024-01..2024-03", date(2024, 1, 1), date(2024, 3, 31)),
        ("2024-03-01 .. 2024-03-15", date(2024, 3, 1), date(2024, 3, 15)),
    ],
)
def test_a_period_has_a_name(told, first, last):
    """A month, a year, a day, or from one of these to another."""
    assert days_of(told) == Days(first, last)


@pytest.mark.parametrize("told", ["2024-13", "2024-02-30", "march", "", "..", "2024-03..2024-02", "0000", "2024-3"])
def test_what_is_no_period_is_refused(told):
    """With the forms that are."""
    with pytest.raises(SettingsError, match="Write a month"):
        days_of(told)


@pytest.mark.parametrize(
    ("told", "before"),
    [
        ("2024-03", "2024-02"),
        ("2024-01", "2023-12"),
        ("2024", "2023"),
        ("2024-04..2024-06", "2024-01..2024-03"),
        ("2024-03-01..2024-03-07", "2024-02-23..2024-02-29"),
        ("2024-03-04", "2024-03-03"),
    ],
)
def test_the_period_before_is_as_long(told, before):
    """Months before months, however many days they have; else as many days."""
    assert days_before(days_of(told)) == days_of(before)


def test_a_month_is_whole_on_its_last_day():
    """Before that the one before it is the last."""
    assert last_whole_month(date(2024, 2, 29)) == days_of("2024-02")
    assert last_whole_month(date(2024, 2, 28)) == days_of("2024-01")


_DAY = st.dates(date(2000, 1, 1), date(2030, 1, 1))


@given(_DAY, st.integers(1, 400), st.integers(0, 50), st.integers(1, 400))
def test_every_day_of_two_periods_lies_in_one_piece(first, earlier, between, later):
    """Pieces are of seven to thirteen days, or the period is shorter; days between and around lie in none."""
    before = Days(first, first + timedelta(days=earlier - 1))
    begin = before.last + timedelta(days=between + 1)
    pieces = Pieces(earlier=before, later=Days(begin, begin + timedelta(days=later - 1)))
    days = [first + timedelta(days=number) for number in range(-2, earlier + between + later + 2)]
    numbers = [pieces.number(day) for day in days]
    told = [number for number in numbers if number is not None]
    assert told == sorted(told)
    assert set(told) == set(range(pieces.total))
    assert len(told) == earlier + later == sum(pieces.days)
    assert all(numbers[days.index(pieces.start(number))] == number for number in range(pieces.total))
    assert all(told.count(number) < 14 for number in range(pieces.total))


@given(_DAY, st.integers(1, 800))
def test_a_period_is_read_as_it_is_written(first, number):
    """str and days_of are each other's way back."""
    period = Days(first, first + timedelta(days=number - 1))
    assert days_of(str(period)) == period
