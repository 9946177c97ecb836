"""Numbers with their nouns."""

from __future__ import annotations

import pytest

from marsad.wording import Noun, Tongue, counted
from marsad.wording.nouns import Counted

AR, EN = Tongue(language="ar"), Tongue(language="en")
CIVILIAN = Noun(one="مدني واحد", two="مدنيان", two_oblique="مدنيين اثنين", few="مدنيين", many="مدنياً", other="مدني")
INCIDENT = Noun(
    one="حادثة واحدة", two="حادثتان", two_oblique="حادثتين", few="حوادث", many="حادثةً", other="حادثة", feminine=True,
    none="لا حوادث",
)  # fmt: skip


@pytest.mark.parametrize(
    ("number", "men", "things"),
    [
        (0, "0 مدني", "لا حوادث"),
        (1, "مدني واحد", "حادثة واحدة"),
        (2, "مدنيان", "حادثتان"),
        (3, "ثلاثة مدنيين", "ثلاث حوادث"),
        (8, "ثمانية مدنيين", "ثماني حوادث"),
        (10, "عشرة مدنيين", "عشر حوادث"),
        (11, "11 مدنياً", "11 حادثةً"),
        (99, "99 مدنياً", "99 حادثةً"),
        (100, "100 مدني", "100 حادثة"),
        (101, "101 مدني", "101 حادثة"),
        (105, "105 مدنيين", "105 حوادث"),
        (1011, "1,011 مدنياً", "1,011 حادثةً"),
        (2000, "2,000 مدني", "2,000 حادثة"),
    ],
)
def test_arabic_nouns_follow_their_number(number, men, things):
    """One, two, a few, many, hundreds; from three to ten the number word is of the other gender."""
    assert counted(number, CIVILIAN, AR) == men
    assert counted(number, INCIDENT, AR) == things


def test_two_bends_behind_a_preposition():
    """مدنيان as a subject, مدنيين after مقتل; the others have one form."""
    assert counted(2, CIVILIAN, AR, oblique=True) == "مدنيين اثنين"
    assert counted(11, CIVILIAN, AR, oblique=True) == "11 مدنياً"


def test_english_has_one_and_many():
    """Small numbers are words."""
    noun = Noun(one="incident", other="incidents")
    assert [counted(number, noun, EN) for number in (0, 1, 2, 11)] == [
        "no incidents", "one incident", "two incidents", "11 incidents",
    ]  # fmt: skip


def test_sentences_ask_for_a_form():
    """The form stands in the sentence, so that who changes its words can change it."""
    two = Counted(2, CIVILIAN, AR)
    assert f"{two} {two:oblique} {two:digits}" == "مدنيان مدنيين اثنين 2"
