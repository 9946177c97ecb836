"""Claims in the background of articles and in bulletins: types, places and figures that words around them tell."""

import pytest
from tests.unit.claims.conftest import read


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("حصيلة شباط في بيان المركز. تنفيذ 12 عملية في كركوك. القبض على 27 متهماً.", "كركوك"),
        ("خلال كانون الثاني في البيضاء رصد الفريق اختطاف 18 مواطناً نقلوا إلى سجون في رداع.", "البيضاء"),
        ("قصفت المدفعية أحياء محلية كرري في أم درمان. وأودى القصف بحياة 40 مدنياً في المحلية منذ مطلع الشهر.", "كرري"),
        ("قُتل 340 شخصاً في قرى شرق الجزيرة بالسودان منذ مطلع العام.", "الجزيرة"),
        ("أصيب طاقم سفينة بصاروخ حوثي غرب الحديدة، وهذا الهجوم هو الثاني في غضون 24 ساعة.", "الحديدة"),
    ],
)
def test_places(text, place):
    """What a bulletin says next, a district pointed to and a side of a governorate have their place."""
    claim = read(text)[-1]
    assert claim.place is not None
    assert claim.place.name == place


def test_a_cause_is_no_place():
    """Who fell "على طريق القدس" fell elsewhere."""
    assert read("ارتفع عدد شهداء الحزب على طريق القدس منذ تشرين الأول إلى 354 شهيداً.")[-1].place is None


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "شن الدعم السريع هجوماً بالمسيّرات على عطبرة. وأُسقطت مسيّرتان. وهذا رابع هجوم على المحطات منذ كانون الثاني.",
            "Air/drone strike",
        ),
        (
            "شن الطيران غارات على أبنية في تدمر. ودانت الوزارة ما جرى. وهذا الاعتداء هو السابع على البلاد خلال شباط.",
            "Air/drone strike",
        ),
        ("فجّرت الجماعة 13 منزلاً في رداع خلال كانون الثاني.", "Looting/property destruction"),
        ("سقطت 83 دانة على الفاشر خلال أسبوع.", "Shelling/artillery/missile attack"),
        ("عُثر على 11 مقبرة جماعية في ترهونة خلال كانون الثاني.", "Other"),
    ],
)
def test_types(text, what):
    """Drones shot down are no attack, an aggression is of the act that the report tells, houses blown up are ruined."""
    assert read(text)[-1].what == what


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("كثرت حوادث الخطف في درعا خلال كانون الثاني.", "trend", "2024-01-01"),
        ("عدد الخروقات تراجع من 14 إلى اثنين خلال كانون الثاني.", "trend", "2024-01-01"),
        ("حصاد أسبوع: 9 هجمات في سوريا.", "count", "2024-02-08"),
        ("هاي تالت مرة بهالشهر بيقصفوا الشحيل.", "ordinal", "2024-02-01"),
        ("تصاعدت الغارات في الربع الأخير من العام.", "trend", "2023-10-01"),
    ],
)
def test_wordings(text, kind, start):
    """Abundance, a fall from a number, a harvest of a week, spoken "this" and the year that has just ended."""
    claim = read(text)[-1]
    assert claim.kind == kind
    assert claim.window is not None
    assert claim.window.start.isoformat() == start


def test_one_place_of_two_names():
    """A headline's shorter name and the text's longer one make one claim."""
    text = "ورصد المركز في الضفة الغربية خلال كانون الثاني 520 حالة اعتقال."
    claims = read(text, title="520 حالة اعتقال في الضفة خلال كانون الثاني")
    assert [claim.place.name for claim in claims if claim.place] == ["الضفة الغربية"]


def test_disease_is_no_trend():
    """A fall of what an epidemic killed is none."""
    assert read("بلغت وفيات الوباء في المشفى 402 وفاة خلال 2023، بانخفاض عن العام السابق.") == ()
