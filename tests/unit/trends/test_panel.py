"""Which sources are counted, and why others are not."""

from __future__ import annotations

from datetime import date

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
