"""Counts over time as pictures: what is drawn is what is counted."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.analyse import Spec, count
from marsad.pictures import chart
from marsad.pictures.draw import to_svg
from marsad.pictures.frame import whole_ticks
from marsad.wording import Tongue

AR, EN = Tongue(language="ar"), Tongue(language="en")


@pytest.fixture
def counts(told):
    def make(*by, found=None):
        found = found or [
            told(day="2024-01-05", killed=(2, 4, 6)),
            told(day="2024-01-06", killed=(20, 20, None)),
            told(day="2024-03-05", place={"admin1": "SY08"}),
            told(day="2024-02-01", end="2024-02-29", precision=3),
        ]
        return count(found, Spec(by=by, people=("killed",)), table="events")

    return make


@given(st.integers(0, 10_000_000))
def test_axes_have_whole_numbers_once(most):
    """Ticks are whole, each of its own, at most seven, from nought to what is drawn or just above."""
    ticks = whole_ticks(most)
    assert ticks[0] == 0
    assert ticks[-1] >= most
    assert 2 <= len(ticks) <= 7
    assert {later - earlier for earlier, later in pairwise(ticks)} == {ticks[1]}
    assert ticks[-1] - most < ticks[1] or most == 0


def drawn(picture):
    """The rows that a picture draws, by period."""
    return {row["period"]: row for row in picture.spec["data"]["values"]}


def test_bars_are_the_figures(counts):
    """Best, lowest and highest are those counted; "more than" is marked; a month with nothing is nought."""
    rows = drawn(chart("series", counts("month"), EN, measure="killed"))
    assert rows["2024-01"] == {"period": "2024-01", "low": 22, "best": 24, "high": 26, "open": 1}
    assert (rows["2024-02"]["best"], rows["2024-03"]["best"]) == (1, 1)
    marks = [layer["mark"]["type"] for layer in chart("series", counts("month"), EN, measure="killed").spec["layer"]]
    assert marks == ["bar", "rule", "point"]
    marks = [layer["mark"]["type"] for layer in chart("series", counts("month"), EN).spec["layer"]]
    assert marks == ["bar"]


@pytest.mark.parametrize("kind", ["series", "cumulative"])
def test_the_days_of_many_years_are_drawn(told, words, kind):
    """A bar a day, in order, however many days there are."""
    found = [told(day="2004-01-05"), told(day="2024-03-05", killed=(2, 4, 6))]
    picture = chart(kind, count(found, Spec(by=("day",), people=("killed",))), EN, measure="killed")
    assert len(picture.spec["data"]["values"]) > 7000
    assert "5 Jan 2004" in words(picture)


def test_what_has_no_period_is_said(counts, words):
    """A day-by-day picture cannot draw what is known by month; the words below the title say how many."""
    assert "Not drawn: month known only 1" in words(chart("series", counts("day"), EN))
    assert "غير مرسوم: الشهر فقط معروف 1" in words(chart("series", counts("day"), AR))


def test_the_running_total_ends_at_the_sum(counts):
    """Low, best and high each add up."""
    rows = drawn(chart("cumulative", counts("month"), EN, measure="killed"))
    assert [(row["low"], row["best"], row["high"]) for row in rows.values()] == [
        (22, 24, 26),
        (23, 25, 27),
        (24, 26, 28),
    ]


def test_time_runs_from_where_reading_starts(counts):
    """In Arabic from the right, with amounts at the right; in English from the left."""
    for tongue, side in ((AR, "right"), (EN, "left")):
        encoding = chart("series", counts("month"), tongue).spec["layer"][0]["encoding"]
        assert encoding["x"]["scale"]["reverse"] is tongue.rtl
        assert encoding["y"]["axis"]["orient"] == side


def test_months_are_named_in_the_language(counts, words):
    """Not by numbers, and in the digits wanted."""
    assert "كانون الثاني 2024" in words(chart("series", counts("month"), AR))
    assert "Jan 2024" in words(chart("series", counts("month"), EN))
    assert "٢٠٢٤" in " ".join(words(chart("series", counts("month"), Tongue(language="ar", digits="arabic"))))


def test_each_unit_has_its_plot(counts, words):
    """The largest first, in Arabic from the right; all to one scale."""
    picture = chart("multiples", counts("month", "admin1"), AR)
    names = [plot["title"]["text"].strip("\u2067\u2069") for plot in picture.spec["vconcat"][0]["hconcat"]]
    assert names == ["الحسكة", "دير الزور"]
    tops = {
        layer["encoding"]["y"]["scale"]["domainMax"]
        for plot in picture.spec["vconcat"][0]["hconcat"]
        for layer in plot["layer"]
    }
    assert tops == {2}
    assert "دير الزور" in words(picture)


def test_small_units_share_a_plot(counts, told):
    """Beyond twelve the rest is added up, so that the plots hold all that is counted."""
    found = [told(day="2024-01-05", place={"admin1": f"U{number:02d}", "country": "IQ"}) for number in range(15)]
    picture = chart("multiples", counts("month", "admin1", found=found), EN)
    plots = [plot for line in picture.spec["vconcat"] for plot in line["hconcat"]]
    assert plots[-1]["title"]["text"].strip("\u2066\u2069") == "others (4)"
    assert sum(row["best"] for plot in plots for row in plot["data"]["values"]) == 15


@pytest.mark.parametrize("tongue", [AR, EN])
def test_a_last_row_that_is_not_full_stands_below_the_others(counts, told, tongue):
    """The place of a plot that is missing is as wide as the others with their axes."""
    found = [told(day="2024-01-05", place={"admin1": f"U{number:02d}", "country": "IQ"}) for number in range(4)]
    drawn = to_svg(chart("multiples", counts("month", "admin1", found=found), tongue))
    begins = set(re.findall(r'translate\(([\d.]+),0\)"><path class="background"', drawn)) - {"0"}
    assert len(begins) == 2


@pytest.mark.parametrize("kind", ["series", "cumulative", "multiples"])
def test_nothing_is_a_picture_too(kind, words):
    """An empty count is drawn empty, not refused."""
    by = ("month", "admin1") if kind == "multiples" else ("month",)
    assert words(chart(kind, count([], Spec(by=by)), EN))


def test_actors_have_their_names(told, words):
    """Not their codes; outside the register none in public, since it may be that of a private person."""
    found = [told(), told(side1=["other:لواء العاصي"]), told(side1=["other:سالم الحسن"])]
    counts = count(found, Spec(by=("month", "side1")), table="events")
    shown = set(words(chart("multiples", counts, EN)))
    assert {"Syrian Democratic Forces", "لواء العاصي", "سالم الحسن"} <= shown
    assert not any("other:" in word or word == "sdf" for word in shown)
    public = chart("multiples", counts, AR, registered=True)
    assert {"قوات سوريا الديمقراطية", "أطراف خارج السجل"} <= set(words(public))
    assert not {"لواء العاصي", "سالم الحسن"} & set(words(public))
    plots = [plot["data"]["values"] for line in public.spec["vconcat"] for plot in line["hconcat"]]
    assert sorted(row["best"] for plot in plots for row in plot if "best" in row) == [1, 2]


@pytest.mark.parametrize("kind", ["series", "cumulative", "multiples"])
def test_what_tells_no_figure_is_said(told, words, kind):
    """A sum of people holds nothing of it, so a picture says how many there are; of incidents nothing is lacking."""
    by = ("month", "admin1") if kind == "multiples" else ("month",)
    counts = count([told(), told(killed=None)], Spec(by=by, people=("killed",)), table="events")
    assert "لا رقم منقول: 1" in words(chart(kind, counts, AR, measure="killed"))
    assert not any("لا رقم" in word for word in words(chart(kind, counts, AR)))


@pytest.mark.parametrize("by", ["week", "day"])
def test_days_of_several_years_have_their_year(told, words, by):
    """A day and a month alone could be any year's; within one year they are enough."""
    several = count([told(day="2022-03-07"), told(day="2024-03-18")], Spec(by=(by,)), table="events")
    assert "7 Mar 2022" in words(chart("series", several, EN))
    one = count([told(day="2024-03-04"), told(day="2024-03-18")], Spec(by=(by,)), table="events")
    assert "4 Mar" in words(chart("series", one, EN))
