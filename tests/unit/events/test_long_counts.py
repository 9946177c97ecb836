"""Which tolls count over longer than an act takes."""

from __future__ import annotations

from datetime import date

import pytest

from marsad import gazetteer
from marsad.annotate import triggers
from marsad.events.casualties import toll_candidates
from marsad.events.long_counts import counts_long
from marsad.frames import Context, assemble
from marsad.model.report import Report
from marsad.pipeline import annotate, prepare


def read(text: str) -> Context:
    document = prepare(Report(report_id="t", text=text, published_on=date(2024, 10, 16)))
    annotations = annotate(document, triggers.find(document), gazetteer.load())
    return Context.of(document, annotations, assemble(document, annotations.triggers))


def long_ones(text: str) -> list[int | None]:
    context = read(text)
    found = [toll for toll in context.annotations.casualties if counts_long(context, toll)]
    return [toll.estimate.best or toll.estimate.low for toll in found]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("قُتل أكثر من 20,000 شخص منذ بداية الحرب، فيما هاجم مسلحون أمس حاجزاً للجيش.", [20000]),
        ("قُتل 41 ألف شخص منذ السابع من أكتوبر 2023.", [41000]),
        ("ومنذ بداية العام قُتل 320 عسكرياً في البادية.", [320]),
        ("ومنذ مطلع الشهر الماضي، قتلت الألغام 24 مزارعاً.", [24]),
        ("خلال الأشهر الثلاثة الماضية قُتل 75 مدنياً بالألغام.", [75]),
        ("أسفرت الحرب المستمرة منذ أبريل 2023 عن مقتل 20 ألف شخص.", [20000]),
        ("مقتل 212 مدنياً وإصابة 400 آخرين منذ مطلع أيلول الفائت.", [212, 400]),
        ("قُتل خمسة مدنيين أمس، وارتفع عدد القتلى منذ آذار إلى 85 قتيلاً.", [85]),
        ("قُتل 100 مدني منذ بدء الهجوم في 19 حزيران، وقصفت المدفعية أمس بلدة بصر الحرير.", [100]),
        ("وثقت الشبكة مقتل 450 عنصراً في كمائن مماثلة خلال العام الجاري.", [450]),
        ("بلغ عدد الشهداء 41 ألفاً منذ بداية الحرب، بينهم 16 ألف طفل.", [41000, 16000]),
    ],
)
def test_a_toll_of_a_long_time_is_known_by_its_clause(text: str, numbers: list[int]) -> None:
    """A war, a year or months behind a toll, over it or opening its clause make a statistic of it."""
    assert long_ones(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "قُتل ثلاثة أشخاص منذ صباح اليوم في قصف مدفعي على البلدة.",
        "قُتل 12 مدنياً وأصيب 30 آخرون منذ أمس بقصف جوي على البلدة.",
        "قُتل 29 مقاتلاً منذ اندلاع النزاع الثلاثاء بين الفصيلين.",
        "قُتل 130 مقاتلاً منذ بدء الهجوم يوم الاثنين.",
        "قُتل ثلاثة مدنيين بقصف على البلدة المحاصرة منذ عام 2013.",
        "قُتل تسعة جنود في أعنف هجوم منذ بداية الحرب.",
        "سقط ثلاثة جرحى في أول تفجير منذ انطلاق الحملة في أيلول الماضي.",
        "عُثر على جثة شاب مفقود منذ رأس السنة.",
        "قُتل ثمانية عناصر في المحافظة التي تعيش حصاراً منذ ثلاثة أعوام.",
        "قُتل ثمانية عناصر في بلد تدور فيه حرب منذ سنوات.",
        "أُصيبت الدار بقذيفة قضى فيها جد وحفيده، وتقول اللجنة إنها القذيفة رقم 120 خلال شهر.",
        "اعتقلت الشرطة ستة أشخاص أمس في حملة مستمرة منذ شهر.",
        "قُتل خمسة جنود في كمين الشهر الماضي.",
    ],
)
def test_a_toll_of_an_act_is_left_to_it(text: str) -> None:
    """A time that is short, that ranks the act or tells of a town, a siege or one person makes no statistic."""
    assert long_ones(text) == []


def test_no_act_is_offered_what_counts_longer() -> None:
    """The dead of a war are no candidate for the toll of the attack told beside them."""
    context = read("هاجم مسلحون حاجزاً أمس وقتلوا جنديين. وقُتل 20 ألف شخص منذ بداية الحرب.")
    found = toll_candidates(context, context.frames[0], "killed", "Armed clash")
    assert {one.value.best for one in found if one.value is not None} == {2}
