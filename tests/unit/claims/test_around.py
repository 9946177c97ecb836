"""Places of claims whose own sentence tells none, and beginnings that an earlier sentence dates."""

import pytest
from tests.unit.claims.conftest import read


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("تشهد محافظة إدلب قصفاً متواصلاً منذ مطلع كانون الأول. ومنذ ذلك الحين قتل 64 مدنياً.", "إدلب"),
        ("يعتصم الأهالي قرب سد تشرين منذ 20 كانون الثاني. وقُتل سبعة محتجين بالقصف منذ بدء الاعتصام.", "سد تشرين"),
        (
            "وفي الضفة الغربية قُتل شابان في نابلس أمس. ومنذ مطلع العام سجلت اللجنة 74 هجوماً للمستوطنين.",
            "الضفة الغربية",
        ),
        ("قصفت طائرة مسيرة سيارة في صور. وقالت وزارة الصحة اللبنانية إن 61 مسعفاً قتلوا منذ مطلع العام.", "لبنان"),
        ("هدأت ساحات بغداد. وما زال العراق ينتظر. وأحصت المفوضية 22 محاولة اغتيال خلال كانون الثاني.", "العراق"),
        ("قصفت المدفعية سد تشرين فجراً. والقصف هو الرابع على محاور السد خلال أسبوع.", "سد تشرين"),
    ],
)
def test_places_told_around(text, place):
    """A sum counts where its beginning was told, where its ministry is of, in the area that the text goes on about."""
    claim = read(text)[-1]
    assert claim.place is not None
    assert claim.place.name == place


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("تنتشر فرق في العراق وفي ليبيا. وأحصت المفوضية 22 محاولة اغتيال خلال كانون الثاني.", ""),
        ("قُتل رجل في بلدة الطيبة. وهي في لبنان. وأحصى الأهالي 22 محاولة اغتيال خلال كانون الثاني.", "قتيل في الطيبة"),
        ("وفي نابلس قُتل شابان أمس. ومنذ مطلع العام سجلت اللجنة 74 هجوماً للمستوطنين.", ""),
        ("قالت وزارة الصحة الفلسطينية إن 61 مسعفاً قتلوا منذ مطلع العام.", ""),
    ],
)
def test_no_place_around(text, title):
    """Two countries, a headline's town, a town in front and a ministry of two parts tell no place of a sum."""
    assert read(text, title=title)[-1].place is None


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("تدور المعارك منذ اندلاع القتال في 7 كانون الثاني. وقُتل منذ اندلاع الاشتباكات 86 مدنياً.", "2024-01-07"),
        ("أطلق الجيش في 3 شباط عملية في الريف. وقُتل منذ بدء العملية 31 مسلحاً.", "2024-02-03"),
        ("يعتصم الأهالي قرب السد منذ 20 كانون الثاني. وقُتل سبعة محتجين منذ بدء الاعتصام.", "2024-01-20"),
        ("تقصف الطائرات المدينة منذ نهاية كانون الثاني. ومنذ ذلك الوقت قُتل 31 مدنياً.", "2024-01-21"),
        ("بين 7 تشرين الأول و15 شباط قُتل 320 مدنياً في القطاع.", "2023-10-07"),
        ("بلغ عدد القتلى بالغارات منذ وقف إطلاق النار قبل عام 331 شخصاً.", "2023-02-15"),
        ("بلغ عدد القتلى بالغارات منذ وقف إطلاق النار قبل شهرين 31 شخصاً.", "2023-12-15"),
        ("هو الهجوم السادس من نوعه الذي يطال الحواجز في درعا منذ مطلع شباط.", "2024-02-01"),
    ],
)
def test_beginnings(text, start):
    """What began is dated by an earlier sentence that tells it by its verb, its noun or another name of the war."""
    window = read(text)[-1].window
    assert window is not None
    assert window.start.isoformat() == start


@pytest.mark.parametrize(
    "text",
    [
        "دخلت الهدنة حيز التنفيذ في 3 شباط. وقُتل منذ بدء الهجوم 31 مدنياً.",
        "البلدة محاصرة منذ 20 كانون الثاني. وقُتل سبعة محتجين منذ بدء الاعتصام.",
        "قُتل 9 منذ السبت. وأصيب 14 مدنياً منذ بدء القتال.",
        "بلغ عدد القتلى منذ وقف إطلاق النار 31 شخصاً، وكان 20 قبل عام.",
        "يتواصل القصف والقتال منذ 13 شباط. وأصيب 14 مدنياً منذ بدء التصعيد.",
    ],
)
def test_other_beginnings(text):
    """A day of something else dates nothing."""
    assert read(text)[-1].window is None
