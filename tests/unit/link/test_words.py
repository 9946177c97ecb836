"""Words that tell acts apart."""

from __future__ import annotations

from marsad.link.words import around, overlap, rarity, stretches, telling


def test_rare_words_come_first_and_names_can_be_left_out():
    """A name nobody counted is rarer than a word of every report."""
    assert rarity("قاسم") > rarity("مدين")
    assert telling("اغتيال قاسم في مدينة طفس", without=("طفس",))[0] == "قاسم"
    assert "طفس" not in telling("اغتيال قاسم في مدينة طفس", without=("طفس",))


def test_overlap_is_a_part_of_the_poorer():
    """A short quotation inside a long one is wholly shared."""
    short, long = telling("حاجز المعبر"), telling("هجوم على حاجز المعبر شرقي المدينة")
    assert overlap(short, long) == 1.0
    assert overlap((), long) == 0.0


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


def test_around_keeps_few_words():
    """A long report is known by its rarest words."""
    assert len(around(" ".join(f"كلمه{letter * 3}" for letter in "ابتثجحخدذرزسشصضطظعغفقك"))) == 16
