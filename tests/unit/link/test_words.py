"""Words that tell acts apart."""

from __future__ import annotations

from marsad.link.words import ORDINARY, RARE, overlap, rarity, stem, stretches, telling


def test_rare_words_come_first_and_names_can_be_left_out():
    """A name nobody counted is rarer than a word of every report."""
    assert rarity("قاسم") > rarity("مدين")
    assert telling("اغتيال قاسم في مدينة طفس", without=("طفس",))[0] == "قاسم"
    assert "طفس" not in telling("اغتيال قاسم في مدينة طفس", without=("طفس",))


def test_overlap_is_a_part_of_the_poorer():
    """A short quotation inside a long one is wholly shared."""
    short, long = telling("حاجز المعبر"), telling("هجوم على حاجز المعبر شرقي المدينة")
    assert overlap(short, long, frozenset(short).intersection(long)) == 1.0
    assert overlap((), long, frozenset()) == 0.0


def test_a_report_is_parted_among_its_events():
    """What follows a quotation belongs to its event, up to the sentence of the next."""
    text = "قصف سوق أريحا. وقال شاهد إن الدخان غطى السوق. وانفجر لغم في سرمين. وأصيب راع."
    first, second = stretches("عنوان", text, ["قصف سوق أريحا", "وانفجر لغم في سرمين"])
    assert "الدخان" in first
    assert "راع" in second
    assert "لغم" not in first


def test_quotations_out_of_order_keep_their_stretches():
    """The list of events need not follow the text."""
    text = "قصف سوق أريحا. وانفجر لغم في سرمين."
    first, second = stretches("", text, ["وانفجر لغم في سرمين", "قصف سوق أريحا"])
    assert "لغم" in first
    assert "قصف" in second


def test_a_long_text_is_known_by_its_rarest_words():
    """A report of any length costs no more to compare."""
    assert len(telling(" ".join(f"{one}{other}كلم" for one in "بتجحدرسش" for other in "بتجحدرسش"))) == 40


def test_ordinary_words_are_less_rare_than_names():
    """What no table counts is a name, unless it is ordinary in the news."""
    assert rarity("مدين") < ORDINARY == rarity(stem("اباتشي")) < RARE == rarity("قرطمبيل")
