"""Wordings of articles: figures of a period, what only stands beside one, and what is pointed back to."""

from datetime import date

import pytest

from marsad.claims.read import read_claims
from marsad.model.report import Report
from marsad.pipeline import Coder

CODER = Coder()


def read(text, published="2024-02-15", outlet=None, headline=""):
    report = Report(
        report_id="r", headline=headline, text=text, published_on=date.fromisoformat(published), outlet=outlet
    )
    return read_claims(report, CODER)


def told(text, published="2024-02-15"):
    return [(claim.kind, claim.measure, claim.number or claim.direction) for claim in read(text, published)]


def window(claim):
    return (str(claim.window.start), str(claim.window.end)) if claim.window else None


@pytest.mark.parametrize(
    "text",
    [
        'وصف لنا "الأعوام الثلاثة أو الأربعة" الأولى من احتجازه.',
        'وقال إن "هذا التوقيف مستمر منذ آذار/مارس" 2019.',
        "أوقف تاجر العام الماضي في مرسين بحوزته نحو 40 ألف يورو.",
        "تطبق البلاد حالة الطوارئ منذ تشرين الثاني 2019، عقب الهجوم الذي استهدف متحفاً، وخلف 18 قتيلاً و22 جريحاً.",
        "تشهد البلدة اعتصاماً منذ أواخر كانون الأول إثر وفاة عاملين في محجر تلته وفاة ثلاثة آخرين.",
        "وفي اليوم نفسه من عام 2019، أسفر إطلاق نار في ملهى عن مقتل 31 شخصاً.",
        "هدد الفصيل بإعدام سبعة أسرى ما لم تطلق السجينات خلال ثلاثة أيام.",
        "ومنذ صباح اليوم واصلت حصيلة القصف الارتفاع لتصل إلى 41 قتيلاً.",
        "أعلنت الوزارة تكثيف عمليات تجنيد الشبان في المعسكرات.",
        "عمت المظاهرات التي اجتاحت 60 مدينة خلال كانون الأول شوارع البلاد.",
        "لقي 900 شخص حتفهم بسبب جرعات زائدة خلال 2023.",
        "وينذر الإضراب، وفق الغرفة، بتصاعد الاحتجاجات.",
        "سقط 19 قتيلاً في حادث اصطدام حافلتين خلال كانون الثاني.",
    ],
)
def test_what_articles_count_besides(text):
    """Lengths, years, money, tolls of what a period began after, threats and accidents are no claims."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل في المعارك المستمرة منذ شهر 140 من مسلحي التنظيم.", ("count", "killed", 140)),
        ("وذكر المكتب أن أكثر من 80 بينهم 9 أطفال قتلوا في غزة خلال الأسابيع الأخيرة.", ("count", "killed", 80)),
        ("ومنذ ذلك الحين اعتقلت السلطات أكثر من 30 ألفاً.", ("total", "detained", 30_000)),
        ("قلب الصراع حياة الناس، والحرب التي قتل فيها حتى الآن 90 ألف شخص مستمرة.", ("total", "killed", 90_000)),
        ("أعلن الناطق مقتل 40 مسلحاً، وذلك في حصيلة لنحو أسبوعين من القتال.", ("count", "killed", 40)),
        ("ولاحظ التقرير ارتفاعاً في ضحايا القنص قياساً إلى ما سجل في كانون الثاني.", ("trend", "killed", "up")),
        ("هذه الجرائم تراجعت في المدينة خلال كانون الثاني.", ("trend", "events", "down")),
        ("الاتفاق يهدف إلى وضع حد لنزاع أوقع 40 ألف قتيل خلال العقود الأخيرة.", ("count", "killed", 40_000)),
    ],
)
def test_what_articles_count(text, expected):
    """Parts told before the verb, wars up to now, lengths of tolls and tolls set against another month are claims."""
    assert told(text) == [expected]


def test_sum_of_a_campaign():
    """A toll up to now takes the start of the campaign that the sentence before tells of."""
    text = "تشن القوات منذ 18 كانون الثاني حملة على الغوطة.\nوتسبب القصف حتى الآن بمقتل أكثر من 310 مدنيين."
    claim = read(text)[0]
    assert (claim.kind, claim.number, window(claim)) == ("total", 310, ("2024-01-18", "2024-02-15"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بدأ الأهالي في 30 كانون الثاني حركة احتجاج. ومنذ بدء هذه الاحتجاجات قتل 12 شخصاً.", "2024-01-30"),
        ("قتل 12 شخصاً منذ اندلاع المواجهات، على طول السياج، التي بدأت في 3 كانون الثاني.", "2024-01-03"),
        ("وسجل المكتب ثمانية وعشرين قتيلاً بين مطلع كانون الثاني والعاشر منه.", "2024-01-01"),
        ("احتجز ستون شخصاً تعسفاً في الأشهر الثلاثة من أيلول إلى تشرين الثاني.", "2023-09-01"),
        ("قتل 9 في كانون الثاني، ونفذ الطيران في الشهر نفسه مئتي غارة.", "2024-01-01"),
        ("قتل 98 مدنياً بين تموز وأيلول، وشهدت المدة نفسها من العام الفائت مقتل 27 مدنياً.", "2022-07-01"),
    ],
)
def test_starts_told_elsewhere(text, expected):
    """What began takes the day told for it before or behind; days and months point to those told first."""
    assert window(read(text)[-1])[0] == expected


def test_the_week_before_a_bulletins():
    """ "The week before" is the one before that of the bulletin, not the one before publication."""
    text = "وقع خلال هذا الأسبوع 15 اشتباكاً، وكان الأسبوع السابق قد شهد سبعة اشتباكات."
    claims = read(text, "2024-09-21", headline="السبت 14 أيلول – الجمعة 20 أيلول")
    assert window(claims[-1]) == ("2024-09-07", "2024-09-13")


def test_each_rank_its_period():
    """A second rank of one act counts in its own period."""
    text = "انفجرت عبوة في بغداد، وهو التفجير الثالث خلال شهر، والثاني خلال 24 ساعة."
    assert [(claim.number, window(claim)[0]) for claim in read(text)] == [(3, "2024-01-15"), (2, "2024-02-14")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("انفجرت عبوة أسفل سيارة في الباب. هي الثانية خلال 48 ساعة.", ("events", 2)),
        ("بهذا تفقد المنظومة في إدلب متطوعها الخامس بالغارات في غضون ثلاثة أسابيع.", ("killed", 5)),
        ("فجر مجهولون برج كهرباء، وهو البرج الحادي عشر الذي يفجر خلال كانون الثاني.", ("events", 11)),
    ],
)
def test_ranks_of_articles(text, expected):
    """Ranks that open a sentence, of a body's own people and of things blown up are ranks of acts."""
    assert [(claim.measure, claim.number) for claim in read(text) if claim.kind == "ordinal"] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "حصيلة الاحتجاجات التي انطلقت في البصرة قبل أن تشمل مدناً بينها العاصمة بغداد بلغت 11 قتيلاً خلال أسبوع.",
            "البصرة",
        ),
        ("يقول التحالف، الذي تقوده الرياض، إن الصواريخ قتلت 112 مدنياً منذ عام 2015.", None),
        ("هو الهجوم الثالث على السفينة «هانغتشو» خلال أسبوع.", None),
        ("استهدفت الطائرات مشفى الهدى في أريحا، ليصبح عاشر مشفى يستهدف منذ مطلع كانون الثاني.", "أريحا"),
        ("ألغام حصدت في داريا، خلال كانون الأول، أرواح ستة من أهلها.", "داريا"),
    ],
)
def test_places_of_articles(text, expected):
    """Cities told among others, states that lead and ships are no places; a facility stands for its town."""
    claim = read(text)[-1]
    assert (claim.place.name if claim.place else None) == expected


def test_what_a_sentence_opens_with_holds_on():
    """The month that a sentence opens with holds for its last clause, also behind others."""
    text = "شهد اليمن في كانون الثاني هدوءاً، وانخفاضاً في الغارات، لكن ضحايا الألغام بلغوا 38 قتيلاً."
    claim = next(claim for claim in read(text) if claim.kind == "count")
    assert (claim.number, window(claim)) == (38, ("2024-01-01", "2024-01-31"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قالت قوات الدعم السريع إن داعش نفذ 14 هجوماً خلال كانون الثاني.", ("is",)),
        ("قتل 12 مدنياً في القصف منذ شن قسد هجومها في 3 كانون الثاني.", ("civilians",)),
        ("تراجعت هجمات داعش خلال كانون الثاني بعد انتشار قسد.", ("is",)),
        ("قصفت النقاط الطبية أربع مرات خلال كانون الثاني.", ()),
        ("اعتقلت قسد 14 شاباً خلال كانون الثاني.", ("sdf",)),
        ("خرج محتجون مطالبين بالإفراج عن المعتقلين، في ثالث مظاهرة هذا الشهر.", ("protesters",)),
    ],
)
def test_whose_acts(text, expected):
    """Who says so, what a period began with, what came after, buildings and captives to be freed are no actors."""
    assert read(text)[0].actors == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل 14 مدنياً بنيران القناصة خلال كانون الثاني.", "Attack"),
        ("أصيب 14 جندياً بنيران القناصة خلال كانون الثاني.", "Armed clash"),
        ("قتل 12 متظاهراً خلال كانون الثاني.", "Protests"),
    ],
)
def test_what_people_were_hurt_by(text, expected):
    """Snipers attack civilians and fight soldiers; protesters who were killed were killed in protests."""
    assert read(text)[0].what == expected


@pytest.mark.parametrize(
    "text",
    [
        "وأوضح أن عدد المعتقلين إدارياً يزيد على 3600.",
        "أجرى الأطباء أكثر من 200 عملية في أسبوع.",
        "شهدت جبهة كيلو 16 معارك خلال كانون الثاني.",
        "اشتدت ألسنة اللهب في المزارع حتى الصباح.",
        "ارتفع عدد ضحايا الحرائق التي اندلعت الاثنين إلى 88 قتيلاً.",
    ],
)
def test_numbers_that_count_no_act(text):
    """What exceeds a number does not rise; surgeons' operations, fires and numbers of names count nothing."""
    assert told(text) == []


def test_month_that_follows_the_one_compared_with():
    """A rise above one month is that of the next, where the report counts in it."""
    text = "قتل 90 شخصاً في العراق خلال كانون الثاني. وأشار إلى أن أعداد القتلى ارتفعت عما كانت عليه في كانون الأول."
    claim = next(claim for claim in read(text) if claim.kind == "trend")
    assert (claim.direction, window(claim)[0], claim.place.name) == ("up", "2024-01-01", "العراق")
