"""Whose a name is that a place, somebody in office or a known house may bear, too."""

import pytest


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("فتحت الباب فإذا هو نعمان، ابن الخباز، ومعه خمسة", ["نعمان"]),
        ("انتقدوا المفوض دلوفان س. الذي أمر بالحجز", ["دلوفان س"]),
        ("عاد الشاب قصي الزعبي وشقيقه ماهر", ["قصي الزعبي", "ماهر"]),
    ],
)
def test_a_private_person_is_found(removed, text, names):
    """Kin behind a comma, an initial for a family name, and kin of somebody whom nobody knows."""
    assert [words for words, _ in removed(text)] == names


@pytest.mark.parametrize(
    "text",
    ["انتقدوا المفوض دلوفان الذي أمر بالحجز", "بشار الأسد وشقيقه ماهر وحدهما"],
)
def test_an_office_and_a_known_house_stay(removed, text):
    """A role before a whole name, and a brother whom every reader knows."""
    assert removed(text) == []


@pytest.mark.parametrize(
    "text",
    ["ورد هيثم مناع من جنيف", "ورد بشار الأسد على السؤال", "خليفة صالح الصماد في صنعاء", "ورد هيثم المالح بقوله إنه"],
)
def test_a_verb_before_one_whom_every_reader_knows_is_no_name(removed, text):
    """ "ورد" before a known name is a verb, and "خليفة" who came after him."""
    assert removed(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قُتلت ورد هيثم الزعبي قرب الفرن", "ورد هيثم الزعبي"),
        ("الشابة ورد الزعبي من درعا", "ورد الزعبي"),
        ("قالت ورد مناع إنها رأته", "ورد مناع"),
        ("اعتقلت ورد المالح أمس", "ورد المالح"),
        ("قُتل خليفة صالح الزعبي", "خليفة صالح الزعبي"),
        ("الشاب خليفة الصماد من تعز", "خليفة الصماد"),
        ("عُرف منهم رب الأسرة سليم أبو دحروج وزوجته", "سليم أبو دحروج"),
        ("أصيبت ربة المنزل أمل الزعبي", "أمل الزعبي"),
    ],
)
def test_others_of_such_a_name_are_found(removed, text, name):
    """One name in common with somebody known keeps nobody; the head of a family is announced."""
    assert removed(text)[0][0] == name


@pytest.mark.parametrize(
    "text", ["رب الأسرة يعيل خمسة", "قالت ربة المنزل إن الخبز غال", "ربة المنزل في دمشق تنتظر الغاز"]
)
def test_a_head_of_a_family_without_a_name_is_nobody(removed, text):
    """What follows is no name."""
    assert removed(text) == []
