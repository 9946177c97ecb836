from datetime import date

import pytest

from marsad.read.dateline import find_day, read_day


@pytest.mark.parametrize(
    "text",
    [
        "2024-03-20",
        "2024/3/20",
        "2024-03-20T23:10:00+03:00",
        "20240320",
        "20/03/2024",
        "20-3-2024",
        "20.03.2024",
        "03/20/2024",
        "٢٠/٣/٢٠٢٤",
        "20 آذار 2024",
        "الأربعاء، 20 آذار/مارس 2024",
        "20 مارس، 2024",
        "20 من آذار 2024",
        "March 20, 2024",
        "20 Mar 2024 14:05",
        "Wed, 20 Mar 2024 11:05:00 GMT",
    ],
)
def test_days_are_read_in_many_forms(text):
    """Every common way to write a whole day is understood."""
    assert read_day(text) == date(2024, 3, 20)


def test_two_word_months_are_not_cut():
    """تشرين الأول and تشرين الثاني are told apart."""
    assert find_day("نشر في 3 تشرين الأول 2023") == date(2023, 10, 3)
    assert find_day("نشر في 3 تشرين الثاني / نوفمبر 2023") == date(2023, 11, 3)
    assert find_day("نشر في 3 نوفمبر/تشرين الثاني 2023") == date(2023, 11, 3)


def test_the_day_stands_first():
    """03/04/2024 is the third of April, as Arabic outlets write it."""
    assert read_day("03/04/2024") == date(2024, 4, 3)


@pytest.mark.parametrize(
    "text", ["", "آذار 2024", "20 آذار", "أمس", "2024", "2024-13-45", "31/02/2024", "الساعة 12:30"]
)
def test_half_a_day_is_no_day(text):
    """Without day, month and year there is no date, and none is made up."""
    assert find_day(text) is None


def test_the_first_day_of_a_text_counts():
    """Of two days, the one that stands first is taken."""
    assert find_day("نشر في 20 آذار 2024، تحديث 2024-03-22") == date(2024, 3, 20)
