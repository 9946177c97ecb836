"""Trends told in sentences: each figure where it belongs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from marsad.trends.changes import Change
from marsad.trends.compare import Comparison
from marsad.trends.judge import NOT_SHOWN
from marsad.trends.panel import Panel, panel_of
from marsad.trends.parts import Part
from marsad.trends.rates import Ratio
from marsad.trends.search import Search
from marsad.trends.seasons import Ramadan, Season
from marsad.trends.spells import tempo
from marsad.trends.weeks import Weeks
from marsad.trends.words import about_change, about_parts, about_ramadan, about_season, about_tempo, listed_out

WEEKS = Weeks(last=date(2024, 6, 30), now=4, before=12)
RATIO = Ratio(ratio=2.0, low=1.5, high=2.65, model="Poisson", dispersion=0.0)


def test_a_season_that_chance_makes_in_one_of_twenty_still_shows():
    """Beyond, the sentence says how often chance makes as much."""
    wave = {"ratio": 1.8, "low": 1.2, "high": 2.7, "height": date(2023, 7, 15)}
    assert about_season(Season(chance=0.05, **wave)) == (
        "Season: about 15 July the rate is 1.80 times that of half a year away (1.20 to 2.70)."
    )
    assert about_season(Season(chance=0.051, **wave)) == (
        "Season: no yearly wave shows (chance gives as much in 5% of cases)."
    )
    assert about_season(None).endswith("cannot tell.")


def test_a_season_warns_of_changes_that_may_be_its_own():
    """Change points are looked for in the weeks as they are; of no season there is nothing to warn of."""
    wave = Season(ratio=1.8, low=1.2, high=2.7, height=date(2023, 7, 15), chance=0.01)
    assert about_season(wave, beside=True).endswith("they may be its rise and fall.")
    assert "rise and fall" not in about_season(wave)
    assert "rise and fall" not in about_season(replace(wave, chance=0.2), beside=True)


def test_parts_are_told_by_the_week():
    """Twelve incidents in twelve weeks are one a week, eight in four are two."""
    found = Comparison(
        search=Search(name="x"), weeks=WEEKS, panel=Panel(weeks=WEEKS, sources=frozenset(("أ",))), told=(), sources=(),
        parts=(Part(dimension="kind", value="Arrests", before=12, now=8),), ratio=None, growth=None, rest=None,
        left=None, verdict=NOT_SHOWN, reasons=(), vague=0,
    )  # fmt: skip
    assert list(about_parts(found)) == ["By kind: Arrests from 1.0 to 2.0 a week."]


def test_a_change_is_told_by_the_first_day_of_its_week():
    """The thirteenth week is the first of those looked at."""
    assert about_change(Change(week=12, before=5.0, after=10.0, ratio=RATIO), WEEKS) == (
        "The rate changed about 2024-06-03: from 5.0 to 10.0 a week (2.00 times, 1.50 to 2.65)."
    )


def test_one_ramadan_is_told_with_a_warning():
    """Two are not."""
    told = about_ramadan(Ramadan(ratio=RATIO, inside=40, around=40, years=(1445,)))
    assert told.startswith("Ramadan (1445 AH): 40 incidents in its days, 40 in the 60 around: 2.00 times as many")
    assert told.endswith("One Ramadan alone may differ by chance of the time.")
    assert "alone" not in about_ramadan(Ramadan(ratio=RATIO, inside=40, around=40, years=(1444, 1445)))
    assert about_ramadan(None).endswith("cannot tell.")


def test_two_actors_are_told_with_spells_answers_and_how_it_stands(tell):
    """Each figure once; two weeks and a day later it is quiet."""
    told = [tell(date(2024, 3, 1) + timedelta(days=day), "أ") for day in (0, 2, 30)]
    told.append(tell(date(2024, 3, 4), "أ", side1=["sdf"], side2=["is"]))
    found = list(about_tempo(tempo(told, ("sdf", "is"), last=date(2024, 4, 14))))
    assert found == [
        "sdf and is: 4 incidents in 2 spells, parted by more than 14 quiet days.",
        "In a spell the usual time from one incident to the next is 1.5 days.",
        "0 of 1 act of sdf were followed by one of is within a week.",
        "2 of 3 acts of is were followed by one of sdf within a week.",
        "The last spell goes on: the last incident lies 14 days back.",
    ]
    later = list(about_tempo(tempo(told, ("sdf", "is"), last=date(2024, 4, 15))))
    assert later[-1] == "It is quiet now: the last incident lies 15 days back."
    assert list(about_tempo(tempo([], ("sdf", "is"), last=WEEKS.last))) == [
        "sdf and is: no incident between them has a known day."
    ]


def test_five_left_out_are_listed_and_the_others_counted(weekly):
    """Six sources that began lately."""
    told = weekly([1] * 16, "دائم")
    for name in "ابتثجح":
        told += weekly([0] * 12 + [1] * 4, name)
    panel = panel_of(told, WEEKS)
    assert listed_out(panel).count("began in the week of") == 5
    assert listed_out(panel).endswith("; and 1 more.")
