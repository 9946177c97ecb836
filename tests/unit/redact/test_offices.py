"""Public roles told behind a name, and directors."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "تضم الحكومة الجديدة قصي الزعبي للأوقاف", "أدرج الاتحاد على قوائمه قصي الزعبي، العميد السابق في الفرقة",
        "حكم غيابي على قصي الزعبي، أحد قادة الميليشيا", "قال مدير المقابر الجماعية قصي الزعبي إن العمل مستمر",
        "ويتزعم الميليشيا قصي الزعبي", "قصفت المجموعة التابعة لقصي الزعبي البلدة",
    ],
)  # fmt: skip
def test_public_roles_stay(removed, text):
    """Ministers by what they are for, officers of the past, one of the leaders, directors of public bodies."""
    assert removed(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "قال مدير المشفى قصي الزعبي إن الجثث وصلت", "توفي قصي الزعبي، المدير السابق لمدرسة البلدة",
        "اتهمت الصفحة قصي الزعبي للثقافة التي يحملها", "قُتل قصي الزعبي، أحد سكان البلدة",
    ],
)  # fmt: skip
def test_private_ones_go(removed, text):
    """Directors of hospitals and schools are private, and no ministry is told by a word alone."""
    assert "قصي الزعبي" in [name for name, _ in removed(text)]
