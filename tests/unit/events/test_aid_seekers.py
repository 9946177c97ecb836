"""People shot while they wait for aid are no protesters."""

from datetime import date

from marsad.model.report import Report
from marsad.pipeline import Coder


def test_fire_on_those_who_wait_for_aid_is_an_attack():
    """Who fired acts, and nobody protests."""
    report = Report(
        report_id="a",
        headline="إطلاق نار على منتظري المساعدات",
        text="قُتل 14 فلسطينياً وأصيب العشرات برصاص الجيش الإسرائيلي أثناء انتظارهم شاحنات المساعدات عند دوار الكويت "
        "جنوب مدينة غزة مساء أمس الاثنين، بحسب وزارة الصحة في غزة.",
        published_on=date(2024, 3, 19),
    )
    (event,) = Coder().code(report).events
    assert (event.sub_event_type, event.codes("side1"), event.codes("side2")) == ("Attack", ["israel"], ["civilians"])


def test_a_protest_for_aid_stays_one():
    """Where people protested, force against them is force against protesters, whatever they asked for."""
    report = Report(
        report_id="a",
        text="قتلت قوات الأمن متظاهرين اثنين بالرصاص خلال مظاهرة في مدينة الناصرية أمس طالبت بتوزيع الطحين بعد انتظار "
        "طويل.",
        published_on=date(2024, 3, 19),
    )
    assert [event.sub_event_type for event in Coder().code(report).events] == ["Excessive force against protesters"]
