"""Average-link clusters that hang on no order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from marsad.link.cluster import THRESHOLD, cluster, components


def test_two_events_of_one_report_stay_apart_also_through_a_third():
    """The better link wins; the other event keeps out."""
    scores = {(0, 2): 3000, (1, 2): 2000}
    assert cluster(["r1", "r1", "r2"], scores) == [[0, 2], [1]]


def test_a_pair_not_compared_counts_against():
    """A chain does not pull its ends together."""
    scores = {(0, 1): 2000, (1, 2): 1000}
    assert cluster(["a", "b", "c"], scores, threshold=0) == [[0, 1], [2]]


def test_the_mean_decides_and_the_best_pair_comes_first():
    """What fits both fits; what fits one and not the other does as the mean says; the threshold is not enough."""
    assert cluster(["a", "b"], {(0, 1): THRESHOLD + 1}) == [[0, 1]]
    assert cluster(["a", "b"], {(0, 1): THRESHOLD}) == [[0], [1]]
    assert cluster(["a", "b"], {(0, 1): 900}, threshold=900) == [[0], [1]]
    assert cluster(["a", "b", "c"], {(0, 1): 3000, (0, 2): 1001, (1, 2): -1000}, threshold=0) == [[0, 1, 2]]
    assert cluster(["a", "b", "c"], {(0, 1): 3000, (0, 2): 1000, (1, 2): -1000}, threshold=0) == [[0, 1], [2]]
    assert cluster(["a", "b", "c"], {(0, 1): 2000, (1, 2): 2500, (0, 2): -3000}) == [[0], [1, 2]]


def test_large_clusters_are_weighed_by_all_their_pairs():
    """Two pairs of two join by the mean of four scores, those not compared among them."""
    inside = {(0, 1): 5000, (2, 3): 5000}
    for score, found in ((2001, [[0, 1, 2, 3]]), (2000, [[0, 1], [2, 3]])):
        assert cluster(["a", "b", "c", "d"], inside | {(0, 2): score, (1, 3): score}, threshold=0) == found


def test_of_equals_the_smallest_join_first():
    """Two links as good as each other: the order of the nodes settles it."""
    assert cluster(["a", "b", "b"], {(0, 1): 2000, (0, 2): 2000}) == [[0, 1], [2]]


def test_what_is_held_apart_stays_so_through_what_joins_it():
    """A cluster that took in one of two held apart never takes in the other, whoever asks."""
    scores = {(0, 1): 5000, (1, 2): 4000, (0, 2): 4000, (2, 3): 3000, (0, 3): 3500, (1, 3): 3500}
    assert cluster(["a", "b", "c", "d"], scores, apart=[(2, 0)]) == [[0, 1, 3], [2]]
    assert cluster(["a", "b", "c", "d"], scores, apart=[(1, 3)]) == [[0, 1, 2], [3]]


def test_people_are_obeyed():
    """What they hold together starts together, what they hold apart never joins."""
    scores = {(0, 1): 4000, (0, 2): 4000, (1, 2): 4000}
    assert cluster(["a", "b", "c"], scores, apart=[(0, 2)]) == [[0, 1], [2]]
    assert cluster(["a", "a", "b"], {}, together=[(0, 1)]) == [[0, 1], [2]]
    assert cluster(["a", "b", "c"], {(0, 1): 3000}, together=[(1, 2)], apart=[(0, 2)]) == [[0], [1, 2]]


def test_two_codings_held_together_bring_their_clusters():
    """To join two incidents one pair is enough; but not against a pair that is held apart."""
    scores = {(0, 1): 3000, (2, 3): 3000}
    assert cluster(["a", "b", "c", "d"], scores, together=[(1, 2)]) == [[0, 1, 2, 3]]
    found = cluster(["a", "b", "c", "d"], scores, together=[(1, 2)], apart=[(0, 3)])
    assert [1, 2] in [sorted({1, 2} & set(group)) for group in found]
    assert not any({0, 3} <= set(group) for group in found)


def test_components_come_sorted():
    """Parts are told by their smallest nodes."""
    assert components(range(5), [(4, 1), (3, 0)]) == [[0, 3], [1, 4], [2]]


@given(st.data())
def test_a_joined_pair_of_clusters_has_no_report_twice(data):
    """Whatever the scores, no cluster holds two events of one report."""
    reports = data.draw(st.lists(st.sampled_from("abcde"), min_size=1, max_size=8))
    pairs = [(low, high) for high in range(len(reports)) for low in range(high)]
    scores = {pair: data.draw(st.integers(-6000, 6000)) for pair in pairs if reports[pair[0]] != reports[pair[1]]}
    groups = cluster(reports, scores)
    assert sorted(node for group in groups for node in group) == list(range(len(reports)))
    assert all(len({reports[node] for node in group}) == len(group) for group in groups)
