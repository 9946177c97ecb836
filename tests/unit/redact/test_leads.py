"""Public people told by what they lead or do, by a role of several, and by what follows a nickname."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "وانتقدوا قائدها السابق ساطور القمباز في بيان", "طالبت الرابطة، ورئيستها دعير الشلاح، بالتحقيق",
        "استدعت الخارجية سفيرها كازبك الهمداني للتشاور", "ويقود الفصيل هذال القمباز منذ عام",
        "ذكرت الشبكة السورية لحقوق الإنسان، التي يديرها وردان القمباز، أن العدد ارتفع",
        "يتولى قيادة اللواء شويش القمباز منذ أيار", "انتخب البرلمان رئيساً جديداً خلفاً لشويش القمباز",
        "شارك شيخ طيء شويش القمباز وشيخ البكارة هذال القمباز في الصلح", "حضر شيخ شمر مانع حميدي القمباز اللقاء",
        "بحث رئيس الحكومة مع وزيري الدفاع شويش القمباز والداخلية هذال القمباز الملف",
        "بحث شويش القمباز مع المبعوث الأممي الهدنة", "وغنت شمسة القمباز نشيد البلاد",
        "قرأ الطلاب قصائد شويش القمباز", "وعلى الجدار أبيات للشاعر شويش القمباز",
        "وجاءت الكلمة في ذكرى اغتيال شويش القمباز",
    ],
)  # fmt: skip
def test_who_leads_or_acts_in_public_stays(removed, text):
    """Leaders of a body told by a pronoun or a verb, those succeeded, heads of tribes, singers and poets."""
    assert removed(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "التقى الوزيران شويش القمباز وهذال الشلاح", "حضر النواب شويش القمباز وهذال الشلاح وسعدى الجمرة الجلسة",
        "حضر الحفل نائباه شويش القمباز وهذال الشلاح", "التقى بمستشاريه شويش القمباز وهذال الشلاح",
        "اجتمع قائدا الجيشين شويش القمباز وهذال الشلاح", "شارك الفنانان شويش القمباز وهذال الشلاح في الحفل",
    ],
)  # fmt: skip
def test_a_role_of_several_holds_for_all(removed, text):
    """Whoever is named behind a plural or dual role stays, the last as the first."""
    assert removed(text) == []


@pytest.mark.parametrize(
    "text",
    [
        'يحاكم في القضية شويش القمباز الملقب "أبو حمزة"، الناطق السابق باسم الفصيل',
        "ظهر شويش القمباز (أبو حمزة)، قائد الكتيبة، في تسجيل",
        "قال شويش القمباز المعروف بأبو حمزة، قائد اللواء، إن المعركة بدأت",
        "قال شويش القمباز، أحد وجهاء قبيلة طيء، إن الصلح تم", "ودعا شويش القمباز، من قيادات الحركة، إلى الوحدة",
        "قال شويش القمباز الذي يشغل منصب محافظ المدينة إن الدوام معلق",
    ],
)  # fmt: skip
def test_a_role_is_read_behind_a_nickname(removed, text):
    """A role stands behind a name also where it tells first what its bearer is called."""
    assert removed(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "انقلب الباص وقُتل قائده قصي الزعبي", "يقود السيارة قصي الزعبي يوم الحادث", "ويدير المحل قصي الزعبي منذ سنوات",
        "قُتل قائد الفصيل وقصي الزعبي في الكمين", "غنت لطفلها قبل القصف. وقُتل قصي الزعبي",
        "خلفه في المحل ابنه قصي الزعبي", "اعتقلت الدورية برهان شيخ نجيب وقصي الزعبي",
        "قُتل قصي الزعبي (أبو حمزة)، وهو معلم مدرسة", "في ذكرى اغتيال ساطور القمباز كتب جاره قصي الزعبي منشوراً",
        "قال قصي الزعبي الذي يشغل منصب مدير مدرسة القرية إن الطلاب نزحوا",
    ],
)  # fmt: skip
def test_private_people_near_a_role_go(removed, text):
    """Drivers, who runs a shop, who is killed beside a leader, and what is told of a friend are private."""
    assert "قصي الزعبي" in [name for name, _ in removed(text)]
