"""How a name ends."""

import pytest


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("اسمه خالد عبد الكريم النجم وعمره 26 سنة", "خالد عبد الكريم النجم"),
        ("قُتل المواطن عبد الحكيم قائد النجار في تعز", "عبد الحكيم قائد النجار"),
        ("قُتلت المواطنة عيوش الجمعة التي كانت حاملاً", "عيوش الجمعة"),
        ("مفقود: حسن ود الحاج، من يعرف", "حسن ود الحاج"),
        ("ولم يُسمح لمحاميته خلود جبارين بزيارته", "خلود جبارين"),
    ],
)
def test_words_that_end_names_are_one_at_the_end(removed, text, name):
    """A star, a day, a leader and a pilgrim are family names where nothing else follows them."""
    assert name in [found for found, _ in removed(text)]


def test_a_name_goes_on_in_the_next_line(removed):
    """A given name at the end of a line takes the family name at the beginning of the next."""
    assert removed("قُتل الشاب قصي\nالزعبي في الحي")[0][0] == "قصي\nالزعبي"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("استمعت المحكمة إلى كل من ربيع حجو القاضي وهناء درويش، وتأجلت", ["ربيع حجو القاضي", "هناء درويش"]),
        ("وثقت الرابطة اعتقال خلود الزعيم، وهي طالبة", ["خلود الزعيم"]),
        ("قُتل الشاب الطيب ود الأمين، وجرح غيره", ["الطيب ود الأمين"]),
    ],
)
def test_a_title_is_a_family_name_at_the_end(removed, text, names):
    """The judge, the leader and the trusted one are family names where a name ends with them."""
    assert [found for found, _ in removed(text)] == names


def test_a_title_with_something_behind_it_is_one(removed):
    """A judge of a court is one, though a name stands before the word."""
    assert removed("قال قصي الزعبي القاضي في محكمة حمص إن الحكم نهائي") == []
