"""Days compared with slack."""

from __future__ import annotations

from datetime import date

from marsad.link.when import TOLD_BEFORE, compare_days, days_of


def on(start, end=None, precision=1):
    return {"start": start, "end": end or start, "precision": precision}


def test_days_are_told_apart(code):
    """The same day, the next day of an undated report, a day told, and days further apart."""
    first = code("a", date=on("2023-05-02"))
    assert compare_days(first, code("b", date=on("2023-05-02"))) == ("day: same",)
    undated = code("c", published="2023-05-03", date=on("2023-05-03"))
    assert compare_days(first, undated) == ("day: next, the later is its report's own day",)
    assert compare_days(first, code("d", published="2023-05-05", date=on("2023-05-03"))) == ("day: 1 apart",)
    assert compare_days(first, code("e", published="2023-05-06", date=on("2023-05-05")))[0] == "day: 3 apart"


def test_nobody_tells_what_has_not_happened_yet(code):
    """A report of the 3rd cannot tell of an act of the 4th; of one that has only its report's day it may."""
    first = code("a", date=on("2023-05-02"))
    told = compare_days(first, code("b", published="2023-05-05", date=on("2023-05-04")))
    assert told == ("day: 2 apart", TOLD_BEFORE)
    assert compare_days(first, code("c", published="2023-05-04", date=on("2023-05-04"))) == ("day: 2 apart",)


def test_vague_days_hold_exact_ones(code):
    """A week or a month is no contradiction to a day within it."""
    first = code("a", date=on("2023-05-02"))
    assert compare_days(first, code("b", date=on("2023-04-28", "2023-05-04", 2))) == ("day: within a week",)
    assert compare_days(first, code("c", date=on("2023-05-01", "2023-05-10", 3))) == ("day: within a month",)
    assert compare_days(first, code("d", date=on("2023-05-04", "2023-05-10", 2))) == ("day: vague, 2 apart",)


def test_periods_are_compared_as_days_are(code):
    """Exact days from one to another meet where they share one, and are as far apart as their nearest days."""
    period = code("a", published="2023-05-08", date=on("2023-05-02", "2023-05-04"))
    for start, end in (("2023-05-04", "2023-05-04"), ("2023-05-04", "2023-05-06"), ("2023-05-01", "2023-05-02")):
        assert compare_days(period, code("b", date=on(start, end))) == ("day: periods meet",)
    for start, end, days in (("2023-05-06", "2023-05-06", 2), ("2023-04-25", "2023-04-29", 3)):
        other = code("b", published="2023-05-08", date=on(start, end))
        assert compare_days(period, other) == compare_days(other, period) == (f"day: {days} apart",)


def test_a_vague_day_is_as_wide_as_it_is_told(code):
    """Eight days are a week with its slack, nine are of a month; a coding without a day is vague, too."""
    first = code("a", date=on("2023-05-02"))
    for end, wide in (("2023-05-08", "week"), ("2023-05-09", "month")):
        vague = code("b", date=on("2023-05-01", end, 2))
        assert compare_days(first, vague) == compare_days(vague, first) == (f"day: within a {wide}",)
    assert compare_days(first, code("b", published="2023-05-02", date={})) == ("day: within a week",)
    assert compare_days(first, code("b", published="2023-05-05", date={})) == ("day: vague, 3 apart",)


def test_the_day_of_the_report_is_vague_where_it_is_the_later(code):
    """News of yesterday has today's day where it tells none; a day before the other's was told."""
    first, undated = code("a", date=on("2023-05-02")), code("b", published="2023-05-01", date=on("2023-05-01"))
    assert compare_days(first, undated) == compare_days(undated, first) == ("day: 1 apart", TOLD_BEFORE)
    third = code("c", published="2023-05-04", date=on("2023-05-04"))
    assert compare_days(first, third) == ("day: 2 apart",)


def test_a_long_time_is_looked_at_from_its_beginning(code):
    """A year would meet every act in it: its first 31 days count."""
    days = days_of(code(date=on("2023-01-01", "2023-12-31", 3)))
    assert (days[0], days[-1]) == (date(2023, 1, 1).toordinal(), date(2023, 1, 31).toordinal())
    assert len(days_of(code(date=on("2023-01-01", "2023-01-31", 3)))) == 31


def test_a_coding_without_a_day_has_that_of_its_report(code):
    """With neither, nothing is known."""
    assert list(days_of(code(date={}))) == [date(2023, 5, 3).toordinal()]
    assert not days_of(code(published="", date={}))
    assert compare_days(code(published="", date={}), code("b")) == ("day: unknown",)
