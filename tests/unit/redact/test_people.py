"""Private people and public ones, told apart."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "أكد وزير الخارجية أسعد الشيباني أن اللقاء كان بناء. وأضاف الشيباني أنه مستمر",
        "تبنت كتائب عبد الله عزام إطلاق صواريخ", "استهدفت غارة شارع خالد بن الوليد قرب جامع سعد",
        "قال قائد قسد مظلوم عبدي إن المفاوضات مستمرة", "قال الناطق باسم كتائب القسام أبو عبيدة إنها صامدة",
        "قال أردوغان إنه باق", "مديرية صحة إدلب", "النبي محمد ﷺ", "قرية تل أبو الظهور", "وصل إلى أبو ظبي",
        "في محافظة صلاح الدين", "ذكرى الشاعر نزار قباني", "نائب الرئيس محمود عباس", "فوج أبو الفضل العباس",
    ],
)  # fmt: skip
def test_public_people_bodies_and_places_stay(removed, text):
    """Roles, known people, bodies, streets and prophets are left as they are."""
    assert removed(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أصيب الطفلان جود ومجد ابنا فيصل العبود", ["جود", "مجد", "فيصل العبود"]),
        ("قال أبو ياسر، وهو نازح من معرة النعمان، إن الأسعار مرتفعة", ["أبو ياسر"]),
        ("مقتل الملازم علي سليمان خضور والمجند جعفر ديب", ["علي سليمان خضور", "جعفر ديب"]),
        ("الطفلة ريماس (7 سنوات)، ووالدتها هدى عبد القادر شعار", ["ريماس", "هدى عبد القادر شعار"]),
        ("قال كاروان صابر صاحب المتجر", ["كاروان صابر"]),
        ("قتل الطيب ود البشير وزوجته بتول عثمان", ["الطيب ود البشير", "بتول عثمان"]),
        ("قُتل عامل الإغاثة النرويجي لارس أندرسن", ["لارس أندرسن"]),
        ("قتل الشاب أحمد الخطيب وربيع السالم برصاص مجهولين", ["أحمد الخطيب", "ربيع السالم"]),
        ("وثقت اعتقال عمر الحسن وربيع السالم وسليم الأحمد", ["عمر الحسن", "ربيع السالم", "سليم الأحمد"]),
        ("قتل الشاب أحمد الخطيب وربيع دمشق لم يزهر", ["أحمد الخطيب"]),
        ("استشهد المدنيان خالد النجار وسلام عدن بعيد", ["خالد النجار"]),
        ("بيان من عائلة آل الدندشي في تلكلخ", ["آل الدندشي"]),
    ],
)
def test_private_people_are_found(removed, text, names):
    """Victims, witnesses, soldiers of no rank and families, from many countries."""
    assert [words for words, _ in removed(text)] == names


def test_a_title_holds_for_every_later_mention(removed):
    """Who is once named with a role stays when named alone, though a private person is named, too."""
    text = "قال محافظ حلب عزام الغريب إن الشاب قصي الزعبي بخير. وأضاف الغريب أن قصي عاد"
    assert [words for words, _ in removed(text)] == ["قصي الزعبي", "قصي"]


def test_the_same_answer_every_time(removed):
    """Redaction is deterministic."""
    text = "قُتل الشاب قصي الزعبي وأصيب محمد وسامر، وقال والده محمود الزعبي إنه بريء"
    assert removed(text) == removed(text)
