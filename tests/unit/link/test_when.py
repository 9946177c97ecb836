"""Days compared with slack."""

from __future__ import annotations

from datetime import date

from marsad.link.when import compare_days, days_of


def on(start, end=None, precision=1):
    return {"start": start, "end": end or start, "precision": precision}


def test_days_are_told_apart(code):
    """The same day, the next day of an undated report, a day told, and days further apart."""
    first = code("a", date=on("2023-05-02"))
    assert compare_days(first, code("b", date=on("2023-05-02"))) == ("day: same",)
    undated = code("c", published="2023-05-03", date=on("2023-05-03"))
    assert compare_days(first, undated) == ("day: next, the later is its report's own day",)
    assert compare_days(first, code("d", published="2023-05-05", date=on("2023-05-03"))) == ("day: 1 apart",)
    assert compare_days(first, code("e", date=on("2023-05-05"))) == ("day: 3 apart",)


def test_vague_days_hold_exact_ones(code):
    """A week or a month is no contradiction to a day within it."""
    first = code("a", date=on("2023-05-02"))
    assert compare_days(first, code("b", date=on("2023-04-28", "2023-05-04", 2))) == ("day: within a week",)
    assert compare_days(first, code("c", date=on("2023-05-01", "2023-05-10", 3))) == ("day: within a month",)
    assert compare_days(first, code("d", date=on("2023-05-04", "2023-05-10", 2))) == ("day: vague, 2 apart",)


def test_a_coding_without_a_day_has_that_of_its_report(code):
    """With neither, nothing is known."""
    assert list(days_of(code(date={}))) == [date(2023, 5, 3).toordinal()]
    assert not days_of(code(published="", date={}))
    assert compare_days(code(published="", date={}), code("b")) == ("day: unknown",)
