"""Wordings of plain press: blows many times, foiled acts, sums, who else was hurt, what is denied or compared."""

import pytest
from tests.unit.claims.conftest import read


def told(text, published="2024-02-15"):
    """Return kind, measure, number or direction and type of the claims of a text."""
    return [(claim.kind, claim.measure, claim.number or claim.direction, claim.what) for claim in read(text, published)]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("توغلت القوات الإسرائيلية 9 مرات في القنيطرة خلال كانون الثاني.", "Change to group/activity"),
        ("استُهدفت الأتارب 14 مرة خلال كانون الثاني.", None),
        ("قصفت الفصائل بلدة نبل 14 مرة خلال كانون الثاني.", "Shelling/artillery/missile attack"),
        ("استهدفت الفصائل القواعد 8 مرات بالمسيّرات خلال كانون الثاني.", "Air/drone strike"),
        ("أحبطت الشرطة ثلاث عمليات تفجير خلال كانون الثاني.", "Disrupted weapons use"),
        ("أحبطت الشرطة ثلاث هجمات خلال كانون الثاني.", None),
        ("ضبطت الشرطة 48 مخزن سلاح في حمص خلال كانون الثاني.", "Disrupted weapons use"),
        ("أزالت الفرق 912 ذخيرة في حمص خلال كانون الثاني.", "Disrupted weapons use"),
        ("أحرق المهاجمون 8 قرى خلال كانون الثاني.", "Looting/property destruction"),
    ],
)
def test_what_is_done_so_many_times(text, what):
    """A blow is of the type of its weapon, if any is told; what is foiled, seized or cleared disrupts weapons."""
    assert [claim[0] + str(claim[3]) for claim in told(text)] == [f"count{what}"]


def test_a_store_that_nobody_seized_is_no_act():
    """Depots built and villages visited are no claims."""
    assert told("بنت الوزارة 48 مخزناً في حمص خلال كانون الثاني. زار الوفد 8 قرى خلال كانون الثاني.") == []


def test_a_number_behind_a_year_is_no_range():
    """What rose "منذ ... 2023 إلى 2350" rose to 2350."""
    text = "وارتفعت الحصيلة الإجمالية في لبنان منذ 8 تشرين الأول 2023 إلى 2350 قتيلاً و10906 جرحى."
    assert [claim[:3] for claim in told(text)] == [("total", "killed", 2350), ("total", "wounded", 10906)]


def test_a_sum_may_be_told_long_before_its_number():
    """The verb of a sum holds for its clause, however long."""
    text = "وارتفع بذلك عدد الذين اعتقلتهم قسد في ريف دير الزور الشرقي منذ مطلع شباط إلى 37 شخصاً."
    assert [claim[:3] for claim in told(text)] == [("total", "detained", 37)]


def test_killed_and_wounded_are_told_apart():
    """Victims who are the killed and wounded told behind them are no third claim."""
    text = "وثقت البعثة 94 ضحية في ليبيا خلال كانون الثاني: 27 قتيلاً و67 جريحاً."
    assert [claim[1:3] for claim in told(text)] == [("killed", 27), ("wounded", 67)]
    assert [claim[1:3] for claim in told("وثقت البعثة 94 ضحية في ليبيا خلال كانون الثاني.")] == [("killed", 94)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("قتل 319 شخصاً في العراق منذ آب. وأصيب نحو 15 ألفاً. ودعا الوزير إلى التهدئة.", [319, 15000]),
        ("قتل 319 شخصاً في العراق منذ آب. وأصيب أمس تسعة.", [319]),
        ("قتل 319 شخصاً في العراق منذ آب. وأصيب تسعة في انفجار عبوة بسيارة في الموصل.", [319]),
        ("10 متظاهرين قتلوا وأصيب 133 آخرون في بغداد خلال اليومين الماضيين.", [10, 133]),
    ],
)
def test_who_else_was_hurt(text, numbers):
    """A sentence that tells but who else was hurt goes on; one with a day or an act of its own does not."""
    assert [claim[2] for claim in told(text)] == numbers


def test_others_were_hurt_by_the_same():
    """The others wounded beside protesters killed were hurt in the protests, too."""
    text = "10 متظاهرين قتلوا وأصيب 133 آخرون في بغداد خلال اليومين الماضيين."
    assert [claim[3] for claim in told(text)] == ["Protests", "Protests"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نفى القائد وقوع 6 هجمات في ديالى خلال يومين.", []),
        ("أكد القائد وقوع 6 هجمات في ديالى خلال يومين.", [6]),
        ("شهدت كركوك 11 هجوماً خلال كانون الثاني، مقابل ستة في كانون الأول.", [11, 6]),
        ("شهدت كركوك 11 هجوماً خلال كانون الثاني، مقارنة بـ 19 في كانون الأول.", [11]),
        ("ازدادت في الآونة الأخيرة الهجمات على حواجز الجيش في درعا.", ["up"]),
        ("ازدادت في الآونة الأخيرة الأمطار في درعا.", []),
    ],
)
def test_what_is_denied_and_compared(text, expected):
    """What is denied is no claim; the figure of another month, and a rise of late, are."""
    assert [claim[2] for claim in told(text)] == expected


def test_less_than_it_was_is_compared_with_the_month_told():
    """The month behind "أقل مما كانت عليه" is not the one that had fewer."""
    claims = read("نفذ التنظيم 22 هجوماً خلال كانون الثاني. وكانت الهجمات أقل مما كانت عليه في كانون الأول.")
    assert [str(claim.window.start) for claim in claims] == ["2024-01-01", "2024-01-01"]


def test_the_middle_of_a_month_that_has_not_come_is_that_of_the_last():
    """On the second of July "منذ منتصف الشهر" is June's."""
    claims = read("ارتفعت وتيرة النهب في الخرطوم منذ منتصف الشهر.", "2025-07-02")
    assert [str(claim.window.start) for claim in claims] == ["2025-06-11"]


def test_the_strip_is_gaza():
    """In news of Gaza "القطاع" is the strip, and not the camp told before."""
    text = "استشهد 12 بقصف منزل في مخيم النصيرات وسط قطاع غزة. واستشهد 48 في القطاع خلال الساعات الـ24 الماضية."
    assert [claim.place.name for claim in read(text)] == ["قطاع غزة"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("شن الطيران غارة على سوق سراقب. وهذه ثاني مجزرة تشهدها سراقب خلال خمسة أيام.", "Air/drone strike"),
        ("شن الطيران غارات على تدمر. وهذا الاعتداء هو السابع على المدينة خلال شباط.", "Air/drone strike"),
        ("هاجم مسلحون صهريجاً قرب العزبة. وهذا الاعتداء الثاني على الصهاريج خلال شباط.", "Attack"),
        ("قصفت الطائرات سوق سراقب. واغتال مسلحون محامياً، في ثاني عملية اغتيال خلال شباط.", "Attack"),
    ],
)
def test_a_massacre_or_assault_is_of_the_act_told(text, what):
    """A rank of massacres or assaults counts strikes where a strike was told; one of killings does not."""
    assert [claim[3] for claim in told(text)] == [what]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "بلغ 89 عدد الذين استشهدوا بقصف طائرات التحالف على الرقة منذ بداية الشهر.",
            ("killed", 89, "Air/drone strike"),
        ),
        (
            "بلغ 89 عدد الذين استشهدوا بقصف مدفعي على الرقة منذ بداية الشهر.",
            ("killed", 89, "Shelling/artillery/missile attack"),
        ),
        (
            "تتكرر عمليات الخطف في حمص، إذ وثّق ناشطون سبع عمليات منذ مطلع الشهر.",
            ("events", 7, "Abduction/forced disappearance"),
        ),
        ("دمرت فرق الهندسة 1500 لغم في إدلب خلال الأسبوعين الماضيين.", ("events", 1500, "Disrupted weapons use")),
        ("أزالت الفرق 302 من الذخائر في إدلب خلال كانون الثاني.", ("events", 302, "Disrupted weapons use")),
        ("أحبطت القوى الأمنية منذ مطلع الشهر ثماني عمليات تفجير في حمص.", ("events", 8, "Disrupted weapons use")),
        ("خلال عام 2023 وثقت المنظمة 919 واقعة انتهاك في اليمن.", ("events", 919, None)),
        ("نشاط الخلايا ازداد في ريف دير الزور خلال كانون الثاني.", ("events", "up", None)),
    ],
)
def test_figures_of_plain_press(text, expected):
    """A number before its head, cases of anything, what was named before, mines blown up and the activity of cells."""
    assert [claim[1:] for claim in told(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "سجلت شرطة المرور في حلب خلال كانون الثاني 214 حادثاً. وقتل فيها تسعة أشخاص. وحجزت 310 دراجات.",
        "أخمدت فرق الإطفاء في حماة خلال كانون الثاني 512 حريقاً. وأصيب ثلاثة عناصر. والتهمت النار البيادر.",
        "سُجلت في ريف دمشق ثلاث جرائم عائلية خلال شهر.",
        "نشاط الأسواق ازداد في ريف دير الزور خلال كانون الثاني.",
    ],
)
def test_no_conflict(text):
    """Traffic, fires, crimes in families and markets make no claim."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("title", "text", "place"),
    [
        ("حصيلة كانون الثاني", "ريف دير الزور: اشتباكات تتصدر المشهد. قُتل 118 شخصاً. وأغلقت المدارس.", "دير الزور"),
        ("درعا في كانون الثاني", "اشتباكات تتصدر المشهد. قُتل 118 شخصاً. وأغلقت المدارس.", "درعا"),
        ("حصيلة كانون الثاني", "أصدر المرصد الحقوقي لشرق الفرات جردة. قُتل 118 شخصاً. وأغلقت المدارس.", None),
    ],
)
def test_a_headline_opens_a_bulletin(title, text, place):
    """The month of a headline counts, at the place of headline or opening, but not of who issues it."""
    claims = read(text, "2024-02-05", title)
    assert [(claim.number, str(claim.window.start), claim.place and claim.place.name) for claim in claims] == [
        (118, "2024-01-01", place)
    ]


def test_a_headline_of_an_act_opens_none():
    """News under a headline of an act is no bulletin."""
    text = "خطف مسلحون تاجراً قرب زحلة. وأوقف الجيش ثلاثة. وأقفل الأهالي الطريق."
    assert [claim.kind for claim in read(text, "2024-02-05", "خطف خامس في البقاع خلال أسبوعين")] == ["ordinal"]


def test_the_town_of_those_who_say_so_may_be_pointed_to():
    """ "في المدينة" is the town of the body quoted where no other is told, and never a country."""
    text = "قالت {} إن 30 شخصاً قتلوا في المدينة خلال أسبوع."
    assert [claim.place.name for claim in read(text.format("بلدية جنين"))] == ["جنين"]
    assert [claim.place for claim in read(text.format("شبكة أطباء السودان"))] == [None]


def test_a_period_since_the_first_is_the_one_compared_when_the_month_before_is():
    """ "منذ مطلع شباط ... مقارنة بكانون الثاني" compares February so far with January."""
    claims = read("سجل المركز الوضع منذ مطلع شباط، وارتفعت الهجمات في درعا مقارنة بكانون الثاني.")
    assert [str(claim.window.start) for claim in claims if claim.window] == ["2024-02-01"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "تعرضت مدينة الباب لقصف صاروخي هو الرابع في كانون الثاني.",
            [("ordinal", "events", 4, "Shelling/artillery/missile attack")],
        ),
        (
            "قصف الطيران التركي مواقع في العمادية 15 مرة خلال كانون الثاني.",
            [("count", "events", 15, "Air/drone strike")],
        ),
        ("ليرتفع عدد الأسرى الذين استشهدوا منذ السابع من أكتوبر إلى ثمانية.", [("total", "killed", 8, None)]),
        ("سقط 61 مدنياً بين قتيل وجريح في ليبيا خلال كانون الثاني.", []),
        ("سقط 61 قتيلاً في ليبيا خلال كانون الثاني.", [("count", "killed", 61, None)]),
    ],
)
def test_ranks_in_a_month_aircraft_captives_and_tolls_of_both(text, expected):
    """A rank in a month is no day, aircraft strike, captives who died were killed, "killed or hurt" is neither."""
    assert told(text) == expected
