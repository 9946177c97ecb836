"""The calendar of days."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from marsad.analyse import Spec, count
from marsad.pictures import chart
from marsad.pictures.calendar import _down, _week
from marsad.wording import Tongue

AR, EN = Tongue(language="ar"), Tongue(language="en")


@given(st.dates(date(2011, 1, 1), date(2030, 12, 31)), st.sampled_from([AR, EN]))
def test_each_day_of_a_year_has_its_square(day, tongue):
    """No two days of a year share one, and a week starts on Saturday in Arabic, on Monday in English."""
    nth = 7 * _week(day, tongue) + _down(day, tongue) - _down(date(day.year, 1, 1), tongue)
    assert nth == (day - date(day.year, 1, 1)).days
    assert (_down(day, tongue) == 0) is (day.weekday() == (5 if tongue.rtl else 0))


def test_days_have_their_numbers(told, words):
    """Each day between the first and the last is there, with nought where nothing is told; years stand apart."""
    found = [told(day="2023-12-30"), told(day="2024-01-02"), told(day="2024-01-02")]
    picture = chart("calendar", count(found, Spec(by=("day",))), AR)
    years = [plot["data"]["values"] for plot in picture.spec["vconcat"]]
    assert [[day["amount"] for day in year] for year in years] == [[1, 0], [0, 2]]
    assert {"2023", "2024", "السبت", "كانون الأول"} <= set(words(picture))
    legends = [plot["layer"][1]["encoding"]["color"]["legend"]["values"] for plot in picture.spec["vconcat"]]
    assert legends == [[1, 2], [1, 2]]
    assert words(chart("calendar", count([], Spec(by=("day",))), EN))
