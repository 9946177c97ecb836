"""An estimate where the record carries one, and reasons where it does not."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from marsad.missing import estimate
from marsad.missing.estimate import missing
from marsad.missing.loglinear import Averaged, Model
from marsad.missing.words import about_estimate
from marsad.trends.search import Search

pytest.importorskip("scipy")
LAST = date(2024, 6, 30)
FIRST = LAST - timedelta(days=7 * 26 - 1)
SEARCH = Search(name="all")


@pytest.fixture
def happening(tell):
    """Incidents over 26 weeks, each told by some sources with some chance; those that nobody tells are not there."""

    def make(number, shares, seed=1, **fields):
        chance = random.Random(seed)
        told = []
        for _ in range(number):
            day = FIRST + timedelta(days=chance.randrange(7 * 26))
            outlets = [name for name, share in shares.items() if chance.random() < share]
            if outlets:
                told.append(tell(day, *outlets, **fields))
        return told

    return make


def found(record, search=SEARCH):
    return missing(record, search, since=FIRST, last=LAST)


def test_three_independent_sources_carry_an_estimate(happening):
    """It holds the truth, and says what it rests on."""
    result = found(happening(400, {"أ": 0.6, "ب": 0.5, "ج": 0.4}))
    assert result.refused == ()
    assert result.lists.names == ("أ", "ب", "ج")
    assert result.estimate.low <= 400 <= result.estimate.high


def test_two_sources_are_too_few(happening):
    """Nothing tells how far they depend on each other; a third that came late is no list."""
    record = happening(300, {"أ": 0.6, "ب": 0.5})
    late = [one for one in happening(100, {"ج": 0.9}, seed=2) if one.happening.start > date(2024, 5, 1)]
    result = found(record + late)
    assert result.estimate is None
    assert result.refused[0].startswith("Three independent sources")
    assert "ج" in result.panel.left_out


def test_a_copying_outlet_is_no_third_source(tell):
    """What repeats another is folded into it."""
    chance, record = random.Random(3), []
    for number in range(300):
        day = FIRST + timedelta(days=number % 182)
        outlets = [name for name, share in (("أ", 0.7), ("ب", 0.6)) if chance.random() < share]
        if "أ" in outlets:
            outlets.append("ناقل")
        if outlets:
            record.append(tell(day, *outlets, copies={"ناقل": "أ"}))
    assert found(record).refused[0].startswith("Three independent sources")


def test_sources_that_hardly_meet_are_refused(happening):
    """Too few incidents are told by two or more."""
    record = [one for seed, name in enumerate("أبج") for one in happening(60, {name: 1.0}, seed=seed)] + happening(
        6, {"أ": 1.0, "ب": 1.0, "ج": 1.0}
    )
    result = found(record)
    assert result.refused[0] == "Only 6 incidents are told by two sources or more; 20 are needed."


def test_a_source_that_does_not_look_there_is_refused(happening):
    """It tells nothing of a district of which the others tell much: narrowed to the other one there is an estimate."""
    here = happening(300, {"أ": 0.6, "ب": 0.5, "ج": 0.5})
    there = happening(200, {"أ": 0.6, "ب": 0.5}, seed=5, place={"admin2": "SY0901"})
    result = found(here + there)
    assert "ج tells nothing of SY0901" in result.refused[0]
    assert found(here + there, Search(name="x", area=("SY0903",))).refused == ()


def test_what_kills_is_told_more_readily_and_that_is_said(happening):
    """There is no estimate, but a least number, and the reader learns by what to narrow the search."""
    killed = {"killed": {"low": 2, "best": 2, "high": 2}}
    record = happening(150, {"أ": 0.8, "ب": 0.7, "ج": 0.6}, figures=killed)
    record += happening(300, {"أ": 0.5, "ب": 0.45, "ج": 0.4}, seed=9)
    result = found(record)
    assert result.estimate is None
    assert result.refused[0].startswith("All sources tell some incidents more readily")
    assert len(record) < result.least <= 450
    assert "of what killed somebody" in result.doubts[0]
    told = [*about_estimate(result)]
    assert any(line.startswith(f"At least {result.least:,.0f} happened") for line in told)
    assert any(line.startswith("Read with care: Two sources or more tell") for line in told)


def test_where_half_is_hardly_told_only_the_least_is_said(happening):
    """Half of the incidents are told by nearly everybody, half by hardly anybody."""
    record = happening(150, {"أ": 0.9, "ب": 0.9, "ج": 0.8})
    record += happening(300, {"أ": 0.4, "ب": 0.4, "ج": 0.3}, seed=9)
    result = found(record)
    assert (result.estimate, result.refused[0][:37]) == (None, "All sources tell some incidents more ")
    assert len(record) < result.least <= 450


def test_where_every_two_depend_on_each_other_in_their_own_way_there_is_no_estimate(tell):
    """Two of them tell much together, all three hardly ever: no model that leaves anything to check says so."""
    days = [FIRST + timedelta(days=day) for day in range(0, 180, 3)]
    record = [tell(day, *pair) for pair in ("أب", "أج", "بج") for day in days]
    record += [tell(day, one) for one in "أبج" for day in days[:40]] + [tell(day, *"أبج") for day in days[:5]]
    result = found(record)
    assert result.refused[0].startswith("Every two of the sources depend on each other")
    assert result.least is None


def test_only_the_period_and_the_search_count(happening):
    """Incidents before the first day and of other kinds are no part of it."""
    record = happening(300, {"أ": 0.6, "ب": 0.5, "ج": 0.4})
    arrests = happening(100, {"أ": 0.6, "ب": 0.5, "ج": 0.4}, seed=6, sub_event_type="Arrests")
    result = found(record + arrests, Search(name="x", type=("Armed clash",)))
    assert len(result.told) == len(record)


def said(*models, low=300.0, high=700.0):
    """Return an average over models, each its weight, its number and how well it fits."""
    made = tuple(
        Model(pairs=(), uneven=False, weight=weight, number=number, chance=chance) for weight, number, chance in models
    )
    return Averaged(number=400.0, low=low, high=high, even=None, models=made)


@pytest.mark.parametrize(
    ("averaged", "reason"),
    [
        (None, "No model has a finite answer"),
        (said((0.5, 400.0, None), (0.5, 400.0, 0.5)), None),
        (said((0.51, 400.0, None), (0.49, 400.0, 0.5)), "nothing is left to check"),
        (said((0.5, 400.0, 0.009), (0.5, 400.0, 0.5)), None),
        (said((0.51, 400.0, 0.009), (0.49, 400.0, 0.5)), "51% of the weight is on models that hardly ever"),
        (said((0.51, 400.0, 0.01), (0.49, 400.0, 0.5)), None),
        (said((0.9, 400.0, 0.5), (0.1, 800.0, 0.5)), None),
        (said((0.9, 400.0, 0.5), (0.1, 801.0, 0.5)), "disagree: from 400 to 801"),
        (said((0.91, 400.0, 0.5), (0.09, 9000.0, 0.5)), None),
        (said((1.0, 400.0, 0.5), low=300.0, high=900.0), None),
        (said((1.0, 400.0, 0.5), low=300.0, high=901.0), "too wide to be of use: 300 to 901"),
        (said((1.0, 400.0, 0.5), high=None), "300 to any number"),
    ],
)
def test_an_estimate_that_does_not_stand_is_refused(happening, monkeypatch, averaged, reason):
    """Each limit from both sides: there is an estimate, or the reason why there is none."""
    monkeypatch.setattr(estimate, "averaged", lambda _: averaged)
    result = found(happening(200, {"أ": 0.6, "ب": 0.5, "ج": 0.4}))
    assert (result.estimate is None) is bool(reason)
    assert [(reason or "") in one for one in result.refused] == [True] * bool(reason)
