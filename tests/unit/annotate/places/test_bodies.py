"""A place's name inside the name of an armed body."""

from datetime import date

import pytest

from marsad.model.report import Report
from marsad.pipeline import Coder


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("أعلن لواء أحرار الجولان مقتل ثلاثة من قوات النظام بكمين في مدينة القنيطرة أمس.", ["القنيطرة"]),
        ("اعتقلت كتيبة ثوار طرابلس أربعة أشخاص في مدينة الزاوية أمس.", ["الزاوية"]),
        ("كتيبة شهداء الرستن تهاجم حاجزاً لقوات النظام في مدينة حمص وتقتل عنصرين.", ["حمص"]),
        ("قصفت الطائرات مقر كتيبة في مدينة الرستن أمس فقتل عنصران.", ["الرستن"]),
        ("قتل ثلاثة شباب في مدينة الرستن أمس بقصف لقوات النظام.", ["الرستن"]),
    ],
)
def test_the_name_of_a_body_is_no_place(text: str, places: list[str]) -> None:
    """An act is where the report puts it, not where a faction's name comes from."""
    coded = Coder().code(Report(report_id="r", text=text, published_on=date(2017, 5, 3)))
    assert [event.place.name for event in coded.events] == places
