"""Where a name ends, and where it goes on: behind a hospital, a ministry, حج and آغا."""

import pytest


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وجارنا نزار السوطري بمشفى الحوراني بيأكد الحالة", "نزار السوطري"),
        ("اعتقل دلشاد حج رشيد في الرقة", "دلشاد حج رشيد"),
        ("وأصيب في الاشتباك تيمور آغا وصلاح العلي", "تيمور آغا"),
        ("اعتقلت الدورية ضرغام السوقي وجاد الله الرجبي وميس أبو صبحة أمس", "جاد الله الرجبي"),
        ("اعتقلت الدورية ضرغام السوقي وجاد الله الرجبي وميس أبو صبحة أمس", "ميس أبو صبحة"),
        ("أعلنت الشرطة إصابة المستوطنة شيرا ليفي في إطلاق نار", "شيرا ليفي"),
        ("معي طفل اسمه يوهانس، عمره أربع سنوات", "يوهانس"),
    ],
)
def test_names_are_read_to_their_end(removed, text, name):
    """A title inside or behind a name is part of it, and what tells where is not."""
    assert name in [found for found, _ in removed(text)]


@pytest.mark.parametrize(
    "text",
    ["العزا في دوار أولاد علي", "قائمة بشهداء ود النورة", "إن الجنود كبلوا الشاب وغطوا عينيه"],
)
def test_places_and_deeds_are_no_names(removed, text):
    """Places called after sons of somebody, and a verb behind و, are left."""
    assert removed(text) == []


def test_a_name_that_looks_like_a_deed_goes_behind_who(removed):
    """What several did to somebody is no name, but a name may end so where kin or others are announced."""
    assert "شطاوة القشالي" in [found for found, _ in removed("وعُرف من المرافقين شطاوة القشالي")]
    assert removed("يا خسارة، قتلوه الملاعين قدام بسطته") == []
