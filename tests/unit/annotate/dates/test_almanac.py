from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.annotate.dates import almanac
from marsad.annotate.dates.meaning import Calendar

ON = date(2024, 3, 20)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
        (date(2024, 1, 15), -1, date(2023, 12, 15)),
        (date(2024, 12, 1), 1, date(2025, 1, 1)),
    ],
)
def test_months_are_added_within_the_month(day: date, months: int, expected: date) -> None:
    """A day too late for the month becomes its last."""
    assert almanac.add_months(day, months) == expected


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(-600, 600))
def test_months_added_move_the_month_by_as_many(day: date, months: int) -> None:
    """Whatever the day, the month moves by exactly the number told."""
    moved = almanac.add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months


@pytest.mark.parametrize(
    ("edge", "first", "last"),
    [("early", 1, 10), ("middle", 11, 20), ("late", 21, 31), ("first-half", 1, 15), ("second-half", 16, 31)],
)
def test_thirds_of_a_month(edge: str, first: int, last: int) -> None:
    """A month parts at the 10th and the 20th, as the codebook has it."""
    start, end = almanac.third(edge, date(2024, 3, 1), date(2024, 3, 31))
    assert (start.day, end.day) == (first, last)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (Calendar(day=29, month=2), date(2024, 2, 29)),
        (Calendar(day=30, month=2, year=2024), None),
        (Calendar(day=1, month=4), date(2023, 4, 1)),
        (Calendar(day=29, month=3), date(2024, 3, 29)),
        (Calendar(day=1, month=9, year=1445, hijri=True), date(2024, 3, 11)),
        (Calendar(day=10, month=1, years=-1), date(2023, 1, 10)),
        (Calendar(month=3, nth=-1, of=0, year=2013), date(2013, 3, 25)),
        (Calendar(day=5, months=-1), date(2024, 2, 5)),
        (Calendar(day=20, month=3, shift=-1), date(2023, 3, 20)),
        (Calendar(day=20, month=3, shift=1), date(2025, 3, 20)),
    ],
)
def test_first_day_of_a_date(told: Calendar, expected: date | None) -> None:
    """A date with no year is the latest not after publication, a few days of plans aside."""
    found = almanac.days(told, ON)
    assert (found and found[0]) == expected


@pytest.mark.parametrize(
    ("feast", "year", "expected"),
    [
        ("eid-fitr", 2024, date(2024, 4, 10)),
        ("eid-adha", 2013, date(2013, 10, 15)),
        ("ramadan", 2019, date(2019, 5, 6)),
        ("easter", 2013, date(2013, 3, 31)),
        ("hijri-new-year", 2019, date(2019, 8, 31)),
        ("nowruz", 2018, date(2018, 3, 21)),
    ],
)
def test_feasts_of_a_year(feast: str, year: int, expected: date) -> None:
    """Feasts of the Hijri year follow Umm al-Qura, Easter the Western rule."""
    found = almanac.feast(feast, year, None, None)
    assert found is not None
    assert found[0] == expected


@pytest.mark.parametrize(
    ("told", "part", "expected"),
    [
        (3, "afternoon", 15),
        (3, "dawn", 3),
        (10, "night", 22),
        (2, "night", 2),
        (12, "midnight", 0),
        (1, "noon", 13),
        (9, None, 9),
    ],
)
def test_hour_of_a_part_of_day(told: int, part: str | None, expected: int) -> None:
    """The part of day tells which half of the clock an hour is in."""
    assert almanac.hour(told, part) == expected
