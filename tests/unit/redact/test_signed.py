"""Whose name is of one who wrote the text."""

import pytest

_TEXT = (
    "هذا ما كتبته بعد ليلة طويلة في المشفى وأنا أنتظر الطبيب والدواء وسيارة الإسعاف والناس من حولي يصرخون "
    "والقصف لا يهدأ حتى الصباح، ولا أعرف كيف مرت الليلة علينا جميعا. "
)


@pytest.mark.parametrize(
    "text",
    [
        _TEXT + "قصي الزعبي",
        _TEXT + "قصي الزعبي، إدلب",
        _TEXT + "(قصي الزعبي، إدلب)",
        _TEXT + "د. قصي الزعبي",
        _TEXT + "عن العشيرة: الشيخ قصي الزعبي.",
        _TEXT + "عن الأهالي: قصي الزعبي",
        "يتقدم قصي الزعبي من مدينة طرابلس بجزيل الشكر لكل من واساه",
        "تتقدم هند الزعبي بخالص الشكر إلى الأطباء",
        "نتقدم أنا قصي الزعبي بأحر التعازي",
        "يتوجه قصي الزعبي بالشكر إلى من ساعده",
    ],
)
def test_who_closes_a_text_or_thanks_wrote_it(removed, text):
    """The last sentence that is a name signs; so do those who thank in writing."""
    assert removed(text)[-1][1] == "poster"


@pytest.mark.parametrize(
    "text",
    [
        _TEXT + "القتيل: قصي الزعبي",
        _TEXT + "السائق: قصي الزعبي",
        _TEXT + "ومات هناك قصي الزعبي",
        "قتيلان في الغارة:\nهند الزعبي\nقصي الزعبي",
        "تقدم قصي الزعبي بشكوى ضد جاره",
    ],
)
def test_others_at_the_end_did_not_write(removed, text):
    """Labels, lists and sentences at the end of a text name others."""
    assert "poster" not in {kind for _, kind in removed(text)}
