"""Bars and calendars along time."""

from __future__ import annotations

from datetime import date

import pytest

from marsad.serve.locale import Locale
from marsad.serve.times import calendar_of, times_of

ENGLISH, ARABIC = Locale(tag="en"), Locale(tag="ar-SY")


def test_months_between_have_bars_too():
    """A month in which nothing happened is a gap, and not left out; undated incidents have no bar."""
    bars = times_of([("2024-01", 4), ("2024-04", 2), ("", 9)], ENGLISH).bars
    assert [(bar.first, bar.last, bar.number) for bar in bars] == [
        ("2024-01-01", "2024-01-31", 4), ("2024-02-01", "2024-02-29", 0), ("2024-03-01", "2024-03-31", 0),
        ("2024-04-01", "2024-04-30", 2),
    ]  # fmt: skip
    assert [bar.high for bar in bars] == [64, 0, 0, 32]
    assert [bar.label for bar in bars][:2] == ["January 2024", "February 2024"]


def test_time_runs_as_the_page_does():
    """From left to right in English, from right to left in Arabic."""
    months = [("2024-01", 1), ("2024-02", 1)]
    assert [bar.slot.x for bar in times_of(months, ENGLISH).bars] == [0, 500]
    assert [bar.slot.x for bar in times_of(months, ARABIC).bars] == [500, 0]
    assert times_of(months, ARABIC).bars[0].label == "كانون الثاني 2024"


def test_many_years_are_bars_of_a_year():
    """More than twenty years by month would be too thin to hit."""
    bars = times_of([("1990-05", 1), ("2024-01", 3)], ENGLISH).bars
    assert (len(bars), bars[0].first, bars[-1].last, bars[-1].number) == (35, "1990-01-01", "2024-12-31", 3)


@pytest.mark.parametrize(
    ("since", "until", "chosen"),
    [
        (None, None, [True, True, True]),
        (date(2024, 2, 1), None, [False, True, True]),
        (date(2024, 2, 10), date(2024, 2, 12), [False, True, False]),
    ],
)
def test_the_days_asked_for_are_marked(since, until, chosen):
    """A bar is chosen that holds any of them."""
    bars = times_of([("2024-01", 1), ("2024-03", 1)], ENGLISH, since=since, until=until).bars
    assert [bar.chosen for bar in bars] == chosen


def test_nothing_has_no_bars():
    """An empty store has no time."""
    assert times_of([("", 3)], ENGLISH).bars == ()


def test_a_month_is_a_calendar():
    """Every day once, under its weekday, and the deeper the more happened."""
    month = calendar_of({date(2024, 2, 3): 8, date(2024, 2, 4): 1}, date(2024, 2, 3), ENGLISH)
    assert month.weekdays == ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
    assert [day.label if day else "" for day in month.weeks[0]] == ["", "", "", "1", "2", "3", "4"]
    assert (month.weeks[0][5].depth, month.weeks[0][6].depth, month.weeks[0][4].depth) == (4, 1, 0)
    assert sum(day is not None for week in month.weeks for day in week) == 29
    assert all(len(week) == 7 for week in month.weeks)


def test_weeks_begin_as_the_country_says():
    """On Saturday in Arabic."""
    month = calendar_of({}, date(2024, 2, 1), ARABIC)
    assert [day.label if day else "" for day in month.weeks[0]] == ["", "", "", "", "", "1", "2"]


def test_bars_are_drawn_with_their_days_and_numbers():
    """The picture holds for each bar what the page's script and a reader's mouse need, and the year where it fits."""
    drawn = times_of([("2024-01", 1200), ("2024-02", 600)], ENGLISH, since=date(2024, 2, 1)).drawn(ENGLISH)
    assert drawn == (
        '    <g class="bar" data-first="2024-01-01" data-last="2024-01-31" data-label="January 2024" '
        'data-number="1,200"><title>January 2024: 1,200</title><rect class="room" x="0.0" y="0" width="500.0" '
        'height="82"></rect><rect class="column" x="0.0" y="0.0" width="410.0" height="64.0"></rect>'
        '<text x="0.0" text-anchor="start" y="78">2024</text></g>\n'
        '    <g class="bar chosen" data-first="2024-02-01" data-last="2024-02-29" data-label="February 2024" '
        'data-number="600"><title>February 2024: 600</title><rect class="room" x="500.0" y="0" width="500.0" '
        'height="82"></rect><rect class="column" x="500.0" y="32.0" width="410.0" height="32.0"></rect></g>\n'
    )
