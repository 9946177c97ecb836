"""Shares of a sum, what a comparison held, who took places, what was left behind, and sides of a town."""

import pytest
from tests.unit.claims.conftest import read


def told(text, title=""):
    """Return measure, number or direction, type and place of the claims of a text."""
    return [
        (claim.measure, claim.number or claim.direction, claim.what, claim.place.name if claim.place else None)
        for claim in read(text, title=title)
    ]


@pytest.mark.parametrize(
    "part",
    [
        "وقضى 33 من هؤلاء بانفجار ألغام.",
        "وسقط 29 من القتلى بقصف مدفعي.",
        "وكان 13 من بين هؤلاء أطفالاً.",
        "وحلّت حلب في المقدمة بـ300 قتيل.",
        "واحتلت حلب المرتبة الأولى بـ300 قتيل.",
    ],
)
def test_a_share_is_no_claim(part):
    """Of a bulletin that counts through a month, who are some of those counted are no claim of their own."""
    text = f"قتل 900 مدني في سوريا خلال كانون الثاني. {part} كما اعتقل 40 شخصاً."
    numbers = [claim[1] for claim in told(text, title="كانون الثاني: 900 قتيل في سوريا")]
    assert numbers == [900, 40]


def test_those_of_another_side_are_no_share():
    """Who is told by a side of his own is counted."""
    text = "قتل 900 مدني في سوريا خلال كانون الثاني. وقتل 19 من عناصر الأمن في الفترة ذاتها."
    assert [claim[1] for claim in told(text)] == [900, 19]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("انخفض عدد القتلى في سوريا خلال كانون الثاني عن كانون الأول الذي شهد مقتل 221 مدنياً.", ["down"]),
        ("تراجعت الهجمات في درعا خلال 2023 مقارنة بعام 2022 حين سُجلت 510 هجمات.", ["down"]),
        ("شهد كانون الثاني مقتل 221 مدنياً في سوريا.", [221]),
        ("قتل 41 شخصاً في درعا في كانون الثاني، مقابل 29 في كانون الأول.", [41, 29]),
    ],
)
def test_what_the_period_compared_with_held(text, numbers):
    """A relative clause tells what the period compared with held, and no claim; a figure told beside it is one."""
    assert [claim[1] for claim in told(text)] == numbers


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("استعادت قوات النظام من تنظيم الدولة 7 حقول خلال شهر.", "Government regains territory"),
        (
            "قتلت القوات الحكومية 40 حوثياً في شبوة خلال كانون الثاني، واستعادت 3 مديريات.",
            "Government regains territory",
        ),
        ("سيطر الحوثيون على 14 موقعاً في مأرب خلال كانون الثاني.", "Non-state actor overtakes territory"),
        ("خسر الجيش 6 مواقع لصالح الدعم السريع في كردفان خلال كانون الثاني.", "Non-state actor overtakes territory"),
    ],
)
def test_who_took_places(text, what):
    """Who follows the verb took them, and not from whom they were taken or who was killed before."""
    assert told(text)[-1][2] == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("قتل 38 مدنياً بمخلفات القصف في إدلب خلال كانون الثاني.", "Remote explosive/landmine/IED"),
        ("أودت مخلفات المعارك بحياة 18 طفلاً في الموصل خلال 2023.", "Remote explosive/landmine/IED"),
        ("قتل 38 مدنياً بالقصف في إدلب خلال كانون الثاني.", "Shelling/artillery/missile attack"),
        ("قتل الطيران الإسرائيلي 50 مسعفاً في صور خلال كانون الثاني.", "Air/drone strike"),
        ("قتلت المدفعية التركية 11 مدنياً في تل تمر خلال كانون الثاني.", "Shelling/artillery/missile attack"),
        ("قتلت القوات التركية 11 مدنياً في تل تمر خلال كانون الثاني.", None),
        ("سجلت 14 حادثة إطلاق نار على المزارعين في درعا خلال كانون الثاني.", "Attack"),
        ("سجلت 14 حادثة إطلاق نار على حواجز الجيش في درعا خلال كانون الثاني.", "Armed clash"),
    ],
)
def test_what_people_were_hurt_by(text, what):
    """What fighting left behind goes off like a mine, and aircraft and guns kill as what they do."""
    assert [claim[2] for claim in told(text)] == [what]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("ارتفع عدد ضحايا هجوم قوات الدعم السريع على قرية ود النورة منذ الأربعاء إلى 168 قتيلاً.", []),
        ("ارتفعت حصيلة الهجوم على قرية الحارة منذ الاثنين إلى 12 قتيلاً.", []),
        ("ارتفع عدد ضحايا القصف على دوما منذ الأحد إلى 168 قتيلاً.", [168]),
        ("ارتفع عدد قتلى هجوم النظام على دوما منذ 18 كانون الثاني إلى 850 قتيلاً.", [850]),
    ],
)
def test_the_toll_of_one_act_rises_for_days(text, numbers):
    """The toll of one act that is some days old is no claim; that of acts, or of an offensive of weeks, is one."""
    assert [claim[1] for claim in told(text)] == numbers


def test_a_statement_is_no_two():
    """A word that ends like the dual of a people is not two dead: "البيان قتلت القوات 955"."""
    text = "وبحسب البيان قتلت القوات العراقية 955 عنصراً من داعش منذ انطلاق العملية في 17 كانون الثاني، وحررت 28 قرية."
    assert [claim[1] for claim in told(text)] == [955, 28]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ازداد القصف على حلب. راح 28 شهيد بالأحياء الشرقية هالشهر وما في ولا مشفى شغال.", "حلب"),
        ("ازداد القصف على حلب. راح 28 شهيد بالأحياء الشرقية من دمشق هالشهر.", "دمشق"),
        (
            "سجل المركز 102 عملية طعن في الضفة الغربية خلال كانون الثاني. وقتل 14 في الضفة خلال كانون الثاني.",
            "الضفة الغربية",
        ),
    ],
)
def test_where_a_side_or_a_short_name_is(text, place):
    """A side of a town is the town told last, a short name the full one told before, and what there is not no place."""
    assert told(text)[-1][3] == place


def test_a_trend_is_where_the_act_was_told():
    """What rises is where a clause before told it."""
    assert told("القصف على حلب صار غير شكل، هالشهر زاد القصف كتير.")[0][3] == "حلب"


def test_a_headline_names_the_ministry_that_counts():
    """A sum without a place is of the country whose ministry heads the report, and not of one that counts abroad."""
    text = "ارتفعت حصيلة العدوان منذ 8 تشرين الأول 2023 إلى 2036 شهيداً."
    assert told(text, title="وزارة الصحة اللبنانية: حصيلة العدوان")[0][3] == "لبنان"
    assert told("سجل الجانب الروسي 52 خرقاً في سوريا خلال 24 ساعة.", title="الدفاع الروسية: خروق")[0][3] == "سوريا"


@pytest.mark.parametrize(
    "text",
    [
        "قتل ثلاثة أشقاء في البصرة، وهو ثالث نزاع عائلي في أسبوع.",
        "قتلت فتاة في بغداد، وهي رابع جريمة شرف هذا الشهر.",
    ],
)
def test_family_feuds_are_no_acts(text):
    """What happens among kin is no act of conflict."""
    assert told(text) == []


def test_feuds_of_clans_are_acts():
    """What happens among clans is one."""
    assert told("اندلع نزاع عشائري في البصرة، وهو ثالث نزاع عشائري في أسبوع.")[0][1] == 3


def test_the_place_of_a_share_is_not_that_of_the_sum():
    """Where most of those counted fell is not where all did."""
    text = "قتل في درعا 40 شخصاً خلال كانون الثاني معظمهم في مدينة نوى."
    assert told(text)[0][3] == "درعا"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("الهجمات قلت في اللاذقية خلال كانون الثاني وزادت في حمص.", ["اللاذقية", "حمص"]),
        ("انخفضت الاعتقالات في دمشق خلال كانون الثاني بينما ارتفعت في حلب.", ["دمشق", "حلب"]),
        ("انخفضت الاعتقالات في دمشق خلال كانون الثاني وارتفعت رايات الفصائل في حلب.", ["دمشق"]),
    ],
)
def test_what_falls_here_may_rise_there(text, places):
    """A verb without a subject goes on with that of the one before, where it names a place."""
    assert [claim[3] for claim in told(text)] == places


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("بعد مقتل 4 من عناصره بكمين، خسر الجيش 22 جندياً في البادية خلال أسبوعين.", [22]),
        ("فقدت الفرقة الرابعة 22 جندياً في البادية خلال أسبوعين.", [22]),
        ("الغارات الأمريكية على صنعاء تتجاوز 900 منذ منتصف كانون الثاني.", [900]),
        ("أزالت الفرق 214 جسماً غير منفجر من تدمر خلال كانون الثاني.", [214]),
        ("عثرت الفرق على 4 أجسام مشبوهة خلال كانون الثاني.", []),
        ("تجاوز عدد الطلعات على إدلب خلال اليومين الماضيين 150 طلعة.", [150]),
        ("نفذ الطيران 12 طلعة استطلاع فوق إدلب خلال كانون الثاني.", []),
        ("سجل المركز 14 تفجيراً في عفرين منذ مطلع العام. وأصيب في التفجيرات 60 مدنياً.", [14, 60]),
        ("سجل المركز 14 تفجيراً في عفرين منذ مطلع العام. وأصيب أمس في التفجيرات 6 مدنيين.", [14]),
    ],
)
def test_figures_of_press_and_posts(text, numbers):
    """What only went before a loss is no part of it, a formation has no rank, and sorties are counted."""
    assert [claim[1] for claim in told(text)] == numbers


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("قتلوا سبعة من شباب الحراك بالناصرية بأسبوعين.", ("2024-02-01", "2024-02-15")),
        ("تالت غارة على سوق الكومة في الشهر دا.", ("2024-02-01", "2024-02-15")),
        ("وهالأسبوع طلعوا عشرين غارة ع معرة النعمان.", ("2024-02-09", "2024-02-15")),
    ],
)
def test_spoken_periods(text, days):
    """Two weeks and this month as dialects say them."""
    window = read(text)[0].window
    assert (window.start.isoformat(), window.end.isoformat()) == days


def test_an_outbreak_is_where_it_was_told():
    """People fell where the sentence before tells the fighting of which they fell since the outbreak."""
    text = "تتواصل الاشتباكات في طرابلس. وأعلن الهلال الأحمر مقتل 21 شخصاً منذ اندلاعها الاثنين."
    assert told(text)[0][3] == "طرابلس"


def test_a_sum_since_something_without_a_day_may_run_up_to_today():
    """The day up to which a sum runs is not the one on which it began."""
    claim = read("منذ مقتل الشيخ وحتى صباح اليوم سقط في السويداء 94 قتيلاً.")[0]
    assert (claim.kind, claim.number, claim.window) == ("total", 94, None)
    claim = read("منذ 8 شباط وحتى اليوم سقط في السويداء 94 قتيلاً.")[0]
    assert claim.window.start.isoformat() == "2024-02-08"


def test_a_figure_told_after_that_of_an_earlier_month():
    """The month behind "after 35" is that of the 35."""
    claims = read("تضاعف عدد القتلى في حمص في كانون الثاني، وسجل المرصد 72 قتيلاً بعد 35 في كانون الأول.")
    assert [(claim.number, claim.window.start.isoformat()) for claim in claims[1:]] == [
        (72, "2024-01-01"), (35, "2023-12-01"),
    ]  # fmt: skip
