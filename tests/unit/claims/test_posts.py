"""Figures, periods and places of posts, monitors and ministries in spoken and plain wording."""

import pytest
from tests.unit.claims.conftest import read


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("من أسبوع لليوم انقصفت البلدة بأكتر من 60 غارة.", "total", "2024-02-08"),
        ("من يوم 3 شباط لليوم وصل عدد المخطوفين في إب لأكثر من 40 شخص.", "total", "2024-02-03"),
        ("قتل 42 جندياً في أبين منذ انطلاق عملية «السهم الأزرق» قبل عام.", "total", "2023-02-15"),
        ("سجلت الفرق 31 غارة خلال الأسبوع الماضي. وارتفع عدد الغارات خلال الشهر إلى 70 غارة.", "count", "2024-02-01"),
        ("سيطرت الفصائل على 9 قرى منذ بدء الهجوم الاثنين. وقُتل 70 شخصاً خلال هذه المدة.", "total", "2024-02-12"),
    ],
)
def test_periods(text, kind, start):
    """A spoken "up to now" runs on, a beginning may be told by how long ago it was, a month is no week told before."""
    found = read(text)[-1]
    assert found.kind == kind
    assert found.window is not None
    assert found.window.start.isoformat() == start


@pytest.mark.parametrize(
    "text",
    [
        "انتقل الحاجز من حد البلدة لحد السوق وسقطت 12 قذيفة.",
        "ونفت الحكومة أن تكون قد نفذت ثلاث غارات على المدينة هذا الأسبوع.",
        "نقلت الطائرات 90 أسيراً خلال أسبوع من عملية التبادل.",
        "أدى القصف خلال أسبوع إلى إحراق 68 ألف دونم من الأراضي.",
        "أصيب عشرة من الأهالي منذ اندلاع الحرائق في الغابات.",
        "الجيش يوسع عملياته البرية في القطاع.",
    ],
)
def test_no_claims(text):
    """A day without an end, what is denied, captives exchanged, land, forest fires and wider operations make none."""
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("هذه ثاني جولة قتال يشهدها المخيم في أقل من شهرين.", "Armed clash"),
        ("رصدت المنظمة 134 خرقاً للهدنة في تعز خلال أسبوع.", None),
    ],
)
def test_types(text, what):
    """A round of fighting is a clash, and a breach of a truce may be anything."""
    assert [claim.what for claim in read(text)] == [what]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            (
                "شهد شهر آب استمراراً للفلتان في عموم المحافظات السورية. وسجل المرصد جرائم متفرقة. "
                "وأحصى 83 جريمة قتل، وتوزعت على حمص (24) وحماة (17) ومحافظات أخرى."
            ),
            "سوريا",
        ),
        ("استهدفت مسيّرة الضاحية الجنوبية. وهي المرة الرابعة التي تُستهدف فيها الضاحية منذ آذار.", "الضاحية الجنوبية"),
        ("وصل عدد المخطوفين في صنعاء وإب وعمران منذ مطلع العام إلى 300 شخص.", "صنعاء"),
        (
            (
                "قُصفت سيارة قرب القامشلي. وهذا ثالث هجوم على مناطق شمال شرق سوريا منذ بداية الشهر. "
                "ونفذت الطائرات 12 ضربة على المنطقة منذ مطلع العام."
            ),
            "شمال شرق سوريا",
        ),
    ],
)
def test_places(text, place):
    """A share told in brackets is no place of a sum; short names, the first of several and a side of a land are."""
    found = read(text)[-1].place
    assert found is not None
    assert found.name.removesuffix(" لبيروت") == place
