"""Places of claims that another clause or sentence tells."""

import pytest
from tests.unit.claims.conftest import read


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("بدأت المعارك في 3 شباط في ريف مأرب. ومنذ ذلك اليوم قتل 90 مقاتلاً في القتال هناك.", "مأرب"),
        ("تعيش بلدات الريف، كناكر وزاكية، تصاعداً ملحوظاً في حوادث الاغتيال منذ مطلع العام.", "كناكر"),
        (
            "جرت العملية في محافظة اللاذقية. وصرح قائد الأمن في المحافظة بأن الأسابيع الستة الماضية شهدت"
            " ثلاث هجمات على حواجز في ريف القرداحة.",
            "القرداحة",
        ),
    ],
)
def test_places(text, place):
    """ "هناك" is what was told last, names put in belong to their clause, and who says so is elsewhere."""
    claim = read(text)[-1]
    assert claim.place is not None
    assert claim.place.name == place
