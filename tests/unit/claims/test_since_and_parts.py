"""Campaigns that began on a day, parts of what was counted, rises of one day, what goes on in the same days."""

import pytest
from tests.unit.claims.conftest import read


def told(text, published="2024-02-15"):
    """Return kind, measure and number or direction of the claims of a text."""
    return [(claim.kind, claim.measure, claim.number or claim.direction) for claim in read(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قُتل 90 مدنياً في إدلب جراء الحملة التي انطلقت في 8 تشرين الأول الماضي.", [("total", "killed", 90)]),
        ("قُتل في المعارك التي بدأت في 8 تشرين الأول الماضي 90 شخصاً في إدلب.", [("total", "killed", 90)]),
        ("قُتل في المعارك التي توقفت 90 شخصاً في إدلب.", []),
        ("خطف المسلحون 36 مدنياً في إدلب خلال الهجوم الذي شنه التنظيم قبل خمسة أيام.", []),
    ],
)
def test_people_of_a_campaign_are_summed_since_it_began(text, expected):
    """What began on a day runs on since then; what was done in one attack is its toll."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("وثق المركز 80 انتهاكاً في إب خلال كانون الثاني، شملت 11 حالة قتل و12 حالة اختطاف.", [80]),
        ("وثق المركز 80 انتهاكاً في إب خلال كانون الثاني، وسجل 11 حالة قتل.", [80, 11]),
        ("سجل المركز 80 قصفاً في إب خلال كانون الثاني. وتوزعت على 50 غارة و30 قصفاً مدفعياً.", [80]),
    ],
)
def test_what_acts_are_made_up_of_is_no_figure_of_its_own(text, numbers):
    """Acts that those counted comprise are parts; acts counted beside them are not."""
    assert [claim.number for claim in read(text)] == numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("كثف الطيران الروسي غاراته على إدلب.", ["up"]),
        ("كثف الطيران الروسي غاراته على إدلب أمس.", []),
        ("شهد نهار أمس تراجعاً في حدة القتال في أم درمان.", []),
        ("عادت الاغتيالات إلى درعا، وتسارعت وتيرتها منذ مطلع العام.", ["up"]),
        ("عادت الوفود إلى درعا، وتسارعت وتيرتها منذ مطلع العام.", []),
    ],
)
def test_a_rise_is_more_than_that_of_a_day(text, expected):
    """A rise or fall of a day is no trend; the pace may be that of acts told before."""
    assert [claim.direction for claim in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "أحصت الشبكة 41 اغتيالاً في درعا خلال كانون الثاني. وسجلت ست عمليات خطف مقابل تسع في شباط.",
            [("count", "events", 41), ("count", "events", 6), ("count", "events", 9)],
        ),
        ("والأسبوع الماضي، قُتل 55 مدنياً في حلب.", [("count", "killed", 55)]),
        ("سجل المكتب في درعا خلال كانون الثاني 13 معتقلاً أُفرج عن 4 منهم.", [("count", "detained", 13)]),
        ("سجل المكتب في درعا خلال كانون الثاني 13 معتقلاً أُفرج عنهم.", []),
    ],
)
def test_numbers_of_months_weeks_that_open_and_captives_some_of_whom_are_free(text, expected):
    """A number of a month is no day, a past week may open a sentence, and captives count unless all were freed."""
    assert told(text) == expected


def test_two_acts_pointed_to_are_no_count():
    """ "في الضربتين" points to two strikes told before."""
    assert told("نفذ الطيران 9 ضربات في ديالى خلال كانون الثاني. وكانت الضربتان الأخيرتان ليلاً.") == [
        ("count", "events", 9)
    ]


def test_the_same_days_have_the_same_place():
    """What is counted in "the same month" goes on where acts of its kind were told, not what another side did."""
    text = "تزايدت حوادث النهب في الخرطوم خلال كانون الثاني. ووثق محامون {} خلال الشهر نفسه."
    claims = read(text.format("206 حالات نهب"))
    assert [claim.place.name for claim in claims] == ["الخرطوم", "الخرطوم"]


def test_children_shot_by_snipers_were_attacked():
    """Whom snipers shoot is attacked where children or women are told, as where civilians are."""
    text = "ارتفع عدد {} الذين سقطوا برصاص القناصة في تعز منذ بداية العام إلى 14."
    assert [claim.what for claim in read(text.format("الأطفال"))] == ["Attack"]
    assert [claim.what for claim in read(text.format("الجنود"))] == [None]


def test_a_campaign_has_a_rank():
    """ "الحملة الثالثة" is counted, a campaign of vaccination is not."""
    assert [claim.kind for claim in read("داهمت الأسايش الحسكة واعتقلت ثلاثة. وهذه الحملة الثالثة خلال أسبوعين.")] == [
        "ordinal"
    ]
    assert not read("بدأت في الحسكة حملة تلقيح هي الثالثة خلال عام.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("انفجرت عبوة في مودية.. الثانية خلال يومين.", [("ordinal", "events", 2)]),
        ("مقتل عنصر برصاص مجهولين قرب الشدادي.. الثالث خلال أسبوع.", [("ordinal", "killed", 3)]),
        ("عُقدت جلسة في عدن.. الثانية خلال أسبوع.", []),
    ],
)
def test_a_rank_alone_is_of_what_was_just_told(text, expected):
    """A post may end with a rank and its period, which counts the act or the victim before it."""
    assert told(text) == expected


def test_people_fell_in_the_attacks_that_a_rank_counts():
    """ "في الهجمات الأربعة" points to the attacks of the rank, and counts in its days."""
    text = "الهجوم هو الرابع في ثلاثة أسابيع في الخليل، وقُتل {} 13 شخصاً."
    assert told(text.format("في الهجمات الأربعة")) == [("ordinal", "events", 4), ("count", "killed", 13)]
    assert told(text.format("فيه")) == [("ordinal", "events", 4)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("رُفع 412 لغماً في البصرة خلال كانون الثاني.", [("count", "events", 412)]),
        ("أعلنت مديرية الألغام رفع 412 لغماً في البصرة خلال كانون الثاني.", [("count", "events", 412)]),
        ("رُفع 412 شكوى في البصرة خلال كانون الثاني.", []),
        (
            "تفاقمت ظاهرة الخطف في حماة، حيث جرى توثيق 9 حالات خلال كانون الثاني.",
            [("trend", "events", "up"), ("count", "abducted", 9)],
        ),
    ],
)
def test_mines_lifted_and_cases_of_a_phenomenon(text, expected):
    """Mines lifted are counted, and bare cases are those of the phenomenon told."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("بلغت عمليات الخلايا في الرقة ذروتها في كانون الثاني بـ18 عملية، بعد 11 في كانون الأول.", [18, 11]),
        ("قُتل في درعا خلال كانون الثاني 18 شخصاً بعد 11 شهراً من الهدوء.", [18]),
    ],
)
def test_a_number_of_the_month_before_may_follow_after(text, numbers):
    """ "بعد 11 في كانون الأول" counts in that month; a length of time counts nothing."""
    assert [claim.number for claim in read(text)] == numbers
