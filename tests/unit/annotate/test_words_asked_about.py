"""Words of the annotators' grammar are read from lists, with what each stands for."""

from fractions import Fraction

import pytest

from marsad.annotate.attribution.grammar import that
from marsad.annotate.casualties.words import listed, parts
from marsad.annotate.dates.words import date_words, sixtieths
from marsad.annotate.numbers.words import lookup, number_words, share_told


@pytest.mark.parametrize(
    ("word", "share"), [("نصف", Fraction(1, 2)), ("ثلثي", Fraction(2, 3)), ("ربع", Fraction(1, 4)), ("رابع", None)]
)
def test_a_share_is_told_by_its_word(word, share):
    """ "ثلثي" is two of three parts; "رابع" is a rank, and no part."""
    assert share_told(word) == share


def test_parts_of_an_hour_are_sixtieths():
    """The accusative is of hours alone: "الثالثة إلا ربعا"."""
    assert sixtieths("fraction") == {"نصف": 30, "نص": 30, "ربع": 15, "ثلث": 20}
    assert sixtieths("hour-fraction")["ربعا"] == 15


def test_a_number_word_that_is_more_often_another_is_none():
    """ "لست" is "I am not", and "بالست" may be six."""
    assert lookup("لست") is None
    assert "في الميه" in number_words("percent")
    assert "الميه" not in number_words("percent")


@pytest.mark.parametrize(("word", "tells"), [("مصرعهم", True), ("الحياه", True), ("مصارعه", False), ("حياه", False)])
def test_a_death_is_told_by_how_a_word_begins(word, tells):
    """ "لقي ستة مصرعهم" tells it, "مصارعة" does not."""
    assert word.startswith(parts("death")) is tells


def test_what_opens_words_said_may_carry_a_pronoun():
    """ "انهم" and "بانه" open what is said, "انتم" does not."""
    assert {"ان", "انهم", "بانه"} <= that()
    assert "انتم" not in that()


def test_words_before_a_year_and_before_a_month_differ():
    """ "ربيع 2014" is a season of a year, "ربيع مارس" nothing."""
    assert "ربيع" in date_words("before-period", "before-year")
    assert "ربيع" not in date_words("before-period", "before-month")


def test_some_of_a_group_are_told_apart_from_its_number():
    """ "وعددهم" is of those just told, "تعدادهم" of a group."""
    assert "تعدادهم" not in listed("their-number")
    assert {"وعددهم", "تعدادهم"} <= listed("their-number", "its-number")
