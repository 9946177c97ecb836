"""Which sources are counted, and why others are not."""

from __future__ import annotations

from datetime import date, timedelta

from marsad.trends.panel import panel_of, weeks_of
from marsad.trends.weeks import Weeks

WEEKS = Weeks(last=date(2024, 6, 30), now=4, before=12)


def test_only_who_reports_throughout_is_on_the_panel(weekly):
    """A channel that began, one that fell silent and one that seldom tells are left out, each with its reason."""
    told = weekly([1] * 16, "دائم")
    told += weekly([0] * 12 + [9] * 4, "جديد") + weekly([2] * 10 + [0] * 6, "صامت") + weekly([1, 0] * 8, "نادر")
    panel = panel_of(told, WEEKS)
    assert panel.sources == {"دائم"}
    assert panel.left_out == {
        "جديد": "began in the week of 2024-06-03",
        "صامت": "silent since 2024-05-20",
        "نادر": "told something in 6 of 12 weeks before and 2 of 4 weeks looked at",
    }
    assert panel.reports["جديد"] == (0, 36)


def test_a_named_panel_is_kept_to_what_reported_throughout(weekly):
    """Naming a source does not make a new one old, and the others are left out."""
    told = weekly([1] * 16, "أ") + weekly([1] * 16, "ب") + weekly([0] * 12 + [9] * 4, "جديد")
    panel = panel_of(told, WEEKS, named=("أ", "جديد", "غائب"))
    assert panel.sources == {"أ"}
    assert panel.left_out["ب"] == "not named"
    assert panel.left_out["غائب"] == "told nothing in either period"


def test_the_earliest_voice_of_the_panel_counts(weekly, tell):
    """What a new channel tells first counts for the panel when one of its sources tells it, too; a copy does not."""
    panel = panel_of(weekly([1] * 16, "أ") + weekly([1] * 16, "ب"), WEEKS)
    assert panel.voice(tell(date(2024, 6, 30), "جديد", "ب", "أ")).source == "ب"
    assert panel.voice(tell(date(2024, 6, 30), "جديد", "ب", "أ"), without="ب").source == "أ"
    assert panel.voice(tell(date(2024, 6, 30), "جديد", "أ", copies={"أ": "جديد"})) is None


def test_weeks_count_back_from_the_last_day():
    """Sixteen weeks that end on a Sunday begin on a Monday."""
    assert (WEEKS.first, WEEKS.turn) == (date(2024, 3, 11), date(2024, 6, 3))
    assert (WEEKS.number(date(2024, 3, 10)), WEEKS.number(date(2024, 3, 11))) == (None, 0)
    assert (WEEKS.number(date(2024, 6, 30)), WEEKS.number(date(2024, 7, 1))) == (15, None)


def test_the_period_before_begins_where_two_sources_do(weekly, tell):
    """Of a record of eight weeks four are compared with four, though one report is a year old."""
    told = [*weekly([1] * 8, "أ"), *weekly([1] * 8, "ب"), tell(date(2023, 6, 1), "أ")]
    asked = Weeks(last=date(2024, 6, 30), now=4, before=26)
    assert weeks_of(told, asked).before == 4
    assert weeks_of(told + weekly([1] * 30, "ج") + weekly([1] * 30, "د"), asked).before == 26
    assert weeks_of(weekly([1] * 30, "ج"), asked).before == 26
    assert weeks_of(told + weekly([1] * 30, "ج") + weekly([1] * 30, "د"), asked, named=("أ", "ب")).before == 4


def test_three_weeks_of_four_are_enough_and_fewer_are_not(weekly):
    """Of twelve weeks before nine, of four looked at three."""
    told = weekly([1] * 9 + [0] * 3 + [1, 1, 1, 0], "يكفي") + weekly([1] * 8 + [0] * 4 + [1] * 4, "لا يكفي قبل")
    told += weekly([1] * 12 + [1, 1, 0, 0], "لا يكفي الآن")
    panel = panel_of(told, WEEKS)
    assert panel.sources == {"يكفي"}
    assert panel.left_out == {
        "لا يكفي قبل": "told something in 8 of 12 weeks before and 4 of 4 weeks looked at",
        "لا يكفي الآن": "told something in 12 of 12 weeks before and 2 of 4 weeks looked at",
    }


def test_who_began_within_the_period_before_is_told_from_when(weekly):
    """From the fifth week of twelve on, though it told in all that follow; in the fourth one, it merely told seldom."""
    told = weekly([0] * 4 + [1] * 12, "بدأ") + weekly([0] * 3 + [1] * 5 + [0] * 4 + [1] * 4, "متقطع")
    told += weekly([1] * 16, "دائم")
    assert panel_of(told, WEEKS).left_out == {
        "بدأ": "began in the week of 2024-04-08",
        "متقطع": "told something in 5 of 12 weeks before and 4 of 4 weeks looked at",
    }


def test_who_told_before_the_weeks_or_after_them_neither_began_nor_fell_silent_in_them(weekly):
    """The days of which it told nothing are named, since the record has it on others."""
    told = weekly([1] * 20 + [0] * 4, "دائم") + weekly([1] * 4 + [0] * 12 + [1] * 8, "عاد")
    told += weekly([0] * 4 + [1] * 12 + [0] * 4 + [1] * 4, "سكت")
    weeks = Weeks(last=WEEKS.last - timedelta(weeks=4), now=4, before=12)
    first = weeks.first
    assert panel_of(told, weeks).left_out == {
        "عاد": f"told nothing from {first} to {first + timedelta(days=83)}",
        "سكت": f"told nothing from {first + timedelta(days=84)} to {weeks.last}",
    }


def test_who_told_most_is_listed_first_among_those_left_out(weekly):
    """By incidents of both periods, then by name."""
    told = weekly([1] * 16, "دائم") + weekly([0] * 12 + [1] * 4, "ب") + weekly([0] * 12 + [9] * 4, "ت")
    told += weekly([0] * 12 + [1] * 4, "أ")
    assert [name for name, _ in panel_of(told, WEEKS).absent] == ["ت", "أ", "ب"]
