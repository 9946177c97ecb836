"""Figures that take their type, period or place from what was told just before them."""

import pytest
from tests.unit.claims.conftest import read


def told(text, published="2024-02-15", title=""):
    """Return kind, measure, number or direction, type and place of the claims of a text."""
    return [
        (claim.kind, claim.measure, claim.number or claim.direction, claim.what, claim.place and claim.place.name)
        for claim in read(text, published, title)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وقع 15 اشتباكاً في الشحيل خلال كانون الثاني، وكان الشهر السابق قد شهد سبعة فقط.",
            [
                ("count", "events", 15, "Armed clash", "الشحيل"),
                ("count", "events", 7, "Armed clash", "الشحيل"),
            ],
        ),
        (
            "وثقت اللجنة خلال كانون الثاني 6 عمليات اغتيال في درعا و4 في القنيطرة.",
            [("count", "events", 6, "Attack", "درعا"), ("count", "events", 4, "Attack", "القنيطرة")],
        ),
        (
            "شهدت شبوة خلال كانون الثاني خمس عمليات اغتيال، بينما لم تسجل سوى عمليتين في كانون الأول.",
            [("count", "events", 5, "Attack", "شبوة"), ("count", "events", 2, "Attack", "شبوة")],
        ),
        (
            "قتل 41 مدنياً في سوريا خلال كانون الثاني. وفي إدلب وحدها قتل 27. كما وثق المكتب 112 هجوماً.",
            [
                ("count", "killed", 41, None, "سوريا"),
                ("count", "killed", 27, None, "إدلب"),
                ("count", "events", 112, None, "سوريا"),
            ],
        ),
        (
            "أودت الألغام بحياة 78 شخصاً وأصابت 116 آخرين في سوريا منذ 8 كانون الأول.",
            [
                ("total", "killed", 78, "Remote explosive/landmine/IED", "سوريا"),
                ("total", "wounded", 116, "Remote explosive/landmine/IED", "سوريا"),
            ],
        ),
        (
            "سجل المركز خلال كانون الثاني 214 غارة على إدلب. وطالت الغارات 37 قرية. وأدت إلى مقتل 9 مدنيين.",
            [("count", "events", 214, "Air/drone strike", "إدلب"), ("count", "killed", 9, "Air/drone strike", "إدلب")],
        ),
        (
            "وثق المرصد في كانون الثاني 12 هجوماً في تعز. اعتقال 33 شخصاً على يد الشرطة.",
            [("count", "events", 12, None, "تعز"), ("count", "detained", 33, "Arrests", "تعز")],
        ),
        (
            "وهي المرة التاسعة التي تقصف فيها الطائرات حمص في 2024، وقد أجهزت تلك الغارات على 43 مقاتلاً.",
            [
                ("ordinal", "events", 9, "Air/drone strike", "حمص"),
                ("count", "killed", 43, "Air/drone strike", "حمص"),
            ],
        ),
    ],
)
def test_what_goes_on(text, expected):
    """Numbers without a noun, people beside others and items of a bulletin go on with what was told before them."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وثقت اللجنة خلال كانون الثاني 10 عمليات اغتيال، منها 6 في درعا و4 في القنيطرة.", [10]),
        ("وقع 15 اشتباكاً في الشحيل خلال كانون الثاني، وكان الشهر السابق قد شهد سبعة أعراس.", [15]),
        ("وقع 15 اشتباكاً في الشحيل خلال كانون الثاني. وقتل خمسة بهجوم على حاجز أمس.", [15]),
    ],
)
def test_what_does_not(text, expected):
    """Parts of those counted, numbers of something else and the toll of one act do not."""
    assert [number for _, _, number, _, _ in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ذكرت الوكالة أن إسرائيل شنت ثلاث غارات على المنطقة منذ مطلع العام.", None),
        ("استقر عدد الهجمات في الفاشر خلال كانون الثاني، لكن القصف ازداد في أحيائها الشمالية.", "الفاشر"),
        ("في هجوم هو الثاني من نوعه خلال أسبوع، استهدف مسلحون نقطة في جنوب الموصل.", "الموصل"),
    ],
)
def test_where(text, place):
    """Who strikes is no place, a part of a place is of the one told last, and a rank may open its sentence."""
    assert told(text)[-1][-1] == place


def test_a_number_behind_a_year_is_no_range():
    """A sum that stands behind the day since which it runs is read whole."""
    text = "وارتفع إجمالي عدد الشهداء في لبنان منذ 8 تشرين الأول 2023 إلى 2672، والجرحى إلى 12468."
    assert [claim[:3] for claim in told(text, "2024-10-28")] == [
        ("total", "killed", 2672),
        ("total", "wounded", 12468),
    ]


def test_how_long_a_war_lasted():
    """The toll of fighting that went on for days is of these days; that of hours, or of an old war, is none."""
    war = "وكانت الاشتباكات التي بدأها القائد، وامتدت أحد عشر يوماً، قد حصدت تسعين قتيلاً."
    claims = read(war, "2023-09-07")
    assert [(claim.number, str(claim.window.start)) for claim in claims] == [(90, "2023-08-27")]
    assert read("وكانت الاشتباكات، التي استمرت ثلاث ساعات، قد أوقعت تسعين قتيلاً.") == ()
    assert read("عادت العائلات بعد حصار دام أربع سنوات، وقتل خمسة بلغم.") == ()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "نجا ناشط من محاولة اغتيال في البصرة. وأصابت الرصاصات سيارته. وتعد هذه المحاولة الثانية خلال أسبوع.",
            "Attack",
        ),
        (
            "انفجرت عبوة ناسفة برتل للتحالف. وهذا الهجوم الرابع على أرتال التحالف خلال عشرة أيام.",
            "Remote explosive/landmine/IED",
        ),
    ],
)
def test_the_type_of_a_rank(text, what):
    """A general noun has the type that it had before, and who was hit on the move is no type."""
    assert [(kind, one) for kind, _, _, one, _ in told(text)] == [("ordinal", what)]


def test_a_headline_names_the_place():
    """A bulletin whose headline names the period and the place counts there."""
    claims = told("قتل 18 مدنياً خلال حزيران. وأصيب 40 آخرون.", "2023-06-30", "حصيلة حزيران في ريف حلب")
    assert [(number, place) for _, _, number, _, place in claims] == [(18, "حلب"), (40, "حلب")]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("قتل في درعا خلال كانون الثاني 38 شخصاً. منهم 25 مدنياً.", [38]),
        ("وقعت 61 جريمة قتل في حمص منذ بداية العام. وخُطف 28 شخصاً، أُفرج عن 10 منهم.", [61, 28]),
        ("بلغت حصيلة المعارك في طرابلس منذ 4 كانون الثاني أكثر من 2000 قتيل.", [2000]),
        ("صعّد الجيش حملات الدهم في طوباس خلال كانون الثاني، فاعتقل 44 شاباً.", ["up", 44]),
    ],
)
def test_numbers_are_whole(text, numbers):
    """Parts told in the next sentence take no number away, no sum becomes a year, and what came of acts goes on."""
    assert [number for _, _, number, _, _ in told(text)] == numbers


def test_numbered_and_headed_items():
    """The number of an item counts nothing, and an item may be headed by its place."""
    numbered = "وثقنا في كانون الثاني بريف حلب:\n1- مقتل 14 مدنياً.\n2- اعتقال 62 شخصاً.\n3- 7 انفجارات بعبوات."
    assert [claim[1:3] for claim in told(numbered)] == [("killed", 14), ("detained", 62), ("events", 7)]
    headed = "الخرطوم: 412 قتيلاً و900 جريح.\nنيالا: 76 قتيلاً."
    claims = told(headed, "2024-02-15", "حصيلة كانون الثاني في السودان")
    assert [(number, place) for _, _, number, _, place in claims] == [(412, "الخرطوم"), (900, "الخرطوم"), (76, "نيالا")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("سجل المرصد خلال كانون الثاني 17 هجوماً في ثلاث محافظات: 9 في دير الزور و5 في الحسكة.", None),
        ("سجلت نابلس ارتفاعاً في الهجمات منذ عملية عيلي.", "نابلس"),
        ("شهد العراق 1422 هجوماً خلال عام 2023. وكانت ديالى الأكثر تضرراً، إذ سجلت 390 هجوماً.", "ديالى"),
        ("وقع الهجوم الخامس على السفن في باب المندب في أقل من شهر.", "مضيق باب المندب"),
        ("أعلنت أنقرة تحييد 3136 عنصراً منذ بدء العملية في 27 كانون الثاني.", None),
    ],
)
def test_whose_place(text, place):
    """Shares, what a period began with and who says so are no places; the area most hurt is one, and so is a strait."""
    assert told(text)[-1][-1] == place


def test_the_second_largest_is_no_rank():
    """A rank of size counts nothing."""
    assert told("أنهت القوات الاضطرابات في ثاني أكبر مدينة خلال كانون الثاني.") == []


def test_first_week_and_last_quarter():
    """The first week of a year and its last quarter have their days."""
    week = read("وقعت 14 جريمة قتل في حمص خلال الأسبوع الأول من العام.", "2024-01-05")
    assert [str(claim.window.start) for claim in week] == ["2024-01-01"]
    quarter = read("رصد المركز في تعز خلال الربع الأخير من 2023 ما مجموعه 96 انتهاكاً.", "2024-01-05")
    assert [(str(claim.window.start), str(claim.window.end)) for claim in quarter] == [("2023-10-01", "2023-12-31")]


def test_a_time_that_ranks_is_the_period_of_a_rank():
    """Since when an act is the Nth of its kind is the period of the rank; minutes after another act are none."""
    ranked = read("للمرة السابعة منذ بداية العام، قصفت الطائرات مدينة حمص.", "2024-02-15")
    assert [(claim.number, str(claim.window.start)) for claim in ranked] == [(7, "2024-01-01")]
    assert read("سقطت القذيفة الأولى على سوق كفرنبل، والثانية بعدها بخمس دقائق.") == ()
