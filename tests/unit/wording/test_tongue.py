"""Days, periods and numbers as each language writes them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.errors import SettingsError
from marsad.wording import Tongue

AR, EN = Tongue(language="ar"), Tongue(language="en")


def test_months_have_the_names_of_the_region():
    """The Levant and Iraq say آذار, others مارس; a country behind the language or the area asked for decides."""
    day = date(2024, 3, 20)
    assert Tongue.of("ar-SY").day(day) == Tongue.of("ar", area="SY09").day(day) == "20 آذار 2024"
    assert Tongue.of("ar").day(day) == Tongue.of("ar", area="YE").day(day) == "20 مارس 2024"
    assert Tongue.of("en").day(day) == "20 March 2024"


@pytest.mark.parametrize(
    ("tag", "digits"), [("fr", "western"), ("ar-XX", "western"), ("en-SY", "western"), ("ar", "x")]
)
def test_other_languages_and_digits_are_refused(tag, digits):
    """The message names what there is."""
    with pytest.raises(SettingsError, match="Write"):
        Tongue.of(tag, digits=digits)


@pytest.mark.parametrize(
    ("code", "arabic", "english"),
    [
        ("2024", "2024", "2024"),
        ("2024-03", "آذار 2024", "March 2024"),
        ("2024-W12", "أسبوع 18 آذار 2024", "week of 18 March 2024"),
        ("2024-03-20", "20 آذار 2024", "20 March 2024"),
    ],
)
def test_periods_are_told_in_words(code, arabic, english):
    """Each code of a period that counts give."""
    assert (AR.period(code), EN.period(code)) == (arabic, english)


@given(st.integers(0, 10**9))
def test_digits_are_one_kind_throughout(number):
    """A number is written with Western or with Arabic digits, never with both."""
    western, eastern = EN.number(number), Tongue(language="ar", digits="arabic").number(number)
    assert western.replace(",", "") == str(number)
    assert not any(sign in "0123456789," for sign in eastern)
    assert AR.number(number) == western


def test_english_keeps_its_digits():
    """Arabic digits are for Arabic."""
    assert Tongue(language="en", digits="arabic").figures("12") == "12"


def test_lists_are_joined_as_each_language_does():
    """With و before each, with commas and "and"."""
    assert AR.listed(["دمشق", "حلب", "حمص"]) == "دمشق وحلب وحمص"
    assert [EN.listed(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
