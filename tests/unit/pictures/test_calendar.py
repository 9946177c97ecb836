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


def test_a_day_that_tells_no_figure_is_not_a_day_of_which_nothing_is_told(told, words):
    """It is drawn apart from it, and both are said; so is how many tell no figure."""
    found = [told(day="2024-01-02", killed=(2, 2, 2)), told(day="2024-01-04", killed=None)]
    counts = count(found, Spec(by=("day",), people=("killed",)))
    picture = chart("calendar", counts, EN, measure="killed")
    (year,) = picture.spec["vconcat"]
    assert [(day["told"], day["amount"]) for day in year["data"]["values"]] == [(1, 2), (0, 0), (1, 0)]
    assert {"Grey: nothing is told of that day; white: told, with no figure above nought", "No figure told: 1"} <= set(
        words(picture)
    )
    assert not any("white" in word for word in words(chart("calendar", counts, EN)))


def test_months_have_their_numbers(told, words):
    """Counts by month are a row a year, each month with its number, from the right in Arabic."""
    found = [
        told(day="2022-12-30"),
        told(day="2023-02-02", killed=None),
        *[told(day="2023-03-01", killed=(9, 9, 9))] * 2,
    ]
    counts = count(found, Spec(by=("month",), people=("killed",)))
    picture = chart("calendar", counts, AR, measure="killed")
    months = [(cell["year"], cell["month"], cell["told"], cell["amount"]) for cell in picture.spec["data"]["values"]]
    assert months == [("2022", 12, 1, 1), ("2023", 1, 0, 0), ("2023", 2, 1, 0), ("2023", 3, 2, 18)]
    assert {"2022", "2023", "كانون الأول", "آذار", "1", "18"} <= set(words(picture))
    assert picture.spec["encoding"]["x"]["scale"]["reverse"]
    assert {"Jan", "Dec"} <= set(words(chart("calendar", counts, EN)))
    assert words(chart("calendar", count([], Spec(by=("month",))), EN))
