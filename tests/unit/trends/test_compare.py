"""Reporting is not violence: what raises a trend, and what does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from math import cos, pi

import pytest

from marsad.trends.compare import compare
from marsad.trends.growth import as_by_a_season
from marsad.trends.judge import CANNOT_TELL, FALLING, NOT_SHOWN, RISING
from marsad.trends.search import Search
from marsad.trends.seasons import fasting
from marsad.trends.words import because

pytest.importorskip("scipy")

LAST = date(2024, 6, 30)
SEARCH = Search(name="all")
FLAT, DOUBLED = [10] * 16, [10] * 12 + [20] * 4


def found(told, **fields):
    return compare(told, SEARCH.model_copy(update=fields), last=LAST)


def test_a_true_rise_is_seen(weekly):
    """Twice as many, told by two sources that were always there."""
    result = found(weekly(DOUBLED, "أ", "ب"))
    assert (result.verdict, result.now, result.before) == (RISING, 80, 120)
    assert result.ratio.ratio == 2.0


def test_a_prolific_new_channel_raises_nothing(weekly):
    """Thirty more a week that only it tells make no rise, nor when an old source copies them."""
    told = weekly(FLAT, "أ", "ب")
    told += weekly([0] * 12 + [30] * 4, "جديد") + weekly([0] * 12 + [30] * 4, "جديد", "أ", copies={"أ": "جديد"})
    result = found(told)
    assert (result.verdict, result.now, result.before) == (NOT_SHOWN, 40, 120)
    assert result.everyone == (120, 280)
    assert result.panel.left_out == {"جديد": "began in the week of 2024-06-03"}


def test_a_true_rise_is_seen_beside_a_new_channel(weekly):
    """The new channel hides nothing either."""
    assert found(weekly(DOUBLED, "أ", "ب") + weekly([0] * 12 + [30] * 4, "جديد")).verdict == RISING


def test_a_rise_that_one_source_makes_is_none(weekly):
    """What only one source came to tell more of may be its own doing: it is named."""
    result = found(weekly(FLAT, "أ", "ب") + weekly([2] * 12 + [20] * 4, "أ"))
    assert result.verdict == CANNOT_TELL
    assert result.reasons == ("It rests on أ: without, too little of the change is left.",)


def test_of_two_sources_each_must_show_a_rise_that_chance_does_not_make(weekly):
    """What one came to tell more often may be its own doing, though the other tells a few more by chance."""
    told = weekly([5] * 12 + [7] * 4, "أ", "ب") + weekly([0] * 12 + [1] * 4, "أ")
    result = found(told)
    assert (result.verdict, [source.holds for source in result.sources]) == (CANNOT_TELL, [False, True])
    assert result.sources[0].without > result.ratio.ratio**0.6


def test_a_single_source_cannot_show_a_rise(weekly):
    """More told by one is more reporting or more violence."""
    result = found(weekly(DOUBLED, "أ"))
    assert result.verdict == CANNOT_TELL
    assert "alone tells them" in result.reasons[0]


def test_a_fall_is_seen_and_silence_is_none(weekly):
    """Fewer told by the same sources is a fall; a source that ended is left out."""
    assert found(weekly(DOUBLED[::-1], "أ", "ب"), weeks=12, baseline=4).verdict == FALLING
    assert found(weekly(FLAT, "أ", "ب") + weekly([30] * 12 + [0] * 4, "صامت")).verdict == NOT_SHOWN


def test_too_few_and_nobody_give_no_answer(weekly):
    """Seven incidents say nothing, and neither do sources that all came late."""
    assert found(weekly([0] * 12 + [2, 2, 2, 1], "أ")).reasons[0].startswith("No source")
    few = weekly(FLAT, "أ", "ب", sub_event_type="Arrests") + weekly([0] * 12 + [2, 2, 2, 1], "أ", "ب")
    assert found(few, type=("Armed clash",)).reasons == ("Fewer than 8 in both periods together are too few to tell.",)


def test_activity_is_of_any_kind(weekly):
    """A source that told of arrests throughout is on the panel for clashes."""
    told = weekly(FLAT, "أ", "ب", sub_event_type="Arrests") + weekly([0] * 12 + [5] * 4, "أ", "ب")
    result = found(told, type=("Armed clash",))
    assert result.verdict == RISING
    assert result.sources[0].reports == (120, 60)


def test_vague_days_are_in_no_number(weekly, tell):
    """Known to the month only, or not at all, an incident is shown beside."""
    told = weekly(FLAT, "أ", "ب")
    told += [tell(LAST, "أ", precision=3), tell(None, "أ"), tell(LAST - timedelta(days=400), "أ")]
    result = found(told)
    assert (result.vague, result.now) == (2, 40)


def test_every_number_has_its_incidents(weekly):
    """The ids of a week are those of the incidents counted in it."""
    result = found(weekly(DOUBLED, "أ", "ب"))
    assert [len(week.ids) for week in result.told] == DOUBLED
    assert len({name for week in result.told for name in week.ids}) == sum(DOUBLED)


def test_where_the_change_comes_from_is_told(weekly):
    """The district and the kind with the greatest difference come first."""
    more = weekly([0] * 12 + [10] * 4, "أ", "ب", place={"admin2": "SY0902"}, sub_event_type="Arrests")
    parts = found(weekly(FLAT, "أ", "ب") + more).parts
    assert [(part.dimension, part.value, part.before, part.now) for part in parts] == [
        ("admin2", "SY0902", 0, 40),
        ("admin2", "SY0903", 120, 40),
        ("kind", "Arrests", 0, 40),
        ("kind", "Armed clash", 120, 40),
    ]


def test_what_the_panel_tells_of_all_else_is_compared_too(weekly):
    """Where everything became more, that is told: it may be the war, or what is collected."""
    told = weekly(DOUBLED, "أ", "ب") + weekly(DOUBLED, "أ", "ب", sub_event_type="Arrests")
    result = found(told, type=("Armed clash",))
    assert (result.verdict, result.rest.ratio) == (RISING, 2.0)
    assert any("All else that they tell rose: 2.00 times" in line for line in because(result))
    assert found(told).rest is None


def test_a_season_that_earlier_years_show_is_no_rise(weekly):
    """Half as many again in the same weeks of the years before: the season is taken out, and that is told."""
    wave = [round(10 * 2 ** (0.6 * cos(2 * pi * (week - 154) / 52.18))) for week in range(156)]
    result = found(weekly(wave, "أ", "ب"), baseline=26)
    assert (result.verdict, result.ratio.low > 1) == (NOT_SHOWN, True)
    assert result.reasons == ("The time of the year may have made the difference.",)
    assert (result.left.years, result.left.sources) == (2, {"أ", "ب"})
    assert any("season taken out as the 2 years before show it (told by أ, ب)" in line for line in because(result))


def test_a_rise_beyond_the_season_is_seen(weekly):
    """Three times as many as the season accounts for."""
    wave = [round(10 * 2 ** (0.6 * cos(2 * pi * (week - 154) / 52.18))) for week in range(156)]
    result = found(weekly([*wave[:-4], *(3 * count for count in wave[-4:])], "أ", "ب"), baseline=26)
    assert (result.verdict, 2 < result.left.ratio.ratio < 4) == (RISING, True)


def test_ramadan_of_the_year_before_is_taken_out(weekly):
    """Twice as many in Ramadan of both years is no rise in the second."""
    last = date(2024, 4, 7)
    first = last - timedelta(days=7 * 108 - 1)
    counts = [round(10 * (1 + fasting(first + timedelta(days=7 * week)))) for week in range(108)]
    moved = [
        replace(one, happening=replace(one.happening, start=one.happening.start - (LAST - last)))
        for one in weekly(counts, "أ", "ب")
    ]
    result = compare(moved, SEARCH, last=last)
    assert (result.verdict, result.ratio.low > 1, result.left.years) == (NOT_SHOWN, True, 1)


def test_a_record_without_an_earlier_year_says_that_it_cannot_tell_the_season(weekly):
    """The rise stands, and so does what may be behind it; likewise where the sources were others a year ago."""
    for told in (
        weekly(DOUBLED, "أ", "ب"),
        weekly([10] * 60 + [0] * 30, "سابق") + weekly([0] * 60 + [10] * 26 + [20] * 4, "أ", "ب"),
    ):
        result = found(told)
        assert (result.verdict, result.left) == (RISING, None)
        assert any(line.startswith("The season cannot be told: of no whole year") for line in because(result))


def test_what_came_gradually_may_be_a_season(weekly):
    """Without a year before, a rise over all of the weeks is not told from a season, while a step after them is."""
    gradual = [8] * 6 + [9] * 5 + [10] * 5 + [11] * 5 + [12] * 5 + [15, 15, 16, 15]
    result = found(weekly(gradual, "أ", "ب"))
    assert (result.verdict, result.left) == (CANNOT_TELL, None)
    assert result.reasons == ("Without a year before, a season explains it as well: it came gradually.",)
    assert found(weekly([10] * 26 + [18] * 4, "أ", "ب")).verdict == RISING


@pytest.mark.parametrize(
    ("before", "now", "seasonal"),
    [
        ([10] * 26, [20] * 4, False),
        ([20] * 26, [10] * 4, False),
        ([8] * 8 + [10] * 9 + [12] * 9, [13] * 4, True),
        ([13] * 8 + [11] * 9 + [9] * 9, [8] * 4, True),
        ([10] * 26, [0] * 4, False),
    ],
)
def test_a_wave_and_a_step(before, now, seasonal):
    """What grows or shrinks week by week is a wave as well as a step, what jumps is none."""
    assert as_by_a_season(now, before) is seasonal


def test_an_earlier_year_with_next_to_nothing_shows_no_season(weekly):
    """What is new in the record is not called seasonal."""
    told = weekly([10] * 82, "أ", "ب", sub_event_type="Arrests") + weekly([0] * 52 + [5] * 26 + [15] * 4, "أ", "ب")
    assert (found(told, type=("Armed clash",)).verdict, found(told, type=("Armed clash",)).left) == (RISING, None)


def test_what_grows_within_the_weeks_is_seen(weekly):
    """Growth makes weeks uneven: about a level they vary beyond chance, about a line they do not."""
    result = found(weekly([10] * 26 + [8, 12, 16, 21], "أ", "ب"))
    assert (result.verdict, result.ratio.shows, result.growth.shows) == (RISING, True, True)
    uneven = [6, 11, 7, 12, 8, 6, 13, 9, 7, 11, 8, 12, 6, 9, 13, 7, 8, 11, 6, 12, 9, 7, 11, 8, 12, 9, 7, 10, 14, 19]
    result = found(weekly(uneven, "أ", "ب"))
    assert (result.verdict, result.ratio.shows, result.growth.shows) == (RISING, False, True)
    assert any("what grew week by week does not: with the last week counting most" in line for line in because(result))


def test_a_year_before_tells_how_much_weeks_vary(weekly):
    """Thirty weeks that vary by chance a little more than they should do not widen the interval, if a year does not."""
    weeks = [6, 14] * 13 + [14, 16, 20, 14]
    alone, longer = found(weekly(weeks, "أ", "ب")), found(weekly([10] * 52 + weeks, "أ", "ب"))
    assert longer.ratio.dispersion < alone.ratio.dispersion
    assert (longer.ratio.low > alone.ratio.low, longer.ratio.ratio) == (True, alone.ratio.ratio)


def test_a_rise_at_the_low_of_a_season_needs_less_by_itself(weekly):
    """With the season taken out it is plain; the interval of the weeks by themselves just holds 1, which is told."""
    wave = [round(10 * (1 - 0.3 * cos(2 * pi * (week - 80) / 52.18))) for week in range(78)]
    result = found(weekly([*wave, *[14] * 4], "أ", "ب"))
    assert (result.verdict, result.ratio.shows, result.left.ratio.low > 1) == (RISING, False, True)
    assert "The interval of these weeks by themselves holds 1; with earlier years beside them it does not." in list(
        because(result)
    )
