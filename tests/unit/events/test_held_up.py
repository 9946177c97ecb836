"""Vehicles that are held up take nobody."""

from datetime import date

import pytest

from marsad.model.report import Report
from marsad.pipeline import Coder


def _kinds(text: str) -> list[str]:
    report = Report(report_id="r", text=text, published_on=date(2023, 5, 3))
    return [event.sub_event_type for event in Coder().code(report).events]


@pytest.mark.parametrize(
    "text",
    [
        "أوقف حاجز للدفاع الوطني حافلة تقل طلاباً قرب مدينة حماة اليوم وفتشها ثم تركها تمضي.",
        "احتجز حاجز لقوات النظام قافلة مساعدات أممية في مدينة درعا ساعات قبل أن يسمح لها بالمرور أمس.",
    ],
)
def test_a_vehicle_held_up_is_no_arrest(text: str) -> None:
    """Nobody is taken where a bus or a convoy is stopped and goes on."""
    assert _kinds(text) == []


def test_what_is_kept_is_property() -> None:
    """A tanker that gunmen keep is taken from its owner; it is nobody abducted."""
    kinds = _kinds("احتجزت مجموعة مسلحة في مدينة السويداء صهريج وقود أمس.")
    assert kinds == ["Looting/property destruction"]


@pytest.mark.parametrize(
    "text",
    [
        "أوقف حاجز لقوات النظام حافلة قرب مدينة حماة اليوم واعتقل أربعة من ركابها.",
        "أوقفت دورية للأمن العام سيارة في مدينة إدلب أمس واعتقلت من فيها.",
        "احتجز حاجز للفرقة الرابعة سبعة شبان كانوا في حافلة متجهة إلى حلب يوم الأحد.",
    ],
)
def test_people_taken_from_a_vehicle_are(text: str) -> None:
    """Where riders are taken, or people held while in it, the act is an arrest."""
    assert _kinds(text) == ["Arrests"]
