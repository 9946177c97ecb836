"""Estimates of what is on no list."""

from __future__ import annotations

import random
from itertools import product

import pytest

from marsad.missing.loglinear import averaged

pytest.importorskip("scipy")


def cells(number, shares, *, drawn=1.0):
    """Expected counts of lists that are independent, but for the second, which likes what the first has."""
    found = {}
    for cell in product((False, True), repeat=len(shares)):
        chance = 1.0
        for at, here in enumerate(cell):
            share = shares[at] * (drawn if at == 1 and cell[0] else 1.0)
            chance *= share if here else 1 - share
        if any(cell):
            found[cell] = round(number * chance)
    return found


def test_independent_lists_give_the_truth():
    """500 incidents, of which three lists have half, two fifths and three tenths."""
    found = averaged(cells(500, (0.5, 0.4, 0.3)))
    assert found.number == pytest.approx(500, rel=0.02)
    assert found.low < 500 < found.high
    assert found.models[0].pairs == ()
    assert sum(model.weight for model in found.models) == pytest.approx(1)


def test_two_lists_that_like_the_same_are_seen():
    """The pair that depends on each other is in the model with the most weight."""
    found = averaged(cells(2000, (0.5, 0.3, 0.4), drawn=1.8))
    assert found.models[0].pairs == ((0, 1),)
    assert found.number == pytest.approx(2000, rel=0.03)


def uneven(number, shares, less):
    """Expected counts where every list is less likely to hold one half of what happens."""
    halves = [cells(number / 2, shares), cells(number / 2, tuple(share * less for share in shares))]
    return {cell: halves[0][cell] + halves[1][cell] for cell in halves[0]}


def test_what_is_told_unevenly_shows():
    """The factor that all pairs share is in the model with the most weight, and the truth is held."""
    found = averaged(uneven(2000, (0.8, 0.7, 0.6), 0.4))
    assert (found.models[0].uneven, found.models[0].pairs) == (True, ())
    assert found.even < 0.001
    assert found.low < 2000 < found.high


def test_lists_that_like_the_same_are_not_taken_for_uneven_telling():
    """One pair explains it."""
    assert averaged(cells(2000, (0.5, 0.3, 0.4), drawn=1.8)).even > 0.1
    assert averaged(cells(500, (0.5, 0.4, 0.3))).even > 0.1


def test_more_lists_and_more_incidents_are_surer():
    """The interval narrows."""
    few, many = averaged(cells(200, (0.5, 0.4, 0.3))), averaged(cells(2000, (0.5, 0.4, 0.3)))
    assert (few.high - few.low) / 200 > (many.high - many.low) / 2000
    four = averaged(cells(500, (0.5, 0.4, 0.3, 0.4)))
    three = averaged(cells(500, (0.5, 0.4, 0.3)))
    assert four.high - four.low < three.high - three.low


def test_lists_that_never_meet_have_no_answer():
    """Nothing says how much they miss."""
    alone = {(True, False, False): 40, (False, True, False): 30, (False, False, True): 20}
    assert averaged(alone) is None


def test_the_interval_holds_the_truth_most_of_the_time():
    """Of thirty draws with chance, at least nine of ten."""
    chance, held = random.Random(4), 0
    for _ in range(30):
        seen = {}
        for _ in range(300):
            cell = tuple(chance.random() < share for share in (0.5, 0.4, 0.3))
            if any(cell):
                seen[cell] = seen.get(cell, 0) + 1
        found = averaged(seen)
        held += found.low <= 300 and (found.high is None or found.high >= 300)
    assert held >= 27
