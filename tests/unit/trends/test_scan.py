"""Where the last weeks have more than expected."""

from __future__ import annotations

import random

import pytest

from marsad.trends.scan import Spot, hot_spots

pytest.importorskip("numpy")
WEEKS, RECENT = 16, 4


def even(per_week=4):
    """Twenty places, the same at any time."""
    chance = random.Random(3)
    return [
        Spot(key=f"e{week}-{number}", latitude=34 + chance.randrange(20) / 10, longitude=40.0, week=week)
        for week in range(WEEKS)
        for number in range(per_week)
    ]


def test_what_is_spread_evenly_has_no_hot_spot():
    """More everywhere is none either: a place must have more than its share."""
    assert hot_spots(even(), weeks=WEEKS, recent=RECENT) == ()
    everywhere = even() + [
        Spot(key=f"m{number}", latitude=34 + (number % 20) / 10, longitude=40.0, week=15) for number in range(40)
    ]
    assert hot_spots(everywhere, weeks=WEEKS, recent=RECENT) == ()


def test_a_planted_cluster_is_found_with_its_incidents():
    """Fourteen in the last two weeks around one town."""
    planted = [
        Spot(key=f"p{number:02}", latitude=35.62 + number % 2 / 100, longitude=39.2, week=14 + number % 2)
        for number in range(14)
    ]
    (found,) = hot_spots(even() + planted, weeks=WEEKS, recent=RECENT)
    assert (found.weeks, found.number, found.chance) == (2, 14, 1 / 500)
    assert set(found.keys) == {spot.key for spot in planted}
    assert found.radius_km < 5
    assert found.expected < 5


def test_the_same_incidents_give_the_same_answer():
    """The shuffles have a fixed seed."""
    spots = even() + [Spot(key=f"p{number}", latitude=35.6, longitude=39.2, week=15) for number in range(9)]
    assert hot_spots(spots, weeks=WEEKS, recent=RECENT) == hot_spots(spots, weeks=WEEKS, recent=RECENT)


def test_one_place_and_a_short_record_have_none():
    """There is nothing to compare with."""
    spots = [Spot(key=f"{week}", latitude=35.0, longitude=40.0, week=week) for week in range(WEEKS)]
    assert hot_spots(spots, weeks=WEEKS, recent=RECENT) == ()
    assert hot_spots(even(), weeks=RECENT, recent=RECENT) == ()
    assert hot_spots([], weeks=WEEKS, recent=RECENT) == ()
