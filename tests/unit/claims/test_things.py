"""Wordings of figures: devices, property, lost lives, tolls that open a clause; comparisons; places at home."""

from datetime import date

import pytest
from tests.unit.claims.conftest import CODER, read

from marsad.claims.read import read_claims
from marsad.model.report import Report


@pytest.mark.parametrize(
    ("text", "measure", "what"),
    [
        ("انفجر 18 لغماً في الرقة خلال آذار.", "events", "Remote explosive/landmine/IED"),
        ("أطلق الحوثيون 18 طائرة مسيرة على المملكة خلال آذار.", "events", "Air/drone strike"),
        ("أسقطت الدفاعات 18 مسيرة خلال آذار.", "events", "Disrupted weapons use"),
        ("هدم الاحتلال 18 منزلاً في القدس خلال آذار.", "events", "Looting/property destruction"),
        ("حصد القصف أرواح 18 مدنياً خلال آذار.", "killed", "Shelling/artillery/missile attack"),
        ("فقد 18 شخصاً حياتهم بالألغام خلال آذار.", "killed", "Remote explosive/landmine/IED"),
        ("اختفى 18 شاباً في الساحل خلال آذار.", "abducted", "Abduction/forced disappearance"),
        ("طالت حملات الاعتقال 18 شخصاً خلال آذار.", "detained", "Arrests"),
        ("قتلى درعا في آذار 18 مدنياً.", "killed", None),
        ("بلغ ضحايا الألغام 18 مدنياً خلال آذار.", "killed", "Remote explosive/landmine/IED"),
        ("عمليات الاغتيال في درعا بلغت 18 خلال آذار.", "events", "Attack"),
        ("انتشل الدفاع المدني 18 جثة خلال آذار.", "killed", "Attack"),
        ("بلغت حصيلة الحملة العسكرية خلال آذار 203 مقاتلين.", "killed", "Armed clash"),
    ],
)
def test_what_a_figure_counts(text, measure, what):
    """Devices and property count as acts, idioms of death and loss as people."""
    (claim,) = read(text, "2022-04-02")
    assert (claim.measure, claim.what) == (measure, what)


@pytest.mark.parametrize(
    "text",
    [
        "اشترى الجيش 18 طائرة مسيرة خلال العام الماضي.",
        "بنى الأهالي 18 منزلاً خلال آذار.",
        "طالب الأهالي بالكشف عن مصير 18 معتقلاً منذ 2014.",
        "قائد الفرقة الخامسة قتل في هجوم خلال آذار.",
        "فاز الفريق في مبارياته الثلاث هذا الموسم.",
    ],
)
def test_what_is_counted_and_no_act(text):
    """Things bought and built, people still held, formations and matches claim nothing."""
    assert read(text, "2022-04-02") == ()


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("عدد الهجمات خلال آذار أقل من شباط.", "down"),
        ("تجاوزت عمليات الاغتيال خلال آذار ما سجل في شباط.", "up"),
        ("الهجمات في دير الزور آخذة في التزايد خلال آذار.", "up"),
        ("عاودت وتيرة القصف على تعز الارتفاع خلال آذار.", "up"),
        ("عدد الهجمات خلال آذار مماثل لما سجل في شباط.", "same"),
        ("وقد تصاعدت الهجمات خلال آذار.", "up"),
    ],
)
def test_directions_told_otherwise(text, direction):
    """A comparison, a noun that its subject is in or goes back to, and "قد" before what happened tell a trend."""
    (claim,) = read(text, "2022-04-02")
    assert (claim.kind, claim.direction, str(claim.window.start)) == ("trend", direction, "2022-03-01")


@pytest.mark.parametrize(
    ("text", "measure", "number"),
    [
        ("سقط شاب برصاص مجهولين، وهو القتيل الخامس في البلدة خلال آذار.", "killed", 5),
        ("اختطف مسلحون صيدلياً، وهو المخطوف الثالث خلال آذار.", "abducted", 3),
        ("تعرض الحقل لهجوم صاروخي مساء الجمعة، الرابع في غضون أسبوع.", "events", 4),
        ("قصفت إسرائيل المطار، وهي الضربة الثلاثون على سوريا منذ بداية العام.", "events", 30),
        ("الثالثة من نوعها في أسبوعين.. عبوة لاصقة تنفجر بسيارة ضابط.", "events", 3),
    ],
)
def test_ranks_told_otherwise(text, measure, number):
    """Fates of people, ranks without a noun, tens and openings of headlines are ranks."""
    (claim,) = read(text, "2022-04-02")
    assert (claim.kind, claim.measure, claim.number) == ("ordinal", measure, number)


@pytest.mark.parametrize(
    ("outlet", "text", "name"),
    [
        ("الأمن السوداني", "ارتفعت حصيلة أحداث الجنينة إلى 132 قتيلاً منذ الخميس.", "الجنينة"),
        ("إدلب الآن", "شنت الطائرات 12 غارة على أريحا خلال آذار.", "أريحا"),
        (None, "أحبط الجيش الأردني 12 محاولة تهريب على الحدود مع سوريا خلال آذار.", None),
    ],
)
def test_places_at_home(outlet, text, name):
    """A name is looked for in the outlet's country; a border with a country is no place in it."""
    report = Report(report_id="r", text=text, outlet=outlet, published_on=date(2022, 4, 2))
    (claim,) = read_claims(report, CODER)
    assert (claim.place and claim.place.name) == name


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("أطلق مجهولون النار على مدني في طفس فقتلوه، وهو الهجوم الثالث خلال أسبوع.", "Attack"),
        ("هاجم مسلحون من داعش حاجزاً لقسد في الشحيل، وهو الهجوم الثالث خلال أسبوع.", "Armed clash"),
        ("فجر انتحاري نفسه في مسجد بكابل، في ثالث تفجير خلال أسبوع.", "Suicide bomb"),
        ("استهدفت مسيّرة سيارة في القامشلي، وهو الاستهداف الثالث خلال أسبوع.", "Air/drone strike"),
        ("نجا قائد من عبوة استهدفت موكبه. وهو الهجوم الثالث من نوعه خلال آذار.", "Remote explosive/landmine/IED"),
    ],
)
def test_the_type_of_a_rank(text, what):
    """A general noun is of the act just told: by its means, and by whether those hit were fighting."""
    (claim,) = read(text, "2022-04-02")
    assert claim.what == what
