"""Quotations found in a report."""

from datetime import date

import pytest

from marsad.adopt.words import find_words
from marsad.model.report import Report
from marsad.pipeline import prepare

TEXT = "قُتِل عنصران من قسد في ذيبان، ثم انسحبت قسد وبقيت دورية لقسد عند المدخل."
DOCUMENT = prepare(Report(report_id="r", headline="ذيبان", text=TEXT, published_on=date(2023, 5, 3)))


def found(quote, near=0):
    span = find_words(DOCUMENT, quote, near)
    return None if span is None else DOCUMENT.source_text[span.start : span.end]


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("عنصران من قسد", "عنصران من قسد"),
        ("قتل عنصران", "قُتِل عنصران"),  # marks left out by who quotes
        ("  ذيبان ", "ذيبان"),
        ("قسد عند المدخل", "قسد عند المدخل"),  # behind the ل of "لقسد"
    ],
)
def test_words_that_stand_there(quote, words):
    """Letter for letter, folded, or behind what is written onto a word."""
    assert found(quote) == words


@pytest.mark.parametrize("quote", ["عنصر", "سد في", "ذيبان في قسد", "داعش", "", " ، ", "المدخلين"])
def test_words_that_do_not(quote):
    """A part of a word, words in another order, others, and none."""
    assert found(quote) is None


def test_the_nearest_counts():
    """Of "قسد", told three times, the one next to the act."""
    far = DOCUMENT.source_text.rindex("قسد")
    assert find_words(DOCUMENT, "قسد", far).start == far
    assert find_words(DOCUMENT, "قسد", 0).start == DOCUMENT.source_text.index("قسد")
