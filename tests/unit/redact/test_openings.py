"""Which words may open a name where they stand."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "يسود سلام حذر في المدينة وصبر جميل من الأهالي", "صباح جميل من دمشق مع ربيع جديد", "الجرحى كتار والدم قليل",
        "قتل سائق الحافلة", "نقل المصابين الى المشفى", "اصيب عنصران بجروح", "اعتقال مشرف امني", "الطفل البالغ من العمر",
        "وأكد المنظمون أن تحركهم سلمي", "لدينا أمل كبير", "دخل لبنان", "هذا لصالح الجميع", "الناطق باسم الوزارة",
        "المدعو لا يعرفه أحد", "اغتيال أمين شرطة", "جمعة الغضب", "على الأرض سلام", "ذكرى مجزرة الحولة",
    ],
)  # fmt: skip
def test_ordinary_words_stay(removed, text):
    """Names that are words, plural announcements and nouns in construct name nobody."""
    assert removed(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قُتل الشاب زرخيس البرقوشي أمس", "زرخيس البرقوشي"), ("يروي زرخيس البرقوشي ما جرى", "زرخيس البرقوشي"),
        ("يقول أنور إن الخبز نفد", "أنور"), ("قررت ماجدة أن تعود", "ماجدة"), ("المدعو غازية شمدين", "غازية شمدين"),
        ("عُثر على زرخيس قطيفان، وهو راع", "زرخيس قطيفان"), ("الملقب بالديك", "الديك"),
        ("المهندس مارون شديد.", "مارون شديد"), ("مراسل القناة وسيم مطر", "وسيم مطر"),
    ],
)  # fmt: skip
def test_names_that_are_words_or_unknown_are_found(removed, text, name):
    """A trigger, a verb, an age or an apposition speaks for them."""
    assert [words for words, _ in removed(text)] == [name]
