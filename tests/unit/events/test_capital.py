"""A capital that acts is not where it acts."""

from datetime import date

import pytest

from marsad.model.report import Report
from marsad.pipeline import Coder


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قصفت أنقرة مواقع لحزب العمال الكردستاني في مدينة سنجار فجر اليوم.", "سنجار"),
        ("ردت طهران بقصف تل أبيب بعشرات الصواريخ مساء أمس.", "تل أبيب"),
        ("قصفت إسرائيل مبنى في دمشق أمس.", "دمشق"),
        ("استهدفت دمشق بغارة إسرائيلية فجر اليوم.", "دمشق"),
        ("انفجرت سيارة مفخخة في أنقرة أمس وقتل ثلاثة.", "أنقرة"),
    ],
)
def test_a_state_acts_abroad(text: str, place: str) -> None:
    """The place is that of the act, and a capital that is hit is the place."""
    coded = Coder().code(Report(report_id="r", text=text, published_on=date(2023, 5, 3)))
    assert [event.place.name for event in coded.events] == [place]
