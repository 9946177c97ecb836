"""How much of one report stands in another."""

from __future__ import annotations

import pytest

from marsad.copies.overlap import overlap
from marsad.copies.words import read_text


def test_a_cut_report_is_whole_in_the_long_one(wire):
    """A first sentence has all its runs in the report it was cut from, and the report not all in it."""
    shared = overlap(read_text(wire), read_text(wire.split("\n")[0]))
    assert shared.of_short == 1.0
    assert shared.of_long < 0.6
    assert shared.lead_of_short == shared.lead_of_long == 1.0


def test_which_comes_first_changes_nothing(wire, reworded):
    """The short one is the short one on either side."""
    assert overlap(read_text(wire), read_text(reworded)) == overlap(read_text(reworded), read_text(wire))


def test_words_in_order_tell_a_rewording_from_another_account(wire, reworded, witness):
    """A report told again keeps its words in order; a witness has words of her own."""
    again, other = (overlap(read_text(wire), read_text(text)) for text in (reworded, witness))
    assert again.in_order > 0.5
    assert other.in_order < 0.3
    assert again.lead_words > 0.4
    assert other.lead_words < 0.2


def test_what_both_quote_is_not_counted():
    """Two reports with one quotation in common share no wording."""
    said = "«قواتنا صدت الهجوم على محور البلدة الشمالي ودمرت ثلاث عربات»"
    shared = overlap(
        read_text(f"أعلن ناطق عسكري صباحاً: {said}"), read_text(f"وفي رد على الأنباء كتب القائد في حسابه {said}")
    )
    assert shared.runs == 0


@pytest.mark.parametrize("short", ["", "قصف", "قصف عنيف"])
def test_texts_shorter_than_a_run(short, wire):
    """Texts of fewer than three words have nothing in a longer one."""
    assert overlap(read_text(short), read_text(wire)).of_short == 0.0
