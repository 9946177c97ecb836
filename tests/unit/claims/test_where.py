"""Where and when claims count that take up what was told before, headlines and tables."""

import pytest
from tests.unit.claims.conftest import read


def _placed(claim):
    return claim.place.name if claim.place else None


@pytest.mark.parametrize(
    ("title", "text", "places"),
    [
        (
            "",
            "نفذ المستوطنون 90 اعتداء في الضفة الغربية منذ مطلع شباط. وزادت هذه الاعتداءات زيادة كبيرة.",
            ["الضفة الغربية"] * 2,
        ),
        (
            "",
            "هي الضربة الخامسة على سنجار منذ بداية العام، مشيراً إلى أن الضربات ازدادت خلال شباط.",
            ["سنجار"] * 2,
        ),
        ("", "أعلنت الشبكة مقتل ستة في قصف على أم درمان. وقتل 40 مدنياً في العاصمة منذ مطلع شباط.", ["الخرطوم"]),
        ("", "وتتهم دمشق التنظيم الذي تبنى سبع عمليات منذ مطلع شباط.", [None]),
        ("", "أطلق حزب الله 430 صاروخاً على إسرائيل خلال كانون الثاني.", ["إسرائيل"]),
        (
            "",
            "قال مركز الرصد في حميميم إن 12 خرقاً وقعت في إدلب خلال كانون الثاني.",
            ["إدلب"],
        ),
        (
            "",
            "أحصت الشبكة 40 غارة على درعا نفذتها طائرات النظام وروسيا خلال كانون الثاني. وقتل فيها 12.",
            ["درعا", "درعا"],
        ),
        (
            "",
            "استهدف هجوم حافلة على طريق تدمر - السخنة. وهذا الهجوم هو الثاني في المنطقة خلال أسبوع.",
            ["تدمر"],
        ),
        (
            "كانون الثاني في الضفة الغربية بالأرقام",
            "الشهداء: 16. الجرحى: 210. المعتقلون: 540. اعتداءات المستوطنين: 97.",
            ["الضفة الغربية"] * 4,
        ),
    ],
)
def test_places(title, text, places):
    """A trend has the place of what it takes up, speakers' seats and sides are none, a headline holds for all."""
    assert [_placed(one) for one in read(text, title=title)] == places


@pytest.mark.parametrize(
    ("title", "text", "windows"),
    [
        ("", "جاءت الغارة على الحي ذاته. ومنذ مطلع العام أحصى المرصد 40 غارة على درعا.", ["2024-01-01"]),
        ("", "أحبطت الوحدات 14 محاولة تسلل على المحور نفسه منذ بداية شباط.", ["2024-02-01"]),
        ("", "قتل 44 في المخيم منذ بداية 2021 حتى الآن.", ["2021-01-01"]),
        ("", "قُتل 338 شخصاً في ترهونة بين 2015 و2020.", ["2015-01-01"]),
        ("", "وهي عاشر جريمة قتل في المخيم خلال الشهر الماضي والجاري.", ["2024-01-01"]),
        (
            "",
            "قتل في درعا خلال عام 2023 نحو 90 شخصاً. وفي كانون الأول قُتل 16. ووثق المكتب في العام نفسه 37 حالة خطف.",
            ["2023-01-01", "2023-12-01", "2023-01-01"],
        ),
        (
            "مأرب: 17 صاروخاً في شهر",
            "أطلق الحوثيون 17 صاروخاً على مأرب خلال كانون الثاني الماضي.",
            ["2024-01-01"],
        ),
    ],
)
def test_beginnings(title, text, windows):
    """A period told again is one of its length, only periods are compared, a headline's month is the text's."""
    assert [f"{one.window.start}" for one in read(text, title=title) if one.window] == windows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نفذ التنظيم 21 هجوماً خلال كانون الثاني، بتراجع عن 29 هجوماً في الشهر الذي سبقه.", [21, "down"]),
        ("وبهذا يرتفع عدد الصواريخ التي سقطت على مأرب هذا الشهر إلى 11.", [11]),
        ("سقط في ليبيا خلال كانون الثاني 131 ضحية، بينهم 64 قتيلاً.", []),
        ("محاكمة طبيب متهم بتعذيب 18 معتقلاً خلال عام 2023.", []),
        ("ارتفع عدد قتلاه إلى 287 منذ الثامن من كانون الثاني.", [287]),
        ("وقتل في الحرب منذ 2015 أكثر من 150 ألف شخص في اليمن.", [150000]),
        ("قُتل 14 مدنياً في إدلب بانفجار مخلفات الحرب خلال كانون الثاني.", [14]),
        ("قُتل 14 مدنياً خلال كانون الثاني. وكانت حلب أكثر المحافظات تضرراً بستة قتلى.", [14]),
        ("وبهذا بلغ عدد من قتلوا بغارات الجيش في شمال دارفور منذ أول شباط 74", [74]),
    ],
)
def test_numbers(text, expected):
    """What was compared with, victims not all killed and charges are no figures; sums and far numbers are."""
    assert [one.number or one.direction for one in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("وأحصت اللجنة 71 مصاباً في مواكب الخرطوم خلال كانون الثاني.", "Protests"),
        ("أصيب طفل برصاص قناص في تعز. وشهد الحي خلال كانون الثاني ثماني عمليات قنص مماثلة.", "Attack"),
        ("وزادت عمليات الاغتيال بالمسيّرات في لبنان خلال كانون الثاني.", "Air/drone strike"),
    ],
)
def test_types(text, what):
    """People fell at protests, snipers shot at a child as before, and drones kill from the air."""
    assert read(text)[-1].what == what


@pytest.mark.parametrize(
    "text",
    [
        "اعتقل 180 شخصاً خلال كانون الثاني، وسجلت حلب العدد الأكبر منهم.",
        "نفذ التنظيم 14 هجوماً خلال كانون الثاني، ونالت ديالى القسم الأكبر.",
        "قصف الطيران 60 مرة خلال كانون الثاني، وطال القصف بشكل خاص نيالا.",
        "وقعت 31 عملية خطف خلال كانون الثاني، وتركزت العمليات في ريف حلب.",
    ],
)
def test_what_a_joined_clause_says_more_is_no_place_of_a_sum(text):
    """A sum does not count where the clause that "and" joins to it was most hit."""
    assert read(text)[0].place is None


def test_a_joined_clause_that_shares_the_period_tells_where():
    """Of two tolls with one period the first counts where the second does."""
    text = "أودت المخلفات بحياة 78 شخصاً، وأصابت 116 آخرين في عموم سوريا منذ 8 كانون الثاني."
    assert [_placed(one) for one in read(text)] == ["سوريا"] * 2
