"""One more shot at another place."""

from datetime import date

import pytest

from marsad.model.report import Report
from marsad.pipeline import Coder


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "استهدف الطيران الإسرائيلي مطار الضمير فجر اليوم، وطال صاروخ آخر كتيبة رادار قرب بلدة نجران.",
            ["مطار الضمير", "نجران"],
        ),
        (
            "قصفت قوات النظام مدينة أريحا بالمدفعية أمس، وطال قصف آخر بلدة سرمين فأصيب طفلان.",
            ["أريحا", "سرمين"],
        ),
        (
            "انفجرت عبوة ناسفة في مدينة الباب أمس، وانفجرت عبوة أخرى في مدينة جرابلس وأصيب رجل.",
            ["الباب", "جرابلس"],
        ),
        (
            "استهدفت غارة إسرائيلية منزلاً في مدينة خان يونس فجر اليوم فقتل سبعة، وطالت غارة أخرى خيمة في مدينة رفح.",
            ["خان يونس", "رفح"],
        ),
        ("استهدف قصف مدفعي بلدة سرمين أمس، وطال صاروخ آخر البلدة نفسها.", ["سرمين"]),
        ("قصفت قوات النظام بلدة سرمين أمس فقتل طفل وأصيب طفل آخر في بلدة النيرب المجاورة.", ["سرمين"]),
    ],
)
def test_one_more_shot_elsewhere_is_an_act_of_its_own(text: str, places: list[str]) -> None:
    """A second missile is told where it fell; a second child hurt is of the same strike."""
    coded = Coder().code(Report(report_id="r", text=text, published_on=date(2023, 5, 3)))
    assert [event.place.name for event in coded.events] == places
