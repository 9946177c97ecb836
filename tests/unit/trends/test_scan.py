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


def test_what_is_expected_is_the_share_of_the_place_in_all_weeks():
    """Twenty of 200 incidents lie in the town, 50 of all in the last four weeks: five were to be expected there."""
    town = [Spot(key=f"t{number:02}", latitude=35.0, longitude=40.0, week=15 - number % 4) for number in range(18)]
    town += [Spot(key=f"b{number}", latitude=35.0, longitude=40.0, week=number) for number in range(2)]
    far = [
        Spot(key=f"f{number:03}", latitude=33.0 + number % 6, longitude=44.0, week=12 + number % 4)
        for number in range(32)
    ]
    far += [
        Spot(key=f"g{number:03}", latitude=33.0 + number % 6, longitude=44.0, week=number % 12) for number in range(148)
    ]
    (found,) = hot_spots(town + far, weeks=WEEKS, recent=RECENT)
    assert (found.weeks, found.number, found.expected) == (4, 18, 5.0)
    assert (found.latitude, found.longitude, found.radius_km) == (35.0, 40.0, 0.0)
    assert set(found.keys) == {spot.key for spot in town if spot.week >= 12}


def test_two_clusters_are_two_hot_spots_the_surer_one_first():
    """One place lies in one of them."""
    one = [Spot(key=f"p{number:02}", latitude=35.6, longitude=39.2, week=15) for number in range(14)]
    other = [Spot(key=f"q{number:02}", latitude=32.0, longitude=36.0, week=14 + number % 2) for number in range(10)]
    first, second = hot_spots(even() + one + other, weeks=WEEKS, recent=RECENT)
    assert set(first.keys) == {spot.key for spot in one}
    assert set(second.keys) == {spot.key for spot in other}


def test_a_circle_reaches_as_far_as_its_last_place():
    """A degree of latitude is 111 km."""
    near = [Spot(key=f"p{number:02}", latitude=35.0 + number % 2 / 10, longitude=39.2, week=15) for number in range(20)]
    (found,) = hot_spots(even(8) + near, weeks=WEEKS, recent=RECENT)
    assert found.radius_km == pytest.approx(11.1, abs=0.1)


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
