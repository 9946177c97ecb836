"""Bulletins count throughout in the period that they name, and go on with the acts and places told before."""

import pytest
from tests.unit.claims.conftest import read


def told(text, published="2024-02-15", title=""):
    """Return measure, number, first day and place of the claims of a text."""
    return [
        (
            claim.measure,
            claim.number,
            str(claim.window.start) if claim.window else None,
            claim.place.name if claim.place else None,
        )
        for claim in read(text, published, title)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وثق المركز 88 حالة احتجاز في حلب خلال كانون الثاني.\n- 17 قتيلاً في استهدافات متفرقة.\n- 9 جرحى.",
            [("detained", 88, "2024-01-01"), ("killed", 17, "2024-01-01"), ("wounded", 9, "2024-01-01")],
        ),
        (
            "سجل الفريق 108 انتهاكات في تعز خلال كانون الثاني. وبيّن التقرير أن 14 مدنياً قتلوا بالقصف، وأصيب 37 آخرون.",
            [("events", 108, "2024-01-01"), ("killed", 14, "2024-01-01"), ("wounded", 37, "2024-01-01")],
        ),
        (
            "نفذ التنظيم 14 هجوماً في البادية خلال كانون الثاني. وقتل في تلك الهجمات 38 عنصراً.",
            [("events", 14, "2024-01-01"), ("killed", 38, "2024-01-01")],
        ),
        (
            "سجل المكتب 46 توغلاً في القنيطرة خلال كانون الثاني. وفي كانون الأول كان العدد تسعة وعشرين.",
            [("events", 46, "2024-01-01"), ("events", 29, "2023-12-01")],
        ),
        (
            "سجلت الشبكة 972 حالة اعتقال في سوريا خلال عام 2023. وفي كانون الثاني سجلت 143 حالة.",
            [("detained", 972, "2023-01-01"), ("detained", 143, "2024-01-01")],
        ),
        ("في تقريره عن الساحل لشهر كانون الثاني، قال المرصد إنه تثبت من مقتل 41 شخصاً.", [("killed", 41, "2024-01-01")]),
    ],
)
def test_a_bulletin_goes_on(text, expected):
    """Items of a list, what a report says next, sums and bare cases have the period and kind of those before them."""
    assert [claim[:3] for claim in told(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "وثق المركز 88 حالة احتجاز في حلب خلال كانون الثاني. وبيّن التقرير أن بين الضحايا ستة أطفال وامرأتين.",
        "وثق المركز 88 حالة احتجاز في حلب خلال كانون الثاني. وأضاف التقرير أن تسعة قتلوا أمس بانفجار لغم.",
        "وثق المركز 88 حالة احتجاز في حلب خلال كانون الثاني. وكلف البناء 20 حالة تهديد.",
    ],
)
def test_parts_days_and_other_cases_do_not_go_on(text):
    """Parts of those counted, the toll of a day and cases of something else are no claims of the bulletin."""
    assert [claim[:2] for claim in told(text)] == [("detained", 88)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("قتل تسعة أشخاص في المخيم منذ دخول العام.", "2024-01-01", "2024-02-15"),
        ("قتل تسعة أشخاص في المخيم منذ بدء الشهر الجاري.", "2024-02-01", "2024-02-15"),
        ("قتل تسعة أشخاص في المخيم منذ السادس من الشهر.", "2024-02-06", "2024-02-15"),
        ("اعتقل 140 شاباً خلال أيام كانون الأول.", "2023-12-01", "2023-12-31"),
        ("وصلت جرائم القتل في المخيم إلى 44 جريمة منذ انقضاء العام 2022.", "2023-01-01", "2024-02-15"),
        ("بدأت العملية في 9 شباط. ومنذ ذلك اليوم قتل 11 جندياً.", "2024-02-09", "2024-02-15"),
        ("وثقت المنظمة مقتل 83 شخصاً في حماة بين السادس والعاشر من الشهر.", "2024-02-06", "2024-02-10"),
        ("قتل 64 مدنياً في القصف بين كانون الثاني ومارس.", "2024-01-01", "2024-02-15"),
        ("استقبلت النقاط الطبية بين الثاني من شباط وأمس الأربعاء 138 مصاباً.", "2024-02-02", "2024-02-14"),
        ("سجلت الوزارة 352 قتيلاً منذ انهيار الهدنة في 3 كانون الثاني وإلى الأمس.", "2024-01-03", "2024-02-14"),
    ],
)
def test_starts_and_ends(text, start, end):
    """Turns of the year and month, days of "the month" and ends told as yesterday give the days of a window."""
    (claim,) = read(text)
    assert (str(claim.window.start), str(claim.window.end)) == (start, end)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("سقطت 143 قذيفة على الحراك خلال كانون الثاني أطلقت من إزرع، وقتل جراءها أحد عشر شخصاً.", "الحراك"),
        ("أحصى المرصد مقتل 100 مدني في الغوطة الشرقية قرب دمشق منذ 18 كانون الثاني.", "الغوطة الشرقية"),
        ("أحصت تركيا مقتل 42 من جنودها منذ 20 كانون الثاني.", None),
        ("قصفت الطائرات حي الشعار في حلب. وأحصى المركز على المدينة 340 غارة منذ 20 كانون الثاني.", "حلب"),
        ("قتل تاجر في المزرعة بريف السويداء على طريق دمشق. وقتل 58 شخصاً في المحافظة منذ 20 كانون الثاني.", "السويداء"),
        ("سقط قتيلان في بغداد. وعلى صعيد البلاد قتل 420 شخصاً منذ 20 كانون الثاني.", "العراق"),
    ],
)
def test_places_of_what_goes_on(text, place):
    """A figure keeps the place of those before it; a place beside another, or of who counts, is none."""
    assert told(text)[-1][3] == place


@pytest.mark.parametrize(
    "text",
    [
        "قال إن ثمانية عناصر قتلوا في البلاد التي تشهد نزاعاً منذ سنوات.",
        "قتل ثمانية أشخاص السبت في أعمال عنف مستمرة منذ 18 كانون الثاني.",
        "نفى القائد، الخميس، ما قيل عن تزايد هجمات داعش.",
        "تدخلت دورية بإطلاق الرصاص ثم تراجعت.",
        "رصد المكتب وفاة 12 عاملاً بحوادث مهنية خلال كانون الثاني.",
    ],
)
def test_what_is_no_claim(text):
    """States of a country, the toll of a day, what is denied, who steps back and accidents at work are no claims."""
    assert told(text) == []


def test_two_directions_of_a_headline():
    """Each subject has its own verb, though "and" joins them."""
    found = read("نشرة", title="حصيلة كانون الثاني في درعا: الاغتيالات تتراجع والخطف يزداد")
    assert [(claim.direction, claim.what) for claim in found] == [
        ("down", "Attack"), ("up", "Abduction/forced disappearance"),
    ]  # fmt: skip


def test_a_rank_behind_a_fate():
    """Whose fate stands before a rank is counted."""
    (claim,) = read("مقتل ثالث صحفي في غزة خلال أسبوع")
    assert (claim.kind, claim.number, claim.measure) == ("ordinal", 3, "killed")


def test_people_told_beside_others_were_hurt_alike():
    """Wounded told with killed have the type of those, unless they are told of elsewhere; devices tell it too."""
    alike = read("قتل 14 مدنياً بقصف مدفعي على إدلب خلال كانون الثاني، وأصيب 37 آخرون.")
    assert {claim.what for claim in alike} == {"Shelling/artillery/missile attack"}
    elsewhere = read("قتل 14 مدنياً بقصف مدفعي على إدلب خلال كانون الثاني، وأصيب 37 آخرون في درعا.")
    assert [claim.what for claim in elsewhere] == ["Shelling/artillery/missile attack", None]
    (mines,) = read("أودت هذه المخلفات بحياة 78 شخصاً منذ 8 كانون الثاني.")
    assert mines.what == "Remote explosive/landmine/IED"


def test_a_trend_of_a_bulletin():
    """What is only compared with the month before is told of the month of the bulletin."""
    found = read("صدر تقرير المرصد عن كانون الثاني.\nوتراجعت حملات الاعتقال قياساً إلى ما سجل في كانون الأول.", title="")
    assert [str(claim.window.start) for claim in found if claim.window] == ["2024-01-01"]


SURVEY = "رصد المركز الوضع في درعا خلال كانون الثاني. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            SURVEY + "وقتل المهاجمون 96 مدنياً. وضبطت القوات 48 لغماً، وانتشر الخوف.",
            [("killed", 96, "2024-01-01", "درعا")],
        ),
        (
            SURVEY + "قتل 44 عنصراً من قوات النظام. وكثر الخوف. وبلغ عدد المعتقلين منذ عام 2023 نحو 5500.",
            [("killed", 44, "2024-01-01", "درعا"), ("detained", 5500, "2023-01-01", "درعا")],
        ),
        (
            SURVEY + "وكثر الخوف. وأصيب 35 مدنياً برصاص الجيش خلال الشهر.",
            [("wounded", 35, "2024-01-01", "درعا")],
        ),
        (
            SURVEY + "وكثر الخوف. وتراجعت الاغتيالات عن الشهر الذي سبق.",
            [("events", None, "2024-01-01", "درعا")],
        ),
    ],
)
def test_a_report_without_a_day_counts_in_the_period_it_opens_with(text, expected):
    """What is told of no day has the period and the place of the opening."""
    assert told(text, "2024-02-05") == expected


@pytest.mark.parametrize(
    "text",
    [
        SURVEY + "وقتل خمسة مدنيين يوم الأحد. وأصيب تسعة.",
        SURVEY + "وقتل خمسة مدنيين بانفجار لغم في نوى. وكثر الخوف.",
        SURVEY + "وكثر الخوف. وكان بين القتلى خمسة أطفال.",
        SURVEY + "وشملت الاعتقالات 62 امرأة. وكثر الخوف.",
        SURVEY + "وقطع الجنود 3000 شجرة زيتون. وكثر الخوف.",
        SURVEY + "وقتل خمسة مدنيين.",
        "سجلت الوزارة في حلب خلال كانون الثاني 2895 إصابة بالكوليرا. وسجلت 600 إصابة في الباب وحدها. ولا دواء.",
        "أعلنت الهدنة في حلب بعد 77 يوماً من القتال. وقتل خمسة مدنيين. وعاد الأهالي.",
    ],
)
def test_days_single_acts_and_parts_are_not_of_the_period_it_opens_with(text):
    """A day, one act, a part, trees, disease, two sentences and what a length follows make no bulletin."""
    assert told(text) == []


def test_some_of_them_are_a_part():
    """Those who are some of the people just counted are no claim of their own."""
    assert told("قتل 14 مدنياً في حلب خلال كانون الثاني. وأضاف المركز أن خمسة من القتلى أطفال. وعاد الهدوء.") == [
        ("killed", 14, "2024-01-01", "حلب")
    ]
