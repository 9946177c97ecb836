"""Words that outlets put around a report, as patterns."""

import re

import pytest

from marsad.segment.page_words import agencies, page_words
from marsad.segment.sentences import furniture_kind


@pytest.mark.parametrize("told", ["أ ف ب", "اف ب", "د ب أ", "دبا", "سانا", "BBC", "وكالات"])
def test_an_agency_is_known_by_name_or_letters(told):
    """The letters of an agency stand apart or together, its alif with or without its hamza."""
    assert re.fullmatch(agencies(), told)


@pytest.mark.parametrize("told", ["ب ب س", "الحي", "دمشق"])
def test_other_words_are_no_agency(told):
    """A town behind a town is no agency."""
    assert not re.fullmatch(agencies(), told)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("اقراوا ايضا: هدوء في البلده", "related"),
        ("اقرا الخبر كاملا", None),
        ("شارك هذا المقال", "share"),
        ("شارك المءات في التشييع", None),
        ("صوره ارشيفيه لحاجز", "caption"),
        ("عناصر علي حاجز في الريف - ارشيفيه", "caption"),
        ("1200 مشاهده", "counter"),
        ("1200 مقاتل علي الجبهه", None),
        ("© جميع الحقوق محفوظه", "rights"),
        ("حقوق النازحين", None),
    ],
)
def test_furniture_is_told_from_news(line, kind):
    """A line is furniture by how it opens, with what must stand behind: "شارك المقال", not "شارك المئات"."""
    assert furniture_kind(line) == kind


def test_forms_are_folded():
    """Patterns are for folded texts."""
    assert re.match(page_words("counter"), "اخر تحديث")
