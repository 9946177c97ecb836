"""Places of claims that another clause or sentence tells."""

import pytest
from tests.unit.claims.conftest import read


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("بدأت المعارك في 3 شباط في ريف مأرب. ومنذ ذلك اليوم قتل 90 مقاتلاً في القتال هناك.", "مأرب"),
        ("تعيش بلدات الريف، كناكر وزاكية، تصاعداً ملحوظاً في حوادث الاغتيال منذ مطلع العام.", "كناكر"),
        (
            "جرت العملية في اللاذقية. وقال قائد الأمن في المحافظة إن الأسبوع الماضي شهد ثلاث هجمات في ريف القرداحة.",
            "القرداحة",
        ),
        ("كمنت مجموعة لآلية في مودية، وهذا رابع كمين من نوعه منذ إطلاق العملية في آب.", "مودية"),
        ("انفجرت عبوة أمام منزل في نوى غربي درعا. وهذا التفجير هو الرابع في البلدة خلال أسبوعين.", "نوى"),
    ],
)
def test_places(text, place):
    """ "هناك" is what was told last, names put in are of their clause; who says so and a landmark are elsewhere."""
    claim = read(text)[-1]
    assert claim.place is not None
    assert claim.place.name == place
