"""Acts that one sentence tells outright by its toll and whose fire it was."""

from __future__ import annotations

from datetime import date

import pytest

from marsad.model.event import CodedReport
from marsad.model.report import Report
from marsad.pipeline import Coder

CODER = Coder()


def coded(text: str) -> CodedReport:
    return CODER.code(Report(report_id="t", text=text, published_on=date(2024, 10, 16)))


@pytest.mark.parametrize(
    "text",
    [
        "استشهاد شاب بنيران إسرائيلية في جباليا.",
        "قُتل شخصان وأصيب ثالث بنيران إسرائيلية جنوب لبنان.",
        "مقتل فلسطيني بنيران إسرائيلية في الضفة.",
        "استشهد مواطن وأصيب آخرون بنيران الاحتلال قرب مركز للمساعدات في رفح.",
        "استشهد شاب برصاص قوات الاحتلال في مخيم بلاطة.",
        "قتل لبناني بنيران إسرائيلية في بلدة كفركلا.",
        "قتل شاب سوري برصاص قوات إسرائيلية في ريف القنيطرة.",
        "مقتل ثلاثة مدنيين بنيران الجيش في أم درمان.",
        "مقتل مدني برصاص قوات سوريا الديمقراطية في الحسكة.",
        "استشهاد الصحفي خالد المدهون بنيران إسرائيلية.",
    ],
)
def test_a_death_by_the_fire_of_a_force_is_an_event(text: str) -> None:
    """A post of one sentence that says who died by whose fire tells an act, with no other word for one."""
    assert [event.killed is not None for event in coded(text).events] == [True]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("ارتفاع عدد قتلى هجوم مدينة الحسكة إلى 11.", 11),
        ("ارتفع عدد قتلى هجوم داعش على بلدة السخنة إلى 11.", 11),
        ("ارتفاع عدد شهداء القصف الروسي على مدينة أريحا إلى تسعة.", 9),
        ("ارتفاع عدد قتلى تفجير مدينة عفرين إلى 11 قتيلا.", 11),
        ("ارتفاع قتلى هجوم مسلح في كركوك إلى 5.", 5),
        ("زيادة قتلى هجوم مسلح في كركوك إلى 5.", 5),
        ("عدد قتلى هجوم مدينة الحسكة يرتفع إلى 11.", 11),
        ("حصيلة قتلى قصف مدينة الفاشر ترتفع إلى 22.", 22),
    ],
)
def test_a_toll_that_rises_tells_its_act(text: str, killed: int) -> None:
    """A post that only brings the toll of an act up to date tells the act, and the toll as it stands now."""
    assert [event.killed and event.killed.best for event in coded(text).events] == [killed]


@pytest.mark.parametrize(
    "text",
    [
        "ارتفاع عدد قتلى الحرب في سوريا إلى 500 ألف.",
        "ارتفاع عدد المهجرين إلى مدينة إدلب إلى 11 ألفا.",
        "ارتفاع عدد قتلى حوادث السير في حلب إلى 11.",
        "ارتفاع عدد طلاب جامعة الحسكة إلى 11 ألفا.",
        "ارتفاع وفيات كورونا في كركوك إلى 5.",
        "ارتفاع قتلى الحرب في سوريا إلى 500 ألف.",
    ],
)
def test_other_rises_tell_no_act(text: str) -> None:
    """The toll of a war, of roads or of nothing is no act's."""
    assert not coded(text).events


@pytest.mark.parametrize(
    "text",
    [
        "تتعرض المنطقة لنيران إسرائيلية بشكل متكرر.",
        "لم يقتل أحد بنيران إسرائيلية في البلدة.",
        "وفاة طفل متأثراً بجروح أصيب بها برصاص إسرائيلي في جنين.",
        "حذرت المنظمة من مقتل مدنيين بنيران القوات إذا تقدمت.",
        "تدرب الجنود على الرماية بنيران حية.",
    ],
)
def test_fire_without_a_death_of_that_day_is_left_to_the_weights(text: str) -> None:
    """A habit, a denial, a warning and a death of older wounds are not lifted."""
    assert coded(text).events == ()


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("شهدت مدينة دير الزور فجر اليوم ضربات لمقار الميليشيات الإيرانية.", 1),
        ("استيقظت مدينة إدلب صباح أمس على قصف مدفعي.", 1),
        ("شهدت مدينة دير الزور خلال السنوات الماضية ضربات كثيرة لمقار الميليشيات.", 0),
        ("تشهد مدينة درعا من وقت إلى آخر هجمات.", 0),
    ],
)
def test_what_a_place_saw_on_a_day_is_told(text: str, events: int) -> None:
    """A place that saw strikes on a day is told to have been struck; a habit is not."""
    assert len(coded(text).events) == events
