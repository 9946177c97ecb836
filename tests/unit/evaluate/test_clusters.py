"""B-cubed and pairs."""

from __future__ import annotations

from marsad.evaluate.clusters import b_cubed, pairwise

GOLD = {1: "a", 2: "a", 3: "b", 4: "b", 5: "b"}


def test_a_perfect_grouping_is_one():
    """Names of groups do not matter."""
    made = {thing: group.upper() for thing, group in GOLD.items()}
    assert b_cubed(made, GOLD).f1 == pairwise(made, GOLD).f1 == 1.0


def test_all_in_one_costs_precision_and_all_alone_recall():
    """The two ways to be wrong."""
    together, alone = dict.fromkeys(GOLD, "x"), {thing: str(thing) for thing in GOLD}
    assert b_cubed(together, GOLD).recall == 1.0
    assert b_cubed(together, GOLD).precision == (2 * 2 / 5 + 3 * 3 / 5) / 5
    assert pairwise(together, GOLD).precision == 4 / 10
    assert b_cubed(alone, GOLD).precision == 1.0
    assert pairwise(alone, GOLD).recall == 0.0


def test_what_the_gold_leaves_out_is_passed_over():
    """Events that nobody coded by hand change nothing."""
    made = GOLD | {6: "a"}
    assert b_cubed(made, GOLD).f1 == 1.0
