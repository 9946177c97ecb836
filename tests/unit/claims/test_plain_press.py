"""Claims as the daily press words them: acts pointed back to, aircraft that strike again, checkpoints, places."""

from datetime import date

import pytest
from tests.unit.claims.conftest import CODER, read

from marsad.claims.read import read_claims
from marsad.model.report import Report


def told(text, on="2024-02-15"):
    """Return kind, number or direction, measure, type and place of the claims of a text."""
    return [
        (one.kind, one.number or one.direction, one.measure, one.what, one.place.name if one.place else None)
        for one in read(text, on)
    ]


def test_a_headline_ends_with_its_length():
    """A length that ends a headline is a period, though the text follows without a full stop."""
    report = Report(
        report_id="r", headline="قصف سراقب للمرة الثالثة في أسبوع", text="قصفت المدفعية سراقب صباح اليوم.",
        published_on=date(2020, 1, 20),
    )  # fmt: skip
    assert [(one.kind, one.number) for one in read_claims(report, CODER)] == [("ordinal", 3)]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("طائرات مسيّرة تهاجم محطة الكهرباء في مروي للمرة الرابعة منذ بداية العام.", "Air/drone strike"),
        (
            "المدفعية تقصف سراقب للمرة الرابعة منذ بداية العام.",
            "Shelling/artillery/missile attack",
        ),
    ],
)
def test_aircraft_that_strike_again(text, what):
    """Aircraft before a verb of hitting make a strike of it, artillery does not."""
    assert [one.what for one in read(text)] == [what]


def test_a_rank_is_of_the_town_that_its_sentence_points_to():
    """An earlier clause of its sentence may point to the town; a sentence before may not lend its place."""
    before = "قصفت قوات الدعم السريع أم درمان. "
    assert told(before + "ودانت لجان المدينة القصف، وقالت إنه الهجوم الرابع خلال أسبوع.")[0][4] == "أم درمان"
    assert told(before + "وقال ناشطون إنه الهجوم الرابع خلال أسبوع.")[0][4] is None


def test_where_most_of_it_was_is_not_where_it_counts():
    """The place on which acts were focused is a part of the one told before it, and none of their own."""
    both = "سجل المكتب 11 عملية توغل في ريف درعا خلال كانون الثاني تركزت في حوض اليرموك."
    assert told(both) == [("count", 11, "events", "Change to group/activity", "درعا")]
    alone = "سجل المكتب 11 عملية اغتيال خلال كانون الثاني تركزت في درعا."
    assert told(alone)[0][4] is None


def test_barriers_put_up_are_acts():
    """Checkpoints and gates that a force puts up count, and not those attacked."""
    assert told("نصبت قوات الاحتلال 17 حاجزاً في محافظة القنيطرة خلال كانون الثاني.") == [
        ("count", 17, "events", "Change to group/activity", "القنيطرة")
    ]
    assert not told("هاجم داعش 9 حواجز للجيش في ديالى خلال كانون الثاني.")


def test_a_sum_so_far_of_acts_pointed_back_to():
    """People who fell by acts counted before are summed since those began, by what those were."""
    sums = "يرتفع عدد الضربات الجوية التركية على الحسكة إلى 104 منذ الاثنين. "
    text = sums + "وقالت قوى الأمن إن 44 قتلوا نتيجة الضربات حتى الآن."
    assert told(text)[-1] == ("total", 44, "killed", "Air/drone strike", "الحسكة")


def test_a_trend_of_acts_told_before_is_of_their_type():
    """A noun with its article has the type of the same noun told earlier in its sentence."""
    text = "قتل 26 مدنياً بهجمات المسيّرات على مروي في كانون الثاني، وأن الهجمات ازدادت منذ مطلع الشهر."
    assert told(text)[-1] == ("trend", "up", "events", "Air/drone strike", "مروي")
    assert told("ازدادت الهجمات في مروي منذ مطلع الشهر.") == [("trend", "up", "events", None, "مروي")]


def test_what_people_fell_by_may_stand_behind_a_comma():
    """A clause that opens with the means says what those told before it fell by."""
    assert told("قُتل 120 مدنياً في أم درمان خلال الأسبوع الماضي، بقصف مدفعي متبادل.")[0][3] == (
        "Shelling/artillery/missile attack"
    )


def test_a_sentence_that_opens_with_its_place_goes_on():
    """A bulletin goes on behind the place that a sentence opens with."""
    text = "شهد ريف القنيطرة 43 توغلاً خلال كانون الثاني. وفي ريف درعا الغربي سُجلت 11 عملية توغل."
    assert [(one[1], one[4]) for one in told(text)] == [(43, "القنيطرة"), (11, "درعا")]


def test_a_sum_that_grows_is_no_trend():
    """An act that raises the month's number makes a count of it, and no rise."""
    assert told("وقع انفجار في عفرين، ليرتفع عدد التفجيرات في المدينة هذا الشهر إلى خمسة.") == [
        ("count", 5, "events", "Remote explosive/landmine/IED", "عفرين")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "ستنفذ القوات 20 عملية خلال الشهر المقبل.",
        "سجلت محافظة ديالى خلال الشهر الماضي 61 حادثاً مرورياً أودت بحياة 17 شخصاً.",
        "ضبطت الشرطة 16 كيلوغراماً من المخدرات وألقت القبض على ثلاثة متهمين خلال الأسبوع الماضي.",
        "ألقت الشرطة القبض على عصابة من 8 أشخاص متهمة بسرقة 23 منزلاً منذ بداية العام.",
        "أعلنت الحكومة الحداد للمرة الثانية خلال أسبوع بعد تفجير الكرادة.",
        "أغلق معبر رفح للمرة الثالثة خلال أسبوع جراء القصف.",
    ],
)
def test_no_claims_of_the_press(text):
    """What is to come, roads, drugs, thieves, and what was done again after an act are no claims."""
    assert not read(text)


def test_soil_that_is_hit_is_where():
    """The soil of a country behind a verb of attack is where it hit, and not who hit."""
    assert told("إسرائيل استهدفت الأراضي السورية 9 مرات منذ مطلع العام.")[0][4] == "سوريا"
    assert told("شنت إسرائيل 9 غارات على درعا منذ مطلع العام.")[0][4] == "درعا"


def test_a_spokesman_of_an_operation_is_none_that_was_done_again():
    """What is said to have been done so often is the act behind "that", whoever says so."""
    text = "قال الناطق باسم عملية بركان الغضب إن قوات حفتر خرقت الهدنة 110 مرات منذ 12 كانون الثاني."
    assert told(text)[0][:3] == ("total", 110, "events")


def test_people_told_before_the_period_of_a_statement():
    """What a statement counts in its weeks does not reach back to who was taken before it is told."""
    text = "أعلن الجيش توقيف 11 شخصاً في عرسال. وقال في بيان إن وحداته نفذت خلال الأسبوعين الماضيين 23 عملية دهم. "
    assert [one[1] for one in told(text + "وتأتي الحملة بعد تفجير أوقع ثلاثة جرحى.")] == [23]


def test_a_ministry_that_goes_on_speaking():
    """Where a ministry of the country goes on, what it counts without a place is of the country."""
    text = (
        "قالت وزارة الداخلية السورية إنها أوقفت خلية في داريا. وأضافت أن قواتها نفذت منذ كانون الأول 61 عملية ضد داعش."
    )
    assert told(text)[-1] == ("total", 61, "events", None, "سوريا")


def test_where_people_fled_from_before_a_trend():
    """A place from which people came is no place of what rose after that."""
    assert told("وازدادت وتيرة الاغتيالات بعد هروب سجناء من الحسكة.")[0][4] is None
    assert told("ازدادت وتيرة الاغتيالات في الرقة بعد هروب سجناء من الحسكة.")[0][4] == "الرقة"


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("سقطت 40 قذيفة على مصراتة. وتوقفت حركة الملاحة في مطارها للمرة الثانية خلال أسبوع.", []),
        ("سقطت قذائف على مصراتة. وهذه هي المرة الثالثة خلال أسبوع.", [3]),
        ("توغلت القوات الإسرائيلية في جباتا الخشب للمرة الثالثة خلال أسبوع.", [3]),
    ],
)
def test_a_rank_of_no_act(text, ranks):
    """What no word for an act tells is no rank of one, unless it points to the act before."""
    assert [one[1] for one in told(text) if one[0] == "ordinal"] == ranks
