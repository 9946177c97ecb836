"""Figures, periods and places of posts, monitors and ministries in spoken and plain wording."""

from datetime import date

import pytest
from tests.unit.claims.conftest import CODER, read

from marsad.claims.read import read_claims
from marsad.model.report import Report


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


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قُتل 70 مسلحاً منذ بدء العملية العسكرية شرق الفرات في 9 شباط.", None),
        ("قُتل 70 مدنياً منذ بدء الهجوم على قطاع غزة في 9 شباط.", "قطاع غزة"),
        ("قُتل 70 مسلحاً شرق الفرات منذ بدء العملية العسكرية في 9 شباط.", "شرق الفرات"),
    ],
)
def test_beginnings(text, place):
    """An area by which an operation is called is no place of its toll; where it goes on and the toll's own are."""
    found = read(text)[-1].place
    assert (found.name if found else None) == place


@pytest.mark.parametrize(("outlet", "place"), [("شفق نيوز", "العراق"), ("رويترز", None)])
def test_the_country_of_the_outlet(outlet, place):
    """ "البلاد" of a report that names no place is the country for which its outlet writes."""
    text = "بلغت حصيلة ضحايا الاحتجاجات في البلاد منذ مطلع تشرين الأول الماضي 48 قتيلاً."
    report = Report(report_id="r", text=text, outlet=outlet, published_on=date(2024, 2, 15))
    found = read_claims(report, CODER)[0].place
    assert (found.name if found else None) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("وقُتل في البلدات الحدودية التركية عشرون مدنياً بقذائف خلال أسبوع.", "تركيا"),
        ("وقُتل في القرى الحدودية القريبة عشرون مدنياً بقذائف خلال أسبوع.", None),
        ("ازداد نشاط التنظيم وهجماته في المناطق المتنازع عليها خلال أسبوع.", "المناطق المتنازع عليها"),
    ],
)
def test_wide_places(text, place):
    """An adjective behind another tells the country of towns, and an area that is on no map is named as said."""
    found = read(text)[-1].place
    assert (found.name if found else None) == place


def test_drones_that_hit():
    """A rank of a blow has the type of the aircraft that struck before it."""
    text = "استهدفت مسيّرة تركية سيارة قرب القامشلي. وهذا ثالث استهداف من نوعه للمنطقة منذ بداية الشهر."
    assert [claim.what for claim in read(text)] == ["Air/drone strike"]
    text = "استهدفت مدفعية تركية سيارة قرب القامشلي. وهذا ثالث استهداف من نوعه للمنطقة منذ بداية الشهر."
    assert [claim.what for claim in read(text)] == ["Shelling/artillery/missile attack"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أكثر من 180 غارة شنها الطيران على الأحياء المحاصرة منذ فجر الثلاثاء.", [180]),
        ("أكثر من 180 غارة شنها الطيران على الأحياء المحاصرة منذ 2021.", []),
        ("احتجاجان اثنان في الرقة على أسعار المازوت خلال أسبوع.", [2]),
        ("ارتفعت أسعار المازوت مرتين خلال أسبوع بعد احتجاجات.", []),
        ("تاني لغم بينفجر بالمدينة بتلات أيام.", [2]),
        ("ثاني لغم ينفجر قبل الهجوم بثلاثة أيام.", []),
        ("خلال أول أسبوعين من السنة نفذ التنظيم 9 هجمات في ريف الرقة.", [9]),
    ],
)
def test_figures(text, expected):
    """Some days make no siege, what is protested against is no price, and spoken lengths and openings are periods."""
    assert [claim.number for claim in read(text)] == expected


def test_killed_outside_the_law():
    """Who was killed outside the law was attacked, and who died in fighting was not."""
    assert read("وثقت المنظمة مصرع 80 شخصاً خارج نطاق القانون في حماة خلال أسبوع.")[0].what == "Attack"
    assert read("وثقت المنظمة مصرع 80 شخصاً خارج المدينة في حماة خلال أسبوع.")[0].what is None


@pytest.mark.parametrize(
    ("title", "text", "place"),
    [
        (
            "إدلب: 15 قتيلاً في غارات",
            "قُتل 15 مدنياً الاثنين في إدلب وحارم. وقال مسعفون إن عدد القتلى وصل إلى 81 منذ 27 كانون الثاني.",
            "إدلب",
        ),
        (
            "غارات توقع 15 قتيلاً",
            "قُتل 15 مدنياً الاثنين في إدلب وحارم. وقال مسعفون إن عدد القتلى وصل إلى 81 منذ 27 كانون الثاني.",
            None,
        ),
    ],
)
def test_headed(title, text, place):
    """A sum that names no place counts where a headline says before its colon."""
    found = read(text, title=title)[-1].place
    assert (found.name if found else None) == place


def test_trends_of_bulletins():
    """A trend behind an item of a bulletin is of the whole again."""
    text = (
        "قُتل 114 مدنياً في السودان خلال كانون الثاني. وقتل 40 منهم في الفاشر. كما سُجلت 9 هجمات في نيالا. "
        "وانخفض عدد الهجمات مقارنة بكانون الأول."
    )
    found = read(text, title="حصيلة كانون الثاني")[-1]
    assert (found.kind, found.place.name) == ("trend", "السودان")


def test_the_area_told():
    """ "المنطقة" is the region that was told, and not a town in it."""
    text = "في الغوطة الشرقية يعمل مشفى دوما. ونفذ الطيران على المنطقة 60 غارة خلال أسبوع."
    assert [claim.place.name for claim in read(text)] == ["الغوطة الشرقية"]


@pytest.mark.parametrize(
    ("text", "what", "measure"),
    [
        ("مقتل مختار برصاص مجهولين بين تسيل وسحم، وهو الثاني خلال ثلاثة أيام.", "Attack", "killed"),
        ("مقتل مختار بعبوة بين تسيل وسحم، وهي الثانية خلال ثلاثة أيام.", "Remote explosive/landmine/IED", "events"),
        (
            (
                "استهدفت طائرة مسيّرة الجمعة سيارة في كلار. واحترقت السيارة بمن فيها. "
                "وتعد هذه المرة الثانية التي تستهدف فيها تركيا كلار خلال ثلاثة أسابيع."
            ),
            "Air/drone strike",
            "events",
        ),
    ],
)
def test_what_a_rank_points_to(text, what, measure):
    """ "هو" behind who was killed counts people, a rank that only points back has the type that the report tells."""
    found = read(text)[-1]
    assert (found.kind, found.what, found.measure) == ("ordinal", what, measure)


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "",
            "أفادت الأرقام بمقتل ما مجموعه 415 مدنياً وإصابة 300 في حزيران الماضي.",
            [("killed", 415), ("wounded", 300)],
        ),
        ("نزع 105 ألغام خلال أسبوع", "نزعت الفرق خلال الأسبوع الماضي 105 ألغام في اليمن.", [("events", 105)]),
        (
            "نزع 105 ألغام خلال شهر",
            "نزعت الفرق خلال الأسبوع الماضي 105 ألغام في اليمن.",
            [("events", 105), ("events", 105)],
        ),
        (
            "",
            "قُصفت قرية الدردارة للمرة السادسة خلال الشهر. وفقدت امرأة حياتها وأصيب اثنان من أبنائها. وتضررت منازل.",
            [("events", 6)],
        ),
        ("", "وقعت حوادث السير على الطريق. وازداد عدد الحوادث مقارنة بالعام الماضي.", []),
        ("", "وقعت تفجيرات على الطريق. وازداد عدد الحوادث مقارنة بالعام الماضي.", [("events", None)]),
    ],
)
def test_figures_beside_others(title, text, expected):
    """A sum has the noun before it, a headline's figure is told once, a rank opens no bulletin, accidents are none."""
    assert [(claim.measure, claim.number) for claim in read(text, title=title)] == expected


def test_a_headline_without_violence():
    """Where a headline only says who spoke, its place is not that of what a war took."""
    text = "أعلن المبعوث الأربعاء أنه أجرى محادثات في صنعاء وعدن. وأدى النزاع منذ التدخل السعودي إلى مقتل 10 آلاف شخص."
    assert read(text, title="صنعاء: المبعوث يعتبر المحادثات مثمرة")[-1].place is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("تتقدم القوات في الموصل القديمة. وقُتل 30 شخصاً في غربي المدينة خلال أسبوع.", "الموصل"),
        ("تتقدم القوات في الحويجة. وقُتل 30 شخصاً في غربي المدينة خلال أسبوع.", "الحويجة"),
        ("تتقدم القوات في الموصل القديمة. وقُتل 30 شخصاً في أحياء المنطقة خلال أسبوع.", "الموصل القديمة"),
    ],
)
def test_the_town_of_a_quarter(text, place):
    """ "المدينة" behind a quarter is the town that the quarter is of."""
    assert [claim.place.name for claim in read(text)] == [place]
