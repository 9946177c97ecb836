"""Wordings in which monitors, ministries, the UN and channels make claims."""

from datetime import date

import pytest

from marsad.claims.read import read_claims
from marsad.model.report import Report
from marsad.pipeline import Coder

CODER = Coder()


def read(text, published="2024-02-15", outlet=None):
    report = Report(report_id="r", text=text, published_on=date.fromisoformat(published), outlet=outlet)
    return read_claims(report, CODER)


def told(text, published="2024-02-15"):
    return [(claim.kind, claim.measure, claim.number or claim.direction, claim.what) for claim in read(text, published)]


@pytest.mark.parametrize(
    ("text", "measure", "number"),
    [
        ("عثر أهالٍ على جثة شاب قرب الشحيل، وهي الجثة الخامسة التي يعثر عليها هذا الشهر.", "killed", 5),
        ("اغتال مسلحون ضابطاً في المكلا، وهو الضابط رقم 21 الذي يغتاله مسلحون هذا العام.", "killed", 21),
        ("للمرة الثانية خلال أسبوع.. قنبلة صوتية تستهدف منزل طبيب وسط الناصرية", "events", 2),
        ("استهدفت مسيّرة نقطة قرب الميادين للمرة الـ12 هذا الشهر.", "events", 12),
        ("صدت القوات هجوماً شمال الضالع، هو الثالث في ثلاثة أيام.", "events", 3),
        ("سقطت قذيفة على حي الروضة، وهو القصف الرابع الذي يطال الحي منذ مطلع الأسبوع.", "events", 4),
        ("سيطرت الفصائل على البلدة، وهي البلدة الخامسة التي تخسرها قوات النظام خلال خمسة أيام.", "events", 5),
    ],
)
def test_ranks(text, measure, number):
    """Bodies, numbered people, things taken and ranks that a headline opens with are ranks of acts."""
    assert [(kind, one, n) for kind, one, n, _ in told(text)] == [("ordinal", measure, number)]


@pytest.mark.parametrize(
    "text",
    [
        "تعرضت المحطة للقصف لليوم السادس على التوالي.",
        "سقط أربعة قتلى من الجيش، وهو الطفل الثامن الذي يموت في المخيم خلال شهر.",
        "وصل إلى المستشفى 37 شهيداً خلال اليوم نتيجة غارات على ثلاثة منازل.",
        "قتلت القوات 124 مدنياً في القرية خلال الجمعة.",
        "شن الطيران 30 غارة على القرى في أقل من ثلاث ساعات.",
        "ضبطت الأجهزة 23 قضية مخدرات خلال شهر، وسيق 40 متهماً إلى القضاء.",
    ],
)
def test_what_claims_nothing(text):
    """Days in a row, deaths that nobody caused, what one day or some hours held, and cases of courts are no claims."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("خسرت قوات النظام خلال عشرة أيام 214 عنصراً.", ("count", "killed", 214, None)),
        ("64 معتقلاً على يد قسد خلال كانون الثاني في دير الزور.", ("count", "detained", 64, "Arrests")),
        ("لترتفع جرائم القتل داخل المخيم إلى 11 منذ بداية السنة.", ("total", "events", 11, "Attack")),
        ("حصيلة المعارك منذ 16 أيلول: 1600 قتيل، منهم 1000 من داعش.", ("total", "killed", 1600, "Armed clash")),
        ("أودت الغارات بحياة 16 شخصاً منذ مطلع الشهر.", ("count", "killed", 16, "Air/drone strike")),
    ],
)
def test_figures(text, expected):
    """Losses, nouns for the held, sums that reach a number and figures behind a colon count."""
    assert expected in told(text)


def test_who_comes_from_the_acts_counted_is_no_subset():
    """ "وصل منها للمستشفيات 112 شهيداً" is all that a ministry counts, and not a part of it."""
    text = "ارتكب الاحتلال 14 مجزرة في قطاع غزة وصل منها للمستشفيات 112 شهيداً و173 إصابة خلال الـ24 ساعة الماضية."
    assert [(claim.measure, claim.number) for claim in read(text)] == [
        ("events", 14),
        ("killed", 112),
        ("wounded", 173),
    ]


def test_a_month_may_be_who_saw_it():
    """ "شهد حزيران تصاعداً" is a rise in June, and no number behind a comma is its year."""
    (rise,) = read("شهد كانون الثاني تصاعداً لافتاً في عمليات الاغتيال في درعا.")
    assert (rise.direction, rise.window.start, rise.window.end) == ("up", date(2024, 1, 1), date(2024, 1, 31))
    (count,) = read("سقط 3410 شهداء في سوريا خلال كانون الثاني، 1300 منهم في حمص.")
    assert (count.number, count.window.start) == (3410, date(2024, 1, 1))


@pytest.mark.parametrize(
    ("text", "outlet", "place"),
    [
        ("قتل شرطي قرب العبارة، وهو رابع هجوم في المحافظة هذا الشهر.", "ديالى نيوز", "ديالى"),
        ("استشهد 27 فلسطينياً في القطاع على مدى ثلاثة أيام.", None, "قطاع غزة"),
        ("قُتل شاب في بلدة صيدا شرق درعا، في ثاني عملية اغتيال تشهدها البلدة خلال 48 ساعة.", None, "صيدا"),
        ("أغلق أهالي السويداء طريق دمشق، وهذا خامس احتجاج تشهده المحافظة هذا الشهر.", None, "السويداء"),
        ("نفذ المستوطنون 121 اعتداء خلال الشهر الماضي، تركز معظمها في نابلس.", None, None),
        ("تضاعفت هجمات القاعدة بالعبوات في شبوة خلال الشهرين الأخيرين.", None, "شبوة"),
        ("قتل 30 شخصاً خلال الشهر الماضي، وفق لجنة أطباء غرب دارفور.", None, None),
    ],
)
def test_places(text, outlet, place):
    """A pointing word means the place of its kind, if need be the outlet's; those who tell and parts are no place."""
    claim = read(text, outlet=outlet)[-1]
    assert (claim.place.name if claim.place else None) == place


def test_the_weapon_says_what_a_general_noun_counts():
    """ "هجمات بالعبوات" are explosions, "استهداف مسيّرات" is a drone strike."""
    assert told("تضاعفت هجمات القاعدة بالعبوات في شبوة خلال شهرين.")[0][3] == "Remote explosive/landmine/IED"
    assert told("تكرر استهداف مسيّرات الدعم السريع للمحطة أربع مرات منذ بداية الشهر.")[0][3] == "Air/drone strike"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("وقعت 58 هجمة على مرافق صحية في السودان خلال النصف الأول من 2023.", (2023, 1, 1), (2023, 6, 30)),
        ("سجلت النقابة 24 انتهاكاً بحق الصحفيين خلال الربع الثاني من 2023.", (2023, 4, 1), (2023, 6, 30)),
        ("شهدت درعا خلال النصف الأول من كانون الثاني 19 عملية اغتيال.", (2024, 1, 1), (2024, 1, 15)),
    ],
)
def test_parts_of_years_and_months(text, start, end):
    """A quarter or half of a bare year, and half a month, are periods of their own days."""
    (count,) = read(text)
    assert (count.window.start, count.window.end) == (date(*start), date(*end))


def test_no_year_is_a_figure():
    """The year of a period counts nobody, nor is a number before "العام الماضي" its length."""
    assert told("سجلت البلاد أسوأ حصيلة من حيث عدد القتلى المدنيين في النصف الأول من 2023.") == []
    assert [claim.window for claim in read("زادت عمليات القتل إلى 365 العام الماضي.") if claim.window] == []


def test_what_one_of_the_acts_did_is_no_sum():
    """ "وقتل 20 في إحداها" is the toll of one of the acts counted."""
    text = "شنت الطائرات سبع غارات على المعسكرات خلال يومين، وقتل 20 عنصراً في إحداها."
    assert [(claim.measure, claim.number) for claim in read(text)] == [("events", 7)]


def test_a_general_noun_counts_what_was_named_before():
    """ "بلغت الاغتيالات في المدينة 14 عملية" counts assassinations."""
    assert told("بلغت الاغتيالات في درنة 14 عملية منذ بداية الشهر.") == [("count", "events", 14, "Attack")]
