"""Figures, periods and places as agencies, ministries and the UN put them."""

import pytest
from tests.unit.claims.conftest import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وفي العراق نفذت القوات خلال كانون الثاني 26 عملية أدت إلى مقتل 11 واعتقال 19.",
            [("events", 26), ("killed", 11), ("detained", 19)],
        ),
        ("بلغ عدد من قبض عليهم في ريف دير الزور منذ مطلع العام 216.", [("detained", 216)]),
        (
            "وثق المرصد خلال 34 يوماً من القتال استشهاد 130 مدنياً في الرقة. وخسر التنظيم 371 من عناصره.",
            [("killed", 130), ("killed", 371)],
        ),
        ("ولا يزال 11 صحفياً رهن الاعتقال في صنعاء منذ 2015.", []),
        ("وهي خامس شحنة تعلن السلطات إحباط تهريبها منذ مطلع شباط.", [("events", 5)]),
    ],
)
def test_figures(text, expected):
    """A number joined to a noun, who were seized and lost are people; who still is held is no tally."""
    assert [(claim.measure, claim.number) for claim in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("يهدد النزاع ملايين الأطفال، بعد أشهر على اندلاعه في 15 تموز. وقُتل 450 طفلاً منذ بدء النزاع.", "2023-07-15"),
        ("بلغت حصيلة حملات الاعتقال في مدن الضفة وبلداتها بعد السابع من كانون الثاني 300 مواطن.", "2024-01-07"),
    ],
)
def test_periods(text, start):
    """What broke out on a day and a sum after one run on from it."""
    window = read(text)[-1].window
    assert window is not None
    assert window.start.isoformat() == start


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("بلغت حصيلة الاعتقالات في الضفة بما فيها القدس منذ مطلع العام 300 مواطن.", "الضفة"),
        (
            "قُصفت محافظة السويداء. ومنذ وصول الحافلات إلى البادية في 2 شباط وقعت 8 هجمات على المحافظة، قتل فيها 17.",
            "السويداء",
        ),
    ],
)
def test_places(text, place):
    """A town told with the wider place and one by which a beginning is called are not where a sum counts."""
    claim = read(text)[-1]
    assert claim.place is not None
    assert claim.place.name == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("الضربة الإسرائيلية على إيران هي الثانية هذا العام بعد ضربة أصفهان.", "إيران"),
        ("قُصفت القامشلي، لتكون الضربة العاشرة لتركيا في المنطقة منذ مطلع كانون الثاني.", "القامشلي"),
    ],
)
def test_places_of_ranks(text, place):
    """What went before a rank and whose act it is are not where it counts."""
    claim = read(text)[-1]
    assert claim.place is not None
    assert claim.place.name == place


def test_who_is_killed_by_somebody():
    """ "قتلاً" tells that somebody killed them; who only fled was not hurt."""
    assert read("لقي 42 شخصاً حتفهم قتلاً في المخيم منذ مطلع العام.")[-1].what == "Attack"
    assert read("خلال كانون الثاني أدى الهجوم على إدلب إلى نزوح مليون شخص.") == ()
