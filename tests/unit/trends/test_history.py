"""A series of whole weeks, as far back as asked for."""

from __future__ import annotations

from datetime import date, timedelta

from marsad.trends.history import first_day, history, last_day
from marsad.trends.search import Search

LAST = date(2024, 6, 30)
SEARCH = Search(name="x")


def since(days: int) -> date:
    return LAST - timedelta(days=days - 1)


def test_whole_weeks_are_counted_that_end_on_the_day(weekly):
    """Seventy-six days are ten weeks and six days; of ten weeks five are before."""
    told = weekly([1, 2] * 8, "أ")
    found = history(told, SEARCH, since=since(76), last=LAST)
    assert (found.weeks.total, found.weeks.before, found.weeks.now) == (10, 5, 5)
    assert found.counts == (1, 2) * 5
    assert history(told, SEARCH, since=since(77), last=LAST).weeks.total == 11
    assert history(told, SEARCH, since=since(3), last=LAST).weeks.total == 2


def test_a_day_that_is_known_to_the_week_is_in_a_week_and_not_among_days(weekly, tell):
    """A month is in neither, nor what no source of the panel tells, nor another kind."""
    told = [
        *weekly([1] * 10, "أ"), tell(LAST, "أ", precision=2), tell(LAST, "أ", precision=3), tell(LAST, "ب"),
        tell(None, "أ"), tell(LAST, "أ", sub_event_type="Arrests"),
    ]  # fmt: skip
    found = history(told, Search(name="x", type=("Armed clash",)), since=since(70), last=LAST)
    assert found.counts == (1,) * 9 + (2,)
    assert len(found.days) == 10
    assert len(found.told) == 11


def test_the_record_lasts_from_the_first_day_of_any_source_to_the_last(tell):
    """By publication; what nobody dated is left aside."""
    told = [tell(LAST, "أ", delay=2), tell(LAST - timedelta(days=9), "ب"), tell(None, "ت")]
    assert (first_day(told), last_day(told)) == (LAST - timedelta(days=9), LAST + timedelta(days=2))
    assert (first_day([]), last_day([])) == (None, None)
