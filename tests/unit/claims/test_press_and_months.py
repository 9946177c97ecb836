"""Beginnings and months told without a day, what has a rise, sums to which an act adds, and places that had most."""

import pytest
from tests.unit.claims.conftest import read


def told(text, published="2024-09-18", title=""):
    """Return measure, number or direction, type and place of the claims of a text."""
    return [
        (claim.measure, claim.number or claim.direction, claim.what, claim.place.name if claim.place else None)
        for claim in read(text, published, title)
    ]


def days(text, published="2024-09-18"):
    """Return kind, first and last day of the claims of a text."""
    return [
        (claim.kind, claim.window and claim.window.start.isoformat(), claim.window and claim.window.end.isoformat())
        for claim in read(text, published)
    ]


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("قُصفت الأتارب 23 مرة من الأول إلى الخامس عشر من الشهر الجاري.", "count", "2024-09-01", "2024-09-15"),
        ("قُتل 14 شخصاً في درعا بين 1 و15 أيلول.", "count", "2024-09-01", "2024-09-15"),
        ("قُتل 14 مدنياً في إدلب في الأسبوع الثاني من أيلول.", "count", "2024-09-08", "2024-09-14"),
        ("قُتل 14 مدنياً في إدلب في الأيام العشرة الأولى من الشهر.", "count", "2024-09-01", "2024-09-10"),
        ("قُتل 140 مدنياً في إدلب في تموز وآب.", "count", "2024-07-01", "2024-08-31"),
        ("قُتل 140 مدنياً في إدلب من 17 تموز حتى اليوم.", "total", "2024-07-17", "2024-09-18"),
        ("منذ 2011 قُتل 14000 شخص تحت التعذيب في سوريا.", "total", "2011-01-01", "2024-09-18"),
        ("بلغ عدد القتلى في درعا خلال آب 14.", "count", "2024-08-01", "2024-08-31"),
        ("حصيلة 2023 في مأرب: 41 قتيلاً.", "count", "2023-01-01", "2023-12-31"),
        ("عفرين – آب 2024: 61 معتقلاً على يد الفصائل.", "count", "2024-08-01", "2024-08-31"),
        ("خسرت قوات النظام في البادية السورية خلال شهر 45 عنصراً.", "count", "2024-08-18", "2024-09-18"),
        ("بشهر واحد راح 15 شاب برصاص مجهولين بالشحيل.", "count", "2024-08-18", "2024-09-18"),
        ("قُتل 140 شخصاً في حمص خلال عام ونصف.", "count", "2023-03-18", "2024-09-18"),
        ("زادت الاغتيالات كتير بدرعا من شهر تموز.", "trend", "2024-07-01", "2024-09-18"),
        ("تحاصر القوات المدينة منذ أيار. وقتل فيها 90 شخصاً منذ بدء الحصار.", "total", "2024-05-01", "2024-09-18"),
    ],
)
def test_periods(text, kind, start, end):
    """Days, weeks and months told without their month or year, and beginnings that go on, give their days."""
    assert days(text) == [(kind, start, end)]


def test_a_year_that_only_began_is_open():
    """What began behind a comma with a rise in its name still holds for the figure."""
    text = "ومنذ بدء التصعيد في الثامن من تشرين الأول 2023، قتل في لبنان 623 شخصاً."
    assert told(text) == [("killed", 623, None, "لبنان")]


@pytest.mark.parametrize(
    ("text", "what", "direction"),
    [
        ("أعمال الخطف في حمص شهدت انحساراً واضحاً خلال آب.", "Abduction/forced disappearance", "down"),
        ("سجل القصف على كوباني تصعيداً واضحاً خلال آب.", "Shelling/artillery/missile attack", "up"),
        ("كانت هجمات آب في دير الزور أقل من نظيرتها في تموز.", None, "down"),
        ("باتت هجمات التنظيم في البادية السورية أكثر تواتراً منذ حزيران.", None, "up"),
        ("صعّدت القوات قصفها لريف اللاذقية الشمالي خلال آب.", "Shelling/artillery/missile attack", "up"),
    ],
)
def test_what_rises_or_falls(text, what, direction):
    """Acts that are told to see a rise or fall are what has it, wherever the verb stands."""
    assert [(one[1], one[2]) for one in told(text)] == [(direction, what)]


def test_who_sees_a_rise_need_not_have_it():
    """Where a town saw it, it is that of the acts behind."""
    assert told("شهدت الرقة بعد الهجوم تراجعاً في عمليات الخطف خلال آب.")[0][1:3] == (
        "down", "Abduction/forced disappearance",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("القتلى من جراء القصف في الفاشر تجاوزوا ألفاً ومئتين منذ أيار.", 1200),
        ("يصبح قتلى التنظيم في كركوك 19 منذ انطلاق العام.", 19),
        ("تخطت حصيلة الاغتيالات في درعا عتبة المئة منذ مطلع العام الحالي.", 100),
    ],
)
def test_who_fell_reaches_a_number(text, number):
    """A number that a verb reaches needs no noun for people behind it."""
    assert [one[1] for one in told(text)] == [number]


def test_of_which_act_a_sum_is_not():
    """The act by which a sum has just grown does not say of what all of it is."""
    assert told("ومع قصف أمس ترتفع حصيلة الضحايا في درعا منذ حزيران إلى 22.") == [("killed", 22, None, "درعا")]
    assert told("رفعت جريمة أمس عدد النساء اللواتي قُتلن في غزة هذا العام إلى سبع.")[0][2] is None


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("أحبط الجيش 12 محاولة تسلل في حيس خلال آب.", "Armed clash"),
        ("سُجلت 12 عملية قنص استهدفت مدنيين في تعز خلال آب.", "Attack"),
        ("وقعت 12 مواجهة مسلحة في طرابلس خلال آب.", "Armed clash"),
        ("شهدت البصرة 22 نزاعاً عشائرياً خلال آب.", "Armed clash"),
        ("خرجت 12 مسيرة سلمية في بغداد خلال آب.", "Peaceful protest"),
        ("شهدت الضفة الغربية 1180 عملاً مقاوماً خلال آب.", None),
        ("بلغت محاولات الاغتيال في عدن خلال آب أربعاً وعشرين محاولة.", "Attack"),
    ],
)
def test_types(text, what):
    """Nouns for acts have their type, also with an adjective or where they were kept from being done."""
    assert [(one[0], one[2]) for one in told(text)] == [("events", what)]


def test_a_body_found_is_of_an_attack():
    """Whatever was told of the dead before."""
    text = "عُثر على جثة شاب خُطف قبل يومين. والجثة هي الخامسة التي يُعثر عليها في درعا منذ مطلع أيلول."
    assert told(text)[-1][2] == "Attack"


def test_a_noun_points_back_over_a_sentence():
    """ "والحادثة هي الثالثة" is of the act told two sentences before."""
    text = "انفجر لغم بطفلين في الرقة. ونُقل ثالث إلى المشفى. والحادثة هي الثالثة خلال أسبوعين."
    assert [(one[1], one[2]) for one in told(text)] == [(3, "Remote explosive/landmine/IED")]


def test_the_place_with_most_is_not_that_of_all():
    """A governorate told as the one with most, or that has the highest number, is a part."""
    bulletin = (
        "وثقت الشبكة السورية لحقوق الإنسان في آب مقتل 67 مدنياً. وسجلت محافظة درعا أعلى نسبة من الضحايا. "
        "ورصدت الشبكة 217 حالة اعتقال."
    )
    assert [(one[1], one[3]) for one in told(bulletin)] == [(67, "سوريا"), (217, "سوريا")]
    week = "قتل في سوريا 33 شخصاً خلال أسبوع. كانت الحصيلة الأعلى في درعا بتسعة قتلى."
    assert [one[1] for one in told(week)] == [33]


def test_one_act_elsewhere_does_not_go_on():
    """A strike in a town of its own is no part of those counted before."""
    text = "وأحصى المجلس 146 غارة على بيروت خلال أسبوع. وفي صور، أودت غارة بحياة ستة مسعفين."
    assert [one[1] for one in told(text)] == [146]


def test_no_claims():
    """Who got away, and killed and wounded in one number, are none."""
    assert [one[1] for one in told("شهدت السويداء خلال آب 16 حالة خطف، ونجا عشرة من المخطوفين.")] == [16]
    assert told("سقط أكثر من 700 شخص بين قتيل وجريح في الحديدة منذ مطلع العام.") == []


def test_figures_behind_a_trend_have_its_period():
    """ "وسُجلت 14 حالة فقط" is of the quarter in which they became fewer."""
    text = "تراجعت حالات الخطف في سبها خلال الربع الأول من العام. وسُجلت 14 حالة فقط."
    assert [(claim.kind, claim.number) for claim in read(text, "2024-04-18")] == [("trend", None), ("count", 14)]


def test_the_region_pointed_to():
    """ "الإقليم" of a report of Iraq is that of Kurdistan."""
    text = "نفذت طائرة تركية ضربة على دهوك. ووصل عدد الضربات على الإقليم في آب إلى 102."
    assert told(text) == [("events", 102, "Air/drone strike", "إقليم كردستان")]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("وثق المكتب 36 عملية اغتيال في درعا خلال آب. وأدت هذه العمليات إلى مقتل 22 شخصاً.", "Attack"),
        ("سُجل 14 حادث إطلاق نار في درعا خلال آب. وأدت الحوادث إلى مقتل تسعة.", "Attack"),
        ("بلغت الاغتيالات في درعا خلال آب 38 عملية قتل فيها 31 شخصاً.", "Attack"),
        ("نفذ الجهاز في كركوك خلال آب 31 عملية قتل خلالها 55 مسلحاً.", None),
    ],
)
def test_who_fell_in_acts_counted_before(text, what):
    """Acts taken up by a noun or pronoun say by what people fell; a verb behind them is no kind of act."""
    assert told(text)[-1][0] == "killed"
    assert told(text)[-1][2] == what


def test_items_numbered_in_a_line():
    """What is numbered behind a full stop is an item of a bulletin."""
    text = "نشرة الخرطوم بحري، الأسبوع الأخير من آب: 1- مقتل 12 مدنياً بالقصف. 2- اعتقال تسعة متطوعين. 3- نهب 22 منزلاً."
    assert [one[1] for one in told(text)] == [12, 9, 22]


def test_a_quarter_without_its_year():
    """It is one of the year told before, and may be the one compared with."""
    text = "قُتل 312 مدنياً في الفاشر في الربع الثاني من 2024. وتضاعف عدد الهجمات مقارنة بالربع الأول."
    assert days(text) == [("count", "2024-04-01", "2024-06-30"), ("trend", "2024-04-01", "2024-06-30")]


def test_a_country_whose_attacks_they_are():
    """ "هجمات تركيا على" tells who acts, and no place."""
    assert told("قتل 12 عاملاً في هجمات تركيا على المنشآت خلال آب في شمال وشرق سوريا.")[0][3] != "تركيا"


def test_what_fell_before_a_rise_is_not_its_place():
    """A town told only as lost is no place of what rose after it."""
    assert told("زادت كثافة القصف منذ آب بعد سقوط العبدية.")[0][3] is None
