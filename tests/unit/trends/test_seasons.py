"""The time of the year and Ramadan."""

from __future__ import annotations

from datetime import date, timedelta
from math import cos, pi

import pytest

from marsad.trends.seasons import ramadan, ramadan_of, season
from marsad.trends.weeks import Weeks

pytest.importorskip("statsmodels")


def weeks_of(years):
    return Weeks(last=date(2024, 12, 29), now=26 * years, before=26 * years)


def test_a_yearly_wave_is_found_with_its_height():
    """Twice as many in July as in January, three years running."""
    weeks = weeks_of(3)
    days = [weeks.start(number).timetuple().tm_yday for number in range(weeks.total)]
    found = season([round(30 * 2 ** (0.5 * cos(2 * pi * (day - 196) / 365))) for day in days], weeks)
    assert found.chance < 0.001
    assert 1.8 < found.ratio < 2.2
    assert found.low < found.ratio < found.high
    assert found.height.month == 7


def test_years_that_differ_make_no_season():
    """A level for each year takes up what grows from one to the next."""
    found = season([10] * 52 + [20] * 52 + [30] * 52, weeks_of(3))
    assert found is None or found.chance > 0.05


def test_less_than_two_years_say_nothing():
    """One summer may be any summer."""
    assert season([10] * 52, weeks_of(1)) is None


def test_ramadan_is_that_of_the_calendar():
    """1444 began on 23 March 2023, 1445 on 11 March 2024."""
    assert ramadan_of(1444) == (date(2023, 3, 23), date(2023, 4, 20))
    assert ramadan_of(1445)[0] == date(2024, 3, 11)


def test_twice_as_many_in_ramadan_shows_over_two_years():
    """Its thirty days against the sixty around them; a Ramadan at the edge of the record does not count."""
    first, last = date(2023, 1, 1), date(2024, 12, 31)
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    days += [ramadan_of(year)[0] + timedelta(days=number) for year in (1444, 1445) for number in range(30)]
    found = ramadan(days, first=first, last=last)
    assert (found.years, found.inside, found.around) == ((1444, 1445), 120, 120)
    assert (found.ratio.ratio, found.ratio.low > 1.5) == (2.0, True)
    assert ramadan(days, first=date(2023, 3, 1), last=last).years == (1445,)
    assert ramadan(days, first=first, last=date(2023, 3, 1)) is None
