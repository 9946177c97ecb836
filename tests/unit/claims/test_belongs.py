"""Which figures make claims, and in which period: what stands near is not always a figure's own."""

import pytest
from tests.unit.claims.conftest import read


def told(text, published="2024-02-15"):
    """Return measure, number and window of the claims of a text."""
    return [
        (claim.measure, claim.number, str(claim.window.start) if claim.window else None)
        for claim in read(text, published)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "تشن القوات منذ 1 شباط حملة على البلدة، يتخللها قصف كثيف، ما تسبب بمقتل 85 مدنياً.",
            [("killed", 85, "2024-02-01")],
        ),
        ("أدت المعارك المستمرة منذ السبت، بحسب المرصد، إلى مقتل 37 عنصراً.", [("killed", 37, "2024-02-10")]),
        ("قتل 30 شخصاً في المواجهات التي اندلعت منذ السبت.", [("killed", 30, "2024-02-10")]),
        ("أوقعت الاشتباكات التي بدأت في 2 شباط 180 قتيلاً.", [("killed", 180, "2024-02-02")]),
        (
            "قتل 12 شخصاً في كانون الأول، و18 في كانون الثاني.",
            [("killed", 12, "2023-12-01"), ("killed", 18, "2024-01-01")],
        ),
        (
            "قتل 18 شخصاً خلال كانون الثاني، مقابل 12 في كانون الأول.",
            [("killed", 18, "2024-01-01"), ("killed", 12, "2023-12-01")],
        ),
        (
            "بلغ عدد القتلى 18 وعدد الجرحى 40 خلال كانون الثاني.",
            [("killed", 18, "2024-01-01"), ("wounded", 40, "2024-01-01")],
        ),
        ("كانون الثاني في درعا: 18 قتيلاً.", [("killed", 18, "2024-01-01")]),
        ("قتل في مواجهات الأسبوع الماضي 21 مدنياً.", [("killed", 21, "2024-02-08")]),
        ("ليرتفع بذلك إلى 117 عدد قتلى الفصائل منذ الأول من شباط.", [("killed", 117, "2024-02-01")]),
        (
            "وثق التقرير قتل الجماعة 49 مدنياً، وجرح 39 آخرين، خلال العام الماضي.",
            [("killed", 49, "2023-01-01"), ("wounded", 39, "2023-01-01")],
        ),
        (
            "بلغت حصيلة القتلى خلال أسبوع 29 مقاتلاً من الفصائل و24 عنصراً من قوات النظام.",
            [("killed", 29, "2024-02-08"), ("killed", 24, "2024-02-08")],
        ),
        (
            "تقصف الطائرات البلدة منذ انطلاق العملية في 1 شباط، وتقول إنها قتلت 62 مسلحاً حتى الآن.",
            [("killed", 62, "2024-02-01")],
        ),
    ],
)
def test_a_period_a_clause_away(text, expected):
    """A campaign's day, what is put in between, and figures told together keep a figure's period."""
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "قال المكتب في كانون الثاني إن الحكومة اعتقلت 160 ألف شخص.",
        "في أعنف يوم تشهده المدينة منذ عام 2014 قتل 61 شخصاً.",
        "تقع البلدة في المنطقة المقسمة منذ عام 1974 وقتل فيها ثلاثة جنود.",
        "الطوارئ معلنة منذ محاولة الانقلاب التي قتل فيها 250 شخصاً.",
        "تزداد المخاوف منذ مقتل 98 شخصاً بتفجير.",
        "للمرة الأولى منذ الهدنة العام الماضي شن الطيران مساء السبت أكثر من 25 غارة.",
        "أوقف أحد المتهمين بالهجوم على العرض العسكري، الشهر الماضي، الذي سقط فيه 25 قتيلاً.",
        "قتل 51 شخصاً في الإعصار الذي ضرب البلاد في كانون الثاني.",
        "فقد تعرضت 162 أسرة للتهجير خلال الشهرين الماضيين.",
        "أغارت الطائرات على البلدة ثلاث مرات منذ الصباح.",
    ],
)
def test_a_period_of_something_else(text):
    """When something was said, a superlative, the state of a place, and what a period began with claim nothing."""
    assert told(text) == []


def test_a_multiple_is_no_count():
    """How many times more is the measure of a rise, and counts nothing."""
    assert [claim.kind for claim in read("تضاعفت الهجمات ثلاث مرات خلال كانون الثاني.")] == ["trend"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("قتل 40 شخصاً برصاص الجيش منذ السبت.", None),
        ("قتلت المسيّرات 40 شخصاً منذ السبت.", "Air/drone strike"),
        ("أدت الاستهدافات إلى مقتل 40 شخصاً منذ السبت.", None),
        ("قتل 40 شخصاً منذ السبت بعدما بدأت العمليات العسكرية.", None),
        ("حصيلة المعارك منذ السبت: 40 قتيلاً.", "Armed clash"),
    ],
)
def test_what_people_were_hurt_by(text, what):
    """Bullets and general nouns leave it open; drones, written with a shadda, and a tally's own noun do not."""
    assert [claim.what for claim in read(text)] == [what]
