"""The least number there can be."""

from __future__ import annotations

import random

import pytest

from marsad.missing.least import at_least


@pytest.mark.parametrize("less", [1.0, 0.5, 0.2])
def test_it_is_seldom_more_than_the_truth_however_uneven_the_telling(less):
    """Of a hundred draws in which half of the incidents are told less readily, more than nine of ten."""
    chance, held = random.Random(3), 0
    for _ in range(100):
        seen = {}
        for number in range(400):
            cell = tuple(chance.random() < share * (less if number % 2 else 1.0) for share in (0.6, 0.5, 0.4))
            if any(cell):
                seen[cell] = seen.get(cell, 0) + 1
        least = at_least(seen)
        assert least >= sum(seen.values())
        held += least <= 400
    assert held >= 92


def test_one_list_alone_tells_of_nothing_unseen():
    """What is on none cannot be told from it."""
    assert at_least({(True, False): 12}) == 12
