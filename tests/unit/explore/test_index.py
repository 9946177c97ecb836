"""Incidents in memory answer as the rows would."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.explore.conftest import facts

from marsad.explore import IncidentIndex, Spot
from marsad.store import Box, Question

ROWS = (
    facts("i1"),
    facts("i2", sub_event_type="Attack", side1="turkey\nsna", side2="civilians", admin1="SY11", latitude=36.5,
          longitude=39.0, date_start="2024-02-28", date_end="2024-03-02", status="claimed", outlets="شبكة\nراديو"),
    facts("i3", country="IQ", admin1="Al Anbar", latitude=None, date_start=None, date_end=None, side1="", outlets=""),
    facts("i4", place_precision=2, date_start="2023-12-31", date_end="2023-12-31", status="disputed"),
)  # fmt: skip


@pytest.fixture
def index(filled):
    """An index of four incidents, brought up to date."""
    made, table = filled(*ROWS)
    table.asked = {"لغم": [1, 4], "لا شيء": []}
    with made.at(None):
        return made


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({}, ["i1", "i2", "i4", "i3"]),
        ({"kind": "Attack"}, ["i2"]),
        ({"area": "SY"}, ["i1", "i2", "i4"]),
        ({"area": "SY09"}, ["i1", "i4"]),
        ({"area": "IQ/Al Anbar"}, ["i3"]),
        ({"actor": "sna"}, ["i2"]),
        ({"actor": "nobody"}, []),
        ({"source": "راديو"}, ["i2"]),
        ({"status": "disputed"}, ["i4"]),
        ({"month": "2024-02"}, ["i2"]),
        ({"since": date(2024, 3, 1)}, ["i1", "i2"]),
        ({"since": date(2024, 3, 3)}, ["i1"]),
        ({"until": date(2024, 2, 28)}, ["i2", "i4"]),
        ({"since": date(2024, 1, 1), "until": date(2024, 3, 31)}, ["i1", "i2"]),
        ({"box": Box(west=40, south=35, east=41, north=36)}, ["i1", "i4"]),
        ({"vague": "IQ/Al Anbar"}, ["i3"]),
        ({"vague": "SY09"}, []),
        ({"asked": "لغم"}, ["i1", "i4"]),
        ({"asked": "لغم", "status": "disputed"}, ["i4"]),
        ({"asked": "لا شيء"}, []),
    ],
)
def test_questions(index, asked, names):
    """Every part narrows; days are included, and an incident of several days lies in each of them."""
    assert index.ids(index.mask(None, Question(**asked))) == names


def test_a_part_can_be_left_out(index):
    """So that a facet shows what else could be chosen."""
    question = Question(kind="Attack", since=date(2024, 1, 1))
    assert index.ids(index.mask(None, question, but="kind")) == ["i1", "i2"]
    assert index.ids(index.mask(None, question, but="days")) == ["i2"]


def test_values_are_counted(index):
    """The largest first; what is not known stands under no name."""
    assert index.counted("area", index.live) == [("SY", 3), ("SY09", 2), ("IQ", 1), ("IQ/Al Anbar", 1), ("SY11", 1)]
    assert dict(index.counted("source", index.live)) == {"شبكة": 3, "راديو": 1, "": 1}
    assert dict(index.counted("against", index.live)) == {"is\nsdf": 2, "turkey\ncivilians": 1, "sna\ncivilians": 1}


def test_where_they_are_drawn(index):
    """Points, zones and areas, each with its number."""
    assert dict(index.at_spots(index.live)) == {
        Spot("point", 35.02, 40.51): 1, Spot("point", 36.5, 39.0): 1, Spot("area", area="IQ/Al Anbar"): 1,
        Spot("zone", 35.02, 40.51): 1,
    }  # fmt: skip


def test_days_are_counted(index):
    """By the first day of each, within a range."""
    assert index.by_day(index.live, date(2024, 1, 1), date(2024, 3, 31)) == {
        date(2024, 2, 28): 1, date(2024, 3, 20): 1,
    }  # fmt: skip


def test_pages_follow_each_other(index):
    """One at a time, the latest first, the undated last, none twice and none left out."""
    after, met = "", []
    while True:
        page = index.page(index.live, limit=1, after=after)
        met += page.ids
        after = page.after
        if not after:
            break
    assert met == ["i1", "i2", "i4", "i3"]


def test_the_index_keeps_up(filled):
    """What changes is found as it is now, what nothing tells any more is gone, what is new is there."""
    index, table = filled(*ROWS)
    with index.at(None):
        assert len(index) == 4
    later = {"changed_at": "2024-03-22T00:00:00Z"}
    table.change(facts("i1", sub_event_type="Attack", **later), facts("i4", reports=0, **later), facts("i5", **later))
    with index.at(None):
        assert index.ids(index.mask(None, Question(kind="Armed clash"))) == ["i5", "i3"]
        assert index.ids(index.mask(None, Question(kind="Attack"))) == ["i1", "i2"]
        assert dict(index.counted("status", index.live)) == {"reported": 3, "claimed": 1}
    table.acts += 1  # an act on something else
    with index.at(None):
        assert len(index) == 4


def test_an_index_with_much_that_is_gone_is_made_anew(filled):
    """So that it never grows beyond what the store holds."""
    index, table = filled(*(facts(f"i{n}") for n in range(900)))
    for second in range(4):
        with index.at(None):
            assert len(index) == 900
        stamp = f"2024-03-22T00:00:0{second}Z"
        table.change(*(facts(f"i{n}", changed_at=stamp) for n in range(900)))
    with index.at(None):
        assert len(index) == 900
        assert index.live.bit_length() < 3_000


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Attack", "Armed clash", "Other"]),
            st.sampled_from(["SY07", "SY09"]),
            st.one_of(st.none(), st.integers(0, 200)),
            st.integers(0, 40),
        ),
        max_size=30,
    ),
    st.integers(0, 220),
    st.integers(0, 220),
)
def test_answers_are_those_of_the_rows(rows, low, high):
    """Counts and ranges agree with going through all rows one by one."""
    first = date(2023, 11, 15)
    index = IncidentIndex()
    told, made = [], []
    for number, (kind, admin1, start, length) in enumerate(rows):
        day = None if start is None else first + timedelta(days=start)
        end = None if day is None else day + timedelta(days=length)
        told.append((kind, admin1, day, end))
        made.append(
            facts(
                f"i{number}", sub_event_type=kind, admin1=admin1,
                date_start=day.isoformat() if day else None, date_end=end.isoformat() if end else None,
            )
        )  # fmt: skip
    assert [index._add(made[:9]), index._add(made[9:])] == [0, len(made[:9])]
    index.live = (1 << len(rows)) - 1
    since, until = first + timedelta(days=low), first + timedelta(days=high)
    mask = index.mask(None, Question(area="SY09", since=since, until=until))
    fitting = [one for one in told if one[1] == "SY09" and one[2] and one[2] <= until and since <= one[3]]
    assert mask.bit_count() == len(fitting)
    assert dict(index.counted("kind", mask)) == dict(Counter(one[0] for one in fitting))
